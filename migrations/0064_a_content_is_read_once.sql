-- A referral to three hundred opens as many cases and sends them the same files. Their entries are written anew in one statement,
-- and a content is read once, however many records it lies in.

-- Each case's own entry, the officer and state that its records are found by, and those of its records that stand on the wrong
-- side since the case was marked or the marking lifted.
create function search.refresh_cases(the_cases uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  moved uuid[];
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('search.rebuild', 0));
  perform pg_advisory_xact_lock(hashtextextended('search.case:' || k.case_id, 0))
  from (select distinct unnest(the_cases) as case_id order by 1) k;
  select coalesce(array_agg(r.id), '{}') into moved from registry.records r
  where r.case_id = any (the_cases)
    and (r.in_secret_case = exists (select from search.entries e where e.id = r.id)
      or (r.in_secret_case or r.is_secret) <> exists (select from search.secret_entries e where e.id = r.id));
  perform search.refresh(moved, the_cases);
  update search.entries e set officer_id = c.officer_id, state = c.state from registry.cases c
  where c.id = any (the_cases) and e.case_id = c.id and (e.officer_id, e.state) is distinct from (c.officer_id, c.state);
  update search.secret_entries e set officer_id = c.officer_id, state = c.state from registry.cases c
  where c.id = any (the_cases) and e.case_id = c.id and (e.officer_id, e.state) is distinct from (c.officer_id, c.state);
end
$$;
revoke all on function search.refresh_cases(uuid[]) from public;
grant execute on function search.refresh_cases(uuid[]) to kraftsam_app;

create or replace function search.follow_case() returns trigger
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform search.refresh_cases(array[new.id]);
  return null;
end
$$;
drop function search.refresh_case(uuid);

-- Of the files of these records whose text is not read yet, one of each that reads alike. By the definer: whoever files something
-- in a hidden case has it read too.
create or replace function search.unread(the_records uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as
$$
  select distinct on (f.sha256, f.name, f.media_type) f.id from registry.files f where f.record_id = any (the_records)
    and not exists (select from search.texts t where t.file_id = f.id)
  order by f.sha256, f.name, f.media_type, f.id
$$;

-- Keeps what a file says, for it and for those that read alike and are not read, and writes their records' entries anew: at most
-- so many at a time, since their cases are held meanwhile. Gives how many; fewer than asked for: there are no more.
drop function search.keep_text(uuid, text, text);
create function search.keep_text(the_file uuid, how text, words text, most int) returns int
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  one registry.files;
  kept uuid[];
begin
  select * into one from registry.files f where f.id = the_file;
  if one.id is null then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended('search.content:' || one.sha256, 0));
  with alike as (
    select f.id, f.record_id from registry.files f
    where f.sha256 = one.sha256 and f.name = one.name and f.media_type = one.media_type
      and not exists (select from search.texts t where t.file_id = f.id)
    order by f.id limit most
  ), text as (
    insert into search.texts (file_id, record_id, state, body)
    select id, record_id, how, left(words, 1000000) from alike returning record_id
  )
  select array_agg(record_id) into kept from text;
  if kept is null then return 0; end if;
  perform search.refresh(array(select distinct unnest(kept)), '{}');
  return cardinality(kept);
end
$$;
revoke all on function search.keep_text(uuid, text, text, int) from public;
grant execute on function search.keep_text(uuid, text, text, int) to kraftsam_app;

-- Many of the same kind at once. A key that is null is none.
create function kernel.enqueue_all(task text, payloads json[], job_keys text[], queue text default null) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform graphile_worker.add_jobs(array(
    select (task, one.payload, queue, null, null, one.job_key, null, null)::graphile_worker.job_spec
    from unnest(payloads, job_keys) as one (payload, job_key)));
end
$$;
revoke all on function kernel.enqueue_all(text, json[], text[], text) from public;
grant execute on function kernel.enqueue_all(text, json[], text[], text) to kraftsam_app;

-- Registering a record waits for its entry in the search index. What it says was read twice and its words learnt twice: once for
-- the entry and once for what is suggested. Now once; and the functions keep their plans, which functions in SQL do not before
-- PostgreSQL 18.

create or replace function search.sources(the_records uuid[])
  returns table (id uuid, case_id uuid, authority_id uuid, dated_on date, kind text, direction text, officer_id uuid, state text,
    head text, open_text text, secret_text text)
language plpgsql stable set search_path = pg_catalog as
$$
#variable_conflict use_column
begin
  return query
  select r.id, r.case_id, r.authority_id, r.dated_on, r.kind, r.direction, c.officer_id, c.state,
    case when not r.in_secret_case then concat_ws(' ', r.title, r.party) end,
    case when r.in_secret_case then null
      when r.is_secret then concat_ws(' ', r.title, r.party)
      else left(concat_ws(' ', r.title, r.party, b.body, t.body), 600000) end,
    case when r.in_secret_case or r.is_secret
      then left(concat_ws(' ', coalesce(w.title, r.title), coalesce(w.party, r.party), b.body, t.body), 600000) end
  from registry.records r
  join registry.cases c on c.id = r.case_id
  left join registry.withheld w on w.record_id = r.id
  left join search.bodies(the_records) b on b.record_id = r.id
  left join (
    select f.record_id, string_agg(s.body, ' ') as body
    from registry.files f join search.texts s on s.file_id = f.id
    where f.record_id = any (the_records) and s.body <> ''
      and not exists (select from registry.files later
                      where later.record_id = f.record_id and later.position = f.position and later.version > f.version)
    group by f.record_id
  ) t on t.record_id = r.id
  where r.id = any (the_records);
end
$$;

create or replace function search.learn(texts text[]) returns void
language plpgsql set search_path = pg_catalog as
$$
begin
  insert into search.forms (form, stem)
  select w.form, search.stem(w.form)
  from (select distinct form collate "C" as form from unnest(texts) t, unnest(search.forms_in(t)) form) w
  where length(w.form) between 3 and 40 and w.form collate "default" !~ '[^[:alpha:]]' and search.stem(w.form) is not null
    and not exists (select from search.forms known where known.form = w.form and known.is_written);
end
$$;

-- The entries of these, written anew. `all_words`: what the records say is learnt for suggestions; else what they are called.
drop function search.put(uuid[], uuid[]);
create function search.put(the_records uuid[], the_cases uuid[], all_words boolean default false) returns void
language plpgsql set search_path = pg_catalog as
$$
#variable_conflict use_column
declare
  learnt text[];
begin
  with source as materialized (
    select * from search.sources(the_records) union all select * from search.case_sources(the_cases)
  ), no_longer_open as (
    delete from search.entries e using source s where e.id = s.id and s.open_text is null
  ), no_longer_secret as (
    delete from search.secret_entries e using source s where e.id = s.id and s.secret_text is null
  ), open as (
    insert into search.entries
    select id, case_id, authority_id, dated_on, kind, direction, officer_id, state, search.words(open_text)
    from source where open_text is not null
    on conflict (id) do update set dated_on = excluded.dated_on, kind = excluded.kind, direction = excluded.direction,
      officer_id = excluded.officer_id, state = excluded.state, words = excluded.words
  ), secret as (
    insert into search.secret_entries
    select id, case_id, authority_id, dated_on, kind, direction, officer_id, state, search.words(secret_text)
    from source where secret_text is not null
    on conflict (id) do update set dated_on = excluded.dated_on, kind = excluded.kind, direction = excluded.direction,
      officer_id = excluded.officer_id, state = excluded.state, words = excluded.words
  )
  select array_agg(case when all_words then open_text else head end) into learnt from source where head is not null;
  perform search.learn(learnt);
end
$$;
revoke all on function search.put(uuid[], uuid[], boolean) from public;

create or replace function search.refresh(the_records uuid[], the_cases uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  ids uuid[] := the_records || the_cases;
  stems text[];
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('search.rebuild', 0));
  perform pg_advisory_xact_lock(hashtextextended('search.case:' || k.case_id, 0))
  from (select r.case_id from registry.records r where r.id = any (the_records) union select unnest(the_cases) order by 1) k;
  select array_agg(distinct word) into stems
  from search.entries e, unnest(tsvector_to_array(e.words)) word where e.id = any (ids);
  perform search.put(the_records, the_cases, true);
  if stems is not null and exists (select from search.secret_entries where id = any (ids)) then
    perform search.forget(stems);
  end if;
end
$$;

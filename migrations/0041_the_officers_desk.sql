create schema desk;
grant usage on schema desk to kraftsam_app;

-- Läst text: what a referred document says, once for each content however many got it.
create table desk.documents (
  sha256    text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  state     text not null default 'waiting' check (state in ('waiting', 'read', 'empty', 'binary', 'too-large', 'damaged',
                                                             'encrypted', 'no-text', 'unknown-encoding', 'too-slow', 'missing')),
  is_paged  boolean not null default false   -- a PDF, whose parts are its pages
);

-- Dess sidor, eller avsnitt under rubriker.
create table desk.parts (
  sha256   text not null references desk.documents (sha256) on delete cascade,
  number   int not null check (number > 0),
  heading  text,
  body     text not null,
  primary key (sha256, number)
);

alter table desk.documents enable row level security;
alter table desk.parts enable row level security;
-- Seen by those who see a file that says it: the text is no more open than the file.
create policy seen_with_the_file on desk.documents for select
  using (exists (select from registry.files f where f.sha256 = documents.sha256));
create policy seen_with_the_file on desk.parts for select
  using (sha256 in (select d.sha256 from desk.documents d));
grant select on desk.documents, desk.parts to kraftsam_app;

-- What came in with a referral is to be read, once; gives what nobody has asked for before. It is asked for by whoever
-- registers it, who need not be one who may read it.
create function desk.expect(the_records uuid[]) returns table (sha256 text)
language sql volatile security definer set search_path = pg_catalog as
$$
  insert into desk.documents (sha256)
  select distinct f.sha256 from registry.records r
  join registry.cases c on c.id = r.case_id
  join registry.files f on f.record_id = r.id
  where r.id = any (the_records) and r.direction = 'in' and c.kind = 'referral_answer'
  on conflict do nothing
  returning documents.sha256
$$;

-- Somebody who sees a file asks for its text; gives it if nobody has before.
create function desk.ask_for(the_file uuid) returns table (sha256 text)
language plpgsql volatile security definer set search_path = pg_catalog as
$$
#variable_conflict use_column
begin
  if not exists (select from registry.files f join registry.records r on r.id = f.record_id
                 where f.id = the_file and kernel.someone()
                   and ((not r.is_secret and not r.in_secret_case) or registry.reads_secrets(r.case_id, r.authority_id))) then
    return;
  end if;
  return query
    insert into desk.documents as d (sha256) select f.sha256 from registry.files f where f.id = the_file
    on conflict (sha256) do update set state = 'waiting' where d.state in ('waiting', 'missing', 'too-slow')
    returning d.sha256;
end
$$;

-- Only the job that reads a file keeps what it says.
create function desk.keep(the_sum text, the_state text, paged boolean, the_parts jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  if not kernel.everywhere() then
    raise exception 'permission denied: only the system keeps what a file says' using errcode = 'insufficient_privilege';
  end if;
  update desk.documents set state = the_state, is_paged = paged where sha256 = the_sum;
  delete from desk.parts where sha256 = the_sum;
  insert into desk.parts (sha256, number, heading, body)
  select the_sum, (part ->> 'number')::int, part ->> 'heading', part ->> 'text' from jsonb_array_elements(the_parts) as part;
end
$$;

revoke all on function desk.expect(uuid[]), desk.ask_for(uuid), desk.keep(text, text, boolean, jsonb) from public;
grant execute on function desk.expect(uuid[]), desk.ask_for(uuid), desk.keep(text, text, boolean, jsonb) to kraftsam_app;

-- Liknande ord: a question that any of the words that carry the meaning of a text answers to.
create function desk.like_words(words text) returns tsquery
language sql immutable parallel safe set search_path = pg_catalog as
$$
  select coalesce(string_agg(quote_literal(lexeme), ' | '), '')::tsquery
  from unnest(to_tsvector('swedish'::regconfig, words)) where length(lexeme) > 3
$$;
revoke all on function desk.like_words(text) from public;
grant execute on function desk.like_words(text) to kraftsam_app;

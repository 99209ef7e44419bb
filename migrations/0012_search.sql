-- Search. What is open inside the house and what is withheld lie in tables of their own: row-level security on the large one
-- would keep its index of words from being used (@@ is not leakproof), so nothing that is hidden may ever stand there.
create extension if not exists pg_trgm;
create schema search;
grant usage on schema search to kraftsam_app;

-- Letters with accents that Swedish does not have give way to plain ones; signs inside numbers and addresses part words.
-- (replace is ten times faster than translate.)
create function search.plain(written text) returns text language sql immutable parallel safe
return replace(replace(replace(replace(replace(replace(replace(replace(
  case when written ~ U&'[\0300-\036F\00C8-\00CB\00E0-\00E2\00E8\00EA\00EB\00ED\00F1\00F3\00F4\00FC\00DC\00E7\00AD]'
    then translate(normalize(written, nfc), U&'èêëÉÈÊËáàâíñóôüÜç\00AD', 'eeeeeeeaaainoouuc')
    else written end,
  'é', 'e'), '<', ' '), '-', ' '), '/', ' '), '_', ' '), '@', ' '), '.', ' '), '''', ' ');

-- The Swedish stemmer, and what it leaves: the definite forms -et and -an, and the endings under them (beslutet, skolan,
-- remissvaret, ärendena; medlemmar). "plan" is no definite form. Used for what is kept and for what is asked, so that they meet.
create function search.words(written text) returns tsvector language sql immutable parallel safe
return replace(replace(regexp_replace(
  replace(to_tsvector('pg_catalog.swedish', search.plain(written))::text, 'plan'':', 'pla-n'':'),
  '(\w\w\w)(?:e[nt]|[aeo]r|an)+'':', '\1'':', 'g'), 'mm'':', 'm'':'), 'pla-n'':', 'plan'':')::tsvector;

create function search.stem(word text) returns text language sql immutable parallel safe
return (tsvector_to_array(search.words(word)))[1];

-- The words as they are written, for the vocabulary.
create function search.forms_in(written text) returns text[] language sql immutable parallel safe
return tsvector_to_array(to_tsvector('pg_catalog.simple', search.plain(written)));

-- One entry for each record and one for each case, so that a case is found once and its title changes in one place.
create table search.entries (
  id            uuid primary key,      -- of the record or the case
  case_id       uuid not null,
  authority_id  uuid not null,
  dated_on      date not null,
  kind          text not null,         -- the record's kind, or 'case'
  direction     text,
  officer_id    uuid,
  state         text not null,         -- of the case
  words         tsvector not null
) with (fillfactor = 90);
alter table search.entries alter column words set statistics 400;

-- The same for what is withheld, with its real words. Few, and found by authority, officer or case before words are compared.
create table search.secret_entries (
  id            uuid primary key,
  case_id       uuid not null,
  authority_id  uuid not null,
  dated_on      date not null,
  kind          text not null,
  direction     text,
  officer_id    uuid,
  state         text not null,
  words         tsvector not null
);
create index on search.secret_entries (authority_id, dated_on desc, id desc);
create index on search.secret_entries (officer_id) where officer_id is not null;
create index on search.secret_entries (case_id);

-- What each version of a file says, or why it could not be read. Seen by those who see the file.
create table search.texts (
  file_id    uuid primary key references registry.files (id),
  record_id  uuid not null references registry.records (id),
  state      text not null check (state in ('read', 'empty', 'binary', 'too-large', 'damaged', 'encrypted', 'no-text',
                                            'unknown-encoding', 'too-slow', 'missing')),
  body       text not null default ''
);
create index on search.texts (record_id);

-- The vocabulary of what is open: compounds, other inflections and the right spelling are found in it. A word may stand twice,
-- so that two who write it at the same time need not wait for each other; a rebuild makes them one.
create table search.forms (
  form  text collate "C" not null,
  stem  text collate "C" not null,
  n     int not null default 1,
  is_written  boolean not null default true   -- false: the stem alone, of a word in a long text
);
create index forms_by_form on search.forms (form);
create index forms_by_stem on search.forms (stem);

-- Sparade sökningar: one's own.
create table search.saved (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references organisation.people (id),
  name       text not null check (length(name) between 1 and 100),
  query      text not null check (length(query) between 1 and 2000),   -- as it stands in the address
  saved_at   timestamptz not null,
  unique (person_id, name)
);

-- How far a rebuild has come, so that it can go on after an interruption.
create table search.rebuilds (
  id     int primary key default 1 check (id = 1),
  stage  text not null check (stage in ('cases', 'records', 'indexes')),
  after  uuid
);

alter table search.entries enable row level security;
alter table search.secret_entries enable row level security;
alter table search.texts enable row level security;
alter table search.forms enable row level security;
alter table search.saved enable row level security;
alter table search.rebuilds enable row level security;
-- true is folded away, anything else would cost the index; the doors ask who it is, and so does every statement.
create policy open_inside_the_house on search.entries for select to kraftsam_app using (true);
create policy seen_by_need on search.secret_entries for select using (registry.reads_secrets(case_id, authority_id));
create policy seen_with_the_file on search.texts for select using (exists (select from registry.files f where f.id = file_id));
create policy open_inside_the_house on search.forms for select using (true);
create policy own on search.saved using (person_id = kernel.person());

grant select on search.entries, search.secret_entries, search.texts, search.forms to kraftsam_app;
grant select, insert, update, delete on search.saved to kraftsam_app;

-- The text of the records' imported bodies, where there are any (they have a table of their own).
create function search.bodies(the_records uuid[]) returns table (record_id uuid, body text)
language plpgsql stable set search_path = pg_catalog as
$$
begin
  if to_regclass('registry.texts') is not null and has_table_privilege('registry.texts', 'select') then
    return query execute 'select t.record_id, t.body from registry.texts t where t.record_id = any ($1)' using the_records;
  end if;
end
$$;

-- All that may be read in records, as it is found by: `open_text` by anyone inside, `secret_text` by need; null: not there.
-- 600,000 characters of a record are enough to find it by, and never more than PostgreSQL can hold.
create function search.sources(the_records uuid[])
returns table (id uuid, case_id uuid, authority_id uuid, dated_on date, kind text, direction text, officer_id uuid, state text,
  head text, open_text text, secret_text text)
language sql stable set search_path = pg_catalog as
$$
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
  where r.id = any (the_records)
$$;

create function search.case_sources(the_cases uuid[])
returns table (id uuid, case_id uuid, authority_id uuid, dated_on date, kind text, direction text, officer_id uuid, state text,
  head text, open_text text, secret_text text)
language sql stable set search_path = pg_catalog as
$$
  select c.id, c.id, c.authority_id, c.opened_on, 'case', null, c.officer_id, c.state,
    case when not c.is_secret then concat_ws(' ', c.title, c.counterpart) end,
    case when not c.is_secret then concat_ws(' ', c.title, c.counterpart) end,
    case when c.is_secret then concat_ws(' ', c.title, c.counterpart) end
  from registry.cases c where c.id = any (the_cases)
$$;

-- Adds the words that are new. Letters only, 3 to 40 of them: what one may look for by its beginning, end or likeness.
create function search.learn(texts text[]) returns void language sql set search_path = pg_catalog as
$$
  insert into search.forms (form, stem)
  select w.form, search.stem(w.form)
  from (select distinct form collate "C" as form from unnest(texts) t, unnest(search.forms_in(t)) form) w
  where length(w.form) between 3 and 40 and w.form collate "default" !~ '[^[:alpha:]]' and search.stem(w.form) is not null
    and not exists (select from search.forms known where known.form = w.form and known.is_written)
$$;

-- The same for long texts, where the stems will do: they cost nothing once the words are there.
create function search.learn_stems(the_records uuid[]) returns void language sql set search_path = pg_catalog as
$$
  insert into search.forms (form, stem, n, is_written)
  select w.stem, w.stem, w.n, false
  from (select stem collate "C" as stem, count(*)::int as n
        from search.entries e, unnest(tsvector_to_array(e.words)) stem where e.id = any (the_records) group by 1) w
  where length(w.stem) between 3 and 40 and w.stem collate "default" !~ '[^[:alpha:]]'
    and not exists (select from search.forms known where known.stem = w.stem)
$$;

-- Takes away the words that nothing open has any longer: a hidden word is not in the vocabulary either.
create function search.forget(stems text[]) returns void language sql set search_path = pg_catalog as
$$
  delete from search.forms f using unnest(stems) gone
  where f.stem = gone
    and not exists (select from search.entries e where e.words @@ ('''' || replace(gone, '''', '''''') || '''')::tsquery)
$$;

-- Writes what `sources` gave. Apart from its caller so that a batch and a single record go the same way.
create function search.put(the_records uuid[], the_cases uuid[]) returns void language sql set search_path = pg_catalog as
$$
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
  select search.learn(array_agg(head)) from source where head is not null
$$;

-- Writes the entries of these records and cases anew, from what the registry says at this moment. In the transaction of the
-- change itself. The locks make those who change the same case take turns, so that none writes what another has just hidden;
-- a rebuild takes its turn with all. A definer's: it gives nothing back, and nobody but it may write here.
create function search.refresh(the_records uuid[], the_cases uuid[]) returns void
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
  perform search.put(the_records, the_cases);
  perform search.learn(array_agg(s.open_text)) from search.sources(the_records) s where s.open_text is not null;
  if stems is not null and exists (select from search.secret_entries where id = any (ids)) then
    perform search.forget(stems);
  end if;
end
$$;

-- The same for a case: its own entry, the officer and state that its records are found by, and those of its records that
-- stand on the wrong side since the case was marked or the marking lifted.
create function search.refresh_case(the_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  moved uuid[];
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('search.rebuild', 0));
  perform pg_advisory_xact_lock(hashtextextended('search.case:' || the_case, 0));
  select coalesce(array_agg(r.id), '{}') into moved from registry.records r
  where r.case_id = the_case
    and (r.in_secret_case = exists (select from search.entries e where e.id = r.id)
      or (r.in_secret_case or r.is_secret) <> exists (select from search.secret_entries e where e.id = r.id));
  perform search.refresh(moved, array[the_case]);
  update search.entries e set officer_id = c.officer_id, state = c.state from registry.cases c
  where c.id = the_case and e.case_id = c.id and (e.officer_id, e.state) is distinct from (c.officer_id, c.state);
  update search.secret_entries e set officer_id = c.officer_id, state = c.state from registry.cases c
  where c.id = the_case and e.case_id = c.id and (e.officer_id, e.state) is distinct from (c.officer_id, c.state);
end
$$;

-- Whatever way a marking or its lifting comes by, what is hidden leaves the open entries in the same transaction.
create function search.follow_records() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform search.refresh((select coalesce(array_agg(id), '{}') from changed), '{}');
  return null;
end
$$;
create function search.follow_withheld() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform search.refresh((select coalesce(array_agg(record_id), '{}') from changed), '{}');
  return null;
end
$$;
create function search.follow_case() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform search.refresh_case(new.id);
  return null;
end
$$;
create trigger followed_by_search after update on registry.records referencing new table as changed
  for each statement execute function search.follow_records();
create trigger followed_by_search_in after insert on registry.withheld referencing new table as changed
  for each statement execute function search.follow_withheld();
create trigger followed_by_search_out after delete on registry.withheld referencing old table as changed
  for each statement execute function search.follow_withheld();
create trigger followed_by_search after update of is_secret on registry.cases for each row
  when (new.is_secret <> old.is_secret) execute function search.follow_case();

-- Files of these records whose text is not read yet. By the definer: whoever files something in a hidden case has it read too.
create function search.unread(the_records uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as
$$
  select f.id from registry.files f where f.record_id = any (the_records)
    and not exists (select from search.texts t where t.file_id = f.id)
$$;

-- Keeps what a file says, and writes its record's entry anew.
create function search.keep_text(the_file uuid, how text, words text) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  the_record uuid := (select f.record_id from registry.files f where f.id = the_file);
begin
  if the_record is null then return; end if;
  insert into search.texts (file_id, record_id, state, body) values (the_file, the_record, how, left(words, 1000000))
  on conflict (file_id) do update set state = excluded.state, body = excluded.body;
  perform search.refresh(array[the_record], '{}');
end
$$;

-- The next `most` records or cases after an id, for imports and rebuilds: the last id of the batch and how many it had.
create function search.fill(what text, after_id uuid, most int) returns table (last_id uuid, done int)
language plpgsql set search_path = pg_catalog as
$$
declare
  ids uuid[];
  start uuid := coalesce(after_id, '00000000-0000-0000-0000-000000000000');
begin
  perform pg_advisory_xact_lock(hashtextextended('search.rebuild', 0));
  if what = 'cases' then
    select array_agg(x.id order by x.id) into ids from (select c.id from registry.cases c where c.id > start order by c.id limit most) x;
    perform search.put('{}', coalesce(ids, '{}'));
  else
    select array_agg(x.id order by x.id) into ids from (select r.id from registry.records r where r.id > start order by r.id limit most) x;
    perform search.put(coalesce(ids, '{}'), '{}');
    perform search.learn_stems(ids);
  end if;
  return query select ids[cardinality(ids)], coalesce(cardinality(ids), 0);
end
$$;

-- Each word once, with how often it was met.
create function search.tidy_forms() returns void language sql set search_path = pg_catalog as
$$
  with all_of_them as (delete from search.forms returning form, stem, n, is_written)
  insert into search.forms (form, stem, n, is_written) select form, min(stem), sum(n)::int, bool_or(is_written) from all_of_them group by form
$$;

-- A rebuild begins with nothing and without the indexes that are dear to keep, and ends with them.
create function search.drop_indexes() returns void language sql set search_path = pg_catalog as
$$
  drop index if exists search.entries_by_words, search.entries_by_day, search.entries_by_authority, search.entries_by_kind,
    search.entries_by_officer, search.entries_by_case, search.forms_by_end, search.stems_by_end,
    search.forms_by_likeness;
$$;

create function search.make_indexes() returns void language plpgsql set search_path = pg_catalog as
$$
begin
  create index if not exists entries_by_words on search.entries using gin (words) with (fastupdate = off);
  create index if not exists entries_by_day on search.entries (dated_on desc, id desc);
  create index if not exists entries_by_authority on search.entries (authority_id, dated_on desc, id desc);
  create index if not exists entries_by_kind on search.entries (kind, dated_on desc, id desc);
  create index if not exists entries_by_officer on search.entries (officer_id, dated_on desc, id desc) where officer_id is not null;
  create index if not exists entries_by_case on search.entries (case_id);
  create index if not exists forms_by_end on search.forms (reverse(form) collate "C");
  create index if not exists stems_by_end on search.forms (reverse(stem) collate "C");
  -- where pg_trgm lies depends on who made it
  execute format('create index if not exists forms_by_likeness on search.forms using gin (form %I.gin_trgm_ops)',
    (select n.nspname from pg_extension x join pg_namespace n on n.oid = x.extnamespace where x.extname = 'pg_trgm'));
end
$$;
select search.make_indexes();

-- How many open entries a question might have, as the planner guesses from its statistics: decides the way to search.
create function search.guess(asked tsquery) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog as   -- EXPLAIN asks for volatile
$$
declare
  plan json;
begin
  execute format('explain (format json) select from search.entries where words @@ %L::tsquery', asked) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
end
$$;

create function search.quoted(stems text[]) returns tsquery language sql immutable parallel safe set search_path = pg_catalog
return (select string_agg('''' || replace(replace(s, '\', '\\'), '''', '''''') || '''', '|')::tsquery from unnest(stems) s);

-- Last parts shorter than five letters that are worth looking for; others, as in names, would find too much.
create function search.is_tail(word text) returns boolean language sql immutable parallel safe
return length(word) >= 5 or word in ('plan', 'park', 'vård', 'stöd', 'skog', 'gata', 'bana', 'väg', 'hamn', 'torg', 'krav',
  'chef', 'lag', 'lov', 'råd', 'hus', 'mål', 'avtal', 'bad', 'bygg', 'bro', 'kort', 'register', 'tal', 'ting');

-- The stems that a word stands for: its own inflections, compounds that begin with it, compounds that end with it.
create function search.relatives(word text) returns table (form text, stem text, n int)
language sql stable set search_path = pg_catalog as
$$
  with own as (
    select search.stem(word) as stem, (ts_lexize('pg_catalog.swedish_stem', word))[1] as rough
  ), root as (
    select case when length(stem) >= 4 then stem else rough end as root from own
  ), ends as (
    select word as tail where search.is_tail(word)
    union
    select f.form from search.forms f, own where f.stem = own.stem and search.is_tail(f.form)
  )
  (select f.form, f.stem, f.n from search.forms f, own where f.stem = own.stem limit 50)
  union
  (select f.form, f.stem, f.n from search.forms f, root
   where length(root) >= 4 and f.form >= root collate "C" and f.form < (root || U&'\FFFF') collate "C"
   order by f.n desc limit 60)
  union
  (select f.form, f.stem, f.n from search.forms f, ends
   where reverse(f.form) collate "C" >= reverse(tail) collate "C"
     and reverse(f.form) collate "C" < (reverse(tail) || U&'\FFFF') collate "C"
     and length(f.form) >= length(tail) + 3
   order by f.n desc limit 60)
  union
  (select f.form, f.stem, f.n from search.forms f, own
   where search.is_tail(own.stem)
     and reverse(f.stem) collate "C" >= reverse(own.stem) collate "C"
     and reverse(f.stem) collate "C" < (reverse(own.stem) || U&'\FFFF') collate "C"
     and length(f.stem) >= length(own.stem) + 3
   order by f.n desc limit 60)
$$;

create function search.phrase(written text) returns tsquery language sql immutable parallel safe set search_path = pg_catalog
return (
  select string_agg(case when before is null then '' else '<' || place - before || '>' end || search.quoted(array[lexeme])::text, ' '
    order by place)::tsquery
  from (select w.lexeme, p.place, lag(p.place) over (order by p.place) as before
        from unnest(search.words(written)) w, unnest(w.positions) p (place)) places);

-- What each part of a question means, for what is open (by the vocabulary) and for what is withheld (by beginnings, since
-- its words are in no vocabulary), and the words to mark where they stand. null: only small words, which mean nothing.
create function search.meaning(kinds text[], parts text[])
returns table (place int, open_query tsquery, secret_query tsquery, shown text[], guess bigint)
language plpgsql volatile set search_path = pg_catalog as
$$
declare
  stems text[];
  word text;
begin
  for at in 1 .. cardinality(parts) loop
    place := at;
    word := trim(lower(search.plain(parts[at])));
    open_query := null; secret_query := null; shown := '{}'; guess := 0;
    if kinds[at] = 'phrase' then
      open_query := search.phrase(word);
      secret_query := open_query;
      select coalesce(array_agg(f.form), '{}') into shown
      from unnest(tsvector_to_array(search.words(word))) own, lateral (
        select k.form from search.forms k where k.stem = own collate "C" limit 30) f;
      shown := shown || search.forms_in(word);
    elsif kinds[at] = 'prefix' then
      select array_agg(distinct f.stem), coalesce(array_agg(f.form), '{}') into stems, shown from (
        select k.form, k.stem from search.forms k
        where k.form >= word collate "C" and k.form < (word || U&'\FFFF') collate "C"
        order by k.n desc limit 300) f;
      open_query := search.quoted(coalesce(stems, '{}') || word);
      secret_query := (search.quoted(array[word])::text || ':*')::tsquery;
    elsif search.stem(word) is not null then
      select array_agg(distinct r.stem), coalesce(array_agg(r.form), '{}') into stems, shown from search.relatives(word) r;
      open_query := search.quoted((select array_agg(distinct s) from unnest(stems || search.stem(word)) s));
      secret_query := (search.quoted(array[search.stem(word)])::text || case when length(search.stem(word)) >= 4 then ':*' else '' end)::tsquery;
      shown := shown || word;
    end if;
    if open_query is not null then guess := search.guess(open_query); end if;
    return next;
  end loop;
end
$$;

-- The piece of each record's text round the first of the words, where they stand in it. Words are letters and digits only.
create function search.passages(the_records uuid[], shown text[]) returns table (record_id uuid, passage text)
language sql stable set search_path = pg_catalog as
$$
  select distinct on (record_id) record_id, substr(body, greatest(1, place - 110), 320)
  from (
    select record_id, body, regexp_instr(left(body, 300000), '\m(?:' || array_to_string(shown, '|') || ')', 1, 1, 0, 'i') as place
    from (select t.record_id, t.body from search.texts t where t.record_id = any (the_records) and t.body <> ''
          union all select b.record_id, b.body from search.bodies(the_records) b) bodies
    where cardinality(shown) > 0
  ) places
  where place > 0 order by record_id, place
$$;

-- Words of the vocabulary that a misspelt one may have meant, and that something open still has.
create function search.alike(word text) returns table (form text) language sql stable set search_path from current as
$$
  select f.form from (select k.form, min(k.stem) as stem, sum(k.n) as n from search.forms k where k.form % word and k.is_written group by k.form) f
  where f.form <> word and exists (select from search.entries e where e.words @@ search.quoted(array[f.stem]))
  order by similarity(f.form, word) desc, f.n desc limit 3
$$;

revoke all on function search.refresh(uuid[], uuid[]), search.refresh_case(uuid), search.follow_records(), search.follow_withheld(), search.follow_case(),
  search.unread(uuid[]), search.keep_text(uuid, text, text), search.guess(tsquery),
  search.put(uuid[], uuid[]), search.learn(text[]), search.forget(text[]), search.fill(text, uuid, int),
  search.tidy_forms(), search.drop_indexes(), search.make_indexes() from public;
grant execute on function search.refresh(uuid[], uuid[]), search.refresh_case(uuid), search.unread(uuid[]), search.keep_text(uuid, text, text),
  search.guess(tsquery) to kraftsam_app;

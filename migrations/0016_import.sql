-- Bringing in another system's registry, proving that nothing is gone, and knowing where a chain ends.

-- The text of a record that came without a file, as an older system kept it. Seen like the record's files.
create table registry.texts (
  record_id  uuid primary key references registry.records (id),
  body       text not null
) with (toast_tuple_target = 8160);   -- a few pages of text stay as they are: compressing them is dearer than keeping them
alter table registry.texts enable row level security;
create policy seen_with_its_record on registry.texts for select
  using (exists (select from registry.records r where r.id = record_id
                   and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id))));
grant select on registry.texts to kraftsam_app;

-- An import and how far it has come. The owner's alone: the application role reaches none of this.
create table registry.imports (
  id           uuid primary key default gen_random_uuid(),
  source       text not null check (length(source) between 1 and 60),
  prefix       text not null check (prefix ~ '^[0-9a-f]{12}$'),   -- what the ids of everything from this source begin with
  fingerprint  text not null,                                     -- of the files' names, sizes and times
  started_at   timestamptz not null,
  finished_at  timestamptz
);

-- Each batch is one transaction, and this row is in it.
create table registry.import_batches (
  import_id   uuid not null references registry.imports (id),
  file        text not null,
  first_byte  bigint not null,
  last_byte   bigint not null,
  last_line   bigint not null,
  loaded      int not null,
  already     int not null,
  rejected    int not null,
  primary key (import_id, file, first_byte)
);

-- What was not loaded, and why; or loaded with something left out.
create table registry.import_faults (
  import_id  uuid not null references registry.imports (id),
  file       text not null,
  line       bigint not null,
  until      bigint,          -- the last line of what could not be read at all
  reason     text not null,
  is_note    boolean not null default false
);
create index on registry.import_faults (import_id, file, line);

-- Numbers that are not there and never were: those before a series began with us, and those that an imported registry did not
-- have. Any other that is not there is a loss.
create table registry.known_gaps (
  authority_id  uuid not null references organisation.authorities (id),
  year          int not null,
  kind          text not null check (kind in ('case', 'record')),
  first         int not null,
  last          int not null,
  primary key (authority_id, year, kind, first)
);
insert into registry.known_gaps
  select s.authority_id, s.year, s.kind, 1, coalesce(min(n.number) - 1, s.last) from registry.series s
  left join (select authority_id, year, 'case' as kind, number from registry.cases
             union all select authority_id, year, 'record', number from registry.records) n using (authority_id, year, kind)
  group by 1, 2, 3, s.last having coalesce(min(n.number) - 1, s.last) > 0;

-- A series that begins after 1 goes on from a register on paper or in another system. One that is in use never jumps.
create function registry.follow_series() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  insert into registry.known_gaps (authority_id, year, kind, first, last)
  values (new.authority_id, new.year, new.kind, 1, new.last) on conflict do nothing;
  return null;
end
$$;
revoke all on function registry.follow_series() from public;
create trigger followed_by_its_beginning after insert on registry.series for each row when (new.last > 1)
  execute function registry.follow_series();

-- Which series an import has brought, and where each ended when the import did; 0: it is going on.
create table registry.imported_series (
  authority_id  uuid not null references organisation.authorities (id),
  year          int not null,
  kind          text not null check (kind in ('case', 'record')),
  last          int not null,
  primary key (authority_id, year, kind)
);

-- The id that a case or a document of a source gets: always the same, and rising as the source's own, so that a second run
-- adds nothing and the indexes grow at their ends. Version 8 of RFC 9562.
create function registry.imported_id(prefix text, kind text, n bigint) returns uuid language sql immutable parallel safe as
$$ select (prefix || case kind when 'case' then '80c08000' else '80d08000' end || lpad(to_hex(n), 12, '0'))::uuid $$;

-- Source, kind and source id → id, the other way round.
create view registry.imported with (security_invoker = true) as
  select i.source, 'case' as kind, ('x' || right(c.id::text, 12))::bit(48)::bigint as source_id, c.id
  from (select distinct source, prefix from registry.imports) i
  join registry.cases c on c.id between registry.imported_id(i.prefix, 'case', 0) and registry.imported_id(i.prefix, 'case', 281474976710655)
  union all
  select i.source, 'document', ('x' || right(r.id::text, 12))::bit(48)::bigint, r.id
  from (select distinct source, prefix from registry.imports) i
  join registry.records r on r.id between registry.imported_id(i.prefix, 'document', 0) and registry.imported_id(i.prefix, 'document', 281474976710655);

alter table registry.imports enable row level security;
alter table registry.import_batches enable row level security;
alter table registry.import_faults enable row level security;
alter table registry.imported_series enable row level security;
alter table registry.known_gaps enable row level security;

-- A day as it is written, or null when there is none such. Never fails, unlike a cast, which PostgreSQL would not inline either.
create function registry.day(written text) returns date language sql immutable parallel safe as
$$
  select case when written collate "C" ~ '^(1[6-9]|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    and right(written, 2)::int <= case
      when substr(written, 6, 2) in ('04', '06', '09', '11') then 30
      when substr(written, 6, 2) <> '02' then 31
      when left(written, 4)::int % 4 = 0 and (left(written, 4)::int % 100 <> 0 or left(written, 4)::int % 400 = 0) then 29
      else 28 end
  then make_date(left(written, 4)::int, substr(written, 6, 2)::int, right(written, 2)::int) end
$$;
create function registry.whole_number(written text) returns bigint language sql immutable parallel safe as
$$ select case when ltrim(written, '0123456789') = '' and octet_length(written) between 1 and 14 then written::bigint end $$;

-- Where each case's chain ends. Kept by the database at each entry, out of reach of the application role, so that entries
-- cut off at the end show (J-09).
create table registry.heads (
  case_id  uuid primary key references registry.cases (id),
  seq      int not null,
  hash     text not null
) with (fillfactor = 80);
alter table registry.heads enable row level security;
insert into registry.heads select distinct on (case_id) case_id, seq, hash from registry.ledger order by case_id, seq desc;

create function registry.follow_ledger() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  insert into registry.heads (case_id, seq, hash) values (new.case_id, new.seq, new.hash)
  on conflict (case_id) do update set seq = excluded.seq, hash = excluded.hash where heads.seq < excluded.seq;
  return null;
end
$$;
revoke all on function registry.follow_ledger() from public;
create trigger followed_by_its_head after insert on registry.ledger for each row execute function registry.follow_ledger();

-- Sekretess in the database: what is marked is withheld from everyone without need, whatever door they come by (B-04 … B-10).
-- Two degrees. A marked record keeps its row (date and number always show, B-06), its title and party give way to neutral
-- words, and its files are not there. A marked case is not there at all, nor its records (J-08).

alter table organisation.authorities drop constraint authorities_prefix_check,
  add constraint authorities_prefix_check check (prefix ~ '^[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,7}$');

-- An imported registry was not kept by anybody of ours.
alter table registry.cases alter column opened_by drop not null;
alter table registry.records alter column registered_by drop not null;
alter table registry.files alter column added_by drop not null;

alter table registry.cases
  add column class_id     uuid references filing.classes (id),
  add column case_type_id uuid references filing.case_types (id),
  add column is_secret    boolean not null default false;
alter table registry.records
  add column is_secret      boolean not null default false,   -- the record is marked
  add column in_secret_case boolean not null default false;   -- its case is marked
create index on registry.cases (authority_id, year, opened_on desc, number desc, id desc);

-- Sekretessmarkeringar: with provision, day and authority (B-08). A lifted one stays, with when and why.
create table registry.markings (
  id            uuid primary key default gen_random_uuid(),
  case_id       uuid not null references registry.cases (id),
  record_id     uuid references registry.records (id),        -- null: the whole case
  authority_id  uuid not null references organisation.authorities (id),
  provision     text not null check (length(provision) between 1 and 200),   -- '21 kap. 3 § OSL'
  reason        text check (length(reason) <= 2000),
  hides_title   boolean not null default true,
  hides_party   boolean not null default true,
  marked_on     date not null,
  marked_at     timestamptz not null,
  marked_by     uuid references organisation.people (id),
  lifted_at     timestamptz,
  lifted_by     uuid references organisation.people (id),
  lifted_why    text check (length(lifted_why) <= 2000)
);
create unique index one_marking_holds_on_a_record on registry.markings (record_id) where lifted_at is null and record_id is not null;
create unique index one_marking_holds_on_a_case on registry.markings (case_id) where lifted_at is null and record_id is null;
create index on registry.markings (case_id);

-- What the neutral words in registry.records stand in for.
create table registry.withheld (
  record_id     uuid primary key references registry.records (id),
  case_id       uuid not null references registry.cases (id),
  authority_id  uuid not null references organisation.authorities (id),
  title         text not null,
  party         text
);
create index on registry.withheld (case_id);

-- Behörighet efter behov: who needs to read what is marked in a case, besides its officer and the authority's registrars.
create table registry.access (
  case_id     uuid not null references registry.cases (id),
  person_id   uuid not null references organisation.people (id),
  reason      text not null check (length(reason) between 1 and 500),
  granted_at  timestamptz not null,
  granted_by  uuid references organisation.people (id),
  until       date,
  primary key (case_id, person_id)
);

-- Läslogg: each reading of something marked, apart from the case's own ledger. Append only.
create table registry.readings (
  id         bigint generated always as identity primary key,
  case_id    uuid not null references registry.cases (id),
  record_id  uuid references registry.records (id),
  file_id    uuid references registry.files (id),
  person_id  uuid not null references organisation.people (id),
  at         timestamptz not null
);
create index on registry.readings (case_id, at desc);
create index on registry.readings (person_id, at desc);

-- Serving the authority is not enough: the permission to read what is secret there, or the case itself, is needed.
-- kraftsam.secrets holds the authorities where the actor has the permission registry.read-secret (kernel/db.ts).
create function kernel.reads_secrets_of(authority uuid) returns boolean language sql stable parallel safe as
$$
  select case coalesce(current_setting('kraftsam.secrets', true), '')
    when '' then false
    when '*' then true
    else authority = any (string_to_array(current_setting('kraftsam.secrets', true), ',')::uuid[])
  end
$$;

create function registry.needs(the_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as
$$
  select exists (select from registry.cases c where c.id = the_case and c.officer_id = kernel.person())
      or exists (select from registry.access a where a.case_id = the_case and a.person_id = kernel.person()
                   and (a.until is null or a.until >= current_date))
$$;

create function registry.reads_secrets(the_case uuid, authority uuid) returns boolean
language sql stable parallel safe as
$$ select kernel.reads_secrets_of(authority) or registry.needs(the_case) $$;

-- Whether something in the case is marked: its history may then say what the marking hides.
create function registry.holds_secrets(the_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as
$$ select exists (select from registry.markings m where m.case_id = the_case) $$;

-- The end of a case's chain, for whoever writes the next entry, also where they may not read the entry itself.
create function registry.end_of_ledger(the_case uuid) returns table (seq int, hash text)
language sql stable security definer set search_path = pg_catalog as
$$ select l.seq, l.hash from registry.ledger l where l.case_id = the_case order by l.seq desc limit 1 $$;

-- The diary's rows of marked cases: date and number and nothing else (OSL 5:2, B-05, B-06), a page at a time.
create function registry.hidden_rows(authority uuid, before_year int, before_number int, most int)
returns table (year int, number int, direction text, dated_on date)
language sql stable security definer set search_path = pg_catalog as
$$
  select r.year, r.number, r.direction, r.dated_on from registry.records r
  where r.authority_id = authority and r.in_secret_case and (r.year, r.number) < (before_year, before_number)
    and not (kernel.reads_secrets_of(r.authority_id) or registry.needs(r.case_id))
    and (kernel.person() is not null or kernel.everywhere())
  order by r.year desc, r.number desc limit least(most, 1000)
$$;
create index on registry.records (authority_id, year desc, number desc) where in_secret_case;

revoke all on function registry.needs(uuid), registry.holds_secrets(uuid), registry.end_of_ledger(uuid),
  registry.hidden_rows(uuid, int, int, int) from public;
grant execute on function registry.needs(uuid), registry.holds_secrets(uuid), registry.end_of_ledger(uuid),
  registry.hidden_rows(uuid, int, int, int) to kraftsam_app;

drop policy seen_by_the_signed_in on registry.cases;
create policy seen_by_the_signed_in on registry.cases for select
  using ((select kernel.someone()) and (not is_secret or registry.reads_secrets(id, authority_id)));
drop policy seen_by_the_signed_in on registry.records;
create policy seen_by_the_signed_in on registry.records for select
  using ((select kernel.someone()) and (not in_secret_case or registry.reads_secrets(case_id, authority_id)));
create policy masked_by_its_authority on registry.records for update using (kernel.serves(authority_id));
drop policy seen_by_the_signed_in on registry.links;
create policy seen_by_the_signed_in on registry.links for select
  using ((select kernel.someone()) and exists (select from registry.cases c where c.id = case_id)
     and exists (select from registry.cases c where c.id = other_case_id));
drop policy seen_by_the_signed_in on registry.files;
create policy seen_by_the_signed_in on registry.files for select
  using (exists (select from registry.records r where r.id = record_id
                   and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id))));
drop policy seen_by_the_signed_in on registry.ledger;
create policy seen_by_the_signed_in on registry.ledger for select
  using (exists (select from registry.cases c where c.id = case_id
                   and (not registry.holds_secrets(c.id) or registry.reads_secrets(c.id, c.authority_id))));

alter table registry.markings enable row level security;
alter table registry.withheld enable row level security;
alter table registry.access enable row level security;
alter table registry.readings enable row level security;
-- That a record is marked, and by which provision, is no secret; a marking of a hidden case is as hidden as the case.
create policy seen_with_its_case on registry.markings for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy set_by_its_authority on registry.markings for insert with check (kernel.serves(authority_id));
create policy lifted_by_its_authority on registry.markings for update using (kernel.serves(authority_id));
create policy seen_by_need on registry.withheld for select using (registry.reads_secrets(case_id, authority_id));
create policy kept_by_its_authority on registry.withheld for insert with check (kernel.serves(authority_id));
create policy given_back_by_its_authority on registry.withheld for delete using (kernel.serves(authority_id));
create policy seen_with_its_case on registry.access for select
  using (person_id = kernel.person() or exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy granted_by_its_authority on registry.access for insert
  with check (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy changed_by_its_authority on registry.access for update
  using (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy taken_back_by_its_authority on registry.access for delete
  using (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy seen_by_its_registrars on registry.readings for select
  using (exists (select from registry.cases c where c.id = case_id and kernel.reads_secrets_of(c.authority_id)));
create policy noted_for_oneself on registry.readings for insert with check (person_id = kernel.person());

grant select, insert on registry.markings, registry.readings to kraftsam_app;
grant update (lifted_at, lifted_by, lifted_why) on registry.markings to kraftsam_app;
grant select, insert, delete on registry.withheld to kraftsam_app;
grant select, insert, update, delete on registry.access to kraftsam_app;
grant update (title, party, is_secret, in_secret_case) on registry.records to kraftsam_app;
grant update (is_secret, class_id, case_type_id) on registry.cases to kraftsam_app;

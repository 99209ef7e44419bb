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

-- What is registered is not rewritten (D-06): a record's words change only by being marked or no longer marked, its own words
-- are what is withheld meanwhile, and they cannot be lost.
create function registry.hold_words() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if new.title = old.title and new.party is not distinct from old.party then
    return new;
  end if;
  if new.is_secret <> old.is_secret and exists (
    select from registry.withheld w where w.record_id = new.id
      and w.title = case when new.is_secret then old.title else new.title end
      and w.party is not distinct from case when new.is_secret then old.party else new.party end
  ) then
    return new;
  end if;
  raise exception 'permission denied: a registered record keeps its words' using errcode = 'insufficient_privilege';
end
$$;
create trigger words_are_held before update of title, party on registry.records
  for each row execute function registry.hold_words();

create function registry.keep_withheld() returns trigger language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if exists (select from registry.records r where r.id = old.record_id and r.is_secret) then
    raise exception 'permission denied: the record is still marked' using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
create trigger words_are_kept before delete on registry.withheld for each row execute function registry.keep_withheld();

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

-- Its officer, or someone who has been given access: need ends with the day that was set, and with serving the authority.
create function registry.needs(the_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as
$$
  select exists (select from registry.cases c where c.id = the_case and kernel.serves(c.authority_id)
    and (c.officer_id = kernel.person()
      or exists (select from registry.access a where a.case_id = c.id and a.person_id = kernel.person()
                   and (a.until is null or a.until >= (now() at time zone 'Europe/Stockholm')::date))))
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

-- The one way in to the log: whoever reads is noted as themselves, for each case, record (or null) and file (or null) in turn.
create function registry.note_readings(cases uuid[], records uuid[], files uuid[], read_at timestamptz) returns void
language sql security definer set search_path = pg_catalog as
$$
  insert into registry.readings (case_id, record_id, file_id, person_id, at)
  select c, r, f, kernel.person(), read_at from unnest(cases, records, files) as one (c, r, f)
$$;

-- Why a record was marked can itself be secret: read by need, never with the row.
create function registry.reasons(the_case uuid) returns table (marking_id uuid, reason text, lifted_why text)
language sql stable security definer set search_path = pg_catalog as
$$
  select m.id, m.reason, m.lifted_why from registry.markings m join registry.cases c on c.id = m.case_id
  where c.id = the_case and registry.reads_secrets(c.id, c.authority_id)
$$;

-- The diary's rows of marked cases: date and number and nothing else (OSL 5:2, B-05, B-06), a page at a time.
create function registry.hidden_rows(authority uuid, before_year int, before_number int, most int, only_direction text default null)
returns table (year int, number int, direction text, dated_on date)
language sql stable security definer set search_path = pg_catalog as
$$
  select r.year, r.number, r.direction, r.dated_on from registry.records r
  where not kernel.reads_secrets_of(authority) and kernel.someone()
    and r.authority_id = authority and r.in_secret_case and (r.year, r.number) < (before_year, before_number)
    and (only_direction is null or r.direction = only_direction)
    and not registry.needs(r.case_id)
  order by r.year desc, r.number desc limit least(most, 1000)
$$;
create index on registry.records (authority_id, year desc, number desc) where in_secret_case;

revoke all on function registry.needs(uuid), registry.holds_secrets(uuid), registry.end_of_ledger(uuid),
  registry.reasons(uuid), registry.hidden_rows(uuid, int, int, int, text),
  registry.note_readings(uuid[], uuid[], uuid[], timestamptz) from public;
grant execute on function registry.needs(uuid), registry.holds_secrets(uuid), registry.end_of_ledger(uuid),
  registry.reasons(uuid), registry.hidden_rows(uuid, int, int, int, text),
  registry.note_readings(uuid[], uuid[], uuid[], timestamptz) to kraftsam_app;

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
create policy seen_by_need on registry.access for select
  using (person_id = kernel.person()
     or exists (select from registry.cases c where c.id = case_id and registry.reads_secrets(c.id, c.authority_id)));
create policy granted_by_its_authority on registry.access for insert
  with check (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy changed_by_its_authority on registry.access for update
  using (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy taken_back_by_its_authority on registry.access for delete
  using (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));
create policy seen_by_its_registrars on registry.readings for select
  using (exists (select from registry.cases c where c.id = case_id and kernel.reads_secrets_of(c.authority_id)));

-- What other modules keep of a case that is marked, or of a record that is, is no more to be seen than the case or the record.
create policy hidden_with_its_case on drafting.drafts as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id)
     and (record_id is null or exists (select from registry.records r where r.id = record_id
            and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id)))));
create policy hidden_with_its_case on drafting.submissions as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy hidden_with_its_case on meetings.items as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy hidden_with_its_case on meetings.decisions as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy hidden_with_its_item on meetings.item_records as restrictive for select
  using (exists (select from meetings.items i where i.id = item_id));
create policy hidden_with_its_case on planning.steps as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy hidden_with_its_case on assignments.assignments as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy hidden_with_its_assignment on assignments.receivers as restrictive for select
  using (exists (select from assignments.assignments a where a.id = assignment_id));
create policy hidden_with_its_case on referral.rounds as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy hidden_with_the_round on referral.answers as restrictive for select
  using (exists (select from referral.recipients x where x.id = recipient_id));
create policy hidden_with_the_answer on referral.answer_parts as restrictive for select
  using (exists (select from referral.answers a where a.id = answer_id));
create policy hidden_with_the_round on compilation.compilations as restrictive for select
  using (exists (select from referral.rounds r where r.id = round_id));

-- All of a marking but its reasons (registry.reasons).
grant select (id, case_id, record_id, authority_id, provision, hides_title, hides_party, marked_on, marked_at, marked_by,
  lifted_at, lifted_by), insert on registry.markings to kraftsam_app;
grant select on registry.readings to kraftsam_app;
grant update (lifted_at, lifted_by, lifted_why) on registry.markings to kraftsam_app;
grant select, insert, delete on registry.withheld to kraftsam_app;
grant select, insert, update, delete on registry.access to kraftsam_app;
grant update (title, party, is_secret, in_secret_case) on registry.records to kraftsam_app;
grant update (is_secret, class_id, case_type_id) on registry.cases to kraftsam_app;

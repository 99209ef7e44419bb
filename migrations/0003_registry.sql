create schema registry;
grant usage on schema registry to kraftsam_app;

-- Nummerserier: gap-free per authority and year under any concurrency; the row is locked until the case is committed.
create table registry.series (
  authority_id  uuid not null references organisation.authorities (id),
  year          int not null,
  kind          text not null check (kind in ('case', 'record')),
  last          int not null check (last >= 0),
  primary key (authority_id, year, kind)
);

-- Ärenden.
create table registry.cases (
  id                uuid primary key default gen_random_uuid(),
  authority_id      uuid not null references organisation.authorities (id),
  year              int not null,
  number            int not null,
  reference_number  text not null unique,
  kind              text not null default 'matter' check (kind in ('matter', 'assignment', 'referral_answer')),
  title             text not null check (length(title) between 1 and 300),
  state             text not null default 'open' check (state in ('open', 'closed')),
  opened_on         date not null,
  closed_on         date,
  officer_id        uuid references organisation.people (id),
  counterpart       text,          -- motpartens ärendenummer, as the other side writes it
  due_on            date,          -- sista svarsdag
  due_source        text,          -- who set it: "satt av kommunstyrelsens arbetsutskott § 430"
  opened_by         uuid not null references organisation.people (id),
  constraint a_number_is_used_once unique (authority_id, year, number),
  constraint closed_means_closed_on_some_day check ((state = 'closed') = (closed_on is not null))
);
create index on registry.cases (authority_id, opened_on desc, number desc, id desc);
create index on registry.cases (opened_on desc, number desc, id desc);
create index on registry.cases (number);
create index on registry.cases (officer_id) where state = 'open';

-- Kopplingar mellan ärenden hos olika myndigheter.
create table registry.links (
  case_id        uuid not null references registry.cases (id),
  other_case_id  uuid not null references registry.cases (id),
  kind           text not null check (kind in ('referral', 'assignment', 'related')),
  primary key (case_id, other_case_id),
  constraint a_case_is_not_linked_to_itself check (case_id <> other_case_id)
);
create index on registry.links (other_case_id);

-- Handlingar: inkomna, utgående (expedierade), upprättade inom myndigheten. OSL 5:1–2.
create table registry.records (
  id                uuid primary key default gen_random_uuid(),
  case_id           uuid not null references registry.cases (id),
  authority_id      uuid not null references organisation.authorities (id),
  year              int not null,
  number            int not null,      -- löpnummer i myndighetens diarium det året
  seq               int not null,      -- ordning i ärendet
  direction         text not null check (direction in ('in', 'out', 'internal')),
  kind              text not null check (kind in ('assignment', 'memo', 'proposal', 'decision', 'cover_letter', 'referral',
                                                 'statement', 'extract', 'compilation', 'letter', 'attachment', 'other')),
  title             text not null check (length(title) between 1 and 300),
  party             text,              -- avsändare eller mottagare
  dated_on          date not null,     -- dagen handlingen kom in, gick ut eller upprättades
  origin_record_id  uuid references registry.records (id),  -- the record at the other authority that this one came from
  registered_at     timestamptz not null,
  registered_by     uuid not null references organisation.people (id),
  constraint a_record_number_is_used_once unique (authority_id, year, number),
  constraint records_stand_in_order_in_the_case unique (case_id, seq),
  constraint what_comes_or_goes_has_another_party check (direction = 'internal' or party is not null)
);
create index on registry.records (authority_id, registered_at desc, id);

-- Filer och deras versioner. A version is never overwritten; the highest is the current one.
create table registry.files (
  id          uuid primary key default gen_random_uuid(),
  record_id   uuid not null references registry.records (id),
  position    int not null,
  version     int not null default 1,
  name        text not null check (length(name) between 1 and 255),
  media_type  text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size        bigint not null check (size >= 0),
  added_at    timestamptz not null,
  added_by    uuid not null references organisation.people (id),
  constraint each_version_once unique (record_id, position, version)
);

-- Liggaren: who did what, when, in which case. Append only, chained by hash within the case.
create table registry.ledger (
  case_id    uuid not null references registry.cases (id),
  seq        int not null,
  at         timestamptz not null,
  person_id  uuid references organisation.people (id),
  actor      text not null,
  event      text not null,
  facts      jsonb not null,
  previous   text not null,
  hash       text not null,
  primary key (case_id, seq)
);
create index on registry.ledger (person_id, at desc);

alter table registry.cases enable row level security;
alter table registry.links enable row level security;
alter table registry.records enable row level security;
alter table registry.files enable row level security;
alter table registry.ledger enable row level security;

-- The registry is public to everyone inside; nobody who is not signed in reads a row. Only one's own authority is changed,
-- but a referral opens a case at another authority, so inserting is left to the commands.
create policy seen_by_the_signed_in on registry.cases for select using (kernel.someone());
create policy opened on registry.cases for insert with check (kernel.someone());
create policy changed_by_its_authority on registry.cases for update using (kernel.serves(authority_id));
create policy seen_by_the_signed_in on registry.links for select using (kernel.someone());
create policy linked on registry.links for insert with check (kernel.someone());
create policy seen_by_the_signed_in on registry.records for select using (kernel.someone());
create policy registered on registry.records for insert with check (kernel.someone());
create policy seen_by_the_signed_in on registry.files for select using (kernel.someone());
create policy added on registry.files for insert with check (kernel.someone());
create policy seen_by_the_signed_in on registry.ledger for select using (kernel.someone());
create policy written on registry.ledger for insert with check (kernel.someone());

grant select, insert, update on registry.series to kraftsam_app;
grant select, insert on registry.cases, registry.links, registry.records, registry.files, registry.ledger to kraftsam_app;
grant update (title, state, closed_on, officer_id, counterpart, due_on, due_source) on registry.cases to kraftsam_app;

-- What registering leans on: who one writes with, how matters are classified and kept, and the usual kinds of case.
create schema filing;
grant usage on schema filing to kraftsam_app;

-- Motparter: senders and recipients that come back. One register for each authority; null: shared by all.
create table filing.contacts (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid references organisation.authorities (id),
  name          text not null check (length(name) between 1 and 200),
  kind          text not null default 'organisation' check (kind in ('person', 'organisation', 'authority')),
  email         text check (length(email) <= 254),
  address       text check (length(address) <= 500),
  number        text check (length(number) <= 40),        -- organisationsnummer
  is_active     boolean not null default true,
  created_at    timestamptz not null default now()
);
create unique index one_contact_by_name_and_email on filing.contacts
  (coalesce(authority_id, '00000000-0000-0000-0000-000000000000'), lower(name), lower(coalesce(email, '')));
create index on filing.contacts (lower(name) text_pattern_ops);

-- Klassificeringsstruktur (verksamhetsbaserad, KLASSA): verksamhetsområde, processgrupp, process, with the retention rule.
create table filing.classes (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid references organisation.authorities (id),
  code          text not null check (code ~ '^[0-9A-Za-zÅÄÖåäö]{1,8}(\.[0-9A-Za-zÅÄÖåäö]{1,8}){0,5}$'),
  name          text not null check (length(name) between 1 and 200),
  -- bevaras, or gallras after so many years
  retention     text not null default 'preserve' check (retention in ('preserve', 'destroy')),
  years         int check (years between 0 and 200),
  is_active     boolean not null default true,
  constraint what_is_destroyed_is_kept_some_years check ((retention = 'destroy') = (years is not null))
);
create unique index one_class_by_code on filing.classes
  (coalesce(authority_id, '00000000-0000-0000-0000-000000000000'), code);

-- Ärendetyper: what a new case of this kind usually says, so that it is opened in seconds.
create table filing.case_types (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid not null references organisation.authorities (id),
  name          text not null check (length(name) between 1 and 100),
  title         text not null check (length(title) between 1 and 300),   -- rubrikmall: 'Ansökan om bygglov {plats}'
  class_id      uuid references filing.classes (id),
  officer_id    uuid references organisation.people (id),
  direction     text not null default 'in' check (direction in ('in', 'out', 'internal')),
  record_title  text check (length(record_title) between 1 and 300),
  is_active     boolean not null default true,
  unique (authority_id, name)
);

alter table filing.contacts enable row level security;
alter table filing.classes enable row level security;
alter table filing.case_types enable row level security;
create policy seen_by_the_signed_in on filing.contacts for select
  using (kernel.someone() and (authority_id is null or kernel.serves(authority_id)));
create policy kept_by_its_authority on filing.contacts for insert with check (authority_id is null or kernel.serves(authority_id));
create policy changed_by_its_authority on filing.contacts for update using (authority_id is null or kernel.serves(authority_id));
create policy seen_by_the_signed_in on filing.classes for select using (kernel.someone());
create policy kept_by_its_authority on filing.classes for insert with check (authority_id is null or kernel.serves(authority_id));
create policy changed_by_its_authority on filing.classes for update using (authority_id is null or kernel.serves(authority_id));
create policy seen_by_the_signed_in on filing.case_types for select using (kernel.someone());
create policy kept_by_its_authority on filing.case_types for insert with check (kernel.serves(authority_id));
create policy changed_by_its_authority on filing.case_types for update using (kernel.serves(authority_id));

grant select, insert, update on filing.contacts, filing.classes, filing.case_types to kraftsam_app;

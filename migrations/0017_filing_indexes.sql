-- Registering in seconds: finding a sender by the first letters, a file by its content, and files on their way in together.

-- A name as it is sought and sorted: small letters, and å, ä and ö after z. Text compared byte for byte is leakproof, so that
-- row-level security lets the index be used (0011).
alter table filing.contacts add column sought text collate "C"
  generated always as (translate(lower(name), 'ÅÄÖåäö', '{|}{|}') collate "C") stored not null;
drop index filing.contacts_lower_idx;
create index on filing.contacts (authority_id, sought, id);
create index on filing.contacts (authority_id, created_at desc);

-- Is this very file registered already?
create index on registry.files (sha256);

-- Files that came together and wait to be registered, one record each. Who sent them may go away and come back.
create schema if not exists intake;
grant usage on schema intake to kraftsam_app;
create table intake.batches (
  id             uuid primary key default gen_random_uuid(),
  authority_id   uuid not null references organisation.authorities (id),
  person_id      uuid not null references organisation.people (id),
  upload_ids     uuid[] not null,
  started_at     timestamptz not null,
  -- registered, or thrown away
  ended_at       timestamptz,
  constraint a_batch_has_files_and_not_too_many check (cardinality(upload_ids) between 1 and 200)
);
create index on intake.batches (person_id, started_at desc) where ended_at is null;
alter table intake.batches enable row level security;
create policy seen_by_who_sent_them on intake.batches for select using (person_id = kernel.person());
create policy sent on intake.batches for insert with check (person_id = kernel.person());
create policy changed_by_who_sent_them on intake.batches for update using (person_id = kernel.person());
grant select, insert on intake.batches to kraftsam_app;
grant update (upload_ids, ended_at) on intake.batches to kraftsam_app;

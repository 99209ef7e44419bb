-- What was sent and never registered: let go after a while, or finished by somebody else.

-- A form that nobody came back to: its files are let go.
grant delete on kernel.uploads to kraftsam_app;

-- Filer som ingen gör anspråk på: since when no row has claimed what lies in the file store under this hash.
create table kernel.loose_files (
  sha256  text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  since   timestamptz not null
);
alter table kernel.loose_files enable row level security;
create policy known_to_the_system on kernel.loose_files using (kernel.everywhere());
grant select, insert, delete on kernel.loose_files to kraftsam_app;

-- What was begun one working day and not finished is the authority's to finish (OSL 5:1, B-02).
alter table intake.batches add column shared_at timestamptz;
update intake.batches set shared_at = started_at + interval '1 day';
alter table intake.batches alter column shared_at set not null;
create index on intake.batches (authority_id, started_at desc) where ended_at is null;

-- Övertaganden: who took over what whom had begun. Append only.
create table intake.handovers (
  id           bigint generated always as identity primary key,
  batch_id     uuid not null references intake.batches (id),
  at           timestamptz not null,
  from_person  uuid not null references organisation.people (id),
  to_person    uuid not null references organisation.people (id)
);
create index on intake.handovers (batch_id, id);
alter table intake.handovers enable row level security;
create policy seen_by_both_and_registrars on intake.handovers for select using (
  kernel.person() in (from_person, to_person)
  or exists (select from intake.batches b where b.id = batch_id and kernel.reads_secrets_of(b.authority_id)));
grant select on intake.handovers to kraftsam_app;

-- Security definer, since the two tables' rules would otherwise ask each other for ever.
create function intake.handed_over_by_me(the_batch uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from intake.handovers h where h.batch_id = the_batch and h.from_person = kernel.person()) $$;
revoke all on function intake.handed_over_by_me(uuid) from public;
grant execute on function intake.handed_over_by_me(uuid) to kraftsam_app;

-- From when it is shared is the application's to ask: it keeps the clock. Nobody may be locked out of what is secret there:
-- those who see another's files read what is secret at the authority.
drop policy seen_by_who_sent_them on intake.batches;
create policy seen_by_who_sent_them_and_registrars on intake.batches for select using (
  person_id = kernel.person() or kernel.reads_secrets_of(authority_id) or intake.handed_over_by_me(id));

-- The batch and its files become somebody else's in one step, and it is noted. The files are one's own otherwise (0001).
create function intake.take_over(the_batch uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  batch intake.batches;
begin
  select * into batch from intake.batches b where b.id = the_batch and b.ended_at is null for update;
  if batch.id is null or kernel.person() is null or batch.person_id = kernel.person() or batch.shared_at > at
    or not kernel.reads_secrets_of(batch.authority_id) then
    return false;
  end if;
  update kernel.uploads set person_id = kernel.person() where id = any (batch.upload_ids) and person_id = batch.person_id;
  update intake.batches set person_id = kernel.person() where id = batch.id;
  insert into intake.handovers (batch_id, at, from_person, to_person) values (batch.id, at, batch.person_id, kernel.person());
  return true;
end
$$;
revoke all on function intake.take_over(uuid, timestamptz) from public;
grant execute on function intake.take_over(uuid, timestamptz) to kraftsam_app;

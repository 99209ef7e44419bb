-- 0101 who changed a kind
--
-- Whether a body is a board or the auditors decides what can be demanded of it (KL chapter 12, A-100), and an administrator of any
-- authority may say so: who did it and when is kept.
create table organisation.kind_changes (
  id          bigint generated always as identity primary key,
  body_id     uuid not null references organisation.bodies (id),
  kind        text not null check (kind in ('board', 'auditors')),
  changed_at  timestamptz not null,
  changed_by  uuid not null references organisation.people (id)
);
create index on organisation.kind_changes (body_id);
create index on organisation.kind_changes (changed_by);
alter table organisation.kind_changes enable row level security;
create policy seen_by_the_signed_in on organisation.kind_changes for select using (kernel.someone());
create policy kept_by_the_one_who_changed on organisation.kind_changes for insert with check (changed_by = kernel.person());
grant select, insert on organisation.kind_changes to kraftsam_app;

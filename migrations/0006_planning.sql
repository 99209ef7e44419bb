create schema planning;
grant usage on schema planning to kraftsam_app;

-- Beslutsplanering: the way of a case through preparation, working committee and board. Names both a case and meetings.
create table planning.steps (
  id          uuid primary key default gen_random_uuid(),
  case_id     uuid not null references registry.cases (id),
  position    int not null,
  step        text not null check (step in ('chair_preparation', 'working_committee', 'board')),
  meeting_id  uuid not null references meetings.meetings (id),
  constraint steps_come_in_order unique (case_id, position)
);
create index on planning.steps (meeting_id);

alter table planning.steps enable row level security;
create policy seen_by_the_signed_in on planning.steps using (kernel.someone());
grant select, insert, delete on planning.steps to kraftsam_app;

create schema assignments;
grant usage on schema assignments to kraftsam_app;

-- Uppdrag: what a body was told to do, by whom and when.
create table assignments.assignments (
  id             uuid primary key default gen_random_uuid(),
  case_id        uuid not null references registry.cases (id),
  giver_id       uuid not null references organisation.bodies (id),
  title          text not null check (length(title) between 1 and 300),
  text           text not null,
  decided_on     date not null,
  source         text,                 -- "Budget 2023", "§ 271"
  due_on         date,
  state          text not null default 'open' check (state in ('open', 'reported', 'closed')),
  record_id      uuid not null references registry.records (id),
  registered_at  timestamptz not null
);
create index on assignments.assignments (case_id);

create table assignments.receivers (
  assignment_id  uuid not null references assignments.assignments (id),
  body_id        uuid not null references organisation.bodies (id),
  is_lead        boolean not null default false,
  primary key (assignment_id, body_id)
);

alter table assignments.assignments enable row level security;
alter table assignments.receivers enable row level security;
create policy seen_by_the_signed_in on assignments.assignments using (kernel.someone());
create policy seen_by_the_signed_in on assignments.receivers using (kernel.someone());
grant select, insert, update on assignments.assignments to kraftsam_app;
grant select, insert on assignments.receivers to kraftsam_app;

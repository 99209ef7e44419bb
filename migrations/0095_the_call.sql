-- 0095 the call
--
-- Kallelse till ett sammanträde (KL 5:15, 6:17; A-03, A-06, A-07): what it said, to whom it went, and which of them has read it.
create schema calls;
grant usage on schema calls to kraftsam_app;

-- One for each time it is sent: what came late goes with a new version.
create table calls.calls (
  id          uuid primary key default gen_random_uuid(),
  meeting_id  uuid not null references meetings.meetings (id),
  version     int not null check (version >= 1),
  words       text check (length(words) between 1 and 4000),
  held_on     date not null,
  starts_at   text,
  place       text,
  sent_at     timestamptz not null,
  sent_by     uuid not null references organisation.people (id),
  unique (meeting_id, version)
);

-- The agenda as that version had it.
create table calls.items (
  call_id   uuid not null references calls.calls (id),
  item_id   uuid not null references meetings.items (id),
  case_id   uuid not null references registry.cases (id),
  position  int not null,
  title     text not null,
  papers    uuid[] not null,      -- ids of records; which they were, not that they must stay
  primary key (call_id, item_id)
);
create index on calls.items (item_id);
create index on calls.items (case_id);

create table calls.called (
  call_id       uuid not null references calls.calls (id),
  person_id     uuid not null references organisation.people (id),
  is_substitute boolean not null,
  primary key (call_id, person_id)
);
create index on calls.called (person_id);

-- Which version somebody has read, so that the next can say what is new. It is theirs.
create table calls.readings (
  meeting_id  uuid not null references meetings.meetings (id),
  person_id   uuid not null references organisation.people (id),
  version     int not null,
  read_at     timestamptz not null,
  primary key (meeting_id, person_id)
);
create index on calls.readings (person_id);

alter table calls.calls enable row level security;
alter table calls.items enable row level security;
alter table calls.called enable row level security;
alter table calls.readings enable row level security;

create function calls.keeps(meeting uuid) returns boolean language sql stable as
$$
  select exists (select from meetings.meetings m join organisation.bodies b on b.id = m.body_id
    where m.id = meeting and kernel.serves(b.authority_id))
$$;
create policy kept_by_the_authority on calls.calls using (calls.keeps(meeting_id)) with check (calls.keeps(meeting_id));
create policy kept_with_the_call on calls.items using (exists (select from calls.calls c where c.id = call_id))
  with check (exists (select from calls.calls c where c.id = call_id));
create policy hidden_with_its_case on calls.items as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
create policy kept_with_the_call on calls.called using (exists (select from calls.calls c where c.id = call_id))
  with check (exists (select from calls.calls c where c.id = call_id));
create policy one_s_own on calls.readings using (person_id = kernel.person())
  with check (person_id = kernel.person());
grant select, insert on calls.calls, calls.items, calls.called to kraftsam_app;
grant select, insert, update on calls.readings to kraftsam_app;

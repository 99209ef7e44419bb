create schema meetings;
grant usage on schema meetings to kraftsam_app;

-- Sammanträden.
create table meetings.meetings (
  id         uuid primary key default gen_random_uuid(),
  body_id    uuid not null references organisation.bodies (id),
  held_on    date not null,
  starts_at  text check (starts_at ~ '^\d\d:\d\d$'),
  place      text,
  state      text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  is_demo    boolean not null default false,
  unique (body_id, held_on)
);
create index on meetings.meetings (held_on);

-- Paragrafer: gap-free through the year per body (A-55).
create table meetings.series (
  body_id  uuid not null references organisation.bodies (id),
  year     int not null,
  last     int not null check (last >= 0),
  primary key (body_id, year)
);

-- Ärenden på föredragningslistan. An item takes registry records, never drafts: approved before agenda.
create table meetings.items (
  id          uuid primary key default gen_random_uuid(),
  meeting_id  uuid not null references meetings.meetings (id),
  case_id     uuid not null references registry.cases (id),
  position    int not null,
  title       text not null check (length(title) between 1 and 300),
  proposal    text[] not null default '{}',     -- förslag till beslut
  state       text not null default 'on_agenda' check (state in ('on_agenda', 'decided', 'tabled', 'remitted', 'withdrawn')),
  constraint a_case_stands_once_on_an_agenda unique (meeting_id, case_id),
  constraint items_stand_in_order unique (meeting_id, position) deferrable initially deferred  -- two change places
);
create index on meetings.items (case_id);

create table meetings.item_records (
  item_id    uuid not null references meetings.items (id),
  record_id  uuid not null references registry.records (id),
  position   int not null,
  primary key (item_id, record_id)
);

-- Beslut: § and what was decided. K1 carries decided → adjusted; voting and the rest of the minutes come on top of it.
create table meetings.decisions (
  id            uuid primary key default gen_random_uuid(),
  item_id       uuid not null unique references meetings.items (id),
  meeting_id    uuid not null references meetings.meetings (id),
  body_id       uuid not null references organisation.bodies (id),
  case_id       uuid not null references registry.cases (id),
  year          int not null,
  paragraph     int not null,
  outcome       text not null check (outcome in ('as_proposed', 'changed', 'remitted', 'tabled', 'abstained')),
  points        text[] not null,
  reservations  text,
  decided_on    date not null,
  state         text not null default 'decided' check (state in ('decided', 'adjusted')),
  adjusted_on   date,
  is_immediate  boolean not null default false,     -- omedelbar justering (A-60)
  is_proposal   boolean not null default false,     -- the body prepares, and proposes this to the one that decides (A-96)
  record_id     uuid references registry.records (id),   -- protokollsutdraget
  secretary_id  uuid not null references organisation.people (id),
  constraint a_paragraph_is_used_once unique (body_id, year, paragraph),
  constraint adjusted_means_adjusted_on_some_day check ((state = 'adjusted') = (adjusted_on is not null)),
  constraint adjusted_means_there_is_an_extract check ((state = 'adjusted') = (record_id is not null)),
  constraint adjusted_after_it_was_decided check (adjusted_on >= decided_on),
  constraint a_decision_decides_something check (cardinality(points) > 0)
);
create index on meetings.decisions (case_id);

alter table meetings.items enable row level security;
alter table meetings.item_records enable row level security;
alter table meetings.decisions enable row level security;
create policy seen_by_the_signed_in on meetings.items using (kernel.someone());
create policy seen_by_the_signed_in on meetings.item_records using (kernel.someone());
create policy seen_by_the_signed_in on meetings.decisions using (kernel.someone());

grant select, insert, update on meetings.meetings, meetings.series, meetings.items, meetings.decisions to kraftsam_app;
grant select, insert, delete on meetings.item_records to kraftsam_app;

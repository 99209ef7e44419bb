-- 0088 the roll
--
-- Närvaro och tjänstgöring (KL 5:66, 6:27–6:30): who was there, from which item to which, who stepped out for conflict of interest.
-- Who served for whom is reckoned from it (A-18 … A-21), never stored.
create schema roll;
grant usage on schema roll to kraftsam_app;

-- The roll was called (upprop) at this meeting.
create table roll.calls (
  meeting_id        uuid primary key references meetings.meetings (id),
  -- The chair has found that all see and hear each other on equal terms (A-13).
  distance_checked  boolean not null,
  called_by         uuid not null references organisation.people (id),
  called_at         timestamptz not null
);

create table roll.present (
  meeting_id     uuid not null references roll.calls (meeting_id),
  person_id      uuid not null references organisation.people (id),
  at_distance    boolean not null,                          -- counts as present (A-14)
  from_item_id   uuid references meetings.items (id),       -- came before this item; null: from the beginning
  until_item_id  uuid references meetings.items (id),       -- left after this item; null: to the end
  primary key (meeting_id, person_id)
);
create index on roll.present (from_item_id) where from_item_id is not null;
create index on roll.present (until_item_id) where until_item_id is not null;

-- Jäv: neither takes part nor is present while the item is handled (A-24, A-25).
create table roll.recusals (
  item_id    uuid not null references meetings.items (id),
  person_id  uuid not null references organisation.people (id),
  ground     text not null check (ground in ('party', 'represents', 'supervision', 'other')),
  noted_by   uuid not null references organisation.people (id),
  noted_at   timestamptz not null,
  primary key (item_id, person_id)
);

alter table roll.calls enable row level security;
alter table roll.present enable row level security;
alter table roll.recusals enable row level security;

create function roll.keeps(meeting uuid) returns boolean language sql stable as
$$
  select exists (select from meetings.meetings m join organisation.bodies b on b.id = m.body_id
    where m.id = meeting and kernel.serves(b.authority_id))
$$;
create policy kept_by_the_authority on roll.calls using (roll.keeps(meeting_id)) with check (roll.keeps(meeting_id));
create policy kept_by_the_authority on roll.present using (roll.keeps(meeting_id)) with check (roll.keeps(meeting_id));
create policy kept_by_the_authority on roll.recusals
  using (exists (select from meetings.items i where i.id = item_id and roll.keeps(i.meeting_id)))
  with check (exists (select from meetings.items i where i.id = item_id and roll.keeps(i.meeting_id)));
grant select, insert, update, delete on roll.calls, roll.present, roll.recusals to kraftsam_app;

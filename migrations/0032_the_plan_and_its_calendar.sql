-- A meeting that is moved keeps its address: calendars that have it must see that it is the same meeting, changed.
alter table meetings.meetings
  add column sequence   int not null default 0 check (sequence >= 0),
  add column changed_at timestamptz not null default now();

-- Flyttade sammanträden: from which day, and why.
create table meetings.moves (
  id          uuid primary key default gen_random_uuid(),
  meeting_id  uuid not null references meetings.meetings (id),
  from_day    date not null,
  to_day      date not null,
  reason      text not null check (length(reason) between 1 and 500),
  moved_at    timestamptz not null,
  moved_by    uuid references organisation.people (id)
);
create index on meetings.moves (meeting_id, moved_at);
alter table meetings.moves enable row level security;
create policy seen_by_the_signed_in on meetings.moves using (kernel.someone());
grant select, insert on meetings.moves to kraftsam_app;

-- Ledtider: how long before its meeting a body wants its papers, and how soon after it its minutes are usually adjusted.
-- A body without a row keeps what is usual for its kind (planning/model/lead-times.ts).
create table planning.lead_times (
  body_id        uuid primary key references organisation.bodies (id),
  call_days      int not null,       -- kallelse: at least so many days before the meeting
  paper_days     int not null,       -- stopptid: at least so many days before the meeting
  approval_days  int not null,       -- working days that the heads have for approval
  adjust_days    int not null,       -- days from the meeting to the adjustment of its minutes
  version        int not null default 1,
  constraint papers_stop_before_the_call check (paper_days >= call_days),
  constraint lead_times_are_days check (call_days between 0 and 60 and paper_days between 0 and 90 and approval_days between 0 and 60),
  constraint adjusted_within_the_fourteen_days check (adjust_days between 0 and 14)   -- A-58
);
alter table planning.lead_times enable row level security;
create policy seen_by_the_signed_in on planning.lead_times using (kernel.someone());
grant select, insert, update on planning.lead_times to kraftsam_app;

-- The day a step was planned for. Where the meeting is held another day now, it has moved since.
alter table planning.steps add column planned_for date;
update planning.steps s set planned_for = m.held_on from meetings.meetings m where m.id = s.meeting_id;
alter table planning.steps alter column planned_for set not null;

-- The way out that was chosen where the board is too late (I-22): A-90, A-87, A-60.
create table planning.ways (
  case_id    uuid primary key references registry.cases (id),
  way        text not null check (way in ('urgent', 'delegation', 'immediate')),
  chosen_at  timestamptz not null,
  chosen_by  uuid references organisation.people (id)
);
alter table planning.ways enable row level security;
create policy seen_by_the_signed_in on planning.ways using (kernel.someone());
create policy hidden_with_its_case on planning.ways as restrictive for select
  using (exists (select from registry.cases c where c.id = case_id));
grant select, insert, update, delete on planning.ways to kraftsam_app;

-- Kalenderadress: a key that opens one's own calendar and nothing else. One each; a new one shuts the old.
create table organisation.calendar_keys (
  person_id   uuid primary key references organisation.people (id),
  token_hash  text not null unique,
  created_at  timestamptz not null
);
alter table organisation.calendar_keys enable row level security;
create policy own_key on organisation.calendar_keys using (person_id = kernel.person() or kernel.everywhere());
grant select, insert, update, delete on organisation.calendar_keys to kraftsam_app;

-- Who asks, by what they show: a session, a key to the API, or the address of a calendar.
drop function organisation.identify(text, boolean, timestamptz, date);
create function organisation.identify(hash text, proof text, at timestamptz, day date)
returns table (person_id uuid, name text, title text, held json)
language sql stable security definer set search_path = pg_catalog as
$$
  with holder as (
    select s.person_id from organisation.sessions s where proof = 'session' and s.token_hash = hash and s.expires_at > at
    union all
    select t.person_id from organisation.api_tokens t where proof = 'bearer' and t.token_hash = hash and t.expires_at > at
    union all
    select k.person_id from organisation.calendar_keys k where proof = 'calendar' and k.token_hash = hash
  )
  select p.id, p.name, p.title, coalesce(
    (select json_agg(json_build_object('role', m.role, 'authorityId', b.authority_id, 'authorityName', a.name, 'prefix', a.prefix)
                     order by m.valid_from)
     from organisation.memberships m
     join organisation.bodies b on b.id = m.body_id
     left join organisation.authorities a on a.id = b.authority_id
     where m.person_id = p.id and m.valid_from <= day and (m.valid_to is null or m.valid_to >= day)), '[]'::json)
  from holder h join organisation.people p on p.id = h.person_id
$$;
revoke all on function organisation.identify(text, text, timestamptz, date) from public;
grant execute on function organisation.identify(text, text, timestamptz, date) to kraftsam_app;

-- What each body carries of referrals, and how it has kept earlier ones: counts alone, for whoever is about to ask it.
create function referral.load_of(bodies uuid[])
returns table (body_id uuid, open_rounds int, answered int, late int, median_days int)
language sql stable security definer set search_path = pg_catalog as
$$
  select b,
    (count(*) filter (where r.state = 'sent' and a.id is null))::int,
    count(a.id)::int,
    (count(*) filter (where a.is_late))::int,
    percentile_disc(0.5) within group (order by (a.arrived_at at time zone 'Europe/Stockholm')::date
      - (r.sent_at at time zone 'Europe/Stockholm')::date) filter (where a.id is not null)
  from unnest(bodies) as b
  join referral.recipients x on x.body_id = b
  join referral.rounds r on r.id = x.round_id and r.state <> 'draft'
  left join referral.answers a on a.recipient_id = x.id
  where kernel.someone()
  group by b
$$;
revoke all on function referral.load_of(uuid[]) from public;
grant execute on function referral.load_of(uuid[]) to kraftsam_app;
create index on referral.recipients (body_id);

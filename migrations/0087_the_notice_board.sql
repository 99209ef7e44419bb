-- 0087 the notice board
--
-- Kommunens anslagstavla (KL 8:9–8:12, A-65 … A-77): what is posted there, for how long, and whether it was up all that time.
create schema notices;
grant usage on schema notices to kraftsam_app;

-- A notice (anslag). Nothing in it is ever changed: neither a word nor the day it goes down (A-71).
create table notices.notices (
  id              uuid primary key default gen_random_uuid(),
  authority_id    uuid not null references organisation.authorities (id),
  body_id         uuid not null references organisation.bodies (id),
  -- KL 8:10 and 8:11, a closed list (A-67). Appeal information is on the board always, and no row.
  kind            text not null check (kind in ('council_meeting', 'board_meeting', 'minutes', 'minutes_in_full',
                    'delegated_decisions', 'decision_material', 'required_by_law')),
  title           text not null check (length(title) between 1 and 300),
  words           text check (length(words) between 1 and 20000),
  meeting_id      uuid references meetings.meetings (id),
  meeting_on      date,
  paragraphs      text check (length(paragraphs) between 1 and 200),     -- '§§ 88–92'
  adjusted_on     date,
  kept_at         text check (length(kept_at) between 1 and 500),        -- where the minutes are (A-70)
  posted_at       timestamptz not null,
  posted_on       date not null,
  posted_by       uuid not null references organisation.people (id),
  last_appeal_on  date,
  ends_on         date not null,                                         -- from this day on it is down (A-77)
  replaces        uuid unique references notices.notices (id),           -- posted anew after a gap (A-72)
  constraint it_is_up_for_a_day check (ends_on > posted_on),
  constraint up_until_the_appeal_period_is_over check (last_appeal_on < ends_on),
  constraint minutes_are_adjusted_first check (kind not in ('minutes', 'minutes_in_full') or adjusted_on <= posted_on),
  constraint minutes_and_delegated_decisions_can_be_appealed check
    ((kind in ('minutes', 'minutes_in_full', 'delegated_decisions')) = (last_appeal_on is not null))
);
create index on notices.notices (ends_on);
create index on notices.notices (authority_id, posted_at desc, id);
create index on notices.notices (meeting_id) where meeting_id is not null;

create function notices.it_stands() returns trigger language plpgsql as
$$ begin raise exception 'a notice stands as it was posted, until its day (KL 8:12)'; end $$;
create trigger it_stands before update or delete on notices.notices for each row execute function notices.it_stands();

-- The decisions whose adjustment a notice tells of.
create table notices.decisions (
  notice_id    uuid not null references notices.notices (id),
  decision_id  uuid not null references meetings.decisions (id),
  primary key (notice_id, decision_id)
);
create index on notices.decisions (decision_id);

-- Who asked for a notice that law demands, and is owed the proof of posting (anslagsbevis, A-73). Not shown on the board.
create table notices.requests (
  notice_id  uuid primary key references notices.notices (id),
  asked_by   text not null check (length(asked_by) between 1 and 300)
);

-- Appeals that came in: the decision has then no legal force yet (A-83). None named: all that the notice tells of.
create table notices.appeals (
  id           uuid primary key default gen_random_uuid(),
  notice_id    uuid not null references notices.notices (id),
  decision_id  uuid references meetings.decisions (id),
  came_on      date not null,
  noted_at     timestamptz not null,
  noted_by     uuid not null references organisation.people (id)
);
create index on notices.appeals (notice_id);
create index on notices.appeals (decision_id);

-- When the board was served, without a break longer than is allowed: between two of these it was down (A-72).
create table notices.spans (
  began  timestamptz primary key,
  until  timestamptz not null,
  check (until >= began)
);

-- What was said of a break in a notice's period.
create table notices.settled (
  notice_id   uuid not null references notices.notices (id),
  went_down   timestamptz not null,
  outcome     text not null check (outcome in ('anew', 'stands')),
  reason      text not null check (length(reason) between 1 and 2000),
  settled_at  timestamptz not null,
  settled_by  uuid not null references organisation.people (id),
  primary key (notice_id, went_down)
);

-- Where a body's minutes are kept, as its notices say.
create table notices.places (
  body_id   uuid primary key references organisation.bodies (id),
  kept_at   text not null check (length(kept_at) between 1 and 500)
);

alter table notices.notices enable row level security;
alter table notices.decisions enable row level security;
alter table notices.requests enable row level security;
alter table notices.appeals enable row level security;
alter table notices.settled enable row level security;
alter table notices.places enable row level security;
create policy everyone_reads_the_board on notices.notices for select using (true);
create policy posted_by_the_authority on notices.notices for insert with check (kernel.serves(authority_id));
create policy told_with_the_notice on notices.decisions for select using (kernel.someone());
create policy posted_with_the_notice on notices.decisions for insert
  with check (exists (select from notices.notices n where n.id = notice_id and kernel.serves(n.authority_id)));
create policy known_inside on notices.requests for select
  using (exists (select from notices.notices n where n.id = notice_id and kernel.serves(n.authority_id)));
create policy posted_with_the_notice on notices.requests for insert
  with check (exists (select from notices.notices n where n.id = notice_id and kernel.serves(n.authority_id)));
create policy known_inside on notices.appeals for select using (kernel.someone());
create policy noted_by_the_authority on notices.appeals for insert
  with check (exists (select from notices.notices n where n.id = notice_id and kernel.serves(n.authority_id)));
create policy everyone_knows on notices.settled for select using (true);
create policy settled_by_the_authority on notices.settled for insert
  with check (exists (select from notices.notices n where n.id = notice_id and kernel.serves(n.authority_id)));
create policy everyone_reads on notices.places for select using (true);
create policy set_by_the_authority on notices.places for insert
  with check (exists (select from organisation.bodies b where b.id = body_id and kernel.serves(b.authority_id)));
create policy changed_by_the_authority on notices.places for update
  using (exists (select from organisation.bodies b where b.id = body_id and kernel.serves(b.authority_id)));

grant select, insert on notices.notices, notices.decisions, notices.requests, notices.appeals, notices.settled to kraftsam_app;
grant select, insert, update on notices.places to kraftsam_app;
grant select on notices.spans to kraftsam_app;

-- The board is served now. A break no longer than is allowed is none.
create function notices.serve(at timestamptz, allowed interval) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
declare last timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('notices.serve', 0));
  select s.began into last from notices.spans s where s.until >= at - allowed order by s.began desc limit 1;
  if last is null then
    insert into notices.spans (began, until) values (at, at) on conflict do nothing;
  else
    update notices.spans set until = greatest(until, at) where began = last;
  end if;
end $$;
revoke all on function notices.serve(timestamptz, interval) from public;
grant execute on function notices.serve(timestamptz, interval) to kraftsam_app;

-- Breaks within a notice's period that nobody has settled: as long as there is one, it stays up (A-71, A-72).
create view notices.breaks with (security_invoker = true) as
  select n.id as notice_id, g.went_down, g.came_up
  from notices.notices n
  join (select s.until as went_down, lead(s.began) over (order by s.began) as came_up from notices.spans s) g
    on g.came_up > n.posted_at and g.went_down < (n.last_appeal_on + 1)::timestamp at time zone 'Europe/Stockholm';
grant select on notices.breaks to kraftsam_app;

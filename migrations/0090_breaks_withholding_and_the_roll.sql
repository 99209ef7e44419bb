-- 0090 breaks, withholding and the roll
--
-- What a review found: cover that is missing at either end is a break too, for every kind of notice; what must not be public is
-- withheld without the notice going down; a roll is reckoned over all items, also those the reader may not see, and stands when its
-- § is adjusted.

drop view notices.open_breaks;
drop view notices.breaks;

-- Stretches longer than allowed, within each notice's time up to now, when nothing says that the board was served (A-72). A notice
-- that was posted anew has no breaks after that.
create function notices.breaks(at timestamptz, allowed interval)
returns table (notice_id uuid, went_down timestamptz, came_up timestamptz) language sql stable as
$$
  with gaps as (
    select s.until as down, coalesce(lead(s.began) over (order by s.began), at) as up from notices.spans s
    union all
    select '-infinity', coalesce(min(s.began), at) from notices.spans s)
  select n.id, greatest(g.down, n.posted_at), least(g.up, at)
  from gaps g
  join notices.notices n
    -- No notice is up for much more than a year.
    on n.posted_at > g.down - interval '400 days' and n.posted_at < g.up
  left join notices.notices later on later.replaces = n.id
  where least(g.up, at, (coalesce(n.last_appeal_on + 1, n.ends_on))::timestamp at time zone 'Europe/Stockholm')
      - greatest(g.down, n.posted_at) > allowed
    and (later.id is null or greatest(g.down, n.posted_at) < later.posted_at)
$$;
-- Those that nobody has settled.
create function notices.open_breaks(at timestamptz, allowed interval)
returns table (notice_id uuid, went_down timestamptz, came_up timestamptz) language sql stable as
$$
  select b.notice_id, b.went_down, b.came_up from notices.breaks(at, allowed) b
  where not exists (select from notices.settled s where s.notice_id = b.notice_id and s.went_down = b.went_down)
$$;

-- Minutes in full are beside the notice of their adjustment, and have no appeal period of their own (KL 13:5).
alter table notices.notices drop constraint minutes_and_delegated_decisions_can_be_appealed;
alter table notices.notices add constraint minutes_and_delegated_decisions_can_be_appealed
  check ((kind in ('minutes', 'delegated_decisions')) = (last_appeal_on is not null)) not valid;

-- What must not be public is not shown; the notice itself stays up, with its body, its §§ and its days (A-71, E-05, E-07).
create table notices.withheld (
  notice_id    uuid primary key references notices.notices (id),
  reason       text not null check (length(reason) between 1 and 2000),
  withheld_at  timestamptz not null,
  withheld_by  uuid not null references organisation.people (id)
);
alter table notices.withheld enable row level security;
create policy everyone_knows on notices.withheld for select using (true);
create policy withheld_by_the_authority on notices.withheld for insert
  with check (exists (select from notices.notices n where n.id = notice_id and kernel.serves(n.authority_id)));
grant select, insert on notices.withheld to kraftsam_app;

-- KL 5:47: in the council what concerns the member personally.
alter table roll.recusals drop constraint recusals_ground_check;
alter table roll.recusals add constraint recusals_ground_check
  check (ground in ('party', 'represents', 'supervision', 'other', 'personal'));

-- Who served, as it stood when the § was adjusted (A-62).
create table roll.settled (
  item_id     uuid primary key references meetings.items (id),
  serving     jsonb not null,
  settled_at  timestamptz not null
);
alter table roll.settled enable row level security;
create function roll.keeps_item(item uuid) returns boolean language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from meetings.items i where i.id = item and roll.keeps(i.meeting_id)) $$;
create policy kept_by_the_authority on roll.settled for select using (roll.keeps_item(item_id));
create policy settled_by_the_authority on roll.settled for insert with check (roll.keeps_item(item_id));
grant select, insert on roll.settled to kraftsam_app;
drop policy kept_by_the_authority on roll.recusals;
create policy kept_by_the_authority on roll.recusals using (roll.keeps_item(item_id)) with check (roll.keeps_item(item_id));

-- All that is on the agenda, in order, also what the reader may not see: who served before and after it hangs on it.
create function roll.agenda(meeting uuid) returns table (id uuid, is_decided boolean, is_adjusted boolean)
language sql stable security definer set search_path = pg_catalog as
$$
  select i.id, d.id is not null, coalesce(d.state = 'adjusted', false)
  from meetings.items i left join meetings.decisions d on d.item_id = i.id
  where i.meeting_id = meeting and roll.keeps(meeting)
    and (i.state <> 'withdrawn' or exists (select from roll.present p where i.id in (p.from_item_id, p.until_item_id)))
  order by i.position
$$;
revoke all on function roll.agenda(uuid) from public;
grant execute on function roll.agenda(uuid) to kraftsam_app;

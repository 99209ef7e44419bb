-- 0065 asked in turn
--
-- Everyone gets a referral at the same time, unless its sender says in writing why some are awaited before others are asked
-- (I-06). A recipient has been asked when it has a time of its own; until then it has no last answer day.
alter table referral.rounds add column order_reason text check (length(order_reason) between 1 and 2000);   -- null: all at once

alter table referral.recipients
  add column turn int not null default 1 check (turn between 1 and 9),
  add column asked_at timestamptz;
update referral.recipients x set asked_at = r.sent_at from referral.rounds r where r.id = x.round_id;

-- Omgångar: when those of each turn must have answered, and when it was sent.
create table referral.turns (
  round_id   uuid not null references referral.rounds (id),
  number     int not null check (number between 1 and 9),
  answer_by  date not null,
  sent_at    timestamptz,
  primary key (round_id, number)
);
alter table referral.turns enable row level security;
create policy with_the_round on referral.turns for select using (exists (select from referral.rounds r where r.id = round_id));
create policy changed_by_the_sender on referral.turns using (referral.sends(round_id));
grant select, insert, update, delete on referral.turns to kraftsam_app;

-- As in 0032; one that has not been asked carries nothing, and its days are counted from when it was.
create or replace function referral.load_of(bodies uuid[])
returns table (body_id uuid, open_rounds int, answered int, late int, median_days int)
language sql stable security definer set search_path = pg_catalog as
$$
  select b,
    (count(*) filter (where r.state = 'sent' and a.id is null))::int,
    count(a.id)::int,
    (count(*) filter (where a.is_late))::int,
    percentile_disc(0.5) within group (order by (a.arrived_at at time zone 'Europe/Stockholm')::date
      - (x.asked_at at time zone 'Europe/Stockholm')::date) filter (where a.id is not null)
  from unnest(bodies) as b
  join referral.recipients x on x.body_id = b and x.asked_at is not null
  join referral.rounds r on r.id = x.round_id and r.state <> 'draft'
  left join referral.answers a on a.recipient_id = x.id
  where kernel.someone()
  group by b
$$;

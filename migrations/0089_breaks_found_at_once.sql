-- 0089 breaks found at once
--
-- A notice that is posted proves that the house stood then: a break in its period begins there at the earliest, so that nothing need
-- be noted when it is posted. And a break is sought among the notices of its own weeks, not among all.
create index on notices.notices (posted_at);

create or replace view notices.breaks with (security_invoker = true) as
  select n.id as notice_id, g.went_down, g.came_up
  from (select s.until as went_down, lead(s.began) over (order by s.began) as came_up from notices.spans s) g
  join notices.notices n
    -- No appeal period is as long as sixty days.
    on n.posted_at between g.went_down - interval '60 days' and g.came_up
    and g.went_down < (n.last_appeal_on + 1)::timestamp at time zone 'Europe/Stockholm'
    and g.came_up - greatest(g.went_down, n.posted_at) > interval '15 minutes';

-- Those that nobody has settled (A-72).
create view notices.open_breaks with (security_invoker = true) as
  select b.notice_id, b.went_down, b.came_up from notices.breaks b
  where not exists (select from notices.settled s where s.notice_id = b.notice_id and s.went_down = b.went_down);
grant select on notices.open_breaks to kraftsam_app;

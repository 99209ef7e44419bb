-- 0084 questions from outside
--
-- Frågor om remissen (I-06, I-11) from a body that has no case here: asked on its personal link, or by mail, letter or telephone and
-- written down by the sender. They stand in the same list as the others', and are answered once, to everyone.
alter table referral.inquiries
  add column channel text not null default 'system' check (channel in ('system', 'link', 'mail', 'phone', 'letter')),
  add column asked_on date,                                               -- the day it came, where the sender has written it down
  add column asker text check (length(asker) between 1 and 250);          -- name and role of who asked on a link

alter table referral.inquiries
  add constraint whoever_asks_on_a_link_says_who check ((channel = 'link') = (asker is not null)),
  add constraint what_is_written_down_has_its_day check ((channel in ('mail', 'phone', 'letter')) = (asked_on is not null));

-- What the one who shows the link has asked, and what anybody has asked and got answered. Never who the others are, nor that
-- they wait.
drop function answering.replies();
create function answering.replies()
returns table (question text, asked_on date, answer text, answered_at timestamptz, is_own boolean)
language sql stable security definer set search_path = pg_catalog as
$$
  select q.words, case when own then coalesce(q.asked_on, (q.asked_at at time zone 'Europe/Stockholm')::date) end,
    q.answer, q.answered_at, own
  from referral.recipients x
  join referral.inquiries q on q.round_id = x.round_id
  cross join lateral (select q.recipient_id = x.id as own) o
  where x.id = answering.entered() and (q.answer is not null or own)
  order by q.answered_at nulls last, q.asked_at, q.id
$$;
revoke all on function answering.replies() from public;
grant execute on function answering.replies() to kraftsam_app;

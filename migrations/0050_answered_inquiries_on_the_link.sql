-- Frågor och svar om remissen: what the sender has answered, for the one who shows the link. Never who asked.
create function answering.replies() returns table (question text, answer text, answered_at timestamptz)
language sql stable security definer set search_path = pg_catalog as
$$
  select q.words, q.answer, q.answered_at
  from referral.recipients x join referral.inquiries q on q.round_id = x.round_id
  where x.id = answering.entered() and q.answer is not null
  order by q.answered_at, q.id
$$;
revoke all on function answering.replies() from public;
grant execute on function answering.replies() to kraftsam_app;

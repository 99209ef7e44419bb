-- 0081 released beside a decision
--
-- Släppt ur ett samordnat yttrande (I-18, I-23): a decision holds the row of its case until it is committed, since it points at it.
-- Whoever lets go of another holds the same row, and so sees what that one's board decides at the very moment. The row is held by
-- the one asked; whoever writes for it may hold it only so.
create function referral.hold_to_release(member uuid, host uuid) returns void language sql security definer set search_path = pg_catalog as
$$
  select from registry.cases c
  where c.id = (select x.case_id from referral.recipients x where x.id = member and x.joint_with = host and referral.answers_as(host))
  for update
$$;
revoke all on function referral.hold_to_release(uuid, uuid) from public;
grant execute on function referral.hold_to_release(uuid, uuid) to kraftsam_app;

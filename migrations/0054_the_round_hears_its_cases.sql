-- What happens in the case of one who was asked rings for the round: those who follow it look then, not every few seconds. The ring
-- says only that there is something to read.
create function referral.ring_the_round() returns trigger
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform pg_notify('kraftsam_rings', 'referral.' || x.round_id) from referral.recipients x where x.case_id = new.case_id;
  return null;
end
$$;
revoke all on function referral.ring_the_round() from public;
create trigger the_round_hears_its_cases after insert on registry.ledger
  for each row execute function referral.ring_the_round();

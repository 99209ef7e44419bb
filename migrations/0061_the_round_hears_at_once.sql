-- 0061 the round hears at once
--
-- The ring of 0054, once for each statement: an import or a sending writes thousands of entries, and most are of no case that
-- answers a referral.
drop trigger the_round_hears_its_cases on registry.ledger;
create or replace function referral.ring_the_round() returns trigger
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform pg_notify('kraftsam_rings', 'referral.' || rung.round_id)
  from (select distinct x.round_id from written w join referral.recipients x on x.case_id = w.case_id) rung;
  return null;
end
$$;
create trigger the_round_hears_its_cases after insert on registry.ledger
  referencing new table as written for each statement execute function referral.ring_the_round();

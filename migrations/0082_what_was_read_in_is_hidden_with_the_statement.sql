-- 0082 what was read in is hidden with the statement
--
-- A file that was read in as an answer, and its passages, are no more to be seen at the sender than the record they became
-- (B-04, J-08). One on the link stays with the one who holds it.
create policy hidden_with_the_statement on answering.readings as restrictive for select
  using (source = 'link' or not exists (select from referral.answers a
    where a.recipient_id = readings.recipient_id and not referral.reads_record(a.statement_record_id)));

-- 0077 answers are hidden with their statement
--
-- A statement that is marked after it came in hides the words that were read from it, as it hides its own files (B-04, B-08, J-08).

create function referral.reads_record(record uuid) returns boolean language sql stable as
$$
  select record is null or exists (select from registry.records r where r.id = record
    and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id)))
$$;

create policy hidden_with_the_statement on referral.answer_parts as restrictive for select
  using (exists (select from referral.answers a where a.id = answer_id and referral.reads_record(a.statement_record_id)));
create policy hidden_with_the_statement on referral.earlier_answers as restrictive for select
  using (referral.reads_record((answer ->> 'statementRecordId')::uuid));
create policy hidden_with_its_record on referral.draft_answers as restrictive for select
  using (referral.reads_record(record_id) or (referral.answers_as(recipient_id) and referral.reads_record(out_record_id)));

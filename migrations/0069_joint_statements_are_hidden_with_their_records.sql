-- The words of a joint statement are no more to be seen than the record they came as (B-04, J-08): each side reads them by its own.
create policy hidden_with_its_records on referral.joint_statements as restrictive for select
  using (
    (referral.answers_as(recipient_id) and exists (select from registry.records r where r.id = record_id
       and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id))))
    or (referral.answers_as(host_id) and exists (select from registry.records r where r.id = out_record_id
       and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id)))));

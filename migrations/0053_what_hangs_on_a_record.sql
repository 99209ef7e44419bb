-- What of others hangs on a record is asked by each foreign key (registry.ties_of): each has the index that the question needs.

create index on answering.submissions (record_id);
create index on delegation.minutes (record_id);
create index on delegation.reports (record_id);
create index on disclosure.refusals (record_id);
create index on intake.messages (record_id) where record_id is not null;
create index on referral.draft_answers (record_id);
create index on referral.draft_answers (out_record_id);
create index on referral.extensions (request_out_id) where request_out_id is not null;
create index on referral.extensions (request_in_id) where request_in_id is not null;
create index on referral.extensions (decision_out_id) where decision_out_id is not null;
create index on referral.extensions (decision_in_id) where decision_in_id is not null;

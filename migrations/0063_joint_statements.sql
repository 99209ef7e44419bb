-- Samordnade yttranden (I-18): several who were asked in a round answer together. One of them writes the statement and its memo;
-- the others stand behind it by a decision of their own, each in its own case.
alter table referral.recipients
  add column joint_with uuid,
  add constraint a_recipient_is_of_its_round unique (round_id, id),
  add constraint answered_together_within_a_round foreign key (round_id, joint_with) references referral.recipients (round_id, id),
  add constraint nobody_joins_itself check (joint_with <> id);
create index on referral.recipients (joint_with) where joint_with is not null;

-- What the one that writes has sent to another that answers with it: the approved words, and the records on both sides (B-15).
create table referral.joint_statements (
  id                  uuid primary key default gen_random_uuid(),
  recipient_id        uuid not null references referral.recipients (id),
  host_id             uuid not null references referral.recipients (id),
  content             jsonb not null,
  record_id           uuid not null references registry.records (id),  -- the statement as received
  out_record_id       uuid not null references registry.records (id),
  memo_record_id      uuid references registry.records (id),           -- the memo as received
  memo_out_record_id  uuid references registry.records (id),
  sent_at             timestamptz not null,
  sent_by             uuid not null references organisation.people (id),
  constraint a_memo_is_registered_on_both_sides check ((memo_record_id is null) = (memo_out_record_id is null))
);
create index on referral.joint_statements (recipient_id);
create index on referral.joint_statements (host_id);
create index on referral.joint_statements (record_id);
create index on referral.joint_statements (out_record_id);
create index on referral.joint_statements (memo_record_id) where memo_record_id is not null;
create index on referral.joint_statements (memo_out_record_id) where memo_out_record_id is not null;

-- Whether somebody serves where this one answers from.
create function referral.answers_as(recipient uuid) returns boolean language sql stable as
$$
  select exists (select from referral.recipients x join registry.cases c on c.id = x.case_id
                 where x.id = recipient and kernel.serves(c.authority_id))
$$;

alter table referral.joint_statements enable row level security;
create policy between_those_who_answer_together on referral.joint_statements for select
  using (referral.answers_as(recipient_id) or referral.answers_as(host_id));
create policy sent_by_the_one_that_writes on referral.joint_statements for insert with check (referral.answers_as(host_id));
grant select, insert on referral.joint_statements to kraftsam_app;

-- A question may be asked only when an earlier one of the round got a given answer.
alter table referral.questions
  add column condition_on uuid references referral.questions (id) deferrable initially deferred,
  add column condition_is text check (length(condition_is) between 1 and 300),
  add constraint a_condition_has_an_answer check ((condition_on is null) = (condition_is is null)),
  add constraint no_question_waits_for_itself check (condition_on <> id);
create index on referral.questions (condition_on);

-- Questions taken out of a draft, as they were, so that they can be put back. They go when the round is sent or thrown away.
create table referral.removed_questions (
  id          uuid primary key,
  round_id    uuid not null references referral.rounds (id) on delete cascade,
  question    jsonb not null,
  removed_at  timestamptz not null
);
create index on referral.removed_questions (round_id);
alter table referral.removed_questions enable row level security;
create policy changed_by_the_sender on referral.removed_questions using (referral.sends(round_id));
grant select, insert, delete on referral.removed_questions to kraftsam_app;

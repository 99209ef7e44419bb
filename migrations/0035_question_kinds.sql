-- More ways to be asked: a position, yes or no, a number with its unit, a choice among the words of the question. A question may
-- have to be answered.
alter table referral.questions
  drop constraint questions_kind_check,
  add constraint questions_kind_check check (kind in
    ('text', 'stance', 'yes_no', 'processes', 'areas', 'body', 'number', 'choice', 'choices')),
  add column is_required boolean not null default false,
  add column settings jsonb not null default '{}';   -- unit, least and most, the words to choose among

-- What was typed beside the words, as it was summed with them (I-28). Empty for what came before: the sum is of the words alone.
alter table referral.answer_parts add column typed text not null default '';

-- 0038 legal standing
--
-- With what standing in law a body has answered: on which rule it was delegated (A-87, A-90), after the sender's own decision
-- (I-21), or not decided at all: a draft under political treatment, which is labelled and never counts as an answer (I-24).
alter table referral.answers
  add column delegated_id uuid references delegation.decisions (id),
  add column rule text,                                             -- the number of the rule it was decided on
  add column is_after_decision boolean not null default false;      -- arrived when the sender had decided the matter

-- Utkast under politisk behandling: sent before the board has decided. The latest of a body is the one shown until its answer comes.
create table referral.draft_answers (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  stance        text not null check (stance in ('support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none')),
  parts         jsonb not null,
  record_id     uuid not null references registry.records (id),     -- as received at the sender
  out_record_id uuid not null references registry.records (id),     -- as sent
  board_on      date,                                               -- when the board is planned to decide
  sent_at       timestamptz not null,
  sent_by       uuid not null references organisation.people (id)
);
create index on referral.draft_answers (recipient_id, sent_at);
alter table referral.draft_answers enable row level security;
create policy with_the_recipient on referral.draft_answers for select
  using (exists (select from referral.recipients x where x.id = recipient_id));
create policy given on referral.draft_answers for insert with check (referral.may_answer(recipient_id));
grant select, insert on referral.draft_answers to kraftsam_app;

-- How far a body has come: a decision by delegation or of the chair is a decision too, and needs no adjustment (I-23).
create or replace function referral.stage_of(asked uuid)
returns table (stage text, officer text, board_on date, paragraph int, decided_on date, adjusted_on date)
language sql stable security definer set search_path = pg_catalog as
$$
  select
    case
      when exists (select from referral.answers a join referral.recipients r on r.id = a.recipient_id where r.case_id = c.id) then 'answered'
      when d.state = 'adjusted' then 'adjusted'
      when d.id is not null or g.decided_on is not null then 'decided'
      when exists (select from meetings.items i join meetings.meetings m on m.id = i.meeting_id
                   where i.case_id = c.id and i.state = 'on_agenda' and m.state <> 'cancelled') then 'on_agenda'
      when exists (select from drafting.drafts t where t.case_id = c.id and t.state = 'approved') then 'approved'
      when exists (select from drafting.drafts t where t.case_id = c.id and t.state = 'submitted') then 'submitted'
      when exists (select from drafting.drafts t where t.case_id = c.id) then 'drafting'
      when c.officer_id is not null then 'assigned'
      else 'received'
    end,
    p.name,
    coalesce(case when d.id is null then g.decided_on end, plan.held_on, d.decided_on),
    d.paragraph, coalesce(d.decided_on, g.decided_on), d.adjusted_on
  from registry.cases c
  left join organisation.people p on p.id = c.officer_id
  left join lateral (
    select d.* from meetings.decisions d join organisation.bodies b on b.id = d.body_id
    where d.case_id = c.id and not d.is_proposal and d.outcome in ('as_proposed', 'changed', 'abstained')
      and b.kind in ('board', 'executive_board', 'council', 'working_committee')
    order by d.decided_on desc, d.paragraph desc limit 1) d on true
  left join lateral (
    select g.decided_on from delegation.decisions g join delegation.rules l on l.id = g.rule_id
    where g.case_id = c.id and (g.is_urgent or l.nature = 'statement')
      and not exists (select from delegation.decisions later where later.corrects_id = g.id)
    order by g.decided_on desc, g.number desc limit 1) g on true
  left join lateral (
    select m.held_on from planning.steps s join meetings.meetings m on m.id = s.meeting_id
    where s.case_id = c.id and s.step = 'board' order by s.position desc limit 1) plan on true
  where c.id = asked
$$;

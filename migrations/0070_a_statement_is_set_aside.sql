-- 0070 a statement is set aside
--
-- Åsidolagt yttrande (I-18): whoever joins another's statement lays its own aside. Its words, and its record where it was approved,
-- stay as they were, so that it can be taken up again; until then nobody writes in it, approves it or counts it.
alter table drafting.drafts
  drop constraint drafts_state_check,
  drop constraint approved_means_registered,
  drop constraint submitted_means_in_a_submission,
  add constraint drafts_state_check check (state in ('draft', 'submitted', 'approved', 'replaced', 'set_aside')),
  add constraint approved_means_registered check (state = 'set_aside' or (state in ('approved', 'replaced')) = (record_id is not null)),
  add constraint submitted_means_in_a_submission check (state in ('draft', 'set_aside') or submission_id is not null);

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
      when exists (select from drafting.drafts t where t.case_id = c.id and t.state <> 'set_aside') then 'drafting'
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

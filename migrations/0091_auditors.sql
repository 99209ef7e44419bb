-- 0091 auditors
--
-- Revisorerna are elected by the council but are no nämnd (KL chapter 12): the executive board cannot demand a statement of
-- them (KL 6:12, A-100), and "all boards" are without them. They keep a registry, meet and answer as a board does. What is in a
-- database already stays as it is; an administrator says which board is the auditors.
alter table organisation.bodies
  drop constraint bodies_kind_check,
  add constraint bodies_kind_check check (kind in ('council', 'executive_board', 'working_committee', 'board', 'auditors',
                                                   'chair_preparation', 'administration', 'company', 'external'));

-- As in 0083, with what the auditors decide.
create or replace function referral.stage_of(asked uuid)
returns table (stage text, officer text, board_on date, paragraph int, decided_on date, adjusted_on date, way text, adjust_days int)
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
    coalesce(d.decided_on, g.decided_on, case when w.way is null or w.way = 'immediate' then plan.held_on end),
    d.paragraph, coalesce(d.decided_on, g.decided_on), d.adjusted_on,
    case
      when d.id is not null then case when w.way = 'immediate' then w.way else 'board' end
      when g.decided_on is not null then 'delegation'
      else coalesce(w.way, 'board')
    end,
    l.adjust_days
  from registry.cases c
  left join organisation.people p on p.id = c.officer_id
  left join planning.ways w on w.case_id = c.id
  left join lateral (
    select d.* from meetings.decisions d join organisation.bodies b on b.id = d.body_id
    where d.case_id = c.id and not d.is_proposal and d.outcome in ('as_proposed', 'changed', 'abstained')
      and b.kind in ('board', 'executive_board', 'auditors', 'council', 'working_committee')
    order by d.decided_on desc, d.paragraph desc limit 1) d on true
  left join lateral (
    select g.decided_on from delegation.decisions g join delegation.rules l on l.id = g.rule_id
    where g.case_id = c.id and (g.is_urgent or l.nature = 'statement')
      and not exists (select from delegation.decisions later where later.corrects_id = g.id)
    order by g.decided_on desc, g.number desc limit 1) g on true
  left join lateral (
    select m.held_on, m.body_id from planning.steps s join meetings.meetings m on m.id = s.meeting_id
    where s.case_id = c.id and s.step = 'board' and m.state <> 'cancelled' order by s.position desc limit 1) plan on true
  left join planning.lead_times l on l.body_id = coalesce(d.body_id, plan.body_id)
  where c.id = asked
$$;

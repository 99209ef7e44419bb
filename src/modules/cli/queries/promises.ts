/** What modules downstream of the registry promise and no foreign key can hold. Each row of a query is something broken. */

/**
 * § and numbers of delegated decisions are without gaps for each body and year from the first that was used here; $1 is a case
 * or null: series are checked whole.
 */
function gaps(series: string, numbers: string): string {
  return `
    with there as (${numbers}), steps as (
      select body_id, year, number, lag(number) over (partition by body_id, year order by number) as before from there
      union all
      select s.body_id, s.year, s.last + 1, max(t.number) from ${series} s join there t using (body_id, year) group by 1, 2, s.last
    )
    select b.name as body, s.year, s.before + 1 as first, s.number - 1 as last from steps s
    join organisation.bodies b on b.id = s.body_id where $1::uuid is null and s.number > s.before + 1
    union all
    select b.name, t.year, s.last + 1, max(t.number) from there t join organisation.bodies b on b.id = t.body_id
    left join ${series} s using (body_id, year) where $1::uuid is null group by b.name, t.year, s.last having max(t.number) > coalesce(s.last, 0)
    order by 1, 2, 3`
}

export const promises: Readonly<Record<string, string>> = {
  'paragraph-series': gaps(
    'meetings.series',
    'select distinct body_id, year, paragraph as number from meetings.decisions',
  ),
  'delegation-series': gaps('delegation.series', 'select body_id, year, number from delegation.decisions'),
  'closed-on-agenda': `
    select i.case_id as "caseId", i.id as "itemId" from meetings.items i join registry.cases c on c.id = i.case_id
    join meetings.meetings m on m.id = i.meeting_id and m.state = 'planned'
    join organisation.bodies b on b.id = m.body_id and b.kind in ('council', 'executive_board', 'board')
    where ($1::uuid is null or c.id = $1) and c.state = 'closed' and i.state = 'on_agenda'`,
  'closed-with-submitted-draft': `
    select d.case_id as "caseId", d.id as "draftId" from drafting.drafts d join registry.cases c on c.id = d.case_id
    where ($1::uuid is null or c.id = $1) and c.state = 'closed' and d.state = 'submitted'`,
  'approved-draft-without-record': `
    select d.case_id as "caseId", d.id as "draftId" from drafting.drafts d
    where ($1::uuid is null or d.case_id = $1) and d.state = 'approved' and d.record_id is null`,
  'adjusted-decision-without-day': `
    select d.case_id as "caseId", d.id as "decisionId" from meetings.decisions d
    where ($1::uuid is null or d.case_id = $1) and (d.state = 'adjusted') <> (d.adjusted_on is not null)`,
  'record-of-other-case': `
    select i.case_id as "caseId", ir.record_id as "recordId" from meetings.item_records ir
    join meetings.items i on i.id = ir.item_id left join registry.records r on r.id = ir.record_id and r.case_id = i.case_id
    where ($1::uuid is null or i.case_id = $1) and r.id is null`,
}

/** What modules downstream of the registry promise and no foreign key can hold. Each row of a query is something broken. */

/** § and numbers of delegated decisions are without gaps for each body and year; $1 is a case or null: series are checked whole. */
function gaps(series: string, numbers: string): string {
  return `
    with there as (${numbers}), expected as (
      select s.body_id, s.year, n as number from ${series} s cross join lateral generate_series(1, s.last) n
    )
    select b.name as body, coalesce(e.year, t.year) as year, coalesce(e.number, t.number) as number,
      case when t.number is null then 'missing' else 'beyond' end as what
    from expected e full join there t using (body_id, year, number)
    join organisation.bodies b on b.id = coalesce(e.body_id, t.body_id)
    where $1::uuid is null and (e.number is null or t.number is null) order by 1, 2, 3`
}

export const promises: Readonly<Record<string, string>> = {
  'paragraph-series': gaps(
    'meetings.series',
    'select distinct body_id, year, paragraph as number from meetings.decisions',
  ),
  'delegation-series': gaps('delegation.series', 'select body_id, year, number from delegation.decisions'),
  'closed-on-agenda': `
    select i.case_id as "caseId", i.id as "itemId" from meetings.items i join registry.cases c on c.id = i.case_id
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

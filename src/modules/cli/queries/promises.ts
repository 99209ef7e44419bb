/** What modules downstream of the registry promise and no foreign key can hold. Each row of a query is something broken. */

type Counted = {
  /** The table that counts, and a query for the numbers that were given. */
  readonly series: string
  readonly numbers: string
  /** Whose numbers they are, and where that one's name stands. */
  readonly of: 'body_id' | 'authority_id'
}

/**
 * §, numbers of delegated decisions and of requests are without gaps for each body or authority and year from the first that
 * was used here; $1 is a case or null: series are checked whole.
 */
function gaps({ series, numbers, of }: Counted): string {
  const named = of === 'body_id' ? 'organisation.bodies' : 'organisation.authorities'
  return `
    with there as (${numbers}), steps as (
      select ${of}, year, number, lag(number) over (partition by ${of}, year order by number) as before from there
      union all
      select s.${of}, s.year, s.last + 1, max(t.number) from ${series} s join there t using (${of}, year) group by 1, 2, s.last
    )
    select o.name as body, s.year, s.before + 1 as first, s.number - 1 as last from steps s
    join ${named} o on o.id = s.${of} where $1::uuid is null and s.number > s.before + 1
    union all
    select o.name, t.year, s.last + 1, max(t.number) from there t join ${named} o on o.id = t.${of}
    left join ${series} s using (${of}, year) where $1::uuid is null group by o.name, t.year, s.last having max(t.number) > coalesce(s.last, 0)
    order by 1, 2, 3`
}

export const promises: Readonly<Record<string, string>> = {
  'paragraph-series': gaps({
    series: 'meetings.series',
    numbers: 'select distinct body_id, year, paragraph as number from meetings.decisions',
    of: 'body_id',
  }),
  'delegation-series': gaps({
    series: 'delegation.series',
    numbers: 'select body_id, year, number from delegation.decisions',
    of: 'body_id',
  }),
  'request-series': gaps({
    series: 'disclosure.series',
    numbers: 'select authority_id, year, number from disclosure.requests',
    of: 'authority_id',
  }),
  'closed-on-agenda': `
    select i.case_id as "caseId", i.id as "itemId" from meetings.items i join registry.cases c on c.id = i.case_id
    join meetings.meetings m on m.id = i.meeting_id and m.state = 'planned'
    join organisation.bodies b on b.id = m.body_id and b.kind in ('council', 'executive_board', 'board', 'auditors')
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

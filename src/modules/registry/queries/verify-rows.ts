/** Whether numbers are without gaps, records stand in order, and what is marked is withheld. Each query names what is wrong. */

/** How many numbers each series has used, and the highest. */
const tops = `
  tops as materialized (
    select authority_id, year, 'case' as kind, count(*)::int as many, max(number) as top from registry.cases group by 1, 2
    union all
    select authority_id, year, 'record', count(*)::int, max(number) from registry.records group by 1, 2
  )`

/**
 * Numbers that are not there, but for those that an imported series never had. Only where the count tells that something is
 * missing are the numbers gone through. $1 is a case or null: series are checked whole.
 */
export const numberGaps = `
  with ${tops}, short as (
    select s.authority_id, s.year, s.kind, s.last, coalesce(t.top, 0) as top
    from registry.series s left join tops t using (authority_id, year, kind)
    where $1::uuid is null and (coalesce(t.many, 0) <> s.last or t.top <> s.last)
  ), there as (
    select s.authority_id, s.year, s.kind, c.number from short s join registry.cases c using (authority_id, year) where s.kind = 'case'
    union all
    select s.authority_id, s.year, s.kind, r.number from short s join registry.records r using (authority_id, year) where s.kind = 'record'
  ), steps as (
    select authority_id, year, kind, number, lag(number, 1, 0) over series as before from there
    window series as (partition by authority_id, year, kind order by number)
  ), missing as (
    select authority_id, year, kind, before + 1 as first, number - 1 as last from steps where number > before + 1
    union all
    select authority_id, year, kind, top + 1, last from short where last > top
  ), unknown as (
    select m.authority_id, m.year, m.kind, n as number
    from missing m cross join lateral generate_series(m.first, least(m.last, m.first + 9999)) n
    where not exists (select from registry.known_gaps g where (g.authority_id, g.year, g.kind) = (m.authority_id, m.year, m.kind)
      and n between g.first and g.last)
  )
  select a.prefix, u.year, u.kind as series, min(u.number) as first, max(u.number) as last
  from (select *, number - row_number() over (partition by authority_id, year, kind order by number) as island from unknown) u
  join organisation.authorities a on a.id = u.authority_id
  group by a.prefix, u.year, u.kind, u.island order by 1, 2, 3, 4`

/** A number that the series has not given out yet: it would be given out again. */
export const numbersBeyond = `
  with ${tops}
  select a.prefix, t.year, t.kind as series, t.top as number, coalesce(s.last, 0) as last
  from tops t join organisation.authorities a on a.id = t.authority_id
  left join registry.series s using (authority_id, year, kind)
  where $1::uuid is null and t.top > coalesce(s.last, 0)`

/** Records of a case, with the places that records have left, are 1, 2, 3 …; where lines of an import were refused the first numbers may be missing. */
export const orderGaps = `
  select r.case_id as "caseId", max(r.seq) as last, count(*)::int as found
  from (select case_id, seq from registry.records union all select from_case_id, seq from registry.moves) r
  where ($1::uuid is null or r.case_id = $1)
  group by 1 having max(r.seq) <> count(*) and not exists (
    select from registry.ledger l where l.case_id = r.case_id and l.event = 'case.imported')`

export const otherAuthority = `
  select r.case_id as "caseId", r.id as "recordId" from registry.records r join registry.cases c on c.id = r.case_id
  where ($1::uuid is null or r.case_id = $1) and r.authority_id <> c.authority_id`

/** Marked, withheld, and a marking that holds: all three or none (B-06, B-08). */
export const recordMarkings = `
  select r.case_id as "caseId", r.id as "recordId", r.is_secret as "isSecret", w.record_id is not null as "isWithheld",
    m.id is not null as "isMarked"
  from registry.records r
  left join registry.withheld w on w.record_id = r.id
  left join registry.markings m on m.record_id = r.id and m.lifted_at is null
  where ($1::uuid is null or r.case_id = $1)
    and (r.is_secret <> (w.record_id is not null) or r.is_secret <> (m.id is not null))`

export const caseMarkings = `
  select c.id as "caseId", c.is_secret as "isSecret", m.id is not null as "isMarked"
  from registry.cases c
  left join registry.markings m on m.case_id = c.id and m.record_id is null and m.lifted_at is null
  where ($1::uuid is null or c.id = $1) and c.is_secret <> (m.id is not null)`

/** A record of a marked case is as hidden as the case (J-08). */
export const hiddenRecords = `
  select r.case_id as "caseId", r.id as "recordId" from registry.records r join registry.cases c on c.id = r.case_id
  where ($1::uuid is null or r.case_id = $1) and r.in_secret_case <> c.is_secret`

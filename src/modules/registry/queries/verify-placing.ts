/** Whether what was moved and struck is as the ledger says, both ways. */

/** A move that neither case's history tells of, or that leads to where nothing is. */
export const unsaidMoves = `
  select v.from_case_id as "caseId", v.record_id as "recordId", v.seq
  from registry.moves v
  where ($1::uuid is null or v.from_case_id = $1) and not (
    exists (select from registry.ledger l where l.case_id = v.from_case_id and l.event = 'record.moved'
      and l.facts @> jsonb_build_object('recordId', v.record_id, 'seq', v.seq))
    and exists (select from registry.ledger l where l.case_id = v.to_case_id and l.event = 'record.moved-here'
      and l.facts @> jsonb_build_object('recordId', v.record_id, 'seq', v.to_seq))
    and (exists (select from registry.records r where r.id = v.record_id and r.case_id = v.to_case_id and r.seq = v.to_seq)
      or exists (select from registry.moves n where n.record_id = v.record_id and n.from_case_id = v.to_case_id
        and n.seq = v.to_seq)))`

/** A history that tells of a move that did not happen. */
export const lostMoves = `
  select l.case_id as "caseId", l.facts ->> 'recordId' as "recordId", (l.facts ->> 'seq')::int as seq
  from registry.ledger l
  where ($1::uuid is null or l.case_id = $1) and l.event = 'record.moved' and not exists (
    select from registry.moves v where v.from_case_id = l.case_id and v.seq = (l.facts ->> 'seq')::int
      and v.record_id::text = l.facts ->> 'recordId')`

/** Struck without a word, or said to be struck and not. */
export const struckOrNot = `
  select coalesce(l.case_id, r.case_id) as "caseId", coalesce(l.record_id, r.id::text) as "recordId"
  from (
    select case_id, facts ->> 'recordId' as record_id from registry.ledger
    where event = 'record.struck' and ($1::uuid is null or case_id = $1)
  ) l
  full join (
    select id, case_id from registry.records where struck_at is not null and ($1::uuid is null or case_id = $1)
  ) r on r.id::text = l.record_id and r.case_id = l.case_id
  where l.record_id is null or r.id is null`

/** Whether every case's chain is whole, unchanged, and ends where it is known to end (J-09). Streams: one case in memory at a time. */

import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { checkChain, type LedgerEntry } from '../model.ts'
import type { Blame, Scope } from './verify.ts'

/** Entries in order of case and number, as COPY writes them: ten times quicker than rows. */
const entries = (scope: Scope) => `
  copy (
    select case_id, seq, (extract(epoch from at) * 1000)::bigint, person_id, actor, event, facts, previous, hash
    from registry.ledger ${scope.caseId === null ? '' : `where case_id = '${scope.caseId}'`} order by case_id, seq
  ) to stdout`

/** Gives how many entries it read. */
export async function verifyChains(
  client: pg.PoolClient,
  scope: Scope,
  { blame, tell }: { readonly blame: Blame; readonly tell: (entries: number) => void },
): Promise<number> {
  let count = 0
  let chain: LedgerEntry[] = []
  const check = () => {
    for (const { caseId, seq, fault } of checkChain(chain)) blame({ kind: `ledger-${fault}`, caseId, seq })
  }
  for await (const line of linesOf(client, entries(scope))) {
    const entry = entryOf(line)
    if (entry.caseId !== chain[0]?.caseId) {
      check()
      chain = []
    }
    chain.push(entry)
    if (++count % 10_000 === 0) tell(count)
  }
  check()
  return count
}

async function* linesOf(client: pg.PoolClient, query: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of client.query(copyTo(query))) {
    const text = rest + decoder.decode(Buffer.isBuffer(chunk) ? chunk : undefined, { stream: true })
    const lines = text.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' }

/** A value as COPY writes it; null is `\N`. */
function plain(value: string | undefined): string {
  if (value === undefined || !value.includes('\\')) return value ?? ''
  return value.replaceAll(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign)
}

function entryOf(line: string): LedgerEntry {
  const [caseId = '', seq, at, personId, actor, event, facts, previous, hash] = line.split('\t')
  const said: unknown = JSON.parse(plain(facts))
  return {
    caseId,
    seq: Number(seq),
    at: new Date(Number(at)),
    personId: personId === '\\N' ? null : plain(personId),
    actor: plain(actor),
    event: plain(event),
    facts: typeof said === 'object' && said !== null ? { ...said } : {},
    previous: plain(previous),
    hash: plain(hash),
  }
}

/** A chain whose last entries were cut off still fits: only the head that the database keeps tells. */
export const brokenEnds = `
  select coalesce(h.case_id, l.case_id) as "caseId", h.seq as "seq", l.seq as "found"
  from registry.heads h
  full join (
    select distinct on (case_id) case_id, seq, hash from registry.ledger
    where $1::uuid is null or case_id = $1 order by case_id, seq desc
  ) l using (case_id)
  where ($1::uuid is null or coalesce(h.case_id, l.case_id) = $1) and (h.seq, h.hash) is distinct from (l.seq, l.hash)`

export const casesWithoutLedger = `
  select c.id as "caseId" from registry.cases c
  where ($1::uuid is null or c.id = $1) and not exists (select from registry.ledger l where l.case_id = c.id)`

/** Between which ids the records of each import lie. */
const imported = `
  with imported as materialized (
    select distinct source, registry.imported_id(prefix, 'document', 0) as first,
      registry.imported_id(prefix, 'document', 281474976710655) as last from registry.imports
  )`

/** The case where a record was registered, of those that have been moved since. */
const origins = `
  origins as materialized (
    select distinct on (record_id) record_id, from_case_id as case_id from registry.moves order by record_id, moved_at, to_seq
  )`

/** What was registered here says so in the ledger, and what the ledger says was registered is there. */
export const unsaidRecords = `
  ${imported}, ${origins}, registered as (
    select case_id, facts ->> 'recordId' as record_id from registry.ledger
    where event = 'record.registered'
      and ($1::uuid is null or case_id = $1 or case_id in (select from_case_id from registry.moves where record_id in (
        select id from registry.records where case_id = $1)))
  )
  select r.case_id as "caseId", r.id as "recordId" from registry.records r left join origins o on o.record_id = r.id
  where ($1::uuid is null or r.case_id = $1)
    and not exists (select from imported i where r.id between i.first and i.last)
    and not exists (select from registered l where l.case_id = coalesce(o.case_id, r.case_id) and l.record_id = r.id::text)`

export const lostRecords = `
  select l.case_id as "caseId", l.facts ->> 'recordId' as "recordId", l.facts ->> 'number' as "number"
  from registry.ledger l
  left join registry.records r on r.id::text = l.facts ->> 'recordId'
    and (r.case_id = l.case_id or exists (select from registry.moves v where v.record_id = r.id and v.from_case_id = l.case_id))
  where ($1::uuid is null or l.case_id = $1) and l.event = 'record.registered' and r.id is null`

/** As many records as the ledger says were brought over. */
export const lostImports = `
  ${imported}, ${origins}
  select said.case_id as "caseId", said.n as "expected", count(r.id)::int as "found"
  from (
    select case_id, facts ->> 'source' as source, sum((facts ->> 'records')::int)::int as n from registry.ledger
    where event = 'case.imported' and ($1::uuid is null or case_id = $1) group by 1, 2
  ) said
  join imported i using (source)
  left join (
    select r.id, coalesce(o.case_id, r.case_id) as case_id from registry.records r left join origins o on o.record_id = r.id
    where $1::uuid is null or r.case_id = $1 or o.case_id = $1
  ) r on r.case_id = said.case_id and r.id between i.first and i.last
  group by 1, 2, said.source having count(r.id) <> said.n`

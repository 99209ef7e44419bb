/** The ledger of what was imported: one entry for each case, chained and hashed as every other (model/chain.ts), set by set. */

import type pg from 'pg'
import { theSystem } from '../../../kernel/context.ts'
import type { Run } from './import-batches.ts'

const page = 2000

type NamedRun = Run & { readonly source: string }

/**
 * Says in each case's ledger what it was given, once: a case that gets more in a later import gets an entry of how many more.
 * A page of cases at a time, under the locks that all who write in a ledger take. Gives how many entries it wrote.
 */
export async function writeImportedLedger(
  client: pg.PoolClient,
  run: NamedRun,
  tell: (cases: number, of: number) => void,
): Promise<number> {
  await client.query(`set work_mem = '64MB'`)
  await client.query('set session_replication_role = replica').catch(() => {}) // see import-batches.ts
  await client.query(findDue, [run.prefix])
  const { rows } = await client.query<{ many: number }>('select count(*)::int as many from due')
  const many = rows[0]?.many ?? 0
  for (let from = 0; from < many; from += page) {
    await writePage(client, run, from)
    tell(Math.min(from + page, many), many)
  }
  await client.query('drop table due')
  return many
}

async function writePage(client: pg.PoolClient, run: NamedRun, from: number): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local synchronous_commit = off')
    await client.query(lockCases, [from, from + page])
    await client.query(writeEntries, [from, from + page, run.source, run.now, theSystem.name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const lockCases = `
  select pg_advisory_xact_lock(hashtextextended('registry.case:' || id::text, 0)) from due where place > $1 and place <= $2`

const span = (kind: 'case' | 'document') =>
  `registry.imported_id($1, '${kind}', 0) and registry.imported_id($1, '${kind}', 281474976710655)`

/** Cases of the source that have more of its records than their ledger says they were given, or say nothing. */
const findDue = `
  create temp table due as
  with has as (
    select case_id, count(*)::int as n from registry.records where id between ${span('document')} group by 1
  ), said as (
    select case_id, sum((facts ->> 'records')::int)::int as n from registry.ledger where event = 'case.imported' group by 1
  )
  select row_number() over (order by c.id) as place, c.id, c.reference_number,
    coalesce(has.n, 0) - coalesce(said.n, 0) as records
  from registry.cases c left join has on has.case_id = c.id left join said on said.case_id = c.id
  where c.id between ${span('case')} and (said.n is null or has.n > said.n)`

/** The canonical JSON of an entry: its keys in order, no spaces; PostgreSQL escapes strings as JSON.stringify does. */
const canonical = `
  '{"actor":' || to_json($5::text) || ',"at":"' || said_at || '","case_id":"' || id || '","event":"case.imported","facts":'
  || facts || ',"person":null,"previous":"' || previous || '","seq":' || seq || '}'`

const writeEntries = `
  with entry as (
    select d.id, coalesce(h.seq, 0) + 1 as seq, coalesce(h.hash, '') as previous,
      to_char($4::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as said_at,
      '{"records":' || d.records || ',"referenceNumber":' || to_json(d.reference_number) || ',"source":' || to_json($3::text)
        || ',"sourceId":' || ('x' || right(d.id::text, 12))::bit(48)::bigint || '}' as facts
    from due d left join registry.heads h on h.case_id = d.id where d.place > $1 and d.place <= $2
  ), put as (
    insert into registry.ledger (case_id, seq, at, person_id, actor, event, facts, previous, hash)
    select id, seq, $4, null, $5, 'case.imported', facts::jsonb, previous,
      encode(sha256(convert_to(${canonical}, 'UTF8')), 'hex')
    from entry returning case_id, seq, hash
  )
  insert into registry.heads as h (case_id, seq, hash) select case_id, seq, hash from put
  on conflict (case_id) do update set seq = excluded.seq, hash = excluded.hash`

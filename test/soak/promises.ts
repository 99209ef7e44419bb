/** Whether the store holds what was promised, and nothing half. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Database } from '../../src/kernel/db.ts'
import type { Promised } from './registering.ts'

/** Everything that is not as promised, in words; empty when all is well. */
export async function brokenPromises(db: Database, folder: string, promised: readonly Promised[]): Promise<string[]> {
  return [
    ...(await missing(db, promised)),
    ...(await said(db, gaps, 'a series with a gap or a double')),
    ...(await said(db, halfRegistered, 'a record whose registration is not in the ledger')),
    ...(await said(db, ledgerGaps, 'a ledger that skips an entry')),
    ...(await lostFiles(db, folder)),
  ]
}

async function missing(db: Database, promised: readonly Promised[]): Promise<string[]> {
  const cases = await column(db, sql`select reference_number as is from registry.cases`)
  const records = await column(db, sql`select r.id || ' ' || r.year || ':' || r.number as is from registry.records r`)
  return promised
    .filter(({ referenceNumber, recordId, recordNumber }) =>
      recordId === undefined ? !cases.has(referenceNumber) : !records.has(`${recordId} ${recordNumber}`),
    )
    .map((one) => `promised but not there: ${JSON.stringify(one)}`)
}

const gaps = sql`
  select s.authority_id || ' ' || s.kind || ' ' || s.last || ' but ' || n.many as is
  from registry.series s
  cross join lateral (
    select count(*) as many, coalesce(max(number), 0) as top from (
      select number from registry.cases c where s.kind = 'case' and c.authority_id = s.authority_id and c.year = s.year
      union all
      select number from registry.records r where s.kind = 'record' and r.authority_id = s.authority_id and r.year = s.year
    ) used
  ) n
  where n.many <> s.last or n.top <> s.last`

const halfRegistered = sql`
  select r.id::text as is from registry.records r
  where not exists (select from registry.ledger l where l.case_id = r.case_id and l.facts ->> 'recordId' = r.id::text)`

const ledgerGaps = sql`
  select case_id::text as is from registry.ledger group by case_id having count(*) <> max(seq)`

/** Each file that a record claims lies in the store with the bytes its name says. */
async function lostFiles(db: Database, folder: string): Promise<string[]> {
  const claimed = await column(db, sql`select distinct sha256 as is from registry.files`)
  const lost: string[] = []
  for (const sha256 of claimed) {
    const hash = createHash('sha256')
    const path = join(folder, 'files', sha256.slice(0, 2), sha256)
    const whole = await pipeline(createReadStream(path), hash).then(
      () => hash.digest('hex') === sha256,
      () => false,
    )
    if (!whole) lost.push(`a record claims the file ${sha256}, which is not whole in the store`)
  }
  return lost
}

async function said(db: Database, question: ReturnType<typeof sql>, words: string): Promise<string[]> {
  return [...(await column(db, question))].map((one) => `${words}: ${one}`)
}

async function column(db: Database, question: ReturnType<typeof sql>): Promise<Set<string>> {
  const { rows } = await question.execute(db)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each question above selects one column, "is"
  return new Set((rows as { is: string }[]).map(({ is }) => is))
}

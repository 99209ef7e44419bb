/** Everything that the registry promises, checked against what lies in the store, in one snapshot. */

import type pg from 'pg'
import * as ledger from './verify-ledger.ts'
import * as placing from './verify-placing.ts'
import * as rows from './verify-rows.ts'

/** One case, or everything. */
export type Scope = { readonly caseId: string | null }

/** What is wrong, and where: `kind` is a word, the rest depends on it. */
export type StoreFault = { readonly kind: string; readonly caseId?: string } & Readonly<Record<string, unknown>>
export type Blame = (fault: StoreFault) => void

export type VerifyProgress = (done: { readonly stage: string; readonly done: number; readonly of: number }) => void

export type RegistryCounts = {
  readonly cases: number
  readonly records: number
  readonly ledgerEntries: number
  readonly knownGaps: number
}

/** Each is a query with the case, or null, as its only value; every row is something wrong. */
const questions: Readonly<Record<string, string>> = {
  'ledger-end': ledger.brokenEnds,
  'ledger-none': ledger.casesWithoutLedger,
  'record-not-in-ledger': ledger.unsaidRecords,
  'record-lost': ledger.lostRecords,
  'imported-records-lost': ledger.lostImports,
  'number-gap': rows.numberGaps,
  'number-beyond-series': rows.numbersBeyond,
  'record-order': rows.orderGaps,
  'move-not-in-ledger': placing.unsaidMoves,
  'move-lost': placing.lostMoves,
  'record-struck': placing.struckOrNot,
  'record-at-other-authority': rows.otherAuthority,
  'record-marking': rows.recordMarkings,
  'case-marking': rows.caseMarkings,
  'record-of-marked-case': rows.hiddenRecords,
}

/** `client` is inside a transaction that sees one moment, as the tables' owner. Nothing is changed. */
export async function verifyRegistry(
  client: pg.PoolClient,
  scope: Scope,
  { blame, tell }: { readonly blame: Blame; readonly tell: VerifyProgress },
): Promise<RegistryCounts> {
  const counts = await countAll(client, scope)
  const ledgerEntries = await ledger.verifyChains(client, scope, {
    blame,
    tell: (done) => tell({ stage: 'ledger', done, of: counts.ledgerEntries }),
  })
  const all = Object.entries(questions)
  for (const [index, [kind, query]] of all.entries()) {
    tell({ stage: 'promises', done: index + 1, of: all.length })
    await askEach(client, { kind, query, scope, blame })
  }
  return { ...counts, ledgerEntries }
}

/** Rows of one question, a few thousand at a time. */
export async function askEach(
  client: pg.PoolClient,
  {
    kind,
    query,
    scope,
    blame,
  }: { readonly kind: string; readonly query: string; readonly scope: Scope; readonly blame: Blame },
): Promise<void> {
  await client.query({ text: `declare wrong no scroll cursor for ${query}`, values: [scope.caseId] })
  for (;;) {
    const { rows: found } = await client.query<Record<string, unknown>>('fetch 2000 from wrong')
    for (const row of found) blame({ ...row, kind })
    if (found.length < 2000) break
  }
  await client.query('close wrong')
}

async function countAll(client: pg.PoolClient, scope: Scope): Promise<RegistryCounts> {
  const { rows: found } = await client.query<Record<keyof RegistryCounts, string>>(
    `select (select count(*) from registry.cases where $1::uuid is null or id = $1) as cases,
       (select count(*) from registry.records where $1::uuid is null or case_id = $1) as records,
       (select count(*) from registry.ledger where $1::uuid is null or case_id = $1) as "ledgerEntries",
       (select coalesce(sum(last - first + 1), 0) from registry.known_gaps where $1::uuid is null) as "knownGaps"`,
    [scope.caseId],
  )
  const [row] = found
  return {
    cases: Number(row?.cases),
    records: Number(row?.records),
    ledgerEntries: Number(row?.ledgerEntries),
    knownGaps: Number(row?.knownGaps),
  }
}

/** The case of a reference number, or null. */
export async function caseNumbered(client: pg.PoolClient, referenceNumber: string): Promise<string | null> {
  const { rows: found } = await client.query<{ id: string }>(
    'select id from registry.cases where reference_number = $1',
    [referenceNumber],
  )
  return found[0]?.id ?? null
}

/** Everything that `verify` looks at, in one snapshot: the registry, the promises of other modules, and the files. */

import type pg from 'pg'
import { claims, countClaims, faultOf, looseFiles, type Claim } from '../../../kernel/backup/index.ts'
import type { FileStore } from '../../../kernel/files.ts'
import {
  askEach,
  verifyRegistry,
  type RegistryCounts,
  type Scope,
  type StoreFault,
  type VerifyProgress,
} from '../../registry/index.ts'
import { promises } from './promises.ts'

export type Verified = {
  readonly isWhole: boolean
  readonly checked: RegistryCounts & { readonly files: number; readonly bytes: number }
  readonly faultCount: number
  readonly byKind: Readonly<Record<string, number>>
  /** The first of them, each with what it takes to find it. */
  readonly faults: readonly StoreFault[]
  /** Files that no row claims: no fault. */
  readonly loose: { readonly count: number; readonly files: readonly string[] }
}

/** What is told in full; the rest is counted. */
const most = { faults: 1000, loose: 100 }

type Store = { readonly client: pg.PoolClient; readonly files: FileStore }

export async function verifyStore(store: Store, scope: Scope, tell: VerifyProgress): Promise<Verified> {
  const faults: StoreFault[] = []
  const byKind: Record<string, number> = {}
  const blame = (fault: StoreFault) => {
    byKind[fault.kind] = (byKind[fault.kind] ?? 0) + 1
    if (faults.length < most.faults) faults.push(fault)
  }
  const counts = await verifyRegistry(store.client, scope, { blame, tell })
  for (const [kind, query] of Object.entries(promises)) await askEach(store.client, { kind, query, scope, blame })
  const files = await verifyFiles(store, scope, { blame, tell })
  const loose = scope.caseId === null ? await countLoose(store) : { count: 0, files: [] }
  const faultCount = Object.values(byKind).reduce((sum, count) => sum + count, 0)
  return {
    isWhole: faultCount === 0,
    checked: { ...counts, ...files },
    faultCount,
    byKind,
    faults: await named(store.client, faults),
    loose,
  }
}

/** Reads every file that is claimed, by anything or by the one case. */
async function verifyFiles(
  { client, files }: Store,
  scope: Scope,
  { blame, tell }: { readonly blame: (fault: StoreFault) => void; readonly tell: VerifyProgress },
): Promise<{ files: number; bytes: number }> {
  const all = scope.caseId === null ? await countClaims(client) : { files: 0, bytes: 0 }
  let count = 0
  let bytes = 0
  for await (const claim of scope.caseId === null ? claims(client) : claimsOfCase(client, scope.caseId)) {
    const fault = await faultOf(files, claim)
    if (fault !== null) blame({ kind: fault, ...claim, ...(await recordOf(client, claim.sha256)) })
    bytes += claim.size
    tell({ stage: 'files', done: ++count, of: Math.max(all.files, count) })
  }
  return { files: count, bytes }
}

async function* claimsOfCase(client: pg.PoolClient, caseId: string): AsyncGenerator<Claim> {
  const { rows } = await client.query<{ sha256: string; size: string }>(
    `select f.sha256, max(f.size) as size from registry.files f join registry.records r on r.id = f.record_id
     where r.case_id = $1 group by 1 order by 1`,
    [caseId],
  )
  for (const { sha256, size } of rows) yield { sha256, size: Number(size), claimedBy: ['registry.files'] }
}

/** The record that has the file, if one has: what whoever mends it looks for. */
async function recordOf(client: pg.PoolClient, sha256: string): Promise<Partial<StoreFault>> {
  const { rows } = await client.query<{ caseId: string; recordId: string; name: string }>(
    `select r.case_id as "caseId", r.id as "recordId", f.name from registry.files f join registry.records r on r.id = f.record_id
     where f.sha256 = $1 limit 1`,
    [sha256],
  )
  return rows[0] ?? {}
}

async function countLoose({ client, files }: Store): Promise<Verified['loose']> {
  const first: string[] = []
  let count = 0
  for await (const sha256 of looseFiles(files, claims(client))) {
    if (first.length < most.loose) first.push(sha256)
    count++
  }
  return { count, files: first }
}

/** With the number that people know the case by. */
async function named(client: pg.PoolClient, faults: readonly StoreFault[]): Promise<StoreFault[]> {
  const ids = faults.flatMap(({ caseId }) => (caseId === undefined ? [] : [caseId]))
  const { rows } = await client.query<{ id: string; number: string }>(
    'select id, reference_number as number from registry.cases where id = any ($1::uuid[])',
    [[...new Set(ids)]],
  )
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return faults.map((fault) =>
    fault.caseId === undefined ? fault : { ...fault, referenceNumber: numbers.get(fault.caseId) ?? null },
  )
}

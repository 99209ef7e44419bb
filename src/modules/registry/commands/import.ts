/**
 * Bringing in another system's registry (CSV as `COPY` writes it). Everything may be done again: what is there already is
 * left as it is, and an import that was broken off goes on from its last batch.
 */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Caller } from '../../../kernel/command.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import type { ImportCounts, Imported, ImportFile } from '../model.ts'
import { text } from '../text/imported.ts'
import { loadFile, prefixOf, type Known, type Run } from './import-batches.ts'
import { closeSeries, knowOrganisation, raiseSeries } from './import-end.ts'
import { writeImportedLedger } from './import-ledger.ts'

export type ImportProgress = (done: {
  readonly stage: ImportFile | 'series' | 'ledger'
  /** Rows that this run has been through. */
  readonly rows: number
  /** 0 to 1, of the stage. */
  readonly part: number
}) => void

export type ImportAsked = {
  readonly folder: string
  /** The system it comes from: two sources may use the same ids for different things. */
  readonly source: string
  readonly progress?: ImportProgress
}

/** `finished` tells whoever asks for the report which run it was. */
export type ImportDone = Imported & { readonly importId: string }

/** Throws `Invalid` when a file is missing, `Refused` while another import runs. Needs the tables' owner. */
export async function importRegistry(
  { caller, pool }: { readonly caller: Caller; readonly pool: pg.Pool },
  { folder, source, progress = () => {} }: ImportAsked,
): Promise<ImportDone> {
  const sizes = await sizesOf(folder)
  const client = await pool.connect()
  try {
    await takeTurn(client)
    const run = await beginRun(client, { folder, source, now: caller.now, fingerprint: sizes.fingerprint })
    const known = await knowOrganisation(client, caller, run)
    await raiseSeries(client, run, known)
    for (const file of ['cases', 'document'] as const) {
      await loadWith(pool, { run, file, known, bytes: sizes.bytes[file], progress })
      await client.query(`analyze registry.${file === 'cases' ? 'cases' : 'records'}`)
    }
    progress({ stage: 'series', rows: 0, part: 0 })
    await closeSeries(client, run)
    const ledgerEntries = await writeImportedLedger(client, run, (rows, of) =>
      progress({ stage: 'ledger', rows, part: rows / of }),
    )
    await client.query('update registry.imports set finished_at = now() where id = $1', [run.id])
    return { importId: run.id, ...(await resultOf(client, run, known)), ledgerEntries }
  } finally {
    client.release(true) // with it goes the turn
  }
}

async function takeTurn(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('registry.import', 0)) as taken`,
  )
  if (rows[0]?.taken !== true) throw new Refused([text.busy])
}

async function sizesOf(folder: string): Promise<{ bytes: Record<ImportFile, number>; fingerprint: string }> {
  const bytes = { board: 0, officer: 0, series: 0, cases: 0, document: 0 }
  const marks: string[] = []
  const missing: Record<string, string> = {}
  for (const file of ['board', 'officer', 'series', 'cases', 'document'] as const) {
    const about = await stat(join(folder, `${file}.csv`)).catch(() => null)
    if (about === null) missing[file] = text.noFile(`${file}.csv`)
    bytes[file] = about?.size ?? 0
    marks.push(`${file} ${about?.size} ${about?.mtimeMs}`)
  }
  if (Object.keys(missing).length > 0) throw new Invalid(missing)
  return { bytes, fingerprint: marks.join('; ') }
}

type NamedRun = Run & { readonly source: string; readonly isResumed: boolean }

/** The run that was broken off on the same files, or a new one. */
async function beginRun(
  client: pg.PoolClient,
  { folder, source, now, fingerprint }: { folder: string; source: string; now: Date; fingerprint: string },
): Promise<NamedRun> {
  const prefix = prefixOf(source)
  const base = { folder, source, prefix, now }
  const open = await client.query<{ id: string }>(
    `select id from registry.imports where source = $1 and fingerprint = $2 and finished_at is null
     order by started_at desc limit 1`,
    [source, fingerprint],
  )
  const [left] = open.rows
  if (left !== undefined) return { ...base, id: left.id, isResumed: true }
  const { rows } = await client.query<{ id: string }>(
    'insert into registry.imports (source, prefix, fingerprint, started_at) values ($1, $2, $3, $4) returning id',
    [source, prefix, fingerprint, now],
  )
  const id = rows[0]?.id ?? ''
  await client.query(
    'delete from registry.import_faults where import_id in (select id from registry.imports where source = $1 and id <> $2)',
    [source, id],
  )
  return { ...base, id, isResumed: false }
}

type Load = {
  readonly run: Run
  readonly file: 'cases' | 'document'
  readonly known: Known
  readonly bytes: number
  readonly progress: ImportProgress
}

function loadWith(pool: pg.Pool, { run, file, known, bytes, progress }: Load): Promise<void> {
  let rows = 0
  const tell = (done: { records: number; byte: number }) => {
    rows += done.records
    progress({ stage: file, rows, part: bytes === 0 ? 1 : done.byte / bytes })
  }
  return loadFile(pool, { run, file, known, tell })
}

async function resultOf(client: pg.PoolClient, run: NamedRun, known: Known): Promise<Omit<Imported, 'ledgerEntries'>> {
  const { rows } = await client.query<{ file: string; loaded: string; already: string; rejected: string }>(
    `select file, sum(loaded) as loaded, sum(already) as already, sum(rejected) as rejected
     from registry.import_batches where import_id = $1 group by file`,
    [run.id],
  )
  const countsOf = (file: ImportFile): ImportCounts => {
    const row = rows.find((one) => one.file === file)
    return {
      loaded: Number(row?.loaded ?? 0),
      already: Number(row?.already ?? 0),
      rejected: Number(row?.rejected ?? 0),
    }
  }
  const faults = await client.query<{ faults: string; notes: string }>(
    `select count(*) filter (where not is_note) as faults, count(*) filter (where is_note) as notes
     from registry.import_faults where import_id = $1`,
    [run.id],
  )
  return {
    source: run.source,
    resumed: run.isResumed,
    boards: known.boards.size,
    officers: known.officers.size,
    cases: countsOf('cases'),
    records: countsOf('document'),
    faults: Number(faults.rows[0]?.faults),
    notes: Number(faults.rows[0]?.notes),
  }
}

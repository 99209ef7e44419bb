/** Batches of a file into the store: two connections by turns, so that one reads while the other writes. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { importFiles, leftOut, type ImportFile } from '../model.ts'
import { csvBatches, type CsvBatch, type CsvPlace } from '../queries/csv-batches.ts'
import { kept } from '../text/imported.ts'
import * as rows from './import-rows.ts'

/** The source's own ids of boards and officers → ours. */
export type Known = {
  readonly boards: ReadonlyMap<string, string>
  readonly officers: ReadonlyMap<string, string>
}

export type Run = {
  readonly id: string
  readonly prefix: string
  readonly folder: string
  readonly now: Date
}

export type Told = (done: { readonly file: ImportFile; readonly records: number; readonly byte: number }) => void

type Job = { readonly run: Run; readonly file: 'cases' | 'document'; readonly known: Known; readonly tell: Told }

const size = { records: 10_000, bytes: 16_000_000 }
const writers = 2

/** The id prefix of a source: 48 bits of a hash of its name. */
export function prefixOf(source: string): string {
  return createHash('sha256').update(`kraftsam.import:${source}`).digest('hex').slice(0, 12)
}

/** Loads what is not loaded yet. Each batch is one transaction that also notes how far it came. */
export async function loadFile(pool: pg.Pool, job: Job): Promise<void> {
  const done = await doneBatches(pool, job)
  const free = await Promise.all(Array.from({ length: writers }, () => openWriter(pool, job)))
  const busy = new Set<Promise<void>>()
  const failures: unknown[] = []
  try {
    for await (const batch of batchesOf(job, done.from)) {
      if (done.has(batch.firstByte)) continue
      while (free.length === 0) await Promise.race(busy)
      const writer = free.pop()
      if (failures.length > 0 || writer === undefined) break
      const task: Promise<void> = putBatch(writer, job, batch)
        .catch((error: unknown) => void failures.push(error))
        .then(() => {
          busy.delete(task)
          free.push(writer)
        })
      busy.add(task)
    }
    await Promise.all(busy)
  } finally {
    await Promise.all(busy)
    for (const writer of free) writer.release(true) // its temporary tables go with it
  }
  if (failures.length > 0) throw failures[0]
}

/** The body of a document goes straight to its place, under the id that the document will have. */
function batchesOf({ run, file }: Job, from: CsvPlace): AsyncGenerator<CsvBatch> {
  const columns = importFiles[file].length
  const path = join(run.folder, `${file}.csv`)
  if (file === 'cases') return csvBatches(path, from, { columns, size })
  const tailKey = (id: string) =>
    /^\d{1,14}$/.test(id) ? `${run.prefix}80d08000${Number(id).toString(16).padStart(12, '0')}` : null
  return csvBatches(path, from, { columns, size, tailKey })
}

/** Where the first hole is, and which batches after it are done. */
async function doneBatches(
  pool: pg.Pool,
  { run, file }: Job,
): Promise<{ from: CsvPlace; has: (byte: number) => boolean }> {
  const { rows: done } = await pool.query<{ first: string; last: string; line: string }>(
    `select first_byte as first, last_byte as last, last_line as line from registry.import_batches
     where import_id = $1 and file = $2 order by first_byte`,
    [run.id, file],
  )
  let from: CsvPlace = { byte: 0, line: 1 }
  for (const { first, last, line } of done)
    if (Number(first) === from.byte) from = { byte: Number(last), line: Number(line) }
  const known = new Set(done.map(({ first }) => Number(first)))
  return { from, has: (byte) => known.has(byte) }
}

/**
 * A connection with its work tables. Where it may, triggers and foreign keys rest: every id that is written comes from a
 * join with the row it points to, nothing is ever deleted, and search makes its index afterwards.
 */
async function openWriter(pool: pg.Pool, { file, known }: Job): Promise<pg.PoolClient> {
  const client = await pool.connect()
  await client.query(`set synchronous_commit = off; set temp_buffers = '64MB'; set work_mem = '64MB'`)
  await client.query('set session_replication_role = replica').catch(() => {})
  await client.query(
    rows.workTables(
      file,
      importFiles[file].filter((column) => column !== 'body'),
    ),
  )
  for (const [table, map] of Object.entries(known))
    await client.query(`insert into ${table} select * from unnest($1::text[], $2::uuid[])`, [
      [...map.keys()],
      [...map.values()],
    ])
  return client
}

async function putBatch(client: pg.PoolClient, job: Job, batch: CsvBatch): Promise<void> {
  const counts = await again(() => tryBatch(client, job, batch), 3)
  job.tell({ file: job.file, records: counts.loaded + counts.already + counts.rejected, byte: batch.lastByte })
}

/** Two batches that have a number in common may wait for each other; one is then ended by PostgreSQL and done anew. */
async function again<T>(work: () => Promise<T>, tries: number): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isDeadlock = error instanceof Error && 'code' in error && error.code === '40P01'
    if (!isDeadlock || tries <= 1) throw error
    return again(work, tries - 1)
  }
}

type Counts = { loaded: number; already: number; rejected: number }

async function tryBatch(client: pg.PoolClient, job: Job, batch: CsvBatch): Promise<Counts> {
  await client.query('begin')
  try {
    await copyIn(client, 'incoming', batch.bytes)
    await (job.file === 'cases' ? putCases(client, job.run) : putDocuments(client, job.run, batch))
    const counts = await noteBatch(client, job, batch)
    await client.query('commit')
    return counts
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Rows for COPY, as they are. */
export async function copyIn(client: pg.PoolClient, table: string, bytes: Buffer): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} from stdin (format csv)`))
  const done = finished(stream)
  stream.end(bytes)
  await done
}

async function putCases(client: pg.PoolClient, run: Run): Promise<void> {
  await client.query(rows.checkCases, [run.prefix])
  if (!(await putAll(client, rows.putCases.all, []))) {
    await client.query(rows.putCases.free)
    await client.query(rows.judgeCases)
  }
}

async function putDocuments(client: pg.PoolClient, run: Run, batch: CsvBatch): Promise<void> {
  const neutral = [leftOut]
  // A batch has a few thousand of what may be a million cases: they are looked up one by one, not all read each time.
  await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off')
  await client.query(rows.checkDocuments, [run.prefix])
  await client.query('set local enable_hashjoin = on; set local enable_mergejoin = on')
  if (!(await putAll(client, rows.putDocuments.all, neutral))) {
    await client.query(rows.putDocuments.free, neutral)
    await client.query(rows.judgeDocuments)
  }
  const { rows: left } = await client.query<{ line: string }>('select line from checked where wrong is not null')
  await copyIn(client, 'registry.texts (record_id, body)', batch.tails(new Set(left.map(({ line }) => Number(line)))))
  await client.query(rows.putWithheld)
  await client.query(rows.putMarkings, [kept.provision, run.now])
}

const uniqueViolation = '23505'

/** False: something in it is taken, and nothing was put. */
async function putAll(client: pg.PoolClient, insert: string, values: readonly string[]): Promise<boolean> {
  await client.query('savepoint before')
  try {
    await client.query(insert, [...values])
    await client.query('release savepoint before')
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === uniqueViolation)) throw error
    await client.query('rollback to savepoint before')
    return false
  }
}

async function noteBatch(client: pg.PoolClient, { run, file }: Job, batch: CsvBatch): Promise<Counts> {
  await client.query(
    `insert into registry.import_faults (import_id, file, line, reason, is_note)
     select $1, $2, line, coalesce(wrong, note), wrong is null from checked
     where coalesce(wrong, note) is not null and coalesce(wrong, '') <> 'already'`,
    [run.id, file],
  )
  await noteBroken(client, { run, file }, batch.broken)
  const { rows: found } = await client.query<{ loaded: string; already: string; wrong: string }>(
    `select count(*) filter (where wrong is null) as loaded, count(*) filter (where wrong = 'already') as already,
       count(*) filter (where wrong <> 'already') as wrong from checked`,
  )
  const [count] = found
  const loaded = Number(count?.loaded)
  const already = Number(count?.already)
  const rejected = Number(count?.wrong) + batch.broken.length
  await client.query(
    `insert into registry.import_batches (import_id, file, first_byte, last_byte, last_line, loaded, already, rejected)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [run.id, file, batch.firstByte, batch.lastByte, batch.lastLine, loaded, already, rejected],
  )
  return { loaded, already, rejected }
}

/** Lines that are no records at all. */
export async function noteBroken(
  client: pg.PoolClient,
  { run, file }: { readonly run: Run; readonly file: ImportFile },
  broken: CsvBatch['broken'],
): Promise<void> {
  await client.query(
    `insert into registry.import_faults (import_id, file, line, until, reason)
     select $1, $2, * from unnest($3::bigint[], $4::bigint[], $5::text[])`,
    [
      run.id,
      file,
      broken.map(({ line }) => line),
      broken.map(({ until }) => until),
      broken.map(({ reason }) => reason),
    ],
  )
}

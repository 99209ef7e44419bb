/** Which files the rows of the store claim, whether each is there as it was, and which files nobody claims. */

import { createHash } from 'node:crypto'
import type pg from 'pg'
import { isGone, type FileStore } from '../files.ts'

export type Claim = { readonly sha256: string; readonly size: number; readonly claimedBy: readonly string[] }
export type FileFault = 'file-missing' | 'file-size' | 'file-changed'

const page = 2000

/** A table with a hash and a size claims files, whichever module it belongs to. */
export async function claimingTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name in ('sha256', 'size') and table_schema not in ('pg_catalog', 'information_schema')
     group by table_schema, table_name having count(*) = 2 order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Every file that is claimed, once, in order of its hash. `client` is inside a transaction. */
export async function* claims(client: pg.ClientBase): AsyncGenerator<Claim> {
  const tables = await claimingTables(client)
  const each = tables.map(
    (name) => `select sha256, size, '${name}' as claimed_by from ${name} where sha256 is not null`,
  )
  await client.query(
    `declare claims no scroll cursor for select sha256, max(size) as size, array_agg(distinct claimed_by) as "claimedBy"
     from (${each.join(' union all ')}) claimed group by sha256 order by sha256 collate "C"`,
  )
  for (;;) {
    const { rows } = await client.query<{ sha256: string; size: string; claimedBy: string[] }>(
      `fetch ${page} from claims`,
    )
    for (const { sha256, size, claimedBy } of rows) yield { sha256, size: Number(size), claimedBy }
    if (rows.length < page) break
  }
  await client.query('close claims')
}

/** Those of the files that some row claims at this moment. `client` must see every row: the tables' owner. */
export async function claimedAmong(client: pg.ClientBase, files: readonly string[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set()
  const tables = await claimingTables(client)
  const each = tables.map((name) => `select sha256 from ${name} where sha256 = any ($1)`)
  const { rows } = await client.query<{ sha256: string }>(each.join(' union '), [files])
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** How many files are claimed and how many bytes they are, the same file counted once. */
export async function countClaims(client: pg.ClientBase): Promise<{ files: number; bytes: number }> {
  const tables = await claimingTables(client)
  const each = tables.map((name) => `select sha256, size from ${name} where sha256 is not null`)
  const { rows } = await client.query<{ files: string; bytes: string }>(
    `select count(*) as files, coalesce(sum(size), 0) as bytes
     from (select distinct on (sha256) size from (${each.join(' union all ')}) claimed) once`,
  )
  return { files: Number(rows[0]?.files), bytes: Number(rows[0]?.bytes) }
}

/** Reads the whole file. Null: it is there, with the bytes that its name promises. */
export async function faultOf(
  files: FileStore,
  { sha256, size }: Pick<Claim, 'sha256' | 'size'>,
): Promise<FileFault | null> {
  const hash = createHash('sha256')
  let read = 0
  try {
    for await (const chunk of await files.open(sha256)) {
      const bytes = Buffer.from(chunk)
      read += bytes.byteLength
      hash.update(bytes)
    }
  } catch (error) {
    if (isGone(error)) return 'file-missing'
    throw error
  }
  if (read !== size) return 'file-size'
  return hash.digest('hex') === sha256 ? null : 'file-changed'
}

/**
 * Files that no row claims: what somebody sent and never registered, or a registration that was broken off. No fault. One of
 * 256 parts of the store in memory at a time.
 */
export async function* looseFiles(files: FileStore, claimed: AsyncIterable<Claim>): AsyncGenerator<string> {
  const source = claimed[Symbol.asyncIterator]()
  let next = await source.next()
  for (let part = 0; part < 256; part++) {
    const prefix = part.toString(16).padStart(2, '0')
    const there = new Set(await files.list(prefix))
    while (!next.done && next.value.sha256.startsWith(prefix)) {
      there.delete(next.value.sha256)
      next = await source.next()
    }
    yield* there
  }
}

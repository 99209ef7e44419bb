/** What the database itself promises: who owns, who is hidden from, and that the types are its own. */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { slots } from '../src/app.ts'
import { claimingTables } from '../src/kernel/backup/claims.ts'
import { owning } from '../src/kernel/db.ts'
import { schemaTypes } from '../src/kernel/schema-types.ts'
import { worldOf } from './support.ts'

const root = join(import.meta.dirname, '..')
const world = worldOf()

test('the application role owns nothing, and is no superuser', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'kraftsam_app'
    union all select proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'kraftsam_app'
    union all select rolname from pg_roles where rolname = 'kraftsam_app' and (rolsuper or rolbypassrls or rolcreaterole)`.execute(
    world.db,
  )
  assert.deepEqual(rows, [])
})

test('every table of a case has row-level security on', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not c.relrowsecurity
      and n.nspname in ('registry', 'drafting', 'meetings', 'planning', 'assignments', 'referral', 'desk', 'answering', 'commenting',
        'compilation', 'disclosure', 'voting') order by 1`.execute(world.db)
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['meetings.meetings', 'meetings.series', 'registry.series'],
  )
})

/** Hashes that name no file in the store, or one that another table claims for as long as it is there. */
const noClaims = [
  'answering.links.token_sha256', // of the token of a link
  'commenting.comments.sha256', // of the document it is about, which registry.files claims
  'compilation.compilations.content_hash', // of the words that were signed
  'desk.documents.sha256', // of what registry.files claims: its text
  'desk.parts.sha256', // the same
  'disclosure.masks.text_sha256', // of the text whose lines are counted
  'disclosure.parts.original_sha256', // of the record's own file, which registry.files claims
  'kernel.loose_files.sha256', // of what nobody claims
  'referral.answer_parts.sha256', // of the words of an answer
]

test('every table that holds the hash of a file claims it, or the file would be swept away', async () => {
  const claiming = new Set(await owning(world.db, claimingTables))
  const { rows } = await sql<{ column: string; table: string }>`
    select format('%s.%s', attrelid::regclass, attname) as "column", attrelid::regclass::text as "table"
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and attnum > 0 and not attisdropped and n.nspname !~ '^(pg_|information_schema|graphile)'
      and (attname ~ 'sha256|sha_256|content_hash|file_hash') order by 1`.execute(world.db)

  assert.deepEqual(
    rows
      .filter(({ table, column }) => !claiming.has(table) || column !== `${table}.sha256`)
      .map(({ column }) => column),
    noClaims,
  )
  assert.deepEqual(
    [...claiming],
    [
      'answering.answer_files',
      'answering.readings',
      'disclosure.parts',
      'drafting.answer_files',
      'intake.messages',
      'intake.parts',
      'kernel.enclosures',
      'kernel.uploads',
      'registry.files',
    ],
  )
})

test('the types of the tables are those of the database', async () => {
  const files = await schemaTypes(world.db)

  for (const [path, text] of files) assert.equal(readFileSync(join(root, 'src/kernel', path), 'utf8'), text, path)
  assert.equal(readdirSync(join(root, 'src/kernel/schema')).length, files.size - 1)
})

test('whatever hangs on a record is found at once, and its module says why the record stays', async () => {
  const { rows } = await sql<{ column: string; module: string; isIndexed: boolean }>`
    select format('%s.%s', k.conrelid::regclass, a.attname) as "column", n.nspname as module,
      exists (select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]) as "isIndexed"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'registry.records'::regclass and n.nspname <> 'registry' order by 1`.execute(
    world.db,
  )
  const explained = slots('record.tie').map(({ module }) => module)

  assert.ok(rows.length > 0)
  assert.deepEqual(
    rows.filter(({ isIndexed }) => !isIndexed).map(({ column }) => column),
    [],
  )
  assert.deepEqual(
    rows.filter(({ module }) => !explained.includes(module)).map(({ column }) => column),
    [],
  )
})

/** Up to this one some share a number, and come in the order of their names. */
const lastShared = '0045'

test('no two new migrations have the same number', () => {
  const all = readdirSync(join(root, 'migrations')).map((name) => name.slice(0, 4))
  const numbers = all.filter((number) => number > lastShared)

  assert.deepEqual(numbers, [...new Set(numbers)])
})

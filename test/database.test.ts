/** What the database itself promises: who owns, who is hidden from, and that the types are its own. */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
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
      and n.nspname in ('registry', 'drafting', 'meetings', 'planning', 'assignments', 'referral', 'compilation') order by 1`.execute(
    world.db,
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['meetings.meetings', 'meetings.series', 'registry.series'],
  )
})

test('the types of the tables are those of the database', async () => {
  const files = await schemaTypes(world.db)

  for (const [path, text] of files) assert.equal(readFileSync(join(root, 'src/kernel', path), 'utf8'), text, path)
  assert.equal(readdirSync(join(root, 'src/kernel/schema')).length, files.size - 1)
})

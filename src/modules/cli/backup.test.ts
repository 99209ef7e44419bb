import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { aCase, aFile, aRecord, aRegistry } from '../registry/fixtures.ts'
import { worldOf } from '../../../test/support.ts'
import { checkedManifest, restoreBackup, takeBackup, type Manifest } from '../../kernel/backup/index.ts'
import { calm } from '../../kernel/db.ts'
import { folderStore, type FileStore } from '../../kernel/files.ts'
import { openBareStore, type BareStore } from '../../store.ts'
import { kraftsam } from './fixtures.ts'
import { verifyStore } from './queries/verify-store.ts'

const world = worldOf()
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-backup-'))
const files = folderStore(join(folder, 'files'))
const databases: string[] = []
let made: pg.Pool | undefined
const pool = () => (made ??= calm(new pg.Pool({ ...world.connection, max: 4 })))
after(async () => {
  await made?.end()
  const admin = new pg.Client({ ...world.connection, database: 'postgres' })
  await admin.connect()
  for (const name of databases) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  rmSync(folder, { recursive: true, force: true })
})

function backedUp(name: string): Promise<Manifest> {
  return takeBackup({ pool: pool(), files, folder: join(folder, name), now: new Date('2026-11-24T12:00:00Z') })
}

/** A new, empty database on the test's server, and a folder of its own for files. */
async function emptyStore(name: string): Promise<BareStore & { files: FileStore }> {
  await pool().query(`create database ${name}`)
  databases.push(name)
  const { host, port, user, password } = world.connection
  const url = new URL(`postgresql://localhost/${name}`)
  url.username = user ?? ''
  url.password = typeof password === 'string' ? password : ''
  url.searchParams.set('host', host ?? '')
  if (port !== undefined) url.searchParams.set('port', String(port))
  return openBareStore({ dataFolder: join(folder, name), databaseUrl: url.href })
}

async function restored(backup: string, store: BareStore): Promise<Manifest> {
  const from = join(folder, backup)
  const manifest = await checkedManifest(from, () => {})
  const { jobPool, files: own, migrateTo, knownMigrations } = store
  await restoreBackup({
    folder: from,
    manifest,
    pool: jobPool,
    files: own,
    migrateTo,
    knownMigrations,
    progress: () => {},
  })
  await store.migrateTo()
  return manifest
}

async function verifiedOn(store: BareStore) {
  const client = await store.jobPool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifyStore({ client, files: store.files }, { caseId: null }, () => {})
  } finally {
    client.release(true)
  }
}

/** A record with bytes that lie in the folder that is backed up. */
async function filed(registry: Awaited<ReturnType<typeof aRegistry>>, caseId: string, words: string): Promise<string> {
  const file = aFile('fil.txt', words)
  await files.keep(file.bytes)
  return (await aRecord(world, registry, { caseId, files: [file] })).id
}

test('a backup taken while eight write is one moment: whatever was acknowledged before it is there, and all is whole', async () => {
  const registry = await aRegistry(world)
  const cases = await Promise.all(Array.from({ length: 8 }, () => aCase(world, registry)))
  const acknowledged: string[] = []
  let isOver = false
  const writers = cases.map(async ({ id }, writer) => {
    for (let n = 0; !isOver; n++) acknowledged.push(await filed(registry, id, `${writer} ${n}`))
  })
  while (acknowledged.length < 16) await new Promise((resolve) => setTimeout(resolve, 10))
  const before = [...acknowledged]

  await backedUp('under-skrivning').finally(() => (isOver = true))
  await Promise.all(writers)

  const store = await emptyStore('restored_while_writing')
  try {
    const manifest = await restored('under-skrivning', store)
    const { rows } = await store.jobPool.query<{ id: string }>('select id from registry.records')
    const there = new Set(rows.map(({ id }) => id))
    assert.deepEqual(
      before.filter((id) => !there.has(id)),
      [],
    )
    assert.ok(acknowledged.length > before.length, 'they went on writing')
    const verified = await verifiedOn(store)
    assert.deepEqual([verified.isWhole, verified.faults], [true, []])
    assert.equal(verified.checked.files, manifest.files.count)
    assert.equal(verified.loose.count, 0)
  } finally {
    await store.close()
  }
})

test('what is restored goes on: the next number follows, jobs wait, generated columns and sequences are right', async () => {
  await pool().query(
    `select graphile_worker.add_job('test.wait', '{"n":1}'::json, job_key => 'once', run_at => '2030-01-01')`,
  )
  await pool().query(`insert into filing.contacts (name) values ('Åsa Öberg')`)
  await backedUp('går-vidare')
  const store = await emptyStore('restored_goes_on')
  try {
    const manifest = await restored('går-vidare', store)
    const one = async (query: string) => (await store.jobPool.query<Record<string, unknown>>(query)).rows[0]
    assert.deepEqual(
      await one(`select key, run_at::date::text as day from graphile_worker.jobs where task_identifier = 'test.wait'`),
      {
        key: 'once',
        day: '2030-01-01',
      },
    )
    const here = await pool().query(`select sought from filing.contacts`)
    const jobs = await one('select count(*)::int as n from graphile_worker.jobs')
    assert.deepEqual(jobs, { n: manifest.jobs.count })
    assert.deepEqual(await one(`select sought from filing.contacts`), here.rows[0])
    const tables = `select count(*)::int as n from pg_trigger where tgenabled = 'D'`
    assert.deepEqual(await one(tables), { n: 0 })
    const sums = `select sum(last)::int as last, count(*)::int as many from registry.series`
    assert.deepEqual(await one(sums), (await pool().query(sums)).rows[0])
  } finally {
    await store.close()
  }
})

test('a damaged backup is refused with what is wrong, before anything is written', async () => {
  await backedUp('hel')
  const manifest = await checkedManifest(join(folder, 'hel'), () => {})
  const stored = manifest.files.count > 0 ? readdirSync(join(folder, 'hel', 'files'))[0] : undefined
  const aStored = join('files', stored ?? '', readdirSync(join(folder, 'hel', 'files', stored ?? ''))[0] ?? '')
  const table = join('tables', 'registry.ledger.copy')
  const flip = (path: string) => {
    const bytes = readFileSync(path)
    bytes[0] = (bytes[0] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const damages: Record<string, [(at: string) => void, object[]]> = {
    'en vänd bit': [(at) => flip(join(at, table)), [{ path: table, fault: 'changed' }]],
    'en avkortad tabell': [(at) => truncateSync(join(at, table), 10), [{ path: table, fault: 'size' }]],
    'en borttagen fil': [(at) => rmSync(join(at, aStored)), [{ path: aStored, fault: 'missing' }]],
    'en ändrad fil': [(at) => flip(join(at, aStored)), [{ path: aStored, fault: 'changed' }]],
    'inget manifest': [(at) => rmSync(join(at, 'manifest.json')), [{ path: 'manifest.json', fault: 'missing' }]],
    'ett trasigt manifest': [
      (at) => truncateSync(join(at, 'manifest.json'), 40),
      [{ path: 'manifest.json', fault: 'unreadable' }],
    ],
  }
  for (const [what, [damage, faults]] of Object.entries(damages)) {
    const at = join(folder, what)
    cpSync(join(folder, 'hel'), at, { recursive: true })
    damage(at)
    await assert.rejects(
      checkedManifest(at, () => {}),
      { name: 'BackupDamaged', faults },
      what,
    )
  }
  const into = join(folder, 'skrivs-inte')
  const { code, out, err } = await kraftsam(['restore', join(folder, 'en vänd bit'), '--into', into])
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /registry\.ledger\.copy är ändrad/)
  assert.equal(existsSync(into), false)
})

test('a store that is not empty is refused, and a backup is never written over another', async () => {
  await aRegistry(world)
  await backedUp('första')
  await assert.rejects(backedUp('första'), { name: 'BackupInTheWay' })

  const manifest = await checkedManifest(join(folder, 'första'), () => {})
  const store = await emptyStore('restored_twice')
  try {
    await restored('första', store)
    const again = restored('första', store)
    await assert.rejects(again, { name: 'StoreNotEmpty' })
    const later = { ...manifest, migration: '9999_from_the_future' }
    const { jobPool, files: own, migrateTo, knownMigrations } = store
    const asked = { folder, manifest: later, pool: jobPool, files: own, migrateTo, knownMigrations, progress: () => {} }
    await assert.rejects(restoreBackup(asked), { name: 'OtherVersion' })
  } finally {
    await store.close()
  }
})

test('a restore that is broken off leaves an empty store, which takes the next one', async () => {
  await backedUp('avbruten')
  const manifest = await checkedManifest(join(folder, 'avbruten'), () => {})
  const store = await emptyStore('restored_broken_off')
  try {
    const wrong = {
      ...manifest,
      tables: manifest.tables.map((table) => (table.name === 'registry.ledger' ? { ...table, rows: -1 } : table)),
    }
    const { jobPool, files: own, migrateTo, knownMigrations } = store
    const asked = {
      folder: join(folder, 'avbruten'),
      pool: jobPool,
      files: own,
      migrateTo,
      knownMigrations,
      progress: () => {},
    }
    await assert.rejects(restoreBackup({ ...asked, manifest: wrong }), /registry\.ledger/)
    await restoreBackup({ ...asked, manifest })
    assert.equal((await verifiedOn(store)).isWhole, true)
  } finally {
    await store.close()
  }
})

test('a file that was lost before the backup does not stop it, and is told', async () => {
  const registry = await aRegistry(world)
  const { id } = await aCase(world, registry)
  await aRecord(world, registry, { caseId: id, files: [aFile('borta.txt', 'Finns bara på ett annat ställe')] })

  const { lost } = await backedUp('med-förlust')

  assert.deepEqual(
    lost.map(({ fault }) => fault),
    ['file-missing'],
  )
})

test('B-24 a backup is no record: nothing is registered of it, no number is taken, and the store holds nothing more', async () => {
  const registry = await aRegistry(world)
  await filed(registry, (await aCase(world, registry)).id, 'en handling')
  const held = async () => {
    const counts = await pool().query(`select (select count(*) from registry.records) as records,
      (select count(*) from registry.files) as files, (select count(*) from registry.ledger) as entries,
      (select count(*) from kernel.uploads) as uploads, (select count(*) from intake.messages) as messages,
      (select json_agg(s order by s.authority_id, s.kind, s.year) from registry.series s) as numbers`)
    return { counts: counts.rows[0], kept: readdirSync(join(folder, 'files'), { recursive: true }).length }
  }

  const before = await held()
  const { files: copied } = await backedUp('ingen-handling')

  assert.ok(copied.count > 0)
  assert.deepEqual(await held(), before)
})

test('J-08 a backup is read by nobody but who runs the system', async () => {
  await backedUp('egen')

  const modes = (path: string) => statSync(join(folder, 'egen', path)).mode & 0o777
  const all = readdirSync(join(folder, 'egen'), { recursive: true, withFileTypes: true })
  assert.equal(modes(''), 0o700)
  assert.ok(all.some((each) => each.isFile()))
  for (const each of all) {
    const mode = statSync(join(each.parentPath, each.name)).mode & 0o777
    assert.equal(mode, each.isDirectory() ? 0o700 : 0o600, each.name)
  }
})

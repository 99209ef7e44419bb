import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { appendFile, chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { PostgresFailed, startPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { socketFolder } from './embedded-postgres/cluster.ts'
import { isAlive } from './embedded-postgres/processes.ts'
import { ask, eventually, temporaryFolder } from '../../test/support/postgres-processes.ts'

const quick = { settings: { fsync: 'off' } }

test('it starts on an empty folder, listens on a private socket only, and stops', async () => {
  const folder = temporaryFolder()

  const postgres = await startPostgres({ folder, ...quick })

  assert.equal(postgres.ours, true)
  assert.equal((await stat(postgres.connection.host)).mode & 0o777, 0o700)
  assert.equal(await ask(postgres, `select current_setting('listen_addresses')`), '')
  assert.equal(await ask(postgres, `select current_setting('TimeZone')`), 'Europe/Stockholm')
  await postgres.stop()
  await postgres.stop()
  assert.equal(isAlive(postgres.pid()), false)
})

test('the url and the connection lead to the same database, and words stand in Swedish order', async () => {
  const postgres = await startPostgres({ folder: temporaryFolder(), database: 'områdeslyft', ...quick })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()

  const { rows } = await client.query<{ name: string; words: string }>(
    `select current_database() as name, string_agg(word, '' order by word) as words from unnest('{ö,a,z,å,ä}'::text[]) word`,
  )

  await client.end()
  assert.deepEqual(rows[0], { name: 'områdeslyft', words: 'azåäö' })
  assert.equal(await ask(postgres, 'select current_database()'), 'områdeslyft')
  await postgres.stop()
})

test('a second start on the same folder finds what was written', async () => {
  const folder = temporaryFolder()
  const first = await startPostgres({ folder, ...quick })
  await ask(first, `create table kept as select 'remiss' as word`)
  await first.stop()

  const second = await startPostgres({ folder })

  assert.equal(await ask(second, 'select word from kept'), 'remiss')
  await second.stop()
})

test('a server that is killed while writing comes up again by itself, with every row that was acknowledged', async () => {
  const postgres = await startPostgres({ folder: temporaryFolder() })
  const killed = postgres.pid()
  await ask(postgres, 'create table rows (n int primary key)')

  const acknowledged = await writeUntilItBreaks(postgres, () => process.kill(killed, 'SIGKILL'))
  await eventually(() => ask(postgres, 'select 1').then((one) => one === '1' && postgres.pid() !== killed))

  const kept = Number(await ask(postgres, 'select count(*) from rows'))
  assert.ok(acknowledged >= 50, `only ${acknowledged} rows were written`)
  assert.ok(kept === acknowledged || kept === acknowledged + 1, `${kept} rows of ${acknowledged} acknowledged`)
  await postgres.stop()
})

test('stop holds although the server was killed the moment before', async () => {
  const postgres = await startPostgres({ folder: temporaryFolder(), ...quick })

  process.kill(postgres.pid(), 'SIGKILL')
  await postgres.stop()
  await new Promise((done) => setTimeout(done, 500))

  await assert.rejects(ask(postgres, 'select 1'))
  assert.equal(isAlive(postgres.pid()), false)
})

test('a lock file whose number now belongs to another process does not stop a start', async () => {
  const folder = temporaryFolder()
  const first = await startPostgres({ folder, ...quick })
  const lockFile = join(folder, 'cluster', 'postmaster.pid')
  const lock = await readFile(lockFile, 'utf8')
  await first.stop()
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  await writeFile(lockFile, lock.replace(/^\d+/, String(stranger.pid)))
  await writeFile(join(folder, 'socket', '.s.PGSQL.5432.lock'), `${stranger.pid}\n`)

  const second = await startPostgres({ folder, ...quick })

  assert.equal(second.ours, true)
  assert.equal(await ask(second, 'select 1'), '1')
  stranger.kill()
  await second.stop()
})

test('a folder whose path is too long for a socket gets a private one in a common place', async () => {
  const folder = join(temporaryFolder(), 'o'.repeat(60), 'å'.repeat(30))
  await mkdir(folder, { recursive: true })

  const postgres = await startPostgres({ folder, ...quick })

  assert.equal(await ask(postgres, 'select 1'), '1')
  assert.equal(postgres.connection.host, socketFolder(folder))
  assert.equal((await stat(postgres.connection.host)).mode & 0o777, 0o700)
  await postgres.stop()
  await rm(postgres.connection.host, { recursive: true })
})

test('a socket folder that others may enter is refused', async () => {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'socket'))
  await chmod(join(folder, 'socket'), 0o777)

  await assert.rejects(startPostgres({ folder, ...quick }), /private folder of ours \(0700\)/)
})

test('a server that cannot start says why, in its own words and at once', async () => {
  const folder = temporaryFolder()
  await (await startPostgres({ folder, ...quick })).stop()
  await appendFile(join(folder, 'cluster', 'postgresql.conf'), '\nno_such_setting = 1\n')

  const failure = await startPostgres({ folder, ...quick }).catch((error: unknown) => error)

  assert.ok(failure instanceof PostgresFailed)
  assert.match(failure.message, /unrecognized configuration parameter "no_such_setting"/)
})

test('a first start that was cut off leaves nothing that the next one trips on', async () => {
  const folder = temporaryFolder()
  const dead = spawn('true', { stdio: 'ignore' })
  await new Promise((done) => dead.once('exit', done))
  await mkdir(join(folder, `new-${dead.pid}`))

  const postgres = await startPostgres({ folder, ...quick })

  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('new-')),
    [],
  )
  await postgres.stop()
})

/** Writes a row at a time, each waited for; at the fiftieth, does the harm. Returns how many were acknowledged. */
async function writeUntilItBreaks({ connection }: EmbeddedPostgres, harm: () => void): Promise<number> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  for (let n = 1; ; n++) {
    if (n === 50) setTimeout(harm, 5)
    const written = await client.query('insert into rows values ($1)', [n]).catch(() => undefined)
    if (written === undefined) return n - 1
  }
}

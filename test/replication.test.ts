import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { openDatabase, type Database } from '../src/kernel/db.ts'
import { startPostgres, type EmbeddedPostgres } from '../src/kernel/embedded-postgres.ts'
import { replicaOn } from '../src/kernel/http/replica.ts'
import { hashToken, makeToken } from '../src/kernel/secrets.ts'
import { anAuthority, aPerson } from './house.ts'
import { copyCluster } from './support/physical-copy.ts'
import { ask, eventually, temporaryFolder } from './support/postgres-processes.ts'
import { as, freshDatabase, type World } from './support.ts'

const quick = { fsync: 'off', shared_buffers: '32MB' }

let main: EmbeddedPostgres
let standby: EmbeddedPostgres
let world: World
let replica: Database

before(async () => {
  const [from, to] = [temporaryFolder(), temporaryFolder()]
  main = await startPostgres({ folder: from, database: 'postgres', settings: quick })
  process.env['KRAFTSAM_TEST_DATABASE_URL'] = main.url
  world = await freshDatabase()
  await copyCluster(main, { from, to, signal: 'standby.signal' })
  const primary = `host=${main.connection.host} user=${main.connection.user}`
  standby = await startPostgres({
    folder: to,
    database: 'postgres',
    settings: { ...quick, primary_conninfo: primary, hot_standby: 'on' },
  })
  replica = openDatabase({ ...standby.connection, database: world.connection.database })
})
after(async () => {
  await replica.destroy()
  await world.close()
  await standby.stop()
  await main.stop()
})

async function caughtUp(): Promise<void> {
  const position = await ask(main, 'select pg_current_wal_lsn()')
  await eventually(async () => (await ask(standby, `select pg_last_wal_replay_lsn() >= '${position}'`)) === 'true')
}

/** A browser that somebody is signed in with, at the house that has a standby. */
async function aBrowser(personId: string) {
  const token = makeToken()
  const expires_at = new Date(world.now.getTime() + 86_400_000)
  await world.db
    .insertInto('organisation.sessions')
    .values({ token_hash: hashToken(token), person_id: personId, started_at: world.now, expires_at })
    .execute()
  const cookie = `__Host-kraftsam=${token}`
  return { cookie, origin: 'http://localhost', host: 'localhost' }
}

const caseOf = async (reply: Response) =>
  z.object({ referenceNumber: z.string() }).parse(await reply.json()).referenceNumber

test('pages are read from the standby, but never show less than the same browser has written', async () => {
  const { authorityId, bodyId } = await anAuthority(world.db)
  const registrar = await aPerson(world.db, { bodyId, roles: ['registrar'] })
  const number = await caseOf(
    await (await as(world, registrar)).api('/cases', { authorityId, title: 'Före ändringen' }),
  )
  const mine = await aBrowser(registrar)
  const others = await aBrowser(registrar)
  await caughtUp()
  await sql`select pg_wal_replay_pause()`.execute(replica)
  const app = world.rehouse({ replica: replicaOn(replica) })
  const page = async (headers: Record<string, string>) => (await app.request(`/arenden/${number}`, { headers })).text()

  const body = new URLSearchParams({ title: 'Efter ändringen' })
  const changed = await app.request(`/arenden/${number}/uppgifter`, { method: 'POST', headers: mine, body })
  const mark =
    changed.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('logg='))
      ?.split(';')[0] ?? ''

  assert.match(await page({ ...mine, cookie: `${mine.cookie}; ${mark}` }), /Efter ändringen/)
  assert.match(await page(others), /Före ändringen/)
  await sql`select pg_wal_replay_resume()`.execute(replica)
  await caughtUp()
  assert.match(await page(others), /Efter ändringen/)
})

test('when the standby goes away, pages are read from the main server', async () => {
  const { authorityId, bodyId } = await anAuthority(world.db)
  const registrar = await aPerson(world.db, { bodyId, roles: ['registrar'] })
  const number = await caseOf(await (await as(world, registrar)).api('/cases', { authorityId, title: 'Kvar' }))
  const app = world.rehouse({ replica: replicaOn(replica) })
  const headers = await aBrowser(registrar)

  await standby.stop()

  const reply = await app.request(`/arenden/${number}`, { headers })
  assert.equal(reply.status, 200)
  assert.match(await reply.text(), /Kvar/)
})

test('a base copy and the archived log bring back the store as it was at a moment (point in time)', async () => {
  const [from, to, archive] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  const settings = { ...quick, archive_mode: 'on', archive_command: `cp %p ${archive}/%f` }
  const server = await startPostgres({ folder: from, settings })
  await ask(server, 'create table said (word text)')
  await copyCluster(server, { from, to, signal: 'recovery.signal' })
  await ask(server, `insert into said values ('före')`)
  const moment = await ask(server, 'select clock_timestamp()::text')
  await ask(server, `insert into said values ('misstaget')`)
  const segment = await ask(server, 'select pg_walfile_name(pg_switch_wal())')
  await eventually(async () => (await readdir(archive)).includes(segment))
  await server.stop()

  const back = await startPostgres({
    folder: to,
    settings: {
      ...quick,
      restore_command: `cp ${archive}/%f %p`,
      recovery_target_time: moment,
      recovery_target_action: 'promote',
    },
  })

  assert.equal(await ask(back, `select string_agg(word, ',') from said`), 'före')
  await back.stop()
})

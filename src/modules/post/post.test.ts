import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { as, worldOf } from '../../../test/support.ts'
import { calm } from '../../kernel/db.ts'
import { startWorker } from '../../kernel/jobs.ts'
import { openLog } from '../../kernel/log.ts'
import { postJobs } from '../../kernel/post-office.ts'
import { here } from '../../kernel/post.ts'
import { minutesToNextTry, mostTries } from '../../kernel/post-words.ts'
import { readSettings } from '../../settings.ts'
import { aRegistry } from '../registry/fixtures.ts'
import { aLetter, aMailServer, carry, letterRow, setOffice } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const minutes = (count: number) => (world.now = new Date(world.now.getTime() + count * 60_000))

test('a letter leaves with its words, its links whole, its file, and what tells machines that a machine sent it', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  const bytes = new TextEncoder().encode('Frågorna')
  const kept = await world.files.keep(bytes)
  const id = await aLetter(world, registry.authorityId, {
    write: () => ({ subject: 'Påminnelse – åäö', text: `Hej!\n\nSvara här: ${here('/arenden/SN-2023-1')}.` }),
    files: [{ name: 'Frågor å.txt', mediaType: 'text/plain', ...kept }],
  })

  await carry(world, server.settings, id)
  const [arrived] = server.delivered
  const row = await letterRow(world, id)

  assert.equal(server.delivered.length, 1)
  assert.deepEqual(arrived?.to, ['anna.berg@bolaget.example'])
  assert.equal(arrived?.from, 'kraftsam@malmo.example')
  assert.equal(arrived?.email.subject, 'Påminnelse – åäö')
  assert.deepEqual(arrived?.email.from, { name: 'Servicenämnden', address: 'kraftsam@malmo.example' })
  assert.equal(arrived?.email.replyTo?.[0]?.address, 'sn@malmo.example')
  assert.match(arrived?.email.text ?? '', /Svara här: https:\/\/kraftsam\.malmo\.example\/arenden\/SN-2023-1\.\s/)
  assert.match(arrived?.email.text ?? '', /-- \s+Skickat av Servicenämnden med Kraftsam/)
  assert.equal(arrived?.email.html, undefined)
  assert.equal(arrived?.email.attachments[0]?.filename, 'Frågor å.txt')
  assert.equal(arrived?.email.headers.find(({ key }) => key === 'auto-submitted')?.value, 'auto-generated')
  assert.equal(arrived?.email.messageId, `<${id}@malmo.example>`)
  assert.equal(row.state, 'sent')
  assert.equal(row.message_id, arrived?.email.messageId)
})

test('a letter that nobody has committed is not sent; the worker sends what is', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  const pool = calm(new pg.Pool({ ...world.connection, max: 5 }))
  const { actor: _, now: __, ...base } = world.caller()
  const ground = { ...base, clock: () => world.now, log: openLog('silent') }

  const undone = aLetter(world, registry.authorityId, {
    files: [{ name: 'fel.txt', mediaType: 'text/plain', sha256: 'ingen hash', size: 1 }],
  })
  await assert.rejects(undone, /enclosures_sha256_check/)
  const id = await aLetter(world, registry.authorityId)
  const worker = await startWorker(pool, postJobs(server.settings), ground)
  for (let tries = 0; tries < 400 && server.delivered.length === 0; tries++) await pause(25)
  await worker.stop()
  await pool.end()

  assert.deepEqual(
    server.delivered.map(({ email }) => email.messageId),
    [`<${id}@malmo.example>`],
  )
})

test('a server that says try later is tried again, with the same Message-ID, and the letter arrives', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  server.saying.toRecipient.push(451)
  server.saying.toMessage.push(452)
  const id = await aLetter(world, registry.authorityId)

  await carry(world, server.settings, id)
  const first = await letterRow(world, id)
  minutes(3)
  await carry(world, server.settings, id)
  const second = await letterRow(world, id)
  minutes(5)
  await carry(world, server.settings, id)
  const last = await letterRow(world, id)

  assert.deepEqual([first.state, first.attempts], ['waiting', 1])
  assert.match(first.reason ?? '', /451 4\.2\.1 Try again later/)
  assert.ok((first.next_try_at ?? world.now) > (first.tried_at ?? world.now))
  assert.match(second.reason ?? '', /452/)
  assert.equal(second.message_id, first.message_id)
  assert.deepEqual([last.state, last.attempts, last.reason], ['sent', 3, null])
  assert.equal(server.delivered.length, 1)
})

test('a recipient that is refused for good has failed with what the server said, and is not tried again', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  server.saying.toRecipient.push(550)
  const id = await aLetter(world, registry.authorityId)

  await carry(world, server.settings, id)
  await carry(world, server.settings, id)
  const row = await letterRow(world, id)

  assert.deepEqual([row.state, row.attempts, row.next_try_at], ['failed', 1, null])
  assert.match(row.reason ?? '', /550 5\.1\.1 No such user here/)
  assert.equal(server.delivered.length, 0)
})

test('a server that is away is tried again until it is up; after five days of trying the letter has failed', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  await server.stop()
  const [arrives, never] = [await aLetter(world, registry.authorityId), await aLetter(world, registry.authorityId)]

  await carry(world, server.settings, arrives)
  const down = await letterRow(world, arrives)
  await server.start()
  minutes(10)
  await carry(world, server.settings, arrives)
  await server.stop()
  minutes(6 * 24 * 60)
  await carry(world, server.settings, never)
  const waited = await letterRow(world, never)
  for (let tries = 1; tries < mostTries; tries++) await carry(world, server.settings, never)

  assert.deepEqual([down.state, down.attempts], ['waiting', 1])
  assert.deepEqual([waited.state, waited.attempts], ['waiting', 1])
  assert.match(down.reason ?? '', /ECONNREFUSED/)
  assert.equal((await letterRow(world, arrives)).state, 'sent')
  const lost = await letterRow(world, never)
  assert.equal(lost.state, 'failed')
  assert.match(lost.reason ?? '', /^Försökt 36 gånger/)
})

test('the tries of a letter come to five days, and begin anew when somebody sends it again', async () => {
  const tried = Array.from({ length: mostTries - 1 }, (_, index) => minutesToNextTry(index + 1))
  const days = tried.reduce((sum, each) => sum + each) / (24 * 60)
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const server = await aMailServer()
  await server.stop()
  const id = await aLetter(world, registry.authorityId)
  for (let tries = 0; tries < 3; tries++) await carry(world, server.settings, id)

  const reply = await registrar.api(`/letters/${id}/send-again`, {})

  assert.equal(reply.status, 200, await reply.clone().text())
  assert.ok(days > 4.5 && days <= 5, `${days} days`)
  assert.equal((await letterRow(world, id)).attempts, 0)
})

test('a letter whose file is gone has failed and says which, instead of waiting in silence', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  const gone = { name: 'Beslut.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 9 }
  const id = await aLetter(world, registry.authorityId, { files: [gone] })

  await carry(world, server.settings, id)
  const row = await letterRow(world, id)

  assert.deepEqual([row.state, row.attempts, row.reason], ['failed', 1, 'Bilagan Beslut.pdf finns inte kvar.'])
  assert.equal(server.delivered.length, 0)
})

test('without a mail server the letter waits and says so, and leaves when one is set', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await setOffice(world, undefined)
  const id = await aLetter(world, registry.authorityId)
  await carry(world, undefined, id)

  const page = await (await registrar.get(`/utskick/${id}`)).text()
  const list = await (await registrar.get('/utskick')).text()
  const server = await aMailServer()
  await setOffice(world, server.settings)
  const queued: string[] = []
  await postJobs(server.settings)['kernel.post-waiting']?.(world.caller(), {})
  const { rows } = await jobsFor(id)
  queued.push(...rows.map(({ key }) => key))
  await carry(world, server.settings, id)

  assert.match(page, /Ingen e-postserver är inställd/)
  assert.match(list, /Ingen e-postserver är inställd/)
  assert.deepEqual(queued, [`letter:${id}`])
  assert.equal((await letterRow(world, id)).state, 'sent')
  assert.doesNotMatch(await (await registrar.get('/utskick')).text(), /Ingen e-postserver/)
})

test('killed after the other server took the letter and before that was noted, it is sent once more as the same letter', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  const id = await aLetter(world, registry.authorityId)
  server.saying.meanwhile = async () => {
    const client = new pg.Client(world.connection)
    await client.connect()
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`)
    await client.end()
  }

  await assert.rejects(carry(world, server.settings, id))
  const between = await letterRow(world, id)
  delete server.saying.meanwhile
  await carry(world, server.settings, id)

  assert.equal(between.state, 'waiting')
  assert.equal((await letterRow(world, id)).state, 'sent')
  const ids = server.delivered.map(({ email }) => email.messageId)
  assert.deepEqual(ids, [`<${id}@malmo.example>`, `<${id}@malmo.example>`])
})

test('two workers with the same letter send it once', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  const id = await aLetter(world, registry.authorityId)
  server.saying.meanwhile = () => pause(200)

  await Promise.all([1, 2, 3].map(() => carry(world, server.settings, id)))

  assert.equal(server.delivered.length, 1)
})

async function jobsFor(letterId: string) {
  const client = new pg.Client(world.connection)
  await client.connect()
  const found = await client.query<{ key: string }>('select key from graphile_worker.jobs where key = $1', [
    `letter:${letterId}`,
  ])
  await client.end()
  return found
}

test('the settings of the mail are checked at start, each wrong one by name', () => {
  const right = {
    KRAFTSAM_MAIL_URL: 'smtps://hus:hemligt@mx.kommunen.se:465',
    KRAFTSAM_MAIL_FROM: 'kraftsam@kommunen.se',
    KRAFTSAM_URL: 'https://kraftsam.kommunen.se/',
  }

  assert.deepEqual(readSettings(right).post, {
    url: right.KRAFTSAM_MAIL_URL,
    from: 'kraftsam@kommunen.se',
    house: 'https://kraftsam.kommunen.se',
  })
  assert.equal(readSettings({}).post, undefined)
  assert.throws(
    () => readSettings({ ...right, KRAFTSAM_MAIL_URL: 'mx.kommunen.se' }),
    /KRAFTSAM_MAIL_URL: must be smtp/,
  )
  assert.throws(() => readSettings({ ...right, KRAFTSAM_MAIL_FROM: 'kraftsam' }), /KRAFTSAM_MAIL_FROM: must be an/)
  assert.throws(
    () => readSettings({ KRAFTSAM_MAIL_URL: right.KRAFTSAM_MAIL_URL }),
    /KRAFTSAM_MAIL_FROM: is needed[^]*KRAFTSAM_URL: is needed/,
  )
})

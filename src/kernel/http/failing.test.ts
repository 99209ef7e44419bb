import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { anAuthority, aPerson } from '../../../test/house.ts'
import { as, worldOf } from '../../../test/support.ts'
import { openDatabase } from '../db.ts'
import { isStoreFull, isUnreachable } from '../failures.ts'
import { openMetrics } from './metrics.ts'
import { callerBehind, trustedProxies } from './server.ts'

const world = worldOf()

/** The house with its database away: nothing listens where it should be. */
function withoutDatabase() {
  const db = openDatabase({ host: '/nowhere/at/all', user: 'kraftsam', database: 'kraftsam' }, 2)
  return world.rehouse({ db })
}

test('with the database away health says so, and a page says what it is and that it passes', async () => {
  const app = withoutDatabase()

  const health = await app.request('/health')
  const page = await app.request('/arenden', { headers: { cookie: '__Host-kraftsam=abc' } })

  assert.equal(health.status, 503)
  assert.equal(page.status, 503)
  assert.equal(page.headers.get('retry-after'), '5')
  const words = await page.text()
  assert.match(words, /når inte sin databas/)
  assert.doesNotMatch(words, /ENOENT|nowhere/)
})

test('with the database away the API answers with a problem document', async () => {
  const reply = await withoutDatabase().request('/api/v1/search?q=x', { headers: { authorization: 'Bearer abc' } })

  assert.equal(reply.status, 503)
  assert.match(reply.headers.get('content-type') ?? '', /problem\+json/)
})

test('a form that could not be taken comes back with every word of it, to be sent again', async () => {
  const body = new URLSearchParams({ title: 'Remiss om "torg" & parker', party: 'Länsstyrelsen <Skåne>' })
  const headers = { cookie: '__Host-kraftsam=abc', 'sec-fetch-site': 'same-origin' }

  const reply = await withoutDatabase().request('/arenden/nytt', { method: 'POST', body, headers })

  const words = await reply.text()
  assert.equal(reply.status, 503)
  assert.match(words, /action="\/arenden\/nytt"/)
  assert.match(words, /name="title" value="Remiss om &quot;torg&quot; &amp; parker"/)
  assert.match(words, /value="Länsstyrelsen &lt;Skåne&gt;"/)
})

test('a full disk and a database that is away are told apart from a bug', () => {
  const failing = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more })

  assert.deepEqual(
    ['ENOSPC', 'EROFS', '53100', 'EDQUOT'].map((code) => isStoreFull(failing(code))),
    [true, true, true, true],
  )
  assert.equal(isStoreFull(failing('EACCES', { syscall: 'mkdir' })), true)
  assert.equal(isStoreFull(failing('EACCES', { syscall: 'connect' })), false)
  assert.deepEqual(
    ['ECONNREFUSED', '57P01', '57P03', '08006'].map((code) => isUnreachable(failing(code))),
    [true, true, true, true],
  )
  assert.deepEqual(
    ['23505', '42601', ''].map((code) => isUnreachable(failing(code)) || isStoreFull(failing(code))),
    [false, false, false],
  )
})

const readings = {
  connections: () => ({ total: 3, idle: 2, waiting: 0 }),
  jobs: async () => ({ waiting: 4, failed: 1 }),
}

test('metrics tell what was answered by door, never by address, and how pool and queue are', async () => {
  const app = world.rehouse({ metrics: openMetrics(readings, 'a-token-of-sixteen') })
  await app.request('/arenden/SN-2023-1541')

  const reply = await app.request('/metrics', { headers: { authorization: 'Bearer a-token-of-sixteen' } })

  const told = await reply.text()
  assert.equal(reply.status, 200)
  assert.match(told, /kraftsam_http_answers_total\{method="GET",route="\/arenden\/:caseId",status="303"\} 1/)
  assert.match(told, /kraftsam_database_connections\{state="idle"\} 2/)
  assert.match(told, /kraftsam_jobs\{state="failed"\} 1/)
  assert.match(told, /kraftsam_process_resident_memory_bytes/)
  assert.doesNotMatch(told, /SN-2023-1541/)
})

test('metrics do not exist for who has not the token, nor through a proxy where there is none', async () => {
  const open = world.rehouse({ metrics: openMetrics(readings) })
  const closed = world.rehouse({ metrics: openMetrics(readings, 'a-token-of-sixteen') })
  const local = { address: '127.0.0.1' }

  assert.equal((await closed.request('/metrics', {}, local)).status, 404)
  assert.equal((await open.request('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } }, local)).status, 404)
  assert.equal((await open.request('/metrics', {}, { address: '10.1.2.3' })).status, 404)
  assert.equal((await open.request('/metrics', {}, local)).status, 200)
})

test('a form with more files or fields than there is room for is refused whole, and says so', async () => {
  const { bodyId } = await anAuthority(world.db)
  const registrar = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'] }))
  const form = new FormData()
  for (let n = 0; n < 201; n++) form.append('files', new Blob([`${n}`]), `${n}.txt`)

  const reply = await registrar.send('/api/v1/uploads', form)

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /200/)
})

test('what is too large to be shown again is said to be, on a page that leads back, and nothing of it is kept', async () => {
  const { bodyId } = await anAuthority(world.db)
  const registrar = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'] }))
  const long = 'ord '.repeat(1_300_000)
  const form = new FormData()
  for (const name of ['first', 'second']) form.append(name, long.slice(0, 3_000_000))

  const plain = await registrar.post('/remisser/ny', { caseId: long })
  const withFiles = await registrar.send('/remisser/ny', form)
  const program = await registrar.api('/assignments', { title: long })

  assert.deepEqual(
    [plain, withFiles, program].map(({ status }) => status),
    [413, 413, 413],
  )
  for (const page of [await plain.text(), await withFiles.text()])
    assert.match(page, /större än 5 MB, och inget av det som skickades är sparat[^]*Öppna sidan på nytt/)
  assert.equal(program.headers.get('content-type'), 'application/problem+json')
})

test('a file that is lost from the store is an error with an id, not half an answer', async () => {
  await assert.rejects(world.files.open('0'.repeat(64)), /ENOENT/)
})

test('a proxy of ours is believed about who calls, and nobody else is', () => {
  const ours = trustedProxies('127.0.0.1, 10.0.0.0/8')

  assert.equal(callerBehind(ours, '::ffff:127.0.0.1', '203.0.113.9, 10.1.2.3'), '203.0.113.9')
  assert.equal(callerBehind(ours, '198.51.100.7', '203.0.113.9'), '198.51.100.7')
  assert.equal(callerBehind(ours, '10.0.0.1', null), '10.0.0.1')
  assert.throws(() => trustedProxies('proxy.kommun.se'), /is not an address/)
})

test('a missing value is asked for in plain words', async () => {
  const { bodyId } = await anAuthority(world.db)
  const registrar = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'] }))

  const reply = await registrar.api('/assignments', {})

  const { errors } = z.object({ errors: z.record(z.string(), z.string()) }).parse(await reply.json())
  assert.ok(Object.values(errors).length > 0)
  assert.doesNotMatch(Object.values(errors).join(' '), /förväntat|undefined|Ogiltig inmatning/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { openDatabase } from '../db.ts'
import { isStoreFull, isUnreachable } from '../failures.ts'
import { openMetrics } from './metrics.ts'

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

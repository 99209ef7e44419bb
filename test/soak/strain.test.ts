import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import http from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { residentOf } from '../../bench/registry/fill.ts'
import { temporaryFolder } from '../support/postgres-processes.ts'
import { hire, startWeb, stopWeb, storeOf, type Registrar, type WebProcess } from './house.ts'
import { aLongPdf } from './long-pdf.ts'

const mounted: string[] = []
after(() => mounted.forEach((place) => spawnSync('umount', ['-l', place])))

async function aHouse(folder = temporaryFolder()) {
  const web = await startWeb(folder)
  const db = storeOf(folder)
  const [who] = await hire(db, { registrars: 1, authorities: 1 })
  if (who === undefined) throw new Error('Nobody was hired')
  return { folder, web, db, who, close: async () => (await db.destroy(), stopWeb(web)) }
}

const headersOf = ({ bearer }: Registrar) => ({ authorization: `Bearer ${bearer}` })

async function upload({ web, who }: { web: WebProcess; who: Registrar }, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData()
  body.append('files', new Blob([bytes]), name)
  return fetch(`${web.address}/api/v1/uploads`, { method: 'POST', headers: headersOf(who), body })
}

/** A multipart body of so many bytes, sent as fast as it is taken; the answer may come before the end of it. */
function sendHuge({ address }: WebProcess, who: Registrar, bytes: number): Promise<{ status: number; body: string }> {
  const [head, tail] = [
    '--xx\r\ncontent-disposition: form-data; name="files"; filename="film.bin"\r\n\r\n',
    '\r\n--xx--\r\n',
  ]
  const headers = {
    ...headersOf(who),
    'content-type': 'multipart/form-data; boundary=xx',
    'content-length': head.length + bytes + tail.length,
  }
  const piece = Buffer.alloc(1024 * 1024)
  return new Promise((resolve, reject) => {
    let isAnswered = false
    const request = http.request(`${address}/api/v1/uploads`, { method: 'POST', headers }, (reply) => {
      isAnswered = true
      let body = ''
      reply.on('data', (part: Buffer) => (body += String(part)))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }))
    })
    request.once('error', (error) => !isAnswered && reject(error))
    request.write(head)
    const write = (left: number): void => {
      if (left === 0) request.end(tail)
      else if (!isAnswered)
        request.write(piece.subarray(0, Math.min(left, piece.length)), () => write(left - Math.min(left, piece.length)))
    }
    write(bytes)
  })
}

test('an upload of 2 GB is refused with the limit said, costs no memory, leaves nothing, and keeps nobody waiting', async () => {
  const house = await aHouse()
  let most = 0
  let isSent = false
  const watching = (async () => {
    while (!isSent) {
      assert.equal((await fetch(`${house.web.address}/health`)).status, 200)
      most = Math.max(most, residentOf(house.web.child.pid))
      await sleep(100)
    }
  })()

  const answer = await sendHuge(house.web, house.who, 2 * 1024 ** 3).finally(() => (isSent = true))
  await watching

  assert.equal(answer.status, 422, answer.body)
  assert.match(answer.body, /100 MB/)
  assert.ok(most < 400, `${most} MB of memory`)
  assert.deepEqual(readdirSync(join(house.folder, 'files', 'incoming')), [])
  assert.equal((await upload(house, 'brev.txt', randomBytes(1000))).status, 201)
  await house.close()
})

test('clients that never end their request keep nobody waiting, are let go of, and do not stop the house from closing', async () => {
  const house = await aHouse()
  const port = Number(new URL(house.web.address).port)
  const slow = Array.from({ length: 60 }, () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /api/v1/uploads HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n')
    socket.write(
      `authorization: Bearer ${house.who.bearer}\r\ncontent-type: multipart/form-data; boundary=xx\r\n\r\n--xx`,
    )
    return socket
  })
  await sleep(300)

  assert.equal((await upload(house, 'brev.txt', randomBytes(1000))).status, 201)

  const began = performance.now()
  await house.close()
  assert.ok(performance.now() - began < 25_000, `closing took ${performance.now() - began} ms`)
  assert.deepEqual(readdirSync(join(house.folder, 'files', 'incoming')), [])
  slow.forEach((socket) => socket.destroy())
})

test('a PDF of 10,000 pages is taken, registered and given back; as much of it as is read is found', async () => {
  const house = await aHouse()
  const bytes = aLongPdf(10_000, 'Sjöbodskontraktet')
  const { uploads } = (await (await upload(house, 'avtal.pdf', bytes)).json()) as { uploads: { id: string }[] }
  const call = async (path: string, facts?: object) => {
    const how = facts === undefined ? {} : { method: 'POST', body: JSON.stringify(facts) }
    const headers = { ...headersOf(house.who), 'content-type': 'application/json' }
    const reply = await fetch(`${house.web.address}/api/v1${path}`, { ...how, headers })
    assert.ok(reply.ok, `${path}: ${reply.status}`)
    return (await reply.json()) as Record<string, unknown>
  }
  const { caseId } = await call('/cases', { authorityId: house.who.authorityId, title: 'Avtal' })
  const files = uploads.map(({ id }) => id)
  await call(`/cases/${String(caseId)}/records`, {
    direction: 'in',
    kind: 'letter',
    title: 'Avtalet',
    party: 'Hyresgästen',
    files,
  })

  const found = async () => (await call('/search?q=sj%C3%B6bodskontraktet'))['items'] as unknown[]
  for (const deadline = Date.now() + 90_000; (await found()).length === 0 && Date.now() < deadline;) await sleep(200)

  assert.equal((await found()).length, 1)
  await house.close()
})

for (const [what, options] of [
  ['full', 'remount,size=1m'],
  ['read-only', 'remount,ro'],
] as const) {
  test(`when the folder of files is ${what} the answer says so, nothing is lost, and all is well when it is not`, async (t) => {
    const folder = temporaryFolder()
    const place = join(folder, 'files')
    mkdirSync(place)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', place]).status !== 0) {
      t.skip('nothing may be mounted here')
      return
    }
    mounted.push(place)
    const house = await aHouse(folder)
    const kept = await upload(house, 'före.bin', randomBytes(700_000))
    assert.equal(kept.status, 201)
    const { uploads } = (await kept.json()) as { uploads: { sha256: string }[] }

    spawnSync('mount', ['-o', options, place])
    const refused = await upload(house, 'under.bin', randomBytes(900_000))
    assert.equal(refused.status, 507, await refused.text())

    spawnSync('mount', ['-o', 'remount,rw,size=64m', place])
    assert.equal((await upload(house, 'efter.bin', randomBytes(900_000))).status, 201)
    const sha256 = uploads[0]?.sha256 ?? ''
    assert.ok(existsSync(join(place, sha256.slice(0, 2), sha256)))
    assert.deepEqual(readdirSync(join(place, 'incoming')), [])
    await house.close()
  })
}

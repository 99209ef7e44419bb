import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { worldOf } from '../../../test/support.ts'
import { folderStore, type FileStore } from '../../kernel/files.ts'
import { openLog } from '../../kernel/log.ts'
import { aMail, anOffice, begun, talk } from './fixtures.ts'
import { listenForMail, type MailDoor, type MailSettings } from './routes/smtp.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const megabyte = 1024 * 1024
const doors: MailDoor[] = []
after(() => Promise.all(doors.map((door) => door.stop())))

async function aDoor(settings: Partial<MailSettings> = {}, files: FileStore = world.files): Promise<number> {
  const { actor: _, now: __, ...base } = world.caller()
  const ground = { ...base, files, clock: () => world.now, log: openLog('silent') }
  const door = await listenForMail(ground, { host: '127.0.0.1', port: 0, largest: 2 * megabyte, ...settings })
  doors.push(door)
  return door.port
}

/** Another server that delivers: gives who was taken and who was not. */
async function deliver(port: number, raw: Uint8Array, to: readonly string[], from = 'anna.berg@example.se') {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  return transport.sendMail({ envelope: { from, to: [...to] }, raw: Buffer.from(raw) }).finally(() => transport.close())
}

function messagesAt(authorityId: string) {
  return world.db
    .selectFrom('intake.messages')
    .select(['id', 'state', 'via', 'envelope_from', 'envelope_to', 'sha256', 'size', 'automatic', 'quarantine_reason'])
    .where('authority_id', '=', authorityId)
    .execute()
}

test('a message to two boards is one item for each, and the original is kept byte for byte', async () => {
  const [one, other] = [await anOffice(world), await anOffice(world)]
  const port = await aDoor()
  const raw = aMail({ subject: 'Till två nämnder' })

  await deliver(port, raw, [one.address, other.address.toUpperCase()])
  const [mine, theirs] = [await messagesAt(one.authorityId), await messagesAt(other.authorityId)]

  assert.deepEqual([mine.length, theirs.length], [1, 1])
  assert.deepEqual(mine[0]?.envelope_to, [one.address])
  assert.equal(mine[0]?.envelope_from, 'anna.berg@example.se')
  assert.equal(mine[0]?.via, 'smtp')
  assert.deepEqual(Buffer.from(await world.files.read(mine[0]?.sha256 ?? '')), raw)
})

test('nothing is passed on: an address that no registry has is refused, and the others get theirs', async () => {
  const office = await anOffice(world)
  const port = await aDoor()
  const external = 'nagon@annanstans.example'
  await world.db
    .insertInto('organisation.bodies')
    .values({
      key: 'utanfor',
      name: 'Utanför',
      short_name: 'U',
      kind: 'external',
      email: 'utanfor@example.se',
      is_demo: true,
    })
    .execute()

  const mixed = await deliver(port, aMail(), [office.address, external, 'utanfor@example.se'])

  assert.deepEqual(mixed.accepted, [office.address])
  assert.deepEqual(mixed.rejected, [external, 'utanfor@example.se'])
  await assert.rejects(deliver(port, aMail(), [external]), /550/)
  assert.equal((await messagesAt(office.authorityId)).length, 1)
})

test('the size limit is announced, and what is larger is refused with 552 and leaves nothing', async () => {
  const office = await anOffice(world)
  const folder = await mkdtemp(join(tmpdir(), 'kraftsam-smtp-'))
  const port = await aDoor({ largest: 100_000 }, folderStore(folder))
  const client = await talk(port)
  client.say('EHLO test')
  await client.hears(/250[ -]SIZE 100000/)
  client.say('MAIL FROM:<a@example.se> SIZE=100001')
  await client.hears(/552/)
  client.socket.destroy()

  const liar = await begun(port, office.address)
  liar.say(Buffer.concat([aMail(), Buffer.alloc(150_000, 'x\r\n'), Buffer.from('\r\n.\r\n')]))
  await liar.hears(/^552/m)
  liar.say('NOOP')
  await liar.hears(/552[^]*250/)
  liar.socket.destroy()

  assert.deepEqual(await messagesAt(office.authorityId), [])
  assert.deepEqual(await readdir(folder, { recursive: true }), ['incoming'])
  await rm(folder, { recursive: true })
})

test('a client that is killed in the middle of its message gets no 250, and nothing half is stored', async () => {
  const office = await anOffice(world)
  const folder = await mkdtemp(join(tmpdir(), 'kraftsam-smtp-'))
  const port = await aDoor({}, folderStore(folder))

  for (const cut of [10, 200, 5000]) {
    const client = await begun(port, office.address)
    client.say(Buffer.concat([aMail(), Buffer.alloc(10_000, 'a')]).subarray(0, cut))
    await pause(50)
    client.socket.destroy()
    assert.doesNotMatch(client.heard(), /^250 2\.0\.0/m)
  }
  for (let tries = 0; tries < 100 && (await readdir(folder, { recursive: true })).length > 1; tries++) await pause(20)

  assert.deepEqual(await messagesAt(office.authorityId), [])
  assert.deepEqual(await readdir(folder, { recursive: true }), ['incoming'])
  await rm(folder, { recursive: true })
})

test('250 is said only when the item is committed', async () => {
  const office = await anOffice(world)
  const port = await aDoor()
  const holder = new pg.Client(world.connection)
  await holder.connect()
  await holder.query('begin; lock table intake.messages in exclusive mode')

  const client = await begun(port, office.address)
  client.say(Buffer.concat([aMail(), Buffer.from('\r\n.\r\n')]))
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await holder.query(
      "select from pg_locks where not granted and relation = 'intake.messages'::regclass",
    )
    if (rows.length > 0) break
    await pause(10)
  }
  const before = client.heard()
  await holder.query('rollback')
  await holder.end()
  await client.hears(/^250 2\.0\.0/m)
  client.socket.destroy()

  assert.doesNotMatch(before, /^250 2\.0\.0/m)
  assert.equal((await messagesAt(office.authorityId)).length, 1)
})

test('when the original cannot be kept the other server is told to try again, and does so with success', async () => {
  const office = await anOffice(world)
  const folder = await mkdtemp(join(tmpdir(), 'kraftsam-smtp-'))
  await writeFile(join(folder, 'store'), 'en fil där en mapp skulle vara')
  const port = await aDoor({}, folderStore(join(folder, 'store')))
  const raw = aMail()

  await assert.rejects(deliver(port, raw, [office.address]), /451/)
  assert.deepEqual(await messagesAt(office.authorityId), [])
  await rm(join(folder, 'store'))
  await deliver(port, raw, [office.address])

  assert.equal((await messagesAt(office.authorityId)).length, 1)
  await rm(folder, { recursive: true })
})

test('a client that is silent is let go, and so is one that goes on for ever a byte at a time', async () => {
  const office = await anOffice(world)
  const silent = await talk(await aDoor({ patience: 300 }))
  await silent.hears(/^421/m)

  const slow = await begun(await aDoor({ longest: 700, patience: 5000 }), office.address)
  const drip = setInterval(() => slow.socket.write('x'), 40)
  await slow.hears(/^421/m)
  clearInterval(drip)
  for (let tries = 0; tries < 300 && !slow.socket.destroyed; tries++) await pause(10)

  assert.ok(slow.socket.destroyed)
  assert.deepEqual(await messagesAt(office.authorityId), [])
})

test('one address has so many connections and no more', async () => {
  const port = await aDoor({ mostFromOne: 3 })
  const guests = [await talk(port), await talk(port), await talk(port)]

  const refused = connect(port, '127.0.0.1')
  const [said] = await new Promise<string[]>((resolve) => refused.once('data', (chunk) => resolve([String(chunk)])))
  guests[0]?.socket.destroy()
  await pause(100)
  const next = await talk(port)

  assert.match(said ?? '', /^421/)
  for (const guest of [...guests, next]) guest.socket.destroy()
})

test('a message is not ended by half a sign, so none is smuggled in behind another', async () => {
  const office = await anOffice(world)
  const port = await aDoor()
  const client = await begun(port, office.address)
  const hidden = `MAIL FROM:<chef@malmo.example>\r\nRCPT TO:<${office.address}>\r\nDATA\r\nSubject: smuggled\r\n\r\nx`

  client.say(
    Buffer.from(`From: a@example.se\r\nSubject: yttre\r\n\r\nhej\n.\n${hidden}\n.\r\n${hidden}\r.\r${hidden}\r\n.\r\n`),
  )
  await client.hears(/^250 2\.0\.0/m)
  client.socket.destroy()

  assert.equal((await messagesAt(office.authorityId)).length, 1)
})

test('rubbish instead of commands ends the talk and nothing else', async () => {
  const office = await anOffice(world)
  const port = await aDoor()
  for (const rubbish of [
    '\0\0\0\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'DATA\r\nRCPT\r\nMAIL FROM:\r\n',
    `EHLO ${'x'.repeat(40_000)}`,
  ]) {
    const client = await talk(port)
    client.say(Buffer.from(rubbish))
    await pause(50)
    client.socket.destroy()
  }

  await deliver(port, aMail(), [office.address])

  assert.equal((await messagesAt(office.authorityId)).length, 1)
})

test('what is hostile is taken and kept apart, and a bounce has no sender', async () => {
  const office = await anOffice(world)
  const port = await aDoor()

  await deliver(port, aMail({ files: [{ name: 'faktura.pdf.exe', bytes: 'MZ' }] }), [office.address])
  const bounce = await begun(port, office.address, '')
  bounce.say(Buffer.concat([aMail({ subject: 'Undelivered' }), Buffer.from('\r\n.\r\n')]))
  await bounce.hears(/^250 2\.0\.0/m)
  bounce.socket.destroy()
  const messages = await messagesAt(office.authorityId)

  assert.deepEqual(
    messages.map(({ state, quarantine_reason, automatic }) => [state, quarantine_reason, automatic]).sort(),
    [
      ['quarantined', 'executable', null],
      ['waiting', null, 'bounce'],
    ],
  )
})

test('a message with attachments from an ordinary mail program arrives whole', async () => {
  const office = await anOffice(world)
  const port = await aDoor()
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })

  await transport.sendMail({
    from: { name: 'Åsa Öberg', address: 'asa@example.se' },
    to: office.address,
    subject: 'Ritningar för Östra gatan – två stycken',
    text: 'Hälsningar\nÅsa',
    html: '<p>Hälsningar<br>Åsa</p>',
    attachments: [{ filename: 'översikt.pdf', content: '%PDF-1.7 påhittad', contentType: 'application/pdf' }],
  })
  transport.close()
  const message = await world.db
    .selectFrom('intake.messages as m')
    .innerJoin('intake.parts as p', 'p.message_id', 'm.id')
    .select(['m.subject', 'm.from_name', 'm.body', 'm.warnings', 'p.name', 'p.media_type'])
    .where('authority_id', '=', office.authorityId)
    .executeTakeFirstOrThrow()

  assert.equal(message.subject, 'Ritningar för Östra gatan – två stycken')
  assert.equal(message.from_name, 'Åsa Öberg')
  assert.match(message.body, /Hälsningar\nÅsa/)
  assert.deepEqual([message.name, message.media_type], ['översikt.pdf', 'application/pdf'])
})

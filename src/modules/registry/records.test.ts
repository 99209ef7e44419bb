import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { registerRecord } from './commands/register.ts'
import { aCase, aFile, aRecord, aRegistry, stepping } from './fixtures.ts'
import { listLedger, listRecords } from './queries.ts'

const world = worldOf('2023-10-10T23:30:00+02:00')

test('B-05 the register shows the date, the number, the party and what it is about', async () => {
  const registry = await aRegistry(world, { prefix: 'DIARIET' })
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  await registrar.post(`/arenden/${theCase.id}/handlingar`, {
    direction: 'in',
    kind: 'letter',
    title: 'Synpunkter på cykelvägen',
    party: 'Cykelföreningen',
    datedOn: '2023-10-09',
  })

  const pages = [`/arenden/DIARIET-2023-1/handlingar`, '/handlingar']
  for (const path of pages) {
    const page = await (await registrar.get(path)).text()
    for (const shown of [
      'mån 9 okt 2023',
      'DIARIET-2023-1',
      'Cykelföreningen',
      'Synpunkter på cykelvägen',
      'Inkommen',
    ]) {
      assert.ok(page.includes(shown), `${shown} on ${path}`)
    }
  }
})

test('B-05 what comes in has a sender and what goes out a recipient; what is drawn up needs neither', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const send = (direction: string) =>
    registrar.post(`/arenden/${theCase.id}/handlingar`, { direction, title: 'Brev', party: ' ' })

  const [came, went, made] = [await send('in'), await send('out'), await send('internal')]

  assert.deepEqual([came.status, went.status, made.status], [422, 422, 303])
  assert.match(await came.text(), /Skriv vem handlingen kommer från/)
  assert.match(await went.text(), /Skriv vem handlingen skickas till/)
})

test('B-17 the time of receipt is the clock of the server and the day is the Swedish day', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)

  const record = await aRecord(world, registry, { caseId: theCase.id })

  assert.equal(record.registeredAt.toISOString(), '2023-10-10T21:30:00.000Z')
  assert.equal(record.datedOn, '2023-10-10')
})

test('B-17 a letter that came before is registered with the day it came, and the time of registration is kept beside it', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)

  const record = await aRecord(world, registry, { caseId: theCase.id, datedOn: '2023-10-06' })

  assert.deepEqual([record.datedOn, record.registeredAt.toISOString()], ['2023-10-06', '2023-10-10T21:30:00.000Z'])
})

test('B-18 nothing is received, sent or drawn up on a day to come', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  const reply = await registrar.post(`/arenden/${theCase.id}/handlingar`, {
    direction: 'internal',
    title: 'Tjänsteskrivelse',
    datedOn: '2023-10-11',
  })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Dagen kan inte ligga framåt i tiden/)
  assert.deepEqual(await asking(world, (ctx) => listRecords(ctx, theCase.id)), [])
})

test('B-01 what comes in to a closed case is registered; nothing else is', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  await registrar.post(`/arenden/${theCase.id}/avsluta`)
  const send = (direction: string) =>
    registrar.api(`/cases/${theCase.id}/records`, { direction, title: 'Brev', party: 'Någon' })

  const replies = [await send('in'), await send('out'), await send('internal')]

  assert.deepEqual(
    replies.map((reply) => reply.status),
    [200, 409, 409],
  )
})

test('B-15 what one authority sends and another receives is registered by both, in their own numbers', async () => {
  const [sender, receiver] = [
    await aRegistry(world, { name: 'Avsändaren' }),
    await aRegistry(world, { name: 'Mottagaren' }),
  ]
  const [sent, received] = [await aCase(world, sender), await aCase(world, receiver)]

  const [out, came] = await stepping(world, sender.registrarId, async (ctx) => {
    const dispatched = await registerRecord(ctx, {
      caseId: sent.id,
      direction: 'out',
      kind: 'statement',
      title: 'Yttrande',
      party: 'Mottagaren',
      files: [aFile('yttrande.txt', 'Vi tillstyrker.')],
    })
    const arrived = await registerRecord(ctx, {
      caseId: received.id,
      direction: 'in',
      kind: 'statement',
      title: 'Yttrande',
      party: 'Avsändaren',
      originRecordId: dispatched.id,
      files: [aFile('yttrande.txt', 'Vi tillstyrker.')],
    })
    return [dispatched, arrived] as const
  })

  assert.deepEqual([out.authorityId, came.authorityId], [sender.authorityId, receiver.authorityId])
  assert.equal(came.originRecordId, out.id)
  assert.equal(came.files[0]?.sha256, out.files[0]?.sha256)
  const histories = await Promise.all([sent, received].map(({ id }) => asking(world, (ctx) => listLedger(ctx, id))))
  assert.deepEqual(
    histories.map((entries) => entries.at(-1)?.event),
    ['record.registered', 'record.registered'],
  )
})

test('an officer at another authority reads a record but adds nothing to it', async () => {
  const [own, other] = [await aRegistry(world), await aRegistry(world)]
  const theCase = await aCase(world, own)
  const record = await aRecord(world, own, { caseId: theCase.id })
  const stranger = await as(world, other.registrarId)
  const form = new FormData()
  form.append('files', new File(['Nej'], 'nej.txt', { type: 'text/plain' }))

  const [read, registered, added] = [
    await stranger.get(`/handlingar/${record.id}`),
    await stranger.post(`/arenden/${theCase.id}/handlingar`, { title: 'Nej', direction: 'internal' }),
    await stranger.send(`/handlingar/${record.id}/filer`, form),
  ]

  assert.deepEqual([read.status, registered.status, added.status], [200, 403, 403])
  assert.ok(!(await read.text()).includes('type="file"'))
})

test('the daily list shows the latest first, one direction at a time if asked', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  await aRecord(world, registry, { caseId: theCase.id, title: 'Den första' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Den andra', direction: 'out' })

  const all = await (await registrar.get('/handlingar')).text()
  const out = await (await registrar.get('/handlingar?riktning=out')).text()

  assert.ok(all.indexOf('Den andra') < all.indexOf('Den första') && all.includes('Den andra'))
  assert.deepEqual([out.includes('Den andra'), out.includes('Den första')], [true, false])
})

test("a case's records are a file for a spreadsheet and an answer of the API", async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  await aRecord(world, registry, { caseId: theCase.id, title: 'Brev; med semikolon' })

  const sheet = await (await registrar.get(`/arenden/${theCase.id}/handlingar.csv`)).text()
  const answer = await (await registrar.api(`/cases/${theCase.id}/records`)).json()

  assert.match(sheet, /1;2023:1;2023-10-10;Inkommen;Skrivelse;"Brev; med semikolon";Kommunstyrelsen/)
  assert.deepEqual(
    answer.records.map((record: { title: string; number: number }) => [record.title, record.number]),
    [['Brev; med semikolon', 1]],
  )
})

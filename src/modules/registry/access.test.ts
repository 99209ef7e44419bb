import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { hashToken, makeToken } from '../../kernel/secrets.ts'
import { linkCases, setDue } from './commands/change.ts'
import {
  aCase,
  aColleague,
  aFile,
  aRecord,
  aRegistry,
  markedCase,
  markedRecord,
  provision,
  readersOf,
  stepping,
} from './fixtures.ts'
import { checkChain } from './model.ts'
import { listLedger } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const secret = { title: 'Orosanmälan om Kim', party: 'Skolkuratorn Vera', file: 'kim.txt', words: 'Kim har det svårt' }

async function aSecretRecord() {
  const registry = await aRegistry(world, { name: 'Skolnämnden' })
  const theCase = await aCase(world, registry, { title: 'Elevhälsa' })
  const facts = { caseId: theCase.id, title: secret.title, party: secret.party }
  const record = await aRecord(world, registry, { ...facts, files: [aFile(secret.file, secret.words)] })
  const otherId = await aColleague(world, registry, 'case_officer')
  const registrar = await as(world, registry.registrarId)
  return { registry, theCase, record, registrar, other: await as(world, otherId), fileId: record.files[0]?.id ?? '' }
}

test('E-17 access ends with its last day, and is given only to those at the authority', async () => {
  const { theCase, record, registry, registrar, other } = await aSecretRecord()
  await markedRecord(world, registry, record.id)
  const outsider = await aRegistry(world)
  const give = (personId: string, until: string) =>
    registrar.api(`/cases/${theCase.id}/access/${personId}`, { reason: 'Bereder', until }, 'PUT')
  const sees = async () => (await (await other.get(`/handlingar/${record.id}`)).text()).includes(secret.title)

  const [elsewhere, past, there] = [
    await give(outsider.registrarId, '2099-01-01'),
    await give(other.personId, '2023-10-09'),
    await give(other.personId, '2023-10-10'),
  ]
  const ended = await sees() // the store's own day is later than the world's
  await give(other.personId, '2099-01-01')

  assert.deepEqual([elsewhere.status, past.status, there.status], [422, 422, 200])
  assert.deepEqual([ended, await sees()], [false, true])
})

test('E-17 each reading of something marked is noted, by page, by file and by API, and nobody else’s', async () => {
  const { theCase, record, registry, registrar, other, fileId } = await aSecretRecord()
  await registrar.get(`/handlingar/${record.id}`)
  await markedRecord(world, registry, record.id)

  await other.get(`/handlingar/${record.id}`)
  await other.get(`/filer/${fileId}`)
  await registrar.get(`/handlingar/${record.id}`)
  await registrar.get(`/filer/${fileId}`)
  await registrar.api(`/cases/${theCase.id}/records`)

  const who = { personId: registrar.personId, seenIn: null }
  assert.deepEqual(await readersOf(world, theCase.id), [
    { ...who, recordId: record.id, fileId: null },
    { ...who, recordId: record.id, fileId },
    { ...who, recordId: null, fileId: null },
  ])
  const tab = await (await registrar.get(`/arenden/${theCase.id}/behorighet`)).text()
  for (const shown of ['Vem som har läst', 'Handling 1, filen kim.txt', 'Ärendet'])
    assert.ok(tab.includes(shown), shown)
})

const listDoors = [
  { door: '/handlingar', seenIn: 'journal' },
  { door: '/handlingar.csv', seenIn: 'journal' },
  { door: '/sok?q=orosanmälan', seenIn: 'search' },
  { door: '/api/v1/search?q=orosanmälan', seenIn: 'search' },
  { door: '/api/v1/suggest?q=orosanm', seenIn: 'search' },
]
for (const { door, seenIn } of listDoors) {
  test(`E-17 J-08 who sees the words of what is marked at ${door} is noted, and nobody who does not see them`, async () => {
    const { theCase, record, registry, registrar, other } = await aSecretRecord()
    await markedRecord(world, registry, record.id)

    for (const who of [other, registrar]) assert.equal((await who.get(door)).status, 200)

    const noted = { personId: registrar.personId, recordId: record.id, fileId: null, seenIn }
    assert.deepEqual(await readersOf(world, theCase.id), [noted])
  })
}

test('E-17 the same list again within the hour is the same reading, and the tab and the API say in which list', async () => {
  const { theCase, record, registry, registrar } = await aSecretRecord()
  await markedRecord(world, registry, record.id)

  for (const list of ['/handlingar', '/sok?q=orosanmälan', '/handlingar', '/arenden']) await registrar.get(list)
  const inTheHour = (await readersOf(world, theCase.id)).map(({ seenIn }) => seenIn)
  world.now = new Date('2023-10-10T09:13:00+02:00')
  await registrar.get('/handlingar')
  world.now = new Date('2023-10-10T08:12:00+02:00')

  assert.deepEqual(inTheHour, ['journal', 'search'])
  const tab = await (await registrar.get(`/arenden/${theCase.id}/behorighet`)).text()
  for (const shown of ['Handling 1, i postlistan', 'Handling 1, i sökningen']) assert.ok(tab.includes(shown), shown)
  const { readings } = await (await registrar.api(`/cases/${theCase.id}/readings`)).json()
  assert.deepEqual(
    readings.map((one: { seenIn: string }) => one.seenIn),
    ['journal', 'search', 'journal'],
  )
})

test('E-17 a marked case is noted where its title is seen: in the list, in one’s work, among links and in the search', async () => {
  const { registry, theCase } = await aSecretRecord()
  const officerId = await aColleague(world, registry, 'case_officer')
  const hidden = await aCase(world, registry, { title: 'Utredning om Kim', officerId })
  await stepping(world, registry.registrarId, async (ctx) => {
    await setDue(ctx, hidden.id, { dueOn: '2023-10-20', dueSource: null })
    await linkCases(ctx, theCase.id, hidden.id, 'related')
  })
  await markedCase(world, registry, hidden.id)
  const officer = await as(world, officerId)
  const colleague = await as(world, await aColleague(world, registry, 'case_officer'))

  const paths = ['/arenden', '/', `/arenden/${theCase.referenceNumber}`, '/sok?q=utredning', '/arenden.csv']
  for (const who of [colleague, officer])
    for (const path of paths) assert.equal((await who.get(path)).status, 200, path)

  const noted = await readersOf(world, hidden.id)
  assert.deepEqual(
    noted.map(({ personId, seenIn }) => [personId, seenIn]),
    ['list', 'work', 'linked', 'search'].map((list) => [officerId, list]),
  )
})

test('E-17 who takes the list of cases out as CSV is noted for the marked cases in it', async () => {
  const { registry, theCase, registrar } = await aSecretRecord()
  await markedCase(world, registry, theCase.id)

  assert.equal((await registrar.get('/arenden.csv')).status, 200)

  const noted = await readersOf(world, theCase.id)
  assert.deepEqual(
    noted.map(({ personId, seenIn }) => [personId, seenIn]),
    [[registrar.personId, 'list']],
  )
})

test('E-17 the history of a case with something marked is read by need, and that is noted', async () => {
  const { theCase, record, registry, registrar, other } = await aSecretRecord()
  await markedRecord(world, registry, record.id)

  for (const who of [other, registrar]) await who.get(`/arenden/${theCase.referenceNumber}/historik`)

  const noted = await readersOf(world, theCase.id)
  assert.deepEqual(
    noted.map(({ personId, seenIn }) => [personId, seenIn]),
    [[registrar.personId, 'history']],
  )
})

test('E-17 a page that a browser fetches ahead is no reading: it is given when it is opened', async () => {
  const { registry, theCase, record } = await aSecretRecord()
  await markedRecord(world, registry, record.id)
  const ahead = await as(world, registry.registrarId)
  const path = `/handlingar/${record.id}`
  const session = await ahead.get(path)
  const cookie = await cookieOf(registry.registrarId)

  const reply = await world.app.request(path, { headers: { cookie, host: 'localhost', 'sec-purpose': 'prefetch' } })

  assert.deepEqual([session.status, reply.status, (await readersOf(world, theCase.id)).length], [200, 404, 1])
})

async function cookieOf(personId: string): Promise<string> {
  const token = makeToken()
  await world.db
    .insertInto('organisation.sessions')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      started_at: world.now,
      expires_at: new Date(world.now.getTime() + 86_400_000),
    })
    .execute()
  return `__Host-kraftsam=${token}`
}

test('a lifted marking gives the words back and stays among the markings with why', async () => {
  const { theCase, record, registry, registrar, other } = await aSecretRecord()
  await markedRecord(world, registry, record.id)
  const { markings } = await (await registrar.api(`/cases/${theCase.id}/secrecy`)).json()

  const lift = () => registrar.api(`/markings/${markings[0].id}/lift`, { why: 'Kim har samtyckt' })
  const [first, second] = [await lift(), await lift()]

  assert.deepEqual([first.status, second.status], [200, 409])
  assert.ok((await (await other.get(`/handlingar/${record.id}`)).text()).includes(secret.title))
  const tab = await (await registrar.get(`/arenden/${theCase.id}/behorighet`)).text()
  for (const shown of ['Hävd', 'Kim har samtyckt']) assert.ok(tab.includes(shown), shown)
  const entries = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  assert.deepEqual(checkChain(entries), [])
  assert.equal(entries.at(-1)?.event, 'record.marking-lifted')
})

test('only the registrar and the officer of the case mark, lift and give access', async () => {
  const { theCase, record, registrar, other, registry } = await aSecretRecord()
  const secretary = await as(world, await aColleague(world, registry, 'secretary'))
  await markedRecord(world, registry, record.id)
  const { markings } = await (await registrar.api(`/cases/${theCase.id}/secrecy`)).json()

  for (const who of [other, secretary]) {
    const replies = [
      await who.api(`/records/${record.id}/marking`, { provision }),
      await who.api(`/cases/${theCase.id}/marking`, { provision }),
      await who.api(`/markings/${markings[0].id}/lift`, { why: 'Nyfiken' }),
      await who.api(`/cases/${theCase.id}/access/${who.personId}`, { reason: 'Nyfiken' }, 'PUT'),
      await who.api(`/cases/${theCase.id}/secrecy`),
    ]
    assert.deepEqual(
      replies.map((reply) => reply.status),
      [403, 403, 403, 403, 403],
    )
  }
})

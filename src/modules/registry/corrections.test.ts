import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { writing } from '../../kernel/db.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, markedRecord, provision } from './fixtures.ts'
import { checkChain } from './model.ts'
import { getRecord, listLedger, listRecords } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const wrong = { title: 'Ansökan om bygglof', party: 'Karin Holmgren' }

async function aWrongRecord() {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Bygglov' })
  const record = await aRecord(world, registry, { caseId: theCase.id, ...wrong, files: [aFile('karta.txt', 'Karta')] })
  const registrar = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'case_officer'))
  const now = () => asking(world, (ctx) => getRecord(ctx, record.id))
  const historyFor = async (who: typeof registrar) => (await who.get(`/arenden/${theCase.id}/historik`)).text()
  const finds = async (who: typeof registrar, asked: string) =>
    (await (await who.get(`/sok?q=${encodeURIComponent(asked)}`)).text()).includes(record.id)
  return { registry, theCase, record, registrar, colleague, now, historyFor, finds }
}

test('B-12 a registered record is corrected with a reason, and the history says from what to what; number and direction stay', async () => {
  const { theCase, record, registrar, now, historyFor, finds } = await aWrongRecord()
  const form = { title: 'Ansökan om bygglov', party: wrong.party, kind: 'other', datedOn: '2023-10-09' }

  const page = await (await registrar.get(`/handlingar/${record.id}`)).text()
  const done = await registrar.post(`/handlingar/${record.id}/ratta`, {
    ...form,
    direction: 'out',
    reason: 'Felstavat',
  })

  assert.match(page, /<summary>Rätta uppgifterna<\/summary>/)
  assert.deepEqual([done.status, done.headers.get('location')], [303, `/handlingar/${record.id}`])
  const { title, party, datedOn, kind, direction, number, seq, registeredAt } = await now()
  assert.deepEqual([title, party, datedOn, kind], [form.title, wrong.party, '2023-10-09', 'other'])
  assert.deepEqual(
    [direction, number, seq, registeredAt],
    [record.direction, record.number, record.seq, record.registeredAt],
  )
  assert.match(
    await historyFor(registrar),
    /Rättade handling 2023:1: rubriken från ”Ansökan om bygglof” till ”Ansökan om bygglov”, dagen från tis 10 okt 2023 till mån 9 okt 2023, slaget från Skrivelse till Övrigt\. Felstavat/,
  )
  assert.deepEqual(checkChain(await asking(world, (ctx) => listLedger(ctx, theCase.id))), [])
  assert.deepEqual([await finds(registrar, 'bygglov'), await finds(registrar, 'bygglof')], [true, false])
})

test('what is wrong with a correction is said at its field, with what was written, and nothing is changed', async () => {
  const { record, registrar, now } = await aWrongRecord()
  const form = { title: 'Ansökan om bygglov', party: wrong.party, kind: 'letter', datedOn: '2023-10-10', reason: 'Fel' }
  const send = (changes: object) => registrar.post(`/handlingar/${record.id}/ratta`, { ...form, ...changes })

  const replies = [
    await send({ reason: ' ' }),
    await send({ title: '' }),
    await send({ party: '' }),
    await send({ datedOn: '2023-10-11' }),
    await send({ title: wrong.title }),
  ]

  const said = [
    /Skriv varför/,
    /Skriv vad handlingen gäller/,
    /Skriv vem handlingen kommer från/,
    /Dagen kan inte ligga framåt i tiden/,
    /Inget är ändrat/,
  ]
  for (const [index, reply] of replies.entries()) {
    const page = await reply.text()
    assert.equal(reply.status, 422)
    assert.match(page, said[index] ?? /^$/)
    assert.match(page, /<details[^>]* open>\s*<summary>Rätta uppgifterna/)
  }
  const { title } = await now()
  assert.equal(title, wrong.title)
})

test('B-06 B-07 a marked record is corrected where it lies: who has no need sees neither the old words nor the new', async () => {
  const { registry, theCase, record, registrar, colleague, now, historyFor, finds } = await aWrongRecord()
  await markedRecord(world, registry, record.id, { provision, hidesParty: false })

  const done = await registrar.api(
    `/records/${record.id}`,
    { title: 'Anmälan om Kim', party: 'Karin Holm', reason: 'Fel' },
    'PUT',
  )

  assert.equal(done.status, 200)
  const { title, party } = await now()
  assert.deepEqual([title, party], ['Anmälan om Kim', 'Karin Holm'])
  for (const path of [`/handlingar/${record.id}`, '/handlingar', `/arenden/${theCase.id}`]) {
    const page = await (await colleague.get(path)).text()
    assert.doesNotMatch(page, /Kim|bygglof/)
  }
  assert.match(await (await colleague.get('/handlingar')).text(), /Karin Holm\b/) // the marking shows the party
  assert.doesNotMatch(await historyFor(colleague), /Kim|bygglof/)
  assert.match(await historyFor(registrar), /till ”Anmälan om Kim”/)
  assert.deepEqual(
    [await finds(colleague, 'Anmälan Kim'), await finds(registrar, 'Anmälan Kim'), await finds(registrar, 'bygglof')],
    [false, true, false],
  )
  const [marking] = await world.db
    .selectFrom('registry.markings')
    .select('id')
    .where('record_id', '=', record.id)
    .execute()
  await registrar.api(`/markings/${marking?.id}/lift`, { why: 'Inte längre' })
  assert.match(await (await colleague.get(`/handlingar/${record.id}`)).text(), /<h1>Anmälan om Kim<\/h1>/)
})

test('only a registrar of the authority corrects, and not in a closed case', async () => {
  const { theCase, record, registrar, colleague } = await aWrongRecord()
  const stranger = await as(world, (await aRegistry(world)).registrarId)
  const correct = (who: typeof registrar) => who.api(`/records/${record.id}`, { title: 'Annat', reason: 'Fel' }, 'PUT')

  const [officer, elsewhere] = [await correct(colleague), await correct(stranger)]
  await registrar.post(`/arenden/${theCase.id}/avsluta`, { reason: '' })
  const closed = await correct(registrar)

  assert.deepEqual([officer.status, elsewhere.status, closed.status], [403, 403, 409])
  assert.doesNotMatch(await (await registrar.get(`/handlingar/${record.id}`)).text(), /Rätta uppgifterna/)
})

test('D-06 the store changes no fact of a record but as the last entry of the ledger says, and never the number', async () => {
  const { registry, record, registrar } = await aWrongRecord()
  await registrar.api(`/records/${record.id}`, { title: 'Ett', reason: 'Fel' }, 'PUT')
  await registrar.api(`/records/${record.id}`, { title: wrong.title, reason: 'Rätt från början' }, 'PUT')
  const actor = await actorOf(world, registry.registrarId)
  const tamper = (changes: string) =>
    writing(world.db, actor, (db) => sql`update registry.records set ${sql.raw(changes)}`.execute(db))

  for (const changes of [
    `title = 'Ett'`,
    `dated_on = '2020-01-01'`,
    `kind = 'memo'`,
    `number = 99`,
    `direction = 'out'`,
  ])
    await assert.rejects(tamper(changes), /permission denied/, changes)
  const marked = await aRecord(world, registry, { caseId: record.caseId })
  await markedRecord(world, registry, marked.id)
  await assert.rejects(
    writing(world.db, actor, (db) => sql`update registry.withheld set title = 'Ett'`.execute(db)),
    /permission denied/,
  )
  const records = await asking(world, (ctx) => listRecords(ctx, record.caseId))
  assert.deepEqual(
    records.map(({ title }) => title),
    [wrong.title, 'Skrivelse'],
  )
})

test('a case is given another class and case type by its registrar, and the history says which', async () => {
  const { registry, theCase, registrar, colleague, historyFor } = await aWrongRecord()
  const { authorityId } = registry
  const aClass = async (code: string, name: string) =>
    world.db
      .insertInto('filing.classes')
      .values({ authority_id: authorityId, code, name, retention: 'preserve' })
      .returning('id')
      .executeTakeFirstOrThrow()
  const [first, second] = [await aClass('2.1', 'Bygglov'), await aClass('2.2', 'Rivningslov')]
  const elsewhere = await aRegistry(world)
  const strange = await world.db
    .insertInto('filing.classes')
    .values({ authority_id: elsewhere.authorityId, code: '9', name: 'Annat', retention: 'preserve' })
    .returning('id')
    .executeTakeFirstOrThrow()

  const replies = [
    await registrar.post(`/arenden/${theCase.id}/klass`, { classId: first.id, caseTypeId: '' }),
    await registrar.api(`/cases/${theCase.id}/filing`, { classId: second.id }, 'PUT'),
    await registrar.api(`/cases/${theCase.id}/filing`, { classId: strange.id }, 'PUT'),
    await colleague.api(`/cases/${theCase.id}/filing`, { classId: null }, 'PUT'),
    await registrar.api('/cases', { title: 'Nytt', classId: strange.id }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [303, 200, 422, 403, 422],
  )
  const page = await (await registrar.get(`/arenden/${theCase.id}`)).text()
  assert.match(page, /2\.2 Rivningslov/)
  assert.match(page, /<summary>Ändra klass och ärendetyp<\/summary>/)
  const history = await historyFor(registrar)
  assert.match(history, /Ändrade klassen från inget till 2\.1 Bygglov/)
  assert.match(history, /Ändrade klassen från 2\.1 Bygglov till 2\.2 Rivningslov/)
})

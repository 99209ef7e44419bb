import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, doing, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, stepping } from '../registry/fixtures.ts'
import { closeCase, getRecord, listLedger, listRecords } from '../registry/index.ts'
import { aMail, anOffice, taken, type TestOffice } from './fixtures.ts'
import { lateBefore, isLate, registerBy } from './model/message.ts'
import { getMessage, listParts } from './queries/messages.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const registrarAt = (office: TestOffice) => as(world, office.registrarId)
const messageOf = (id: string) => asking(world, (ctx) => getMessage(ctx, id))
const partsOf = (id: string) => asking(world, (ctx) => listParts(ctx, id))

test('many saved e-mails are taken in at once, and each waits in the inbox with what it says', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const form = new FormData()
  for (const subject of ['Första', 'Andra', 'Tredje'])
    form.append('files[]', new Blob([Uint8Array.from(aMail({ subject }))]), `${subject}.eml`)

  const sent = await registrar.send('/inkorg/ta-in', form)
  const page = await (await registrar.get('/inkorg')).text()

  assert.equal(sent.status, 303)
  for (const words of ['Första', 'Andra', 'Tredje', 'Anna Berg']) assert.match(page, new RegExp(words))
})

test('B-17 what the sender says of the day has no say: a message came in when our clock says, and is registered on that day', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  world.now = new Date('2023-10-02T23:30:00+02:00')
  const id = await taken(registrar, aMail({ date: 'Mon, 01 Jan 2018 00:00:00 +0000' }))
  world.now = new Date('2023-10-03T09:00:00+02:00')

  const answer = await registrar.api(`/messages/${id}/registration`, { title: 'Fråga', party: 'Anna Berg' })
  const { recordId } = await answer.json()
  const record = await asking(world, (ctx) => getRecord(ctx, recordId))
  const page = await (await registrar.get(`/inkorg/${id}`)).text()

  assert.equal(record.datedOn, '2023-10-02')
  assert.match(page, /2018-01-01/)
})

test('B-01 a message is registered as what came in: the original in full, its words to read, and the attachments chosen', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const raw = aMail({
    subject: 'Sv: Ansökan om bidrag',
    files: [
      { name: 'ansökan.pdf', type: 'application/pdf', bytes: '%PDF-1.7 påhittad' },
      { name: 'logga.png', type: 'image/png', bytes: 'ingen bild' },
    ],
  })
  const id = await taken(registrar, raw)
  const page = await (await registrar.get(`/inkorg/${id}`)).text()
  assert.match(page, /value="Ansökan om bidrag"/)

  const sent = await registrar.post(`/inkorg/${id}/registrera`, {
    caseNumber: '',
    title: 'Ansökan om bidrag',
    party: 'Anna Berg <anna.berg@example.se>',
    kind: 'letter',
    'parts[]': ['1'],
  })
  const message = await messageOf(id)
  const record = await asking(world, (ctx) => getRecord(ctx, message.recordId ?? ''))
  const original = await world.files.read(record.files[0]?.sha256 ?? '')
  const words = Buffer.from(await world.files.read(record.files[1]?.sha256 ?? '')).toString()
  const ledger = await asking(world, (ctx) => listLedger(ctx, record.caseId))

  assert.equal(sent.status, 303)
  assert.equal(message.state, 'registered')
  assert.equal(record.direction, 'in')
  assert.deepEqual(
    record.files.map(({ name }) => name),
    ['meddelande.eml', 'meddelande.txt', 'ansökan.pdf'],
  )
  assert.deepEqual(Buffer.from(original), raw)
  assert.match(words, /När|när gatan blir klar/)
  assert.deepEqual(
    ledger.map(({ event }) => event),
    ['case.opened', 'record.registered', 'intake.message-registered'],
  )
})

test('a number in the subject proposes the case, the register of contacts the sender, and only a case that is there', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const theCase = await aCase(world, office, { title: 'Gatans ombyggnad' })
  await registrar.api('/contacts', { name: 'Fastighets AB Berg', email: 'anna.berg@example.se' })

  const id = await taken(registrar, aMail({ subject: `Sv: Dnr ${theCase.referenceNumber} synpunkter` }))
  const lost = await taken(registrar, aMail({ subject: `${office.prefix}-2023-99999` }))
  const page = await (await registrar.get(`/inkorg/${id}`)).text()

  assert.match(page, /Gatans ombyggnad/)
  assert.match(page, new RegExp(`value="${theCase.referenceNumber}"`))
  assert.match(page, /value="Fastighets AB Berg"/)
  assert.equal((await messageOf(lost)).proposedCaseId, null)
})

test('an answer to a message that was registered proposes the same case, also without a number', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail({ id: '<forsta@example.se>' }))
  const first = await registrar.api(`/messages/${id}/registration`, { title: 'Fråga', party: 'Anna Berg' })
  const { referenceNumber } = await first.json()

  const next = await taken(registrar, aMail({ headers: ['In-Reply-To: <forsta@example.se>'], subject: 'Sv: hej' }))

  assert.match(await (await registrar.get(`/inkorg/${next}`)).text(), new RegExp(`value="${referenceNumber}"`))
})

test('what comes to a closed case is registered all the same', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const theCase = await aCase(world, office)
  await doing(world, closeCase, { caseId: theCase.id }, await actorOf(world, office.registrarId))
  const id = await taken(registrar, aMail({ subject: theCase.referenceNumber }))

  const answer = await registrar.api(`/messages/${id}/registration`, {
    caseNumber: theCase.referenceNumber,
    title: 'Tack',
    party: 'Anna Berg',
  })

  assert.equal(answer.status, 200)
  assert.equal((await asking(world, (ctx) => listRecords(ctx, theCase.id))).length, 1)
})

test('B-02 same or next working day: what came on a Friday is late on the Tuesday after, and a holiday does not count', () => {
  assert.equal(registerBy('2023-10-06'), '2023-10-09')
  assert.equal(isLate('2023-10-06', '2023-10-09'), false)
  assert.equal(isLate('2023-10-06', '2023-10-10'), true)
  assert.equal(registerBy('2023-12-22'), '2023-12-27')
  assert.equal(lateBefore('2023-10-10'), '2023-10-09')
  assert.equal(lateBefore('2023-12-27'), '2023-12-22')
  assert.equal(lateBefore('2023-12-28'), '2023-12-27')
})

test('B-02 what has waited more than a working day stands on top as late, and in the work of the registrar', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  world.now = new Date('2023-09-29T15:00:00+02:00')
  const old = await taken(registrar, aMail({ subject: 'Från fredagen' }))
  world.now = new Date('2023-10-03T09:00:00+02:00')
  await taken(registrar, aMail({ subject: 'Från i dag' }))

  const page = await (await registrar.get('/inkorg')).text()
  const work = await (await registrar.get('/')).text()
  const { counts } = await (await registrar.api('/messages')).json()

  assert.ok(page.indexOf('Från fredagen') < page.indexOf('Från i dag'))
  assert.match(page, /Kom in för mer än en arbetsdag sedan/)
  assert.match(work, /Ett meddelande är inte registrerat i tid/)
  assert.deepEqual(counts, { late: 1, waiting: 2, quarantined: 0 })
  assert.match(await (await registrar.get(`/inkorg/${old}`)).text(), /Sent/)
})

test('the same message twice is two items, each saying that the other is there', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const raw = aMail({ subject: 'Två gånger' })

  const [first, second] = [await taken(registrar, raw), await taken(registrar, raw)]

  assert.notEqual(first, second)
  assert.match(await (await registrar.get(`/inkorg/${second}`)).text(), new RegExp(`/inkorg/${first}`))
})

test('an answer by machine and a message that did not arrive are told apart from letters', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)

  const auto = await taken(registrar, aMail({ headers: ['Auto-Submitted: auto-replied'] }))
  const list = await taken(registrar, aMail({ headers: ['List-Id: <nytt.example.se>'] }))

  assert.equal((await messageOf(auto)).automatic, 'auto_reply')
  assert.equal((await messageOf(list)).automatic, 'list')
})

test('only registrars of the authority read its mail: others have no page, no count and no row', async () => {
  const office = await anOffice(world)
  const other = await anOffice(world)
  const id = await taken(await registrarAt(office), aMail({ subject: 'Hemligt ämne' }))
  const officer = await aColleague(world, office, 'case_officer')
  const strangers = [officer, other.registrarId]

  for (const who of strangers) {
    const knocking = await as(world, who)
    const actor = await actorOf(world, who)
    const rows = await asking(
      world,
      (ctx) => ctx.db.selectFrom('intake.messages').select('id').where('id', '=', id).execute(),
      actor,
    )
    const parts = await asking(
      world,
      (ctx) => ctx.db.selectFrom('intake.parts').select('message_id').where('message_id', '=', id).execute(),
      actor,
    )
    const statuses = [
      (await knocking.get(`/inkorg/${id}`)).status,
      (await knocking.get(`/inkorg/${id}/original`)).status,
      (await knocking.api(`/messages/${id}`)).status,
      (await knocking.api(`/messages/${id}/registration`, { title: 'x', party: 'y' })).status,
    ]
    assert.deepEqual([rows, parts], [[], []])
    assert.ok(
      statuses.every((status) => status === 403 || status === 404),
      String(statuses),
    )
  }
  const stranger = await as(world, other.registrarId)
  assert.doesNotMatch(await (await stranger.get('/inkorg')).text(), /Hemligt ämne/)
})

test('a message goes to a case of the authority that got it, and to no other', async () => {
  const office = await anOffice(world)
  const other = await anOffice(world)
  const strange = await aCase(world, other)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail())

  const answer = await registrar.post(`/inkorg/${id}/registrera`, {
    caseNumber: strange.referenceNumber,
    title: 'Fråga',
    party: 'Anna Berg',
    kind: 'letter',
  })

  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /hör till en annan myndighet/)
  assert.equal((await messageOf(id)).state, 'waiting')
})

test('the form that is refused comes back with what was written; a message is registered once', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail())

  const refused = await registrar.post(`/inkorg/${id}/registrera`, { title: '', party: 'Bo Ek', kind: 'letter' })
  const first = await registrar.api(`/messages/${id}/registration`, { title: 'Fråga', party: 'Bo Ek' })
  const second = await registrar.api(`/messages/${id}/registration`, { title: 'Fråga', party: 'Bo Ek' })

  const page = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(page, /Skriv vad handlingen gäller/)
  assert.match(page, /value="Bo Ek"/)
  assert.deepEqual([first.status, second.status], [200, 409])
})

test('attachments are viewed only if a browser can show them without harm, and never from quarantine', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(
    registrar,
    aMail({
      files: [
        { name: 'plan.pdf', type: 'application/pdf', bytes: '%PDF-1.7' },
        { name: 'sida.html', type: 'text/html', bytes: '<script>alert(1)</script>' },
      ],
    }),
  )
  const held = await taken(registrar, aMail({ files: [{ name: 'faktura.pdf.exe', bytes: 'MZ' }] }))

  const shown = await registrar.get(`/inkorg/${id}/bilagor/1?visa=1`)
  const saved = await registrar.get(`/inkorg/${id}/bilagor/2?visa=1`)
  const refused = await registrar.get(`/inkorg/${held}/bilagor/1`)
  const original = await registrar.get(`/inkorg/${held}/original`)

  assert.match(shown.headers.get('content-disposition') ?? '', /^inline/)
  assert.match(saved.headers.get('content-disposition') ?? '', /^attachment/)
  assert.equal(refused.status, 404)
  assert.equal(original.status, 200)
  assert.equal((await partsOf(id))[1]?.note, 'active')
})

test('the database keeps a message to those who read what is secret at its authority, also when asked to write', async () => {
  const office = await anOffice(world)
  const officer = await aColleague(world, office, 'case_officer')
  const id = await taken(await registrarAt(office), aMail())

  const changed = await stepping(world, officer, (ctx) =>
    ctx.db.updateTable('intake.messages').set({ why: 'jag var här' }).where('id', '=', id).executeTakeFirst(),
  )

  assert.equal(changed.numUpdatedRows, 0n)
})

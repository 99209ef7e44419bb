import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, worldOf } from '../../../test/support.ts'
import { anOffice, approveAsProgram, aSubmission, aWrittenMemo, draftOf } from '../drafting/fixtures.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { listAgendaOfCase } from '../meetings/index.ts'
import { aColleague, aRecord, aRegistry } from '../registry/fixtures.ts'
import { getRecord, listLedger } from '../registry/index.ts'
import { aCalendar, planFields } from './fixtures.ts'
import { doneOf, listSteps } from './queries.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const due = { dueOn: '2023-12-29', dueSource: 'satt av kommunstyrelsens arbetsutskott § 430' }
const answering = { kind: 'referral_answer', ...due } as const
const stepsOf = async (caseId: string) => (await asking(world, (ctx) => listSteps(ctx, caseId))).map(({ step }) => step)
const agendaOf = (caseId: string) => asking(world, (ctx) => listAgendaOfCase(ctx, caseId))
const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map(({ event }) => event)

test('the tab proposes the way backwards from the answer date, with the ways beside it', async () => {
  const office = await anOffice(world, answering)
  await aCalendar(world, office.registry)

  const page = await (await office.officer.get(`${office.at}/beslutsplan`)).text()

  for (const words of [
    'satt av kommunstyrelsens arbetsutskott',
    'Möjliga vägar',
    '2 dagar till godo',
    '39 dagar för sent',
  ])
    assert.ok(page.includes(words), words)
  assert.match(page, /<option value="[^"]+" selected>tis 19 dec 2023/)
})

test('the chosen way is kept, stands in the open memo, in the way of the case and in its history', async () => {
  const office = await aWrittenMemo(world, answering)
  const calendar = await aCalendar(world, office.registry)

  const reply = await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))

  assert.equal(reply.status, 303)
  assert.deepEqual(await stepsOf(office.theCase.id), ['chair_preparation', 'working_committee', 'board'])
  const memo = JSON.stringify((await draftOf(office, 'memo')).content['planning'])
  for (const day of ['2023-11-28', '2023-12-07', '2023-12-19']) assert.ok(memo.includes(day), day)
  const overview = await (await office.officer.get(office.at)).text()
  assert.match(overview, /datetime="2023-12-07"/)
  const history = await (await office.officer.get(`${office.at}/historik`)).text()
  assert.match(history, /Beslutsplan: [^<]* 19 dec/)
})

test('a plan may be changed, and leaves out the steps that are not needed', async () => {
  const office = await anOffice(world, answering)
  const calendar = await aCalendar(world, office.registry)
  await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))

  const fields = { ...planFields(calendar), 'steps.0.meetingId': '', 'steps.2.meetingId': calendar.later }
  const reply = await office.officer.post(`${office.at}/beslutsplan`, fields)

  const page = await (await office.officer.get(`${office.at}/beslutsplan`)).text()
  assert.equal(reply.status, 303)
  assert.deepEqual(await stepsOf(office.theCase.id), ['working_committee', 'board'])
  assert.match(page, /39 dagar efter sista svarsdag/)
  assert.match(page, /Be avsändaren om anstånd/)
})

test('I-22 A-90 a plan that is too late tells its ways out, and the chair does not decide while a board in time can be awaited', async () => {
  const office = await anOffice(world, answering)
  const { board, later } = await aCalendar(world, office.registry)
  const at = `/cases/${office.theCase.id}/plan`

  const reply = await office.officer.api(at, { steps: [{ step: 'board', meetingId: later }] }, 'PUT')
  const page = await (await office.officer.get(`${office.at}/beslutsplan`)).text()
  const urgent = await office.officer.api(`${at}/way`, { way: 'urgent' }, 'PUT')
  await world.db.updateTable('meetings.meetings').set({ state: 'cancelled' }).where('id', '=', board).execute()
  const again = await office.officer.api(at, { steps: [{ step: 'board', meetingId: later }] }, 'PUT')

  const { warnings } = JSON.parse(await reply.text())
  assert.equal(reply.status, 200)
  assert.equal(warnings[0].code, 'plan-after-answer-date')
  assert.match(warnings[0].ways[0], /Välj nämndens sammanträde tis 19 dec 2023/)
  assert.doesNotMatch(page, /Planera för ordförandebeslut|Planera ett extra sammanträde/)
  assert.match(page, /Planera för nämnden tis 19 dec 2023/)
  assert.equal(urgent.status, 409)
  assert.match(await urgent.text(), /Ordföranden beslutar bara i det som inte kan vänta/)
  assert.equal(JSON.parse(await again.text()).warnings[0].ways.length, 5)
})

test('A-90 the chair does not decide when the case stands on the agenda of a board in time, its paper stop passed', async () => {
  const office = await aWrittenMemo(world, answering)
  await office.officer.post(`${office.at}/beslutsplan`, planFields(await aCalendar(world, office.registry)))
  await approveAsProgram(office.head, await aSubmission(office, [office.head]))
  const before = world.now
  world.now = new Date('2023-12-14T09:00:00+01:00')

  const placed = await office.officer.post(`${office.at}/beslutsplan/satt-upp`)
  const urgent = await office.officer.api(`/cases/${office.theCase.id}/plan/way`, { way: 'urgent' }, 'PUT')
  world.now = before

  assert.deepEqual([placed.status, urgent.status], [303, 409])
  assert.match(await urgent.text(), /tis 19 dec 2023 och beslutet hinner i tid/)
})

test('I-22 a planned committee whose paper stop has passed says so, and the case goes past it in one press', async () => {
  const office = await anOffice(world, answering)
  const calendar = await aCalendar(world, office.registry)
  await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))
  const before = world.now
  world.now = new Date('2023-12-04T09:00:00+01:00')

  const page = await (await office.officer.get(`${office.at}/beslutsplan`)).text()
  const [, past = ''] = page.match(/<form[^>]*>((?:(?!<form)[^])*?Hoppa över arbetsutskottet<)/) ?? []
  const hidden = [...past.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  const reply = await office.officer.post(`${office.at}/beslutsplan`, Object.fromEntries(hidden))
  const after = await (await office.officer.get(`${office.at}/beslutsplan`)).text()
  world.now = before

  assert.match(page, /Arbetsutskott(?:(?!<\/tr>)[^])*Stopptiden har passerat/)
  assert.doesNotMatch(page, /Planera för ordförandebeslut/)
  assert.equal(reply.status, 303)
  assert.deepEqual(await stepsOf(office.theCase.id), ['chair_preparation', 'board'])
  assert.doesNotMatch(after, /Hoppa över arbetsutskottet|Stopptiden har passerat/)
})

test('an answer to a referral is not planned without its board, nor out of order', async () => {
  const office = await anOffice(world, answering)
  const calendar = await aCalendar(world, office.registry)

  const noBoard = await office.officer.post(`${office.at}/beslutsplan`, {
    ...planFields(calendar),
    'steps.2.meetingId': '',
  })
  const wrongBody = { steps: [{ step: 'working_committee', meetingId: calendar.board }] }
  const wrong = await office.officer.api(`/cases/${office.theCase.id}/plan`, wrongBody, 'PUT')

  assert.equal(noBoard.status, 409)
  assert.match(await noBoard.text(), /Välj det sammanträde där nämnden beslutar/)
  assert.equal(wrong.status, 422)
  assert.deepEqual(await stepsOf(office.theCase.id), [])
})

test('a working committee that decides itself may be the end of another case’s way', async () => {
  const office = await anOffice(world)
  const { committee } = await aCalendar(world, office.registry)

  const body = { steps: [{ step: 'working_committee', meetingId: committee }] }
  const reply = await office.officer.api(`/cases/${office.theCase.id}/plan`, body, 'PUT')

  const { warnings } = JSON.parse(await reply.text())
  assert.equal(reply.status, 200)
  assert.equal(warnings[0].code, 'committee-decides')
})

test('another authority’s meeting is refused, and another authority’s officer may not plan', async () => {
  const office = await anOffice(world, answering)
  const elsewhere = await aRegistry(world)
  const theirs = await aCalendar(world, elsewhere)
  const stranger = await as(world, await aColleague(world, elsewhere, 'case_officer'))

  const body = { steps: [{ step: 'board', meetingId: theirs.board }] }
  const reply = await office.officer.api(`/cases/${office.theCase.id}/plan`, body, 'PUT')
  const forbidden = await stranger.api(`/cases/${office.theCase.id}/plan`, body, 'PUT')

  assert.deepEqual([reply.status, forbidden.status], [422, 403])
})

test('approved before agenda: a case whose memo is not approved is not placed, and the page says why', async () => {
  const office = await aWrittenMemo(world, answering)
  const calendar = await aCalendar(world, office.registry)
  await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))

  const page = await (await office.officer.get(`${office.at}/beslutsplan`)).text()
  const reply = await office.officer.post(`${office.at}/beslutsplan/satt-upp`)

  assert.match(page, /Tjänsteskrivelsen är inte godkänd än/)
  assert.equal(reply.status, 409)
  assert.deepEqual(await agendaOf(office.theCase.id), [])
})

async function anApprovedPlan() {
  const office = await aWrittenMemo(world, answering)
  const calendar = await aCalendar(world, office.registry)
  await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))
  const submissionId = await aSubmission(office, [office.head])
  const reply = await approveAsProgram(office.head, submissionId)
  assert.ok(reply.ok, await reply.clone().text())
  return { ...office, calendar }
}

test('I-14 the memo’s summary stands on the agenda and in the minutes, and is that of the memo the board has before it', async () => {
  const { theCase, officer, at, calendar, head, registry } = await anApprovedPlan()
  const secretary = await as(world, await aColleague(world, registry, 'secretary'))
  const agenda = async () => (await officer.api(`/meetings/${calendar.board}`)).json()
  await officer.post(`${at}/beslutsplan/satt-upp`)
  const first = await agenda()
  const itemId = first.agenda[0].id

  // Taken off, written anew and approved: what is put up again is what the new memo says.
  await secretary.post(`/sammantraden/${calendar.board}/arenden/${itemId}/ta-bort`)
  await officer.api(`/cases/${theCase.id}/revise/memo`, {})
  const memo = await (await officer.api(`/cases/${theCase.id}/memo`)).json()
  const summary = 'Kommunstyrelsen frågar om cykelvägar.\n\nSvaret ska lämnas före nyår.'
  await officer.api(`/drafts/${memo.draftId}/memo`, { ...memo.content, summary, version: memo.version })
  const again = await (await officer.api(`/cases/${theCase.id}/submit`, { approvers: [head.personId] })).json()
  await approveAsProgram(head, again.submissionId)
  await officer.api(`/meetings/${calendar.board}/items`, { caseId: theCase.id, proposal: ['Nämnden svarar.'] })
  const page = await (await officer.get(`/sammantraden/${calendar.board}`)).text()

  world.now = new Date('2023-12-19T15:00:00+01:00')
  const decided = await (
    await secretary.api(`/agenda-items/${itemId}/decide`, { outcome: 'as_proposed', points: ['Nämnden svarar.'] })
  ).json()
  const adjusting = { decisionIds: [decided.decisionId], adjustedOn: '2023-12-19', isImmediate: true }
  const adjusted = await (await secretary.api(`/meetings/${calendar.board}/adjust`, adjusting)).json()
  const extract = await asking(world, (ctx) => getRecord(ctx, adjusted.extracts[0].recordId))
  const pdf = await textOfPdf(await world.files.read(extract.files[0]?.sha256 ?? ''))
  world.now = new Date('2023-11-15T09:00:00+01:00')

  assert.equal(first.agenda[0].summary, 'Kommunstyrelsen frågar nämnden om cykelvägar.')
  assert.match(
    page,
    /<h3>Sammanfattning<\/h3><p>Kommunstyrelsen frågar om cykelvägar\.<\/p><p>Svaret ska lämnas före nyår\.<\/p>/,
  )
  assert.match(
    pdf,
    /Sammanfattning Kommunstyrelsen frågar om cykelvägar\. Svaret ska lämnas före nyår\. Förslag till beslut/,
  )
})

test('once the memo is approved the case stands on every planned agenda, with the memo and its proposal', async () => {
  const { theCase, officer, at, calendar } = await anApprovedPlan()

  const reply = await officer.post(`${at}/beslutsplan/satt-upp`)
  const page = await (await officer.get(`/sammantraden/${calendar.board}`)).text()
  const again = await officer.post(`${at}/beslutsplan/satt-upp`)

  assert.equal(reply.status, 303)
  assert.equal((await agendaOf(theCase.id)).length, 3)
  assert.match(page, /Nämnden lämnar förvaltningens yttrande/)
  assert.match(page, /Tjänsteskrivelse/)
  assert.equal(again.status, 409)
  assert.ok((await eventsOf(theCase.id)).includes('planning.placed'))
})

test('two officers who place the case at once place it once', async () => {
  const { theCase, officer } = await anApprovedPlan()
  const place = () => officer.api(`/cases/${theCase.id}/plan/place`, {})

  const replies = await collide(world, 'registry.cases', theCase.id, [place, place])

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal((await agendaOf(theCase.id)).length, 3)
})

test('steps that have passed are not placed; those to come are', async () => {
  const { theCase, officer, at } = await anApprovedPlan()
  world.now = new Date('2023-12-01T09:00:00+01:00')

  const reply = await officer.post(`${at}/beslutsplan/satt-upp`)
  world.now = new Date('2023-11-15T09:00:00+01:00')

  const days = (await agendaOf(theCase.id)).map(({ heldOn }) => heldOn)
  assert.equal(reply.status, 303)
  assert.deepEqual(days, ['2023-12-07', '2023-12-19'])
})

test('what was registered by mistake and struck has done nothing on the way of the case', async () => {
  const office = await anOffice(world, answering)
  const at = { caseId: office.theCase.id, party: 'Kommunstyrelsen' }
  const sent = await aRecord(world, office.registry, { ...at, direction: 'out', kind: 'statement' })
  const decided = await aRecord(world, office.registry, { ...at, direction: 'internal', kind: 'decision' })
  const done = () => asking(world, (ctx) => doneOf(ctx, office.theCase.id))
  const before = await done()

  const registrar = await as(world, office.registry.registrarId)
  for (const { id } of [sent, decided])
    await registrar.api(`/records/${id}/strike`, { reason: 'Registrerad två gånger' })

  const after = await done()
  assert.deepEqual([before.isSent, before.isDelegated], [true, true])
  assert.deepEqual([after.isSent, after.isDelegated], [false, false])
})

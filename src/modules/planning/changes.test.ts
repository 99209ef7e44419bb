import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { jobs } from '../../app.ts'
import { anOffice } from '../drafting/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { listLedger } from '../registry/index.ts'
import { aCalendar, planFields } from './fixtures.ts'
import { listSteps } from './queries.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const answering = { kind: 'referral_answer', dueOn: '2023-12-29', dueSource: 'satt av § 430' } as const

/** A case that is planned, with the secretary who may move its meetings. */
async function aPlannedCase(facts: Parameters<typeof anOffice>[1] = answering) {
  const office = await anOffice(world, facts)
  const calendar = await aCalendar(world, office.registry)
  const own = await office.head.api(
    `/cases/${office.theCase.id}/officer`,
    { officerId: office.officer.personId },
    'PUT',
  )
  assert.ok(own.ok, await own.text())
  const reply = await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))
  assert.equal(reply.status, 303)
  const secretary = await as(
    world,
    await aPerson(world.db, { bodyId: office.registry.bodyId, roles: ['secretary'], title: 'Sekreterare' }),
  )
  return { ...office, calendar, secretary }
}

const move = { heldOn: '2023-12-21', startsAt: '13:00', place: 'Stadshuset', reason: 'Budgeten är inte klar' }
const planOf = async ({ officer, at }: Awaited<ReturnType<typeof aPlannedCase>>) =>
  (await officer.get(`${at}/beslutsplan`)).text()
const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map(({ event }) => event)

test('a meeting is moved with a reason, keeps its address, and may not be moved to a day that has been', async () => {
  const { calendar, secretary, officer } = await aPlannedCase()
  const at = `/sammantraden/${calendar.board}`

  const unsaid = await secretary.post(`${at}/flytta`, { ...move, reason: ' ' })
  const past = await secretary.post(`${at}/flytta`, { ...move, heldOn: '2023-11-01' })
  const forbidden = await officer.post(`${at}/flytta`, move)
  const reply = await secretary.post(`${at}/flytta`, move)
  const page = await (await secretary.get(at)).text()

  assert.equal(unsaid.status, 422)
  assert.match(await unsaid.text(), /Skriv varför sammanträdet flyttas/)
  assert.equal(past.status, 409)
  assert.equal(forbidden.status, 403)
  assert.equal(reply.status, 303)
  assert.match(page, /Flyttat från tis 19 dec 2023 till tors 21 dec 2023: Budgeten är inte klar/)
})

test('a moved meeting is told in the history of the case, in its plan and on the officer’s own page; one press plans anew', async () => {
  const office = await aPlannedCase()
  const { calendar, secretary, officer, theCase, at } = office

  const moved = await secretary.api(`/meetings/${calendar.board}/move`, move)
  const plan = await planOf(office)
  const work = await (await officer.get('/')).text()
  const history = await (await officer.get(`${at}/historik`)).text()
  const again = await officer.post(`${at}/beslutsplan/planera-om`)

  assert.equal(moved.status, 200)
  assert.match(plan, /Planen gäller inte längre/)
  assert.match(plan, /är flyttat från tis 19 dec 2023 till tors 21 dec 2023/)
  assert.match(work, /Planera om: /)
  assert.match(history, /flyttades från 19 dec till 21 dec: Budgeten är inte klar/)
  assert.equal(again.status, 303)
  assert.ok(!(await planOf(office)).includes('Planen gäller inte längre'))
  const steps = await asking(world, (ctx) => listSteps(ctx, theCase.id))
  assert.deepEqual(
    steps.map(({ heldOn }) => heldOn),
    ['2023-11-28', '2023-12-07', '2023-12-21'],
  )
})

test('a cancelled meeting is told too, and the plan takes the next that there is', async () => {
  const office = await aPlannedCase()
  const { calendar, secretary, officer, theCase, at } = office

  await secretary.post(`/sammantraden/${calendar.board}/stall-in`)
  const events = await eventsOf(theCase.id)
  const again = await officer.api(`/cases/${theCase.id}/plan/again`, {})
  const nothing = await officer.post(`${at}/beslutsplan/planera-om`)

  assert.ok(events.includes('planning.meeting-changed'))
  assert.equal(again.status, 200, await again.clone().text())
  assert.equal(JSON.parse(await again.text()).warnings[0].code, 'plan-after-answer-date')
  assert.equal(nothing.status, 409)
  assert.match(await nothing.text(), /Inget av planens sammanträden/)
})

test('I-22 a plan that is too late offers its ways out as buttons, and each is one press and one press back', async () => {
  const office = await aPlannedCase({ ...answering, dueOn: '2023-12-20' })
  const { officer, at, theCase, secretary } = office

  const plan = await planOf(office)
  const secretarys = await (await secretary.get(`${at}/beslutsplan`)).text()
  const chosen = await officer.post(`${at}/beslutsplan/utvag`, { way: 'urgent' })
  const urgent = await planOf(office)
  const same = await officer.post(`${at}/beslutsplan/utvag`, { way: 'urgent' })
  const back = await officer.api(`/cases/${theCase.id}/plan/way`, { way: 'board' }, 'PUT')

  for (const words of ['Planera för ordförandebeslut', 'Planera för beslut på delegation', 'omedelbar justering'])
    assert.ok(plan.includes(words), words)
  assert.match(secretarys, /\/sammantraden\/nytt\?organ=[0-9a-f-]{36}&(amp;)?dag=2023-12-13/)
  assert.equal(chosen.status, 303)
  assert.match(urgent, /Ordförandebeslut i brådskande ärende/)
  assert.match(urgent, /Ordföranden beslutar i brådskande ärende, i nämndens ställe/)
  assert.equal(same.status, 409)
  assert.equal(back.status, 200)
  assert.deepEqual((await eventsOf(theCase.id)).filter((event) => event === 'planning.way-chosen').length, 2)
})

test('A-90 when a board that meets in time is planned after all, the chair no longer decides in its place', async () => {
  const office = await aPlannedCase({ ...answering, dueOn: '2023-12-20' })
  const { officer, at, theCase, calendar } = office
  await officer.post(`${at}/beslutsplan/utvag`, { way: 'urgent' })
  await world.db.updateTable('registry.cases').set({ due_on: '2024-01-31' }).where('id', '=', theCase.id).execute()
  assert.match(await planOf(office), /Ordföranden beslutar i brådskande ärende/)

  assert.equal((await officer.post(`${at}/beslutsplan`, planFields(calendar))).status, 303)

  assert.doesNotMatch(await planOf(office), /Ordföranden beslutar i brådskande ärende/)
})

test('I-22 on day one, before anything is planned, the case says that the board is too late, and each way out is one press', async () => {
  const office = await anOffice(world, { ...answering, dueOn: '2023-12-20' })
  await aCalendar(world, office.registry)
  const { officer, at, theCase } = office

  const overview = await (await officer.get(at)).text()
  const plan = await (await officer.get(`${at}/beslutsplan`)).text()
  const chosen = await officer.post(`${at}/beslutsplan/utvag`, { way: 'urgent' })

  assert.match(overview, /Ingen väg till nämnden håller sista svarsdag/)
  assert.match(plan, /Planera för ordförandebeslut[^]*Väljs en väg sparas planen som den är föreslagen/)
  assert.equal(chosen.status, 303)
  assert.deepEqual(
    (await eventsOf(theCase.id)).filter((event) => event.startsWith('planning.')),
    ['planning.planned', 'planning.way-chosen'],
  )
})

test('I-22 when the board’s paper stop has passed there are the same ways out, their buttons once', async () => {
  const office = await aPlannedCase()
  const before = world.now
  world.now = new Date('2023-12-14T09:00:00+01:00')

  const plan = await planOf(office)
  world.now = before

  assert.match(plan, /Stopptiden för sammanträdet i/)
  assert.equal(plan.split('Planera för ordförandebeslut').length - 1, 1)
})

test('A-60 immediate adjustment brings the answer in on the day of the meeting', async () => {
  const office = await aPlannedCase({ ...answering, dueOn: '2023-12-20' })

  await office.officer.post(`${office.at}/beslutsplan/utvag`, { way: 'immediate' })
  const plan = await planOf(office)

  assert.match(plan, /Paragrafen justeras omedelbart/)
  assert.ok(!plan.includes('efter sista svarsdag.'))
})

test('A-60 planned anew after a move, what is adjusted at once keeps its meeting, which is in time that way', async () => {
  const office = await aPlannedCase({ ...answering, dueOn: '2023-12-21' })
  const { calendar, secretary, officer, theCase } = office
  await secretary.api(`/meetings/${calendar.board}/move`, move)

  await officer.api(`/cases/${theCase.id}/plan/way`, { way: 'immediate' }, 'PUT')
  const again = await officer.api(`/cases/${theCase.id}/plan/again`, {})

  assert.equal(again.status, 200, await again.clone().text())
  const { warnings } = JSON.parse(await again.text())
  assert.ok(!warnings.some(({ code }: { code: string }) => code === 'plan-after-answer-date'), JSON.stringify(warnings))
  const steps = await asking(world, (ctx) => listSteps(ctx, theCase.id))
  assert.deepEqual([steps.at(-1)?.meetingId, steps.at(-1)?.heldOn], [calendar.board, '2023-12-21'])
})

test('the extra meeting’s form begins with the body and the day it was asked for', async () => {
  const { secretary, registry } = await aPlannedCase()
  const page = await (await secretary.get(`/sammantraden/nytt?organ=${registry.bodyId}&dag=2023-12-13`)).text()
  assert.match(page, /value="2023-12-13"/)
  assert.match(page, new RegExp(`value="${registry.bodyId}" selected`))
})

test('a body’s own lead times move the plan’s days; the law’s bounds hold, and what was written comes back', async () => {
  const office = await aPlannedCase()
  const { secretary, officer, registry, theCase } = office
  const at = `/organisation/${registry.bodyId}/ledtider`
  const own = { callDays: '6', paperDays: '15', approvalDays: '3', adjustDays: '3' }

  const wrong = await secretary.post(at, { ...own, adjustDays: '15' })
  const order = await secretary.post(at, { ...own, paperDays: '5' })
  const forbidden = await officer.post(at, own)
  const reply = await secretary.post(at, own)
  const told = await officer.api(`/bodies/${registry.bodyId}/lead-times`, undefined, 'GET')
  const plan = JSON.parse(await (await officer.api(`/cases/${theCase.id}/plan`, undefined, 'GET')).text())

  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Skriv ett helt antal dagar, 0 till 14/)
  assert.equal(order.status, 409)
  assert.match(await order.text(), /Stopptiden kan inte ligga efter kallelsen/)
  assert.equal(forbidden.status, 403)
  assert.equal(reply.status, 303)
  assert.deepEqual(JSON.parse(await told.text()), { callDays: 6, paperDays: 15, approvalDays: 3, adjustDays: 3 })
  const days = plan.timeline.filter((one: { step: string }) => one.step === 'board')
  assert.deepEqual(
    days.map((one: { kind: string; on: string }) => `${one.kind} ${one.on}`),
    ['paper_stop 2023-12-04', 'call 2023-12-13', 'meeting 2023-12-19', 'adjustment 2023-12-22', 'notice 2023-12-22'],
  )
})

test('whoever a changed plan concerns gets a letter, with what it collides with; the one who moved it does not', async () => {
  const office = await aPlannedCase()
  const { calendar, secretary, officer, head, other, theCase } = office
  const colleague = await as(world, await aPerson(world.db, { bodyId: office.registry.bodyId, roles: ['secretary'] }))
  await colleague.post('/jag/epost', { choice: 'digest' })

  await secretary.api(`/meetings/${calendar.board}/move`, { ...move, heldOn: '2024-01-09' })
  await secretary.api(`/meetings/${calendar.board}/move`, { ...move, heldOn: '2024-01-09', startsAt: '14:00' })
  const [letter, ...more] = await lettersTo(officer)
  world.now = new Date('2023-11-16T07:00:00+01:00')
  await jobs['post.digest']?.(world.caller(), {})
  world.now = new Date('2023-11-15T09:00:00+01:00')

  assert.match(letter?.subject ?? '', /^Sammanträdet i .* tis 19 dec 2023 är flyttat till tis 9 jan 2024$/)
  assert.match(letter?.body ?? '', /Skäl: Budgeten är inte klar/)
  assert.match(letter?.body ?? '', new RegExp(`- ${theCase.referenceNumber} `))
  assert.match(letter?.body ?? '', /efter sista svarsdag/)
  assert.match(letter?.body ?? '', new RegExp(`kraftsam:/arenden/${theCase.id}/beslutsplan`))
  assert.deepEqual([more.length, (await lettersTo(secretary)).length], [0, 0])
  assert.deepEqual([(await lettersTo(head)).length, (await lettersTo(other)).length], [0, 0])
  const [gathered] = await lettersTo(colleague)
  assert.match(gathered?.body ?? '', /Planer som ändrats\n- .*är flyttat till tis 9 jan 2024\./)
})

test('a cancelled meeting is told by letter to the officer and to the heads who have the case for approval', async () => {
  const office = await aPlannedCase()
  const { calendar, secretary, officer, head, theCase } = office
  await aWaitingSubmission(theCase.id, office.registry.authorityId, { by: officer.personId, to: head.personId })

  await secretary.post(`/sammantraden/${calendar.board}/stall-in`)

  for (const person of [officer, head])
    assert.match((await lettersTo(person))[0]?.subject ?? '', /^Sammanträdet i .* tis 19 dec 2023 är inställt$/)
})

async function aWaitingSubmission(caseId: string, authorityId: string, { by, to }: { by: string; to: string }) {
  const { id } = await world.db
    .insertInto('drafting.submissions')
    .values({ case_id: caseId, authority_id: authorityId, submitted_at: world.now, submitted_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.insertInto('drafting.approvals').values({ submission_id: id, person_id: to, position: 0 }).execute()
}

function lettersTo({ personId }: Knocking) {
  return world.db
    .selectFrom('kernel.letters as l')
    .innerJoin('organisation.people as p', 'p.email', 'l.to_address')
    .select(['l.subject', 'l.body'])
    .where('p.id', '=', personId)
    .orderBy('l.posted_at')
    .execute()
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf, type Knocking } from '../../../test/support.ts'
import { jobs } from '../../app.ts'
import { markedCase } from '../registry/fixtures.ts'
import { approve, aSubmission, aWrittenMemo, type TestOffice } from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

/** What has been posted to somebody, the first first. */
async function lettersTo({ personId }: Knocking) {
  return world.db
    .selectFrom('kernel.letters as l')
    .innerJoin('organisation.people as p', 'p.email', 'l.to_address')
    .select(['l.subject', 'l.body', 'l.topic', 'l.from_name as fromName', 'l.case_id as caseId'])
    .where('p.id', '=', personId)
    .orderBy('l.posted_at')
    .execute()
}

const subjectsTo = async (person: Knocking) => (await lettersTo(person)).map(({ subject }) => subject)

async function chooses(person: Knocking, choice: string): Promise<void> {
  assert.equal((await person.post('/jag/epost', { choice })).status, 303)
}

const due = { dueOn: '2023-12-29', dueSource: 'satt av § 430' } as const

function away({ registry, head }: TestOffice, substitute: Knocking, days: { fromOn: string; toOn: string }) {
  const { authorityId } = registry
  return head.api(`/authorities/${authorityId}/absences`, {
    personId: head.personId,
    substituteId: substitute.personId,
    ...days,
  })
}

async function morning(at: string): Promise<void> {
  world.now = new Date(at)
  for (const job of ['post.digest', 'drafting.tell-waiting']) await jobs[job]?.(world.caller(), {})
}

test('I-16 the heads who are asked are told at once, with a link and when the answer is due', async () => {
  const office = await aWrittenMemo(world, due)

  const submissionId = await aSubmission(office, [office.head])
  const [letter, ...more] = await lettersTo(office.head)

  assert.deepEqual(more, [])
  assert.equal(letter?.subject, `Att godkänna: ${office.theCase.referenceNumber} ${office.theCase.title}`)
  assert.equal(letter?.fromName, office.registry.name)
  assert.match(letter?.body ?? '', /^Elin Sand har skickat en tjänsteskrivelse till dig för godkännande:/)
  assert.match(letter?.body ?? '', /Svaret ska vara framme fredag 29 december 2023\.|fre 29 dec 2023/)
  assert.match(letter?.body ?? '', new RegExp(`kraftsam:/godkannanden/${submissionId}`))
  assert.deepEqual(await subjectsTo(office.other), [])
})

test('I-16 those of the next step are told when the one before has approved, and nobody twice', async () => {
  const office = await aWrittenMemo(world)
  const { head, other } = office
  const reply = await office.officer.api(`/cases/${office.theCase.id}/submit`, {
    approvers: [head.personId, other.personId],
    steps: { [head.personId]: 1, [other.personId]: 2 },
  })
  const { submissionId } = await reply.json()

  const before = await subjectsTo(other)
  await approve(head, submissionId)
  await morning('2023-11-16T07:05:00+01:00')
  const after = await subjectsTo(other)

  assert.deepEqual(before, [])
  assert.equal(after.length, 1)
  assert.equal((await subjectsTo(head)).length, 1)
})

test('I-16 who answers for a head that is away is told too: of what comes, of what waits already, and when their days begin', async () => {
  world.now = new Date('2023-11-15T09:00:00+01:00')
  const [now, waits, later] = [await aWrittenMemo(world), await aWrittenMemo(world), await aWrittenMemo(world)]
  await away(now, now.other, { fromOn: '2023-11-15', toOn: '2023-11-20' })
  await aSubmission(now, [now.head])
  await aSubmission(waits, [waits.head])
  await aSubmission(later, [later.head])

  const before = await subjectsTo(waits.other)
  await away(waits, waits.other, { fromOn: '2023-11-15', toOn: '2023-11-20' })
  await away(later, later.other, { fromOn: '2023-11-17', toOn: '2023-11-20' })
  const arranged = await subjectsTo(later.other)
  await morning('2023-11-17T07:05:00+01:00')
  const [letter] = await lettersTo(now.other)

  assert.match(letter?.body ?? '', /Du svarar i stället för Karin Ek de här dagarna\./)
  assert.equal((await subjectsTo(now.head)).length, 1)
  assert.deepEqual([before.length, (await subjectsTo(waits.other)).length], [0, 1])
  assert.deepEqual([arranged.length, (await subjectsTo(later.other)).length], [0, 1])
})

test('one who wants it gathered gets one letter at seven on a working day, only if something waits, and only once', async () => {
  world.now = new Date('2023-11-15T09:00:00+01:00')
  const office = await aWrittenMemo(world, due)
  const { head, other, officer } = office
  await chooses(head, 'digest')
  await chooses(other, 'digest')
  const submissionId = await aSubmission(office, [head])

  const atOnce = await subjectsTo(head)
  await morning('2023-11-16T06:59:00+01:00')
  const early = await subjectsTo(head)
  await morning('2023-11-16T07:00:00+01:00')
  await morning('2023-11-16T08:00:00+01:00')
  await morning('2023-11-18T07:00:00+01:00')
  const [letter, ...more] = await lettersTo(head)
  await morning('2023-11-20T07:00:00+01:00')

  assert.deepEqual([atOnce, early, more], [[], [], []])
  assert.equal(letter?.subject, 'En sak att se till i Kraftsam')
  assert.match(letter?.body ?? '', /^God morgon,\n\nAtt godkänna\n- /)
  assert.match(letter?.body ?? '', new RegExp(`${office.theCase.referenceNumber} .*, från Elin Sand`))
  assert.match(letter?.body ?? '', new RegExp(`kraftsam:/godkannanden/${submissionId}`))
  assert.match(letter?.body ?? '', /Du väljer själv när du vill få brev: kraftsam:\/jag#epost$/)
  assert.equal((await subjectsTo(head)).length, 2)
  assert.deepEqual(await subjectsTo(other), [])
  assert.deepEqual(await subjectsTo(officer), [])
})

test('one who wants no letters gets none, and everybody sees on their own page what they have chosen', async () => {
  world.now = new Date('2023-11-15T09:00:00+01:00')
  const office = await aWrittenMemo(world)
  const usual = await (await office.head.get('/jag')).text()
  await chooses(office.head, 'none')
  const wrong = await office.head.api('/me/mail', { choice: 'sometimes' }, 'PUT')

  await aSubmission(office, [office.head])
  await morning('2023-11-16T07:05:00+01:00')
  const chosen = await (await office.head.get('/jag')).text()

  assert.match(usual, /value="at_once" checked/)
  assert.match(chosen, /value="none" checked/)
  assert.equal(wrong.status, 422)
  assert.deepEqual(await subjectsTo(office.head), [])
})

test('J-08 of a hidden case a letter says nothing but that something waits', async () => {
  world.now = new Date('2023-11-15T09:00:00+01:00')
  const office = await aWrittenMemo(world)
  await markedCase(world, office.registry, office.theCase.id)
  await world.db
    .updateTable('registry.cases')
    .set({ officer_id: office.officer.personId })
    .where('id', '=', office.theCase.id)
    .execute()

  await aSubmission(office, [office.head])
  const [letter] = await lettersTo(office.head)

  assert.equal(letter?.subject, 'Att godkänna: ett ärende')
  assert.doesNotMatch(letter?.body ?? '', new RegExp(office.theCase.referenceNumber))
  assert.doesNotMatch(letter?.body ?? '', /cykelvägar/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { worldOf } from '../../../test/support.ts'
import { aMeeting } from '../meetings/fixtures.ts'
import { aDraft, answerOf, aSender, aSentRound, anAnswerer } from './fixtures.ts'
import { mostAffected, reasonsOf } from './model/affected.ts'
import { daysOf, fewer, worstFirst, type Load } from './model/load.ts'

const load = (facts: Partial<Load>): Load => ({
  bodyId: 'b',
  bodyName: 'b',
  openRounds: 0,
  answered: 4,
  late: 0,
  medianDays: 60,
  decidesOn: '2023-12-19',
  canMeet: true,
  affectedBy: [],
  ...facts,
})

const world = worldOf('2023-10-03T09:00:00+02:00')

test('I-07 before it is sent one sees what each body carries, and whether its calendar can meet the date', async () => {
  const soon = await anAnswerer(world, { name: 'fritidsnämnden' })
  const slow = await anAnswerer(world, { name: 'servicenämnden' })
  await aMeeting(world, soon.board, { heldOn: '2023-12-12' })
  await aMeeting(world, slow.board, { heldOn: '2024-01-30' })
  await aSentRound(world, [slow.board.bodyId])
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [soon.board.bodyId, slow.board.bodyId])

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const panel = page.slice(page.indexOf('id="belastning"'))

  assert.match(panel, /Hinner, nämnd 12 dec/)
  assert.match(panel, /Hinner inte, första möjliga nämnd 30 jan/)
  assert.ok(panel.indexOf('30 jan') < panel.indexOf('12 dec'), 'the one who cannot comes first')
  assert.match(panel, /Helgdagar på vardagar under svarstiden: 25 dec, 26 dec\./)
  assert.match(panel, /inga tidigare svar/)
  assert.match(panel, /Välj färre, de som hinner/)
})

test('I-22 a board whose papers are due before there is time to write is not in time, though it meets before the date', async () => {
  const later = await anAnswerer(world, { name: 'hamnnämnden' })
  const never = await anAnswerer(world, { name: 'parknämnden' })
  await aMeeting(world, later.board, { heldOn: '2023-10-11' })
  await aMeeting(world, later.board, { heldOn: '2024-01-30' })
  await aMeeting(world, never.board, { heldOn: '2023-10-11' })
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [later.board.bodyId, never.board.bodyId])

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const panel = page.slice(page.indexOf('id="belastning"'))

  assert.match(panel, /Hamnnämnden[^]*?Hinner inte, första möjliga nämnd 30 jan/)
  assert.match(panel, /Parknämnden[^]*?Hinner inte, planerade nämnder ligger för nära/)
})

test('I-06 one that is asked in a turn has from the day of the turn before until its own', () => {
  const inTurn = {
    reason: 'x',
    turns: [
      { number: 1, answerBy: '2023-11-10', sentAt: null },
      { number: 2, answerBy: '2023-12-01', sentAt: null },
    ],
  }
  const round = { answerBy: '2023-12-29', inTurn }

  assert.deepEqual(daysOf(round, 1, '2023-10-03'), { askedOn: '2023-10-03', dueOn: '2023-11-10' })
  assert.deepEqual(daysOf(round, 2, '2023-10-03'), { askedOn: '2023-11-10', dueOn: '2023-12-01' })
  assert.deepEqual(daysOf({ ...round, inTurn: null }, 1, '2023-10-03'), { askedOn: '2023-10-03', dueOn: '2023-12-29' })
})

test('I-07 those who cannot meet the date are left out in one press, and taken back in one', async () => {
  const can = await anAnswerer(world)
  const cannot = await anAnswerer(world)
  await aMeeting(world, can.board, { heldOn: '2023-12-12' })
  await aMeeting(world, cannot.board, { heldOn: '2024-01-30' })
  const ids = [can.board.bodyId, cannot.board.bodyId]
  const { officer, ...sender } = await aSender(world)
  const roundId = await aDraft(world, { officer, ...sender }, ids)
  const asked = async (path: string) =>
    [...(await (await officer.get(path)).text()).matchAll(/value="([0-9a-f-]{36})" checked/g)].map(([, id]) => id)

  const left = await officer.post(`/remisser/${roundId}/farre`, {
    before: ids.join(','),
    'bodyIds[]': [can.board.bodyId],
  })
  const to = left.headers.get('location') ?? ''
  const kept = await asked(to)
  const page = await (await officer.get(to)).text()
  await officer.post(`/remisser/${roundId}/instanser`, { 'bodyIds[]': ids })

  assert.equal(left.status, 303)
  assert.ok(kept.includes(can.board.bodyId) && !kept.includes(cannot.board.bodyId))
  assert.match(page, /Ångra, ta tillbaka de borttagna/)
  assert.ok((await asked(to)).includes(cannot.board.bodyId))
  assert.deepEqual(fewer([load({ canMeet: null }), load({}), load({ canMeet: false })])?.length, 2)
  assert.equal(fewer([load({ canMeet: false })]), null)
})

test('those who cannot meet the date come first, then those who carry the most, then those who are oftenest late', () => {
  const one = (bodyName: string, facts: Partial<Load>) => load({ bodyId: bodyName, bodyName, ...facts })
  const sorted = worstFirst([
    one('a', {}),
    one('b', { openRounds: 3 }),
    one('c', { late: 2 }),
    one('d', { canMeet: false }),
    one('e', { canMeet: null }),
  ])
  assert.deepEqual(
    sorted.map(({ bodyName }) => bodyName),
    ['d', 'b', 'c', 'a', 'e'],
  )
})

const carried = z.object({
  answerBy: z.string(),
  weekdaysOff: z.array(z.string()),
  bodies: z.array(
    z.object({
      bodyId: z.string(),
      openRounds: z.number(),
      medianDays: z.number().nullable(),
      decidesOn: z.string().nullable(),
      canMeet: z.boolean().nullable(),
    }),
  ),
  fewer: z.array(z.string()).nullable(),
})

test('a program reads the same: what each carries, whether its calendar meets the date, and who could be left out', async () => {
  const can = await anAnswerer(world)
  const cannot = await anAnswerer(world)
  await aMeeting(world, can.board, { heldOn: '2023-12-12' })
  await aMeeting(world, cannot.board, { heldOn: '2024-01-30' })
  await aSentRound(world, [cannot.board.bodyId])
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [can.board.bodyId, cannot.board.bodyId])

  const read = await answerOf(await sender.officer.api(`/referrals/${roundId}/load`), carried)

  assert.deepEqual(read, {
    answerBy: '2023-12-29',
    weekdaysOff: ['2023-12-25', '2023-12-26'],
    bodies: [
      { bodyId: cannot.board.bodyId, openRounds: 1, medianDays: null, decidesOn: '2024-01-30', canMeet: false },
      { bodyId: can.board.bodyId, openRounds: 0, medianDays: null, decidesOn: '2023-12-12', canMeet: true },
    ],
    fewer: [can.board.bodyId],
  })
  assert.equal((await can.officer.api(`/referrals/${roundId}/load`)).status, 404)
})

/** Two boards that can both meet the date, and the assignment of the sender's case, given to the first. */
async function oneAssigned() {
  const assigned = await anAnswerer(world, { name: 'älvnämnden' })
  const other = await anAnswerer(world, { name: 'ängsnämnden' })
  for (const { board } of [assigned, other]) await aMeeting(world, board, { heldOn: '2023-12-12' })
  const sender = await aSender(world)
  const { id } = await world.db
    .insertInto('assignments.assignments')
    .values({
      ...{ case_id: sender.theCase.id, giver_id: sender.board.bodyId, title: 'Ett lyft', text: 'Starta.' },
      ...{ decided_on: '2023-01-16', record_id: sender.proposalId, registered_at: world.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('assignments.receivers')
    .values({ assignment_id: id, body_id: assigned.board.bodyId })
    .execute()
  const bodyIds = [assigned.board.bodyId, other.board.bodyId]
  return { sender, bodyIds, assigned: assigned.board.bodyId, roundId: await aDraft(world, sender, bodyIds) }
}

const pointedOut = z.object({
  bodies: z.array(z.object({ bodyId: z.string(), affectedBy: z.array(z.string()) })),
  mostAffected: z.array(z.string()).nullable(),
})

test('I-07 also when all can meet the date the most affected are kept in one press, each with why, and the others taken back', async () => {
  const { sender, bodyIds, assigned, roundId } = await oneAssigned()
  const { officer } = sender
  const asked = async () => (await answerOf(await officer.api(`/referrals/${roundId}/load`), pointedOut)).bodies.length

  const page = await (await officer.get(`/remisser/${roundId}`)).text()
  const form = /<form[^>]*\/farre"[^]*?<\/form>/.exec(page)?.[0] ?? ''
  const ticked = [...form.matchAll(/value="([0-9a-f-]{36})" checked/g)].map(([, id]) => id)
  const kept = await officer.post(`/remisser/${roundId}/farre`, { before: bodyIds.join(','), 'bodyIds[]': [assigned] })
  const left = await asked()
  const undo = await (await officer.get(kept.headers.get('location') ?? '')).text()
  await officer.post(`/remisser/${roundId}/instanser`, { 'bodyIds[]': bodyIds })

  assert.match(form, /Välj färre, de mest berörda/)
  assert.match(form, /Har fått uppdraget/)
  assert.deepEqual(ticked, [assigned])
  assert.equal(left, 1)
  assert.match(undo, /Ångra, ta tillbaka de borttagna/)
  assert.equal(await asked(), 2)
})

test('a program is told who is most affected and keeps those; nobody, and one that was not chosen, is refused', async () => {
  const { sender, bodyIds, assigned, roundId } = await oneAssigned()
  const { officer } = sender
  const keep = (ids: readonly string[]) => officer.api(`/referrals/${roundId}/fewer`, { bodyIds: ids })

  const read = await answerOf(await officer.api(`/referrals/${roundId}/load`), pointedOut)
  const refused = [await keep([]), await keep([sender.board.bodyId])].map(({ status }) => status)
  const kept = await answerOf(await keep(read.mostAffected ?? []), z.object({ recipients: z.number() }))
  await answerOf(await officer.api(`/referrals/${roundId}/send`, {}), z.unknown())
  const next = await aDraft(world, sender, bodyIds)
  const later = await answerOf(await officer.api(`/referrals/${next}/load`), pointedOut)

  assert.deepEqual(read.mostAffected, [assigned])
  assert.deepEqual(refused, [422, 422])
  assert.equal(kept.recipients, 1)
  assert.deepEqual(later.bodies.find(({ bodyId }) => bodyId === assigned)?.affectedBy, ['assigned', 'asked_before'])
})

test('an assignment names a body by its whole name, and nobody or everybody pointed out leaves nothing to choose', () => {
  const assignment = { title: 'Älvnämndens lyft', text: 'Med Ängsnämnden norr.', receivers: [] }
  const known = { assignment, askedBefore: ['c'] }
  const of = (bodyId: string, bodyName: string) => reasonsOf({ bodyId, bodyName }, known)

  assert.deepEqual(of('a', 'älvnämnden'), ['named'])
  assert.deepEqual(of('b', 'ängsnämnden no'), [])
  assert.deepEqual(of('c', 'parknämnden'), ['asked_before'])
  assert.equal(mostAffected([load({}), load({})]), null)
  assert.equal(mostAffected([load({ affectedBy: ['named'] })]), null)
  assert.equal(mostAffected([load({ affectedBy: ['named'] }), load({})])?.length, 1)
})

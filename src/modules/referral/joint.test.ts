import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { aColleague } from '../registry/fixtures.ts'
import { currentFiles, getRecord, listRecords } from '../registry/index.ts'
import {
  aBoardDecision,
  anAdjustment,
  anApprovedStatement,
  answerOf,
  aRevisedStatement,
  days,
  type TestAnswerer,
  type TestSent,
} from './fixtures.ts'
import { join, pass, start, two } from './fixtures/together.ts'
import { listAnswers, listRecipients } from './queries.ts'

const world = worldOf(start)

const recipientsOf = (round: TestSent) => asking(world, (ctx) => listRecipients(ctx, round.roundId))

/** The joint statement that came last into a case. */
async function theJoint(caseId: string): Promise<string> {
  const records = await asking(world, (ctx) => listRecords(ctx, caseId))
  return records.find(({ title }) => title.startsWith('Samordnat yttrande'))?.id ?? ''
}

/** The words of the statement that an answer came with. */
async function paperOf(round: TestSent, name: string): Promise<string> {
  const answers = await asking(world, (ctx) => listAnswers(ctx, round.roundId))
  const recordId = answers.find(({ bodyName }) => bodyName === name)?.statementRecordId ?? ''
  const { files } = await asking(world, (ctx) => getRecord(ctx, recordId))
  return (await textOfPdf(await world.files.read(currentFiles(files)[0]?.sha256 ?? ''))).replaceAll(/\s+/g, ' ')
}

async function decide(
  answerer: TestAnswerer,
  caseId: string,
  facts: { recordIds: string[]; heldOn: string; on: string },
) {
  const { recordIds, heldOn, on } = facts
  const decided = await aBoardDecision(world, answerer, { caseId, heldOn, recordIds })
  await anAdjustment(world, answerer, { ...decided, on })
  return decided
}

const dispatch = ({ officer }: TestAnswerer, caseId: string, more: object = {}) =>
  officer.api(`/cases/${caseId}/referral-answer/dispatch`, more)

test('I-18 two boards answer together: one writes, each decides in its own case, and the matrix has the words once', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase, at } = all

  const joined = await member.officer.post(`${at.member}/samordna`, { hostId: all.hostId })
  const statementId = await anApprovedStatement(host, hostCase)
  await answerOf(await pass(all), z.object({ passed: z.literal(1) }))
  const begun = await member.officer.api(`/cases/${memberCase}/referral-answer/begin`, {})
  const memo = await (await member.officer.get(at.member.replace('/remiss', '/tjansteskrivelse'))).text()
  const tab = await (await member.officer.get(at.member)).text()
  const got = (await asking(world, (ctx) => listRecords(ctx, memberCase))).find(({ title }) =>
    title.startsWith('Samordnat yttrande'),
  )
  await decide(host, hostCase, { recordIds: [statementId], heldOn: '2023-12-12', on: '2023-12-14' })
  await answerOf(await dispatch(host, hostCase), z.unknown())
  const early = await dispatch(member, memberCase)
  await decide(member, memberCase, { recordIds: [got?.id ?? ''], ...{ heldOn: days.heldOn, on: days.adjustedOn } })
  await answerOf(await dispatch(member, memberCase), z.unknown())

  const answers = await asking(world, (ctx) => listAnswers(ctx, round.roundId))
  const [ours, theirs] = ['fritidsnämnden', 'värdnämnden'].map((name) => answers.find((one) => one.bodyName === name))
  assert.deepEqual([joined.status, begun.status, early.status], [303, 200, 409])
  assert.match(memo, /ställer sig bakom det samordnade yttrandet, upprättat av värdnämnden/)
  assert.match(tab, /Ni svarar tillsammans med värdnämnden/)
  assert.match(tab, /Det samordnade yttrandet<\/a>/)
  assert.deepEqual([ours?.decidedBy, ours?.decidedOn, theirs?.decidedOn], ['board', days.heldOn, '2023-12-12'])
  assert.deepEqual(
    ours?.parts.map(({ sha256 }) => sha256),
    theirs?.parts.map(({ sha256 }) => sha256),
  )
  assert.match(await paperOf(round, 'fritidsnämnden'), /samordnat och har upprättats av värdnämnden/)
  assert.match(await paperOf(round, 'värdnämnden'), /berett tillsammans med fritidsnämnden/)

  const matrix = await (await round.officer.get(`/remisser/${round.roundId}/sammanstallning?vy=matris`)).text()
  const json = await answerOf(
    await round.officer.api(`/referrals/${round.roundId}/compilation`),
    z.object({
      counts: z.object({ answered: z.number() }),
      bodies: z.array(z.object({ name: z.string(), jointWith: z.string().nullable(), cells: z.array(z.unknown()) })),
    }),
  )
  assert.match(matrix, /Samordnat med Fritidsnämnden: Nämndens beslut §/)
  assert.match(matrix, /Samordnat yttrande, se värdnämnden/)
  assert.equal(matrix.split('samordningen bör ligga nära invånarna').length, 2, 'the words stand once')
  assert.equal(json.counts.answered, 2)
  assert.deepEqual(
    json.bodies.map(({ name, jointWith, cells }) => [name, jointWith === all.hostId, cells.length > 0]),
    [
      ['Bolaget AB', false, false],
      ['fritidsnämnden', true, false],
      ['värdnämnden', false, true],
    ],
  )
  const follow = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  assert.match(follow, /Fritidsnämnden <span class="k-quiet">tillsammans med värdnämnden/)
})

test('I-18 one that answers together leaves until its board has decided, and every reason against joining is said', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase, hostId, at } = all
  const asked = await recipientsOf(round)
  const idOf = (name: string) => asked.find(({ bodyName }) => bodyName === name)?.id ?? ''
  const leave = () => member.officer.api(`/cases/${memberCase}/referral-answer/leave`, {})
  const reasons = async (reply: Response) => [reply.status, await reply.text()] as const

  const nobody = await reasons(await leave())
  const outside = await reasons(
    await member.officer.api(`/cases/${memberCase}/referral-answer/join`, { hostId: idOf('Bolaget AB') }),
  )
  const itself = await reasons(
    await member.officer.api(`/cases/${memberCase}/referral-answer/join`, { hostId: idOf('fritidsnämnden') }),
  )
  const unchosen = await member.officer.post(`${at.member}/samordna`, { hostId: '' })
  const stranger = await host.officer.api(`/cases/${memberCase}/referral-answer/join`, { hostId })
  const joined = await join(all)
  const again = await reasons(await join(all))
  const other = await reasons(
    await host.officer.api(`/cases/${hostCase}/referral-answer/join`, { hostId: idOf('fritidsnämnden') }),
  )
  const left = await leave()
  const after = (await recipientsOf(round)).map(({ jointWith }) => jointWith)
  const history = await (await host.officer.get(at.host.replace('/remiss', '/historik'))).text()

  assert.deepEqual([nobody[0], outside[0], itself[0], again[0], other[0]], [409, 409, 409, 409, 409])
  assert.match(nobody[1], /Ni svarar inte tillsammans med någon/)
  assert.match(outside[1], /Bolaget AB svarar utanför systemet/)
  assert.match(itself[1], /Välj en annan än er själva/)
  assert.match(again[1], /Ni svarar redan tillsammans med någon/)
  assert.match(other[1], /Andra svarar tillsammans med er[^]*fritidsnämnden svarar själv tillsammans med en annan/)
  assert.deepEqual([joined.status, unchosen.status, stranger.status, left.status], [204, 422, 403, 204])
  assert.deepEqual(after, [null, null, null])
  assert.match(history, /Fritidsnämnden svarar tillsammans med värdnämnden/)
  assert.match(history, /Fritidsnämnden svarar inte längre tillsammans med värdnämnden/)

  await join(all)
  await anApprovedStatement(host, hostCase)
  await pass(all)
  const got = (await recipientsOf(round)).find(({ id }) => id === idOf('fritidsnämnden'))
  await decide(member, memberCase, { recordIds: [], heldOn: days.heldOn, on: days.adjustedOn })
  const tooLate = await reasons(await leave())
  assert.equal(got?.jointWith, hostId)
  assert.equal(tooLate[0], 409)
  assert.match(tooLate[1], /Nämnden har beslutat om det samordnade yttrandet/)
})

test('I-18 the statement is sent with its memo to those who joined, once for each text, and nobody else reads it there', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase, at } = all
  const colleague = await as(world, await aColleague(world, member.board, 'case_officer', 'Siv Dahl'))
  const registrar = await as(world, await aColleague(world, member.board, 'registrar', 'Rut Berg'))
  await join(all)

  const early = await pass(all)
  await anApprovedStatement(host, hostCase)
  const sent = await pass(all)
  const twice = await pass(all)
  const [own, theirs] = [
    await (await host.officer.get(at.host)).text(),
    await (await member.officer.get(at.member)).text(),
  ]
  const records = await asking(world, (ctx) => listRecords(ctx, memberCase))
  const seen = async (by: Knocking, path: string) => (await (await by.get(path)).text()).includes('Yttrandet kom')
  const before = [await seen(colleague, at.member), await seen(round.officer, at.member)]
  const marked = await registrar.api(`/records/${await theJoint(memberCase)}/marking`, { provision: '21 kap. 3 § OSL' })
  const after = [await seen(registrar, at.member), await seen(colleague, at.member)]

  assert.deepEqual([early.status, sent.status, twice.status], [409, 200, 409])
  assert.match(await early.text(), /Yttrandet är inte godkänt än/)
  assert.match(await twice.text(), /Alla som svarar tillsammans med er har fått yttrandet/)
  assert.match(own, /Fritidsnämnden[^]*fick yttrandet/)
  assert.match(theirs, /Yttrandet kom/)
  assert.deepEqual(before, [true, false], 'the sender is not one of those who answer')
  assert.ok(marked.ok, await marked.text())
  assert.deepEqual(after, [true, false], 'what is marked is hidden with its record')
  assert.deepEqual(
    records
      .filter(({ direction, party }) => direction === 'in' && party === 'Värdnämnden')
      .map(({ kind }) => kind)
      .toSorted(),
    ['memo', 'statement'],
  )
})

test('I-18 I-28 one whose board decided other words than the one that wrote keeps its own in the matrix', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase } = all
  const own = await anApprovedStatement(member, memberCase, 'Fritidsnämnden vill ha egna ord om samordningen.')
  const joined = await join(all, { laysAside: true })
  const statementId = await anApprovedStatement(host, hostCase)
  await pass(all)
  await decide(member, memberCase, { recordIds: [own], heldOn: '2023-12-05', on: '2023-12-08' })
  await answerOf(await dispatch(member, memberCase), z.unknown())
  await decide(host, hostCase, { recordIds: [statementId], heldOn: days.heldOn, on: days.adjustedOn })
  await answerOf(await dispatch(host, hostCase), z.unknown())

  const matrix = await (await round.officer.get(`/remisser/${round.roundId}/sammanstallning?vy=matris`)).text()
  const paper = await paperOf(round, 'fritidsnämnden')
  assert.equal(joined.status, 204)
  assert.doesNotMatch(matrix, /Samordnat yttrande, se/)
  assert.match(matrix, /samordningen bör ligga nära invånarna/)
  assert.match(matrix, /Fritidsnämnden vill ha egna ord/)
  assert.doesNotMatch(paper, /upprättats av värdnämnden/)
})

test('I-18 I-23 a board that decided the former text answers with that one, and gets no other afterwards', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase } = all
  await join(all)
  await anApprovedStatement(host, hostCase)
  await pass(all)
  const former = await theJoint(memberCase)
  await aRevisedStatement(host, hostCase, 'Värdnämnden har ändrat sig om samordningen.')
  await answerOf(await pass(all), z.object({ passed: z.literal(1) }))
  await decide(member, memberCase, { recordIds: [former], heldOn: days.heldOn, on: days.adjustedOn })
  await aRevisedStatement(host, hostCase, 'Värdnämnden har ändrat sig en gång till.')
  const third = await pass(all)
  const tab = await (await member.officer.get(all.at.member)).text()
  await answerOf(await dispatch(member, memberCase), z.unknown())

  const answer = (await asking(world, (ctx) => listAnswers(ctx, round.roundId)))[0]
  assert.equal(third.status, 409)
  assert.match(
    tab,
    /Det som skickas är yttrandet från värdnämnden som kom [^]*det som nämnden beslutade om[^]*En senare text kom [^]*Den skickas inte/,
  )
  assert.match(await third.text(), /har fått yttrandet eller har redan beslutat/)
  assert.match(answer?.parts[1]?.plain ?? '', /samordningen bör ligga nära invånarna/)
})

test('I-18 I-23 I-28 a board that changed the joint statement leaves it, and writes what it decided', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase, at } = all
  await join(all)
  await anApprovedStatement(host, hostCase)
  await pass(all)
  const changed = await aBoardDecision(world, member, {
    ...{ caseId: memberCase, heldOn: days.heldOn, recordIds: [await theJoint(memberCase)], outcome: 'changed' },
  })
  await anAdjustment(world, member, { ...changed, on: days.adjustedOn })
  const tab = await (await member.officer.get(at.member)).text()
  const joint = await dispatch(member, memberCase, { isAsDecided: true })
  const left = await member.officer.api(`/cases/${memberCase}/referral-answer/leave`, {})
  await anApprovedStatement(member, memberCase, 'Fritidsnämnden beslutade en annan lydelse.')
  await answerOf(await dispatch(member, memberCase, { isAsDecided: true }), z.unknown())

  const answer = (await asking(world, (ctx) => listAnswers(ctx, round.roundId)))[0]
  assert.match(tab, /Nämnden beslutade en annan lydelse än det samordnade yttrandet[^]*Svara själva i stället/)
  assert.equal(joint.status, 409)
  assert.equal(left.status, 204)
  assert.equal(answer?.parts[1]?.plain, 'Fritidsnämnden beslutade en annan lydelse.')
})

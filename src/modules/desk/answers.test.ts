import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import {
  aBoardDecision,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  answerOf,
  aSentRound,
  days,
  draftAnswer,
  type TestAnswerer,
  type TestSent,
} from '../referral/fixtures.ts'
import { aColleague, markedCase, markedRecord, readersOf } from '../registry/fixtures.ts'
import { hideCase } from '../search/fixtures.ts'
import { z } from 'zod'

const world = worldOf()

function caseOf(round: TestSent, at: number): string {
  return round.recipients[at]?.caseId ?? ''
}

/** A round that these boards have got, early in October. */
async function aRound(answerers: readonly TestAnswerer[]): Promise<TestSent & { caseIds: string[] }> {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const round = await aSentRound(
    world,
    answerers.map(({ board }) => board.bodyId),
  )
  const own = await world.db
    .selectFrom('registry.cases')
    .select(['id', 'authority_id'])
    .where(
      'id',
      'in',
      round.recipients.map((_, at) => caseOf(round, at)),
    )
    .execute()
  const caseIds = answerers.map(({ board }) => own.find((one) => one.authority_id === board.authorityId)?.id ?? '')
  return { ...round, caseIds }
}

async function dispatch(answerer: TestAnswerer, caseId: string, recordId: string, reservations?: string) {
  const decision = await aBoardDecision(world, answerer, {
    caseId,
    heldOn: days.heldOn,
    recordIds: [recordId],
    ...(reservations !== undefined && { reservations }),
  })
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })
  await answerOf(await answerer.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {}), z.unknown())
}

/** Everything the desk of a case says to a person, as pages and as JSON. */
async function deskSays(someone: Knocking, caseId: string): Promise<string> {
  const at = `/arenden/${caseId}/underlag`
  const pages = [`${at}/tidigare`, `${at}/tidigare?ord=kvastensjö`, ...[0, 1, 2].map((n) => `${at}/andra?fraga=${n}`)]
  const calls = ['earlier', 'earlier?q=kvastensjö', 'others/0', 'others/1', 'others/2']
  const said: string[] = []
  for (const page of pages) said.push(await (await someone.get(page)).text())
  for (const call of calls) said.push(await (await someone.api(`/cases/${caseId}/desk/${call}`)).text())
  return said.join('\n')
}

test('what the board answered before about the same question is on its desk, with §, number, day and reservations', async () => {
  const answerer = await anAnswerer(world)
  const earlier = await aRound([answerer])
  const [before = ''] = earlier.caseIds
  const recordId = await anApprovedStatement(answerer, before, 'Samordningen bör ligga nära invånarna i Kvastensjö.')
  await dispatch(answerer, before, recordId, 'Vänsterpartiet reserverar sig.')
  const { caseIds } = await aRound([answerer])
  const [now = ''] = caseIds

  const page = await (await answerer.officer.get(`/arenden/${now}/underlag/tidigare`)).text()

  assert.match(page, /Samordningen bör ligga nära invånarna i Kvastensjö/)
  assert.match(page, /Vänsterpartiet reserverar sig/)
  assert.match(page, /data-source="[^"]+ § 1, [A-ZÅÄÖ]+-2023-1, 2023-12-19"/)
  const found = await (await answerer.officer.get(`/arenden/${now}/underlag/tidigare?ord=kvastensjö`)).text()
  assert.match(found, /Samordningen bör ligga nära invånarna/)
  const none = await (await answerer.officer.get(`/arenden/${now}/underlag/tidigare?ord=zebra`)).text()
  assert.match(none, /Inget svar har de orden/)
})

/** Asks one question of areas and themes, in words of its own, and gives the case of the board. */
async function askedOf(answerer: TestAnswerer, words: string): Promise<string> {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const round = await aSentRound(world, [answerer.board.bodyId], [{ kind: 'areas', text: words }])
  await world.db.updateTable('referral.rounds').set({ title: words }).where('id', '=', round.roundId).execute()
  const caseId = caseOf(round, 0)
  await world.db.updateTable('registry.cases').set({ title: words }).where('id', '=', caseId).execute()
  return caseId
}

type Named = { readonly areas: readonly unknown[]; readonly themes: readonly unknown[]; readonly text?: string }

/** Written in the board's statement, and approved where the head is to. */
async function writes({ officer, head }: TestAnswerer, caseId: string, named: Named, isDone: boolean): Promise<string> {
  await answerOf(await officer.api(`/cases/${caseId}/referral-answer/begin`, {}), z.unknown())
  const draft = await answerOf(await officer.api(`/cases/${caseId}/statement`), draftAnswer)
  const { answers } = z.object({ answers: z.array(z.object({ questionId: z.string() })) }).parse(draft.content)
  const answer = { questionId: answers[0]?.questionId, stance: 'none', ...named }
  const whole = { version: draft.version, title: 'Yttrande', stance: 'support', answers: [answer] }
  await answerOf(await officer.api(`/drafts/${draft.draftId}/statement`, whole), z.unknown())
  if (!isDone) return ''
  const submitted = await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] })
  const { submissionId } = await answerOf(submitted, z.object({ submissionId: z.string() }))
  await answerOf(await approveAsProgram(head, submissionId), z.unknown())
  const { recordId } = await answerOf(
    await officer.api(`/cases/${caseId}/statement`),
    z.object({ recordId: z.string() }),
  )
  return recordId
}

test('an earlier answer about the same area or theme is found though no words are the same, and says why', async () => {
  const answerer = await anAnswerer(world)
  const before = await askedOf(answerer, 'Var bör insatser koncentreras?')
  const earlier = { areas: [{ name: 'Holma', priority: 1, reason: 'Unga flyttar.' }], themes: ['Äldres hälsa'] }
  await dispatch(answerer, before, await writes(answerer, before, earlier, true))
  const desk = async (words: string, named?: Named) => {
    const caseId = await askedOf(answerer, words)
    if (named !== undefined) await writes(answerer, caseId, named, false)
    return (await answerer.officer.get(`/arenden/${caseId}/underlag/tidigare`)).text()
  }

  const sameArea = await desk('Vilka parker saknar belysning?', { areas: ['holma'], themes: [] })
  const sameTheme = await desk('Vilka gångvägar är mörka?', { areas: [], themes: ['Äldres hälsa'] })
  const asked = await desk('Hur sköts lekplatsen i Holma?')
  const another = await desk('Hur sköts lekplatsen norrut?', { areas: ['Norr'], themes: [] })

  assert.match(
    sameArea,
    /Samma område: Holma[^]*Var bör insatser koncentreras[^]*Holma \(prioritet 1\): Unga flyttar\./,
  )
  assert.match(sameTheme, /Samma tema: Äldres hälsa/)
  assert.match(asked, /Samma område: Holma/)
  assert.match(another, /Inget tidigare svar liknar det här/)
})

test('TF 2:12 another board’s answer is on the desk when it has been decided and dispatched, and not a word of it before', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const { caseIds } = await aRound([one, other])
  const [own = '', theirs = ''] = caseIds
  const recordId = await anApprovedStatement(other, theirs, 'Ett utkast om Kvastensjö.')

  assert.doesNotMatch(await deskSays(one.officer, own), /utkast om Kvastensjö/)
  await dispatch(other, theirs, recordId)

  const page = await (await one.officer.get(`/arenden/${own}/underlag/andra?fraga=2`)).text()
  assert.match(page, /Ett utkast om Kvastensjö/)
  assert.match(page, /1 av 1 andra har svarat/)
  const heard = await one.officer.api(`/cases/${own}/desk/others/2`)
  assert.match(await heard.text(), /Ett utkast om Kvastensjö/)
})

test('B-07 an answer whose statement is marked is not on the desk of those who may not read it', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const { caseIds } = await aRound([one, other])
  const [own = '', theirs = ''] = caseIds
  const recordId = await anApprovedStatement(other, theirs, 'Hemligt om Kvastensjö.')
  await dispatch(other, theirs, recordId)
  assert.match(await deskSays(one.officer, own), /Hemligt om Kvastensjö/)
  const registrarId = await aColleague(world, other.board, 'registrar')

  await markedRecord(world, { ...other.board, registrarId }, recordId)
  assert.doesNotMatch(await deskSays(one.officer, own), /Hemligt om Kvastensjö/)
})

test('B-07 an answer in a case that is marked since is not on the desk of another board', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const { caseIds } = await aRound([one, other])
  const [own = '', theirs = ''] = caseIds
  await dispatch(other, theirs, await anApprovedStatement(other, theirs, 'Dolt om Kvastensjö.'))
  assert.match(await deskSays(one.officer, own), /Dolt om Kvastensjö/)

  const registrarId = await aColleague(world, other.board, 'registrar')
  await markedCase(world, { ...other.board, registrarId }, theirs)

  assert.doesNotMatch(await deskSays(one.officer, own), /Dolt om Kvastensjö/)
})

test('B-07 E-17 an earlier answer in a case that is marked since is found by those alone who may read the case, and noted', async () => {
  const answerer = await anAnswerer(world)
  const first = await aRound([answerer])
  const [before = ''] = first.caseIds
  await dispatch(answerer, before, await anApprovedStatement(answerer, before, 'Eget om samordningen i Kvastensjö.'))
  const { caseIds } = await aRound([answerer])
  const [now = ''] = caseIds
  const registrar = await as(world, await aColleague(world, answerer.board, 'registrar'))

  await hideCase(world, before)

  assert.doesNotMatch(await deskSays(answerer.officer, now), /Eget om samordningen/)
  assert.match(await deskSays(registrar, now), /Eget om samordningen/)
  const noted = (await readersOf(world, before)).map(({ personId, seenIn }) => [personId, seenIn])
  assert.deepEqual(noted, [[registrar.personId, 'answers']])
})

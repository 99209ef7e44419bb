import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, asking, worldOf } from '../../../test/support.ts'
import { jobs } from '../../app.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { aBody } from '../organisation/fixtures.ts'
import { markedRecord } from '../registry/fixtures.ts'
import { getCase, listLedger, listRecords } from '../registry/index.ts'
import { aDraft, anAnswerer, answerOf, aSender, sent, type TestSender } from './fixtures.ts'
import { faultsOfTurns, type Recipient } from './model.ts'
import { getRound, listRecipients } from './queries.ts'

const start = '2023-10-03T09:00:00+02:00'
const world = worldOf(start)

const recipientsOf = (roundId: string) => asking(world, (ctx) => listRecipients(ctx, roundId))
const why = 'Lagrådets fråga måste besvaras av bolaget först.'

type Out = {
  readonly sender: TestSender
  readonly roundId: string
  readonly first: Recipient
  readonly second: Recipient
}

/** A company that is asked first, and a board that waits for it. */
async function inTwoTurns(): Promise<Out> {
  world.now = new Date(start)
  const company = await aBody(world.db, { kind: 'company', authorityId: null, name: 'Bolaget först AB' })
  const { board } = await anAnswerer(world, { name: 'senare nämnden' })
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [company, board.bodyId])
  const asked = await recipientsOf(roundId)
  const [first, second] = [company, board.bodyId].map((id) => asked.find(({ bodyId }) => bodyId === id))
  assert.ok(first !== undefined && second !== undefined)
  return { sender, roundId, first, second }
}

function chosen({ first, second }: Out) {
  return { reason: why, days: ['2023-11-10', '2023-12-20'], turns: { [first.id]: 1, [second.id]: 2 } }
}

/** The same, sent to the first. */
async function firstSent(): Promise<Out> {
  const out = await inTwoTurns()
  const { officer } = out.sender
  assert.equal((await officer.api(`/referrals/${out.roundId}/turns`, chosen(out), 'PUT')).status, 204)
  await answerOf(await officer.api(`/referrals/${out.roundId}/send`, {}), sent)
  return out
}

async function answered({ sender, roundId, first }: Out): Promise<void> {
  const said = { decidedBy: 'company', stance: 'support' }
  const reply = await sender.officer.api(`/referrals/${roundId}/recipients/${first.id}/answer`, said)
  assert.equal(reply.status, 200, await reply.text())
}

const lookAtTurns = () => jobs['referral.send-turns']?.(world.caller(), {})
const flat = (words: string) => words.replaceAll(/\s+/g, ' ')

async function historyOf({ sender }: Out) {
  return asking(world, (ctx) => listLedger(ctx, sender.theCase.id))
}

test('I-06 an order needs a written reason, somebody in each turn, and days that come after one another', () => {
  const good = { reason: why, days: ['2023-11-10', '2023-12-20'], turns: [1, 2, 2], answerBy: '2023-12-29' }
  const today = '2023-10-03'

  assert.deepEqual(faultsOfTurns(good, today), {})
  assert.match(faultsOfTurns({ ...good, reason: null }, today)['reason'] ?? '', /varför några svar måste inväntas/)
  assert.match(faultsOfTurns({ ...good, turns: [1, 1] }, today)['days.1'] ?? '', /Ingen är vald i omgång 2/)
  assert.match(faultsOfTurns({ ...good, turns: [1, 3] }, today)['days.1'] ?? '', /Ingen är vald i omgång 2/)
  assert.match(faultsOfTurns({ ...good, days: [null, '2023-12-20'] }, today)['days.0'] ?? '', /Välj sista svarsdag/)
  assert.match(faultsOfTurns({ ...good, days: ['2023-10-03', '2023-12-20'] }, today)['days.0'] ?? '', /kommande dag/)
  assert.match(faultsOfTurns({ ...good, days: ['2023-12-20', '2023-12-20'] }, today)['days.1'] ?? '', /den förra/)
  assert.match(faultsOfTurns({ ...good, days: ['2023-11-10', '2024-01-05'] }, today)['days.1'] ?? '', /slutar efter/)
})

test('I-06 what is wrong with the order is said at its field, and the person’s own words come back', async () => {
  const out = await inTwoTurns()
  const { officer } = out.sender
  const path = `/remisser/${out.roundId}`

  const before = await (await officer.get(path)).text()
  const refused = await officer.post(`${path}/turordning`, { reason: '', 'days.0': '2023-11-10', 'days.1': '' })
  const words = await refused.text()
  const other = await officer.api(
    `/referrals/${out.roundId}/turns`,
    { ...chosen(out), turns: { [out.roundId]: 2 } },
    'PUT',
  )
  const kept = await officer.post(`${path}/turordning`, {
    ...{ reason: why, 'days.0': '2023-11-10', 'days.1': '2023-12-20', 'days.2': '' },
    ...{ [`turns.${out.first.id}`]: '1', [`turns.${out.second.id}`]: '2' },
  })
  const after = await (await officer.get(path)).text()
  const round = await asking(world, (ctx) => getRound(ctx, out.roundId))
  await officer.post(`${path}/turordning`, { atOnce: 'ja' })
  const atOnce = await asking(world, (ctx) => getRound(ctx, out.roundId))

  assert.match(before, /Var och en får ett eget ärende, samtidigt[^]*Alla får remissen samtidigt/)
  assert.deepEqual([refused.status, other.status, kept.status], [422, 422, 303])
  assert.match(words, /Skriv varför några svar måste inväntas/)
  assert.match(words, /value="2023-11-10"/)
  assert.match(after, /Skäl: Lagrådets fråga/)
  assert.match(after, /Var och en får ett eget ärende, när det är dess tur/)
  assert.match(after, /1 instans får remissen nu, i omgång 1 av 2/)
  assert.deepEqual(
    round.inTurn?.turns.map(({ answerBy }) => answerBy),
    ['2023-11-10', '2023-12-20'],
  )
  assert.equal(atOnce.inTurn, null)
  assert.deepEqual([...new Set((await recipientsOf(out.roundId)).map(({ turn }) => turn))], [1])
})

test('I-06 only the first turn is asked; letter, page and history say why, and nobody who waits can answer or be reminded', async () => {
  const out = await firstSent()
  const { officer, theCase } = out.sender

  const [first, second] = [out.first, out.second].map(({ id }) => id)
  const asked = await recipientsOf(out.roundId)
  const now = asked.find(({ id }) => id === first)
  const later = asked.find(({ id }) => id === second)
  const letter = await officer.get(`/remisser/${out.roundId}/missiv.pdf`)
  const words = flat(await textOfPdf(new Uint8Array(await letter.arrayBuffer())))
  const page = await (await officer.get(`/remisser/${out.roundId}`)).text()
  const entered = await officer.api(`/referrals/${out.roundId}/recipients/${second}/answer`, {
    ...{ decidedBy: 'board', stance: 'support' },
  })
  const reminded = await officer.api(`/referrals/${out.roundId}/reminders`, { recipientIds: [second] })
  await officer.api(`/referrals/${out.roundId}/corrections`, { what: 'Bilaga 2 saknades.' })
  const history = await (await officer.get(`/arenden/${theCase.referenceNumber}/historik`)).text()

  assert.deepEqual([now?.stage, now?.answerBy, now?.isExtended], ['outside', '2023-11-10', false])
  assert.deepEqual([later?.stage, later?.caseId, later?.answerBy], ['in_turn', null, null])
  assert.match(words, /Svaret ska ha kommit in senast 2023-11-10/)
  assert.match(words, /i tur och ordning, i omgångar\. Skäl: Lagrådets fråga/)
  assert.match(words, /Senare nämnden, omgång 2/)
  assert.match(page, /1 inte tillfrågad än/)
  assert.match(page, /svar väntas från Bolaget först AB/)
  assert.deepEqual([entered.status, reminded.status], [409, 422])
  assert.match(history, /omgång 1 av 2[^]*i tur och ordning, skäl: Lagrådets fråga/)
  const out2 = (await asking(world, (ctx) => listRecords(ctx, theCase.id))).filter(
    ({ direction }) => direction === 'out',
  )
  assert.equal(out2.length, 2)
})

test('I-06 when all that were awaited have answered the next turn goes by itself, registered on both sides, with what they answered', async () => {
  const out = await firstSent()

  await lookAtTurns()
  const waiting = (await recipientsOf(out.roundId)).find(({ id }) => id === out.second.id)
  world.now = new Date('2023-11-08T10:00:00+01:00')
  await answered(out)
  const queued = await looksQueued()
  await lookAtTurns()
  await lookAtTurns()

  const second = (await recipientsOf(out.roundId)).find(({ id }) => id === out.second.id)
  const theirs = await asking(world, (ctx) => getCase(ctx, second?.caseId ?? ''))
  const records = await asking(world, (ctx) => listRecords(ctx, theirs.id))
  const history = await historyOf(out)
  assert.equal(waiting?.askedAt, null)
  assert.equal(queued, 1)
  assert.deepEqual([second?.stage, second?.answerBy, theirs.dueOn], ['received', '2023-12-20', '2023-12-20'])
  assert.equal(theirs.counterpart, out.sender.theCase.referenceNumber)
  assert.deepEqual(
    records.map(({ kind }) => kind),
    ['cover_letter', 'proposal', 'decision', 'statement'],
  )
  assert.equal(records[0]?.originRecordId, second?.outRecordId)
  const facts = history.filter(({ event }) => event === 'referral.turn-sent').map((entry) => entry.facts)
  assert.deepEqual(
    facts.map(({ turn, missing, byItself }) => ({ turn, missing, byItself })),
    [{ turn: 2, missing: [], byItself: true }],
  )
})

/** How many looks at the turns are queued. */
async function looksQueued(): Promise<number> {
  const { rows } = await sql`select from graphile_worker.jobs where task_identifier = 'referral.send-turns'`.execute(
    world.db,
  )
  return rows.length
}

test('I-06 the sender sends the next turn without waiting: what is missing is said, and another day may be given', async () => {
  const out = await firstSent()
  const { officer, theCase } = out.sender
  world.now = new Date('2023-12-21T10:00:00+01:00')

  const page = await (await officer.get(`/remisser/${out.roundId}`)).text()
  const past = await officer.post(`/remisser/${out.roundId}/omgang`, {})
  const pressed = await officer.post(`/remisser/${out.roundId}/omgang`, { answerBy: '2024-01-20' })
  const again = await officer.api(`/referrals/${out.roundId}/next-turn`, {})
  const second = (await recipientsOf(out.roundId)).find(({ id }) => id === out.second.id)
  const history = await (await officer.get(`/arenden/${theCase.referenceNumber}/historik`)).text()

  assert.match(page, /utan svar från Bolaget först AB/)
  assert.deepEqual([past.status, pressed.status, again.status], [422, 303, 409])
  assert.equal(second?.answerBy, '2024-01-20')
  assert.equal(second?.isExtended, false)
  assert.match(history, /Omgång 2 av remissen[^]*utan svar från Bolaget först AB/)
})

test('I-06 a turn whose day has passed waits for its sender and stands in the work list; a closed round asks nobody more', async () => {
  const out = await firstSent()
  const { officer } = out.sender
  world.now = new Date('2023-12-20T10:00:00+01:00')
  await answered(out)
  await lookAtTurns()

  const second = (await recipientsOf(out.roundId)).find(({ id }) => id === out.second.id)
  const page = await (await officer.get(`/remisser/${out.roundId}`)).text()
  const work = await (await officer.get('/')).text()
  await officer.api(`/referrals/${out.roundId}/close`, {})
  const next = await officer.api(`/referrals/${out.roundId}/next-turn`, { answerBy: '2024-02-01' })
  const closed = (await historyOf(out)).find(({ event }) => event === 'referral.closed')

  assert.equal(second?.stage, 'in_turn')
  assert.match(page, /inte längre en kommande dag/)
  assert.match(work, /Skicka omgång 2: /)
  assert.equal(next.status, 409)
  assert.match(page, /Senare nämnden har inte tillfrågats, och gör det inte om remissen avslutas nu/)
  assert.deepEqual([closed?.facts['answered'], closed?.facts['silent']], [1, []])
  assert.deepEqual(closed?.facts['notAsked'], ['senare nämnden'])
  const history = await (await officer.get(`/arenden/${out.sender.theCase.referenceNumber}/historik`)).text()
  assert.match(history, /avslutades med 1 svar; 0 har inte svarat; 1 tillfrågades aldrig/)
})

test('I-06 the letter of one that waits for its turn is a draft, for its sender alone', async () => {
  const out = await firstSent()
  const { officer } = out.sender
  const reader = await anAnswerer(world)
  const path = `/remisser/${out.roundId}`
  const waiting = `${path}/missiv.pdf?till=${out.second.id}`

  const theirs = await reader.officer.get(waiting)
  const draft = await officer.get(waiting)
  const words = flat(await textOfPdf(new Uint8Array(await draft.arrayBuffer())))
  const page = await (await officer.get(path)).text()
  const readers = await (await reader.officer.get(path)).text()

  assert.deepEqual([theirs.status, draft.status], [404, 200])
  assert.match(words, /UTKAST/i)
  assert.match(words, /senast 2023-12-20/)
  assert.match(page, new RegExp(`till=${out.second.id}[^]*?omgång 2, inte skickad`))
  assert.ok(readers.includes(`till=${out.first.id}`) && !readers.includes(`till=${out.second.id}`))
})

test('I-06 a document that is marked as secret stops the next turn: the page and the sender’s work list say why', async () => {
  const out = await firstSent()
  const { officer, board, proposalId } = out.sender
  world.now = new Date('2023-11-08T10:00:00+01:00')
  const path = `/remisser/${out.roundId}`

  const before = await (await officer.get(path)).text()
  await markedRecord(world, board, proposalId, {})
  await answered(out)
  await lookAtTurns()
  const page = await (await officer.get(path)).text()
  const work = await (await officer.get('/')).text()
  const pressed = await officer.api(`/referrals/${out.roundId}/next-turn`, {})
  const second = (await recipientsOf(out.roundId)).find(({ id }) => id === out.second.id)

  assert.match(before, /data-confirm="Skicka omgång 2 till 1 instans nu\?/)
  assert.match(page, /Omgång 2 skickas inte av sig själv\.[^<]*sekretessmarkerad/)
  assert.doesNotMatch(page, /skickas av sig själv strax|Skicka omgång 2 nu/)
  assert.match(work, /Skicka omgång 2: [^]*?har sekretessmarkerats/)
  assert.deepEqual([second?.stage, pressed.status], ['in_turn', 409])
})

test('I-06 one that closes its case without an answer is not waited for: the next turn goes by itself, without its answer', async () => {
  world.now = new Date(start)
  const { board: quiet } = await anAnswerer(world, { name: 'tysta nämnden' })
  const { board: later } = await anAnswerer(world, { name: 'väntande nämnden' })
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [quiet.bodyId, later.bodyId])
  const idOf = async (bodyId: string) => (await recipientsOf(roundId)).find((one) => one.bodyId === bodyId)
  const turns = { [(await idOf(quiet.bodyId))?.id ?? '']: 1, [(await idOf(later.bodyId))?.id ?? '']: 2 }
  const order = { reason: why, days: ['2023-11-10', '2023-12-20'], turns }
  assert.equal((await sender.officer.api(`/referrals/${roundId}/turns`, order, 'PUT')).status, 204)
  await answerOf(await sender.officer.api(`/referrals/${roundId}/send`, {}), sent)

  await lookAtTurns()
  const waiting = await idOf(later.bodyId)
  const registrar = await as(world, quiet.registrarId)
  const closed = await registrar.api(`/cases/${(await idOf(quiet.bodyId))?.caseId}/close`, {})
  await lookAtTurns()

  const got = await idOf(later.bodyId)
  const records = await asking(world, (ctx) => listRecords(ctx, got?.caseId ?? ''))
  assert.deepEqual([waiting?.stage, closed.status, got?.stage], ['in_turn', 200, 'received'])
  assert.deepEqual(
    records.map(({ kind }) => kind),
    ['cover_letter', 'proposal', 'decision'],
  )
})

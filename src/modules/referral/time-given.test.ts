import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, collide, worldOf, type Knocking } from '../../../test/support.ts'
import { jobs } from '../../app.ts'
import { aColleague } from '../registry/fixtures.ts'
import { getCase, listLedger } from '../registry/index.ts'
import {
  aBoardDecision,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  anAskedBoard,
  answerOf,
  aSentRound,
  draftAnswer,
} from './fixtures.ts'
import { findRecipient, listExtensions, listRecipients } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const want = { wantedOn: '2024-01-19', reason: 'Nämnden sammanträder först den 16 januari.' }

test('everyone who has not answered can be given a new day at once, and a request that waits is thereby granted', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(world, [one.board.bodyId, other.board.bodyId])
  const caseId = round.recipients.find(({ caseId: id }) => id !== null)?.caseId ?? ''
  const asker = (await asking(world, (ctx) => getCase(ctx, caseId))).authorityId === one.board.authorityId ? one : other
  await asker.officer.api(`/cases/${caseId}/referral-answer/more-time`, want)

  const reply = await round.officer.api(`/referrals/${round.roundId}/extensions`, {
    recipientIds: ['everyone'],
    until: '2024-01-31',
    ground: 'Många nämnder sammanträder först i januari.',
  })
  const twice = await round.officer.api(`/referrals/${round.roundId}/extensions`, {
    recipientIds: ['everyone'],
    until: '2024-01-31',
    ground: 'En gång till.',
  })

  assert.deepEqual([reply.status, twice.status], [200, 422])
  const recipients = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  assert.deepEqual(
    recipients.map(({ answerBy }) => answerBy),
    ['2024-01-31', '2024-01-31'],
  )
  const extensions = await asking(world, (ctx) => listExtensions(ctx, { roundId: round.roundId }))
  assert.deepEqual(
    extensions.map(({ state }) => state),
    ['granted', 'granted'],
  )
})

test('I-32 a day given to everyone shortens nobody’s time and grants no less than was asked; one that is named may get less', async () => {
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(world, [one.board.bodyId, other.board.bodyId])
  const [longer, asker] = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const give = (recipientIds: readonly string[], until: string) =>
    round.officer.api(`/referrals/${round.roundId}/extensions`, { recipientIds, until, ground: 'Skäl.' })
  const days = async () => {
    const recipients = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
    return [longer, asker].map((who) => recipients.find(({ id }) => id === who?.id)?.answerBy)
  }
  const states = async () => {
    const extensions = await asking(world, (ctx) => listExtensions(ctx, { roundId: round.roundId }))
    const who = (id: string) => (id === asker?.id ? 'asker' : 'longer')
    return extensions.map(({ recipientId, state, until }) => `${who(recipientId)} ${state} ${until ?? ''}`).toSorted()
  }
  const askingCase = await asking(world, (ctx) => getCase(ctx, asker?.caseId ?? ''))
  const officer = askingCase.authorityId === one.board.authorityId ? one.officer : other.officer
  await officer.api(`/cases/${askingCase.id}/referral-answer/more-time`, { ...want, wantedOn: '2024-01-30' })
  await give([longer?.id ?? ''], '2024-01-31')

  const all = await answerOf(await give(['everyone'], '2024-01-15'), z.object({ recipients: z.number() }))
  const [after, waits] = [await days(), await states()]
  const none = await give(['everyone'], '2024-01-10')
  const named = await give([longer?.id ?? '', asker?.id ?? ''], '2024-01-08')

  assert.equal(all.recipients, 1)
  assert.deepEqual(after, ['2024-01-31', '2024-01-15'])
  assert.deepEqual(waits, ['asker asked ', 'asker granted 2024-01-15', 'longer granted 2024-01-31'])
  assert.deepEqual([none.status, named.status], [422, 200])
  assert.match(await none.text(), /eller längre/)
  assert.deepEqual(await days(), ['2024-01-08', '2024-01-08'])
  assert.deepEqual((await states()).slice(0, 2), ['asker granted 2024-01-08', 'asker granted 2024-01-15'])
})

test('a board that answers while everyone is given time waits instead of stopping it, and neither is lost', async () => {
  const all = await anAskedBoard(world)
  const { answerer, caseId, round } = all
  const recordId = await anApprovedStatement(answerer, caseId)
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: '2023-12-19', recordIds: [recordId] })
  await anAdjustment(world, answerer, { ...decision, on: '2023-12-22' })
  const recipientId = (await asking(world, (ctx) => findRecipient(ctx, caseId)))?.id ?? ''
  const time = { recipientIds: [recipientId], until: '2024-01-31', ground: 'Skäl.' }

  const [sent, given] = await collide(world, 'referral.recipients', recipientId, [
    () => answerer.secretary.api(`/cases/${caseId}/referral-answer/dispatch`, {}),
    () => round.officer.api(`/referrals/${round.roundId}/extensions`, time),
  ])

  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.equal(sent?.status, 200)
  // Given before the answer came, or refused after it: never both at once.
  const extensions = await asking(world, (ctx) => listExtensions(ctx, { recipientId }))
  assert.deepEqual([given?.status, extensions.length].join(' '), given?.status === 200 ? '200 1' : '409 0')
})

test('I-17 the head who answers for the memo is told when more time is asked for, and no other; before there is a memo, the top head', async () => {
  const all = await anAskedBoard(world)
  const { answerer, caseId } = all
  const request = async () => {
    const reply = await answerer.officer.api(`/cases/${caseId}/referral-answer/more-time`, want)
    return (await answerOf(reply, z.object({ extensionId: z.string() }))).extensionId
  }
  const decide = (extensionId: string, how: object) =>
    all.round.officer.api(`/referrals/${all.round.roundId}/extensions/${extensionId}/decide`, how)
  const director = await as(world, await aColleague(world, answerer.board, 'head', 'Dag Direktör'))
  await world.db
    .updateTable('organisation.people')
    .set({ title: 'direktör' })
    .where('id', '=', director.personId)
    .execute()
  const lettersTo = async ({ personId }: Knocking) =>
    world.db
      .selectFrom('kernel.letters as l')
      .innerJoin('organisation.people as p', 'p.email', 'l.to_address')
      .select(['l.subject', 'l.body'])
      .where('p.id', '=', personId)
      .where('l.topic', 'in', ['referral.time-asked', 'post.digest'])
      .execute()
  const workOf = async (person: Knocking) => (await person.get('/')).text()

  await director.post('/jag/epost', { choice: 'digest' })
  const first = await request()
  const early = [(await lettersTo(director)).length, (await lettersTo(answerer.head)).length]
  world.now = new Date('2023-10-04T07:30:00+02:00')
  await jobs['post.digest']?.(world.caller(), {})
  const gathered = await lettersTo(director)
  await decide(first, { outcome: 'refused', ground: 'Beslutet kan inte vänta.' })
  await answerOf(await answerer.officer.api(`/cases/${caseId}/referral-answer/begin`, {}), z.unknown())
  const memo = await answerOf(await answerer.officer.api(`/cases/${caseId}/memo`), draftAnswer)
  const responsible = [{ name: 'Karin Ek', role: 'enhetschef', personId: answerer.head.personId }]
  const content = { ...memo.content, responsible, version: memo.version }
  await answerOf(await answerer.officer.api(`/drafts/${memo.draftId}/memo`, content), z.unknown())
  const second = await request()
  const letters = await lettersTo(answerer.head)
  const [waiting, others] = [await workOf(answerer.head), await workOf(director)]
  const history = await asking(world, (ctx) => listLedger(ctx, caseId))
  await decide(second, { outcome: 'granted', until: '2024-01-12', ground: 'Det hinner vänta.' })

  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.deepEqual([...early, gathered.length], [0, 0, 1])
  assert.match(gathered[0]?.body ?? '', /Längre svarstid begärd[^]*har begärt svarstid till fre 19 jan 2024/)
  assert.deepEqual([letters.length, (await lettersTo(director)).length], [1, 1])
  assert.match(letters[0]?.subject ?? '', /^Längre svarstid begärd: [A-Z0-9]+-2023-\d+ /)
  assert.match(letters[0]?.body ?? '', /senast fre 19 jan 2024[^]*Skäl: Nämnden sammanträder först den 16 januari\./)
  assert.match(letters[0]?.body ?? '', /kraftsam:\/arenden\/[^ ]*\/remiss#svarstid/)
  assert.match(waiting, /Längre svarstid begärd/)
  assert.doesNotMatch(others, /Längre svarstid begärd/)
  assert.doesNotMatch(await workOf(answerer.head), /Längre svarstid begärd/)
  assert.deepEqual(
    history.filter(({ event }) => event === 'referral.extension-asked').map(({ facts }) => facts['heads']),
    [['Dag Direktör'], ['Karin Ek']],
  )
})

/** What is left in the compilation of an answer whose statement has been marked as secret. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { wordsIn } from '../../kernel/documents/fixtures.ts'
import { aDecidedAnswer, answerOf, aVisitor, days, decidedText } from '../referral/fixtures.ts'
import { listAnswers, replaceAnswer, type GivenAnswer } from '../referral/index.ts'
import { getRecipient, getRound } from '../referral/queries.ts'
import { markedRecord, provision, stepping } from '../registry/fixtures.ts'
import { compilationPaper } from './papers.ts'
import { sheetsOf } from './model.ts'
import { getCompilation } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const reservations = 'V reserverar sig mot takten.'

/** A round with one answer that has come in, and been marked as secret at the sender since. */
async function aMarkedAnswer() {
  const asked = await aDecidedAnswer(world, { reservations, adjustedOn: days.adjustedOn })
  await answerOf(await asked.answerer.officer.api(`/cases/${asked.caseId}/referral-answer/dispatch`, {}), z.unknown())
  const [answer] = await asking(world, (ctx) => listAnswers(ctx, asked.round.roundId))
  assert.equal(answer?.isMarked, false)
  await markedRecord(world, asked.round.board, answer?.statementRecordId ?? '')
  return { ...asked, recipientId: answer?.recipientId ?? '', registrar: await as(world, asked.round.board.registrarId) }
}

/** What is sent in its place. */
const given: GivenAnswer = {
  ...{ stance: 'oppose', decidedBy: 'board', decidedOn: '2023-12-19', paragraph: '130', parts: [] },
  ...{ reservations: null, statementRecordId: null },
}

const hidden = new RegExp(`${decidedText.slice(0, 40)}|${reservations}|Tillstyrker`)

test('B-04 J-08 the words of a marked statement stand nowhere but in its record: no page, no door, no file, whoever asks', async () => {
  const { round, registrar, recipientId } = await aMarkedAnswer()
  const at = `/remisser/${round.roundId}`
  const pages = ['?vy=matris', '?vy=fraga&fraga=2', '?vy=instans', `?vy=instans&instans=${recipientId}`]
  const paths = [
    ...pages.map((page) => `${at}/sammanstallning${page}`),
    ...[at, `${at}/svar/${recipientId}`, `${at}/uppfoljning.csv`],
    ...['answers', 'compilation', ''].map((door) => `/api/v1/referrals/${round.roundId}/${door}`.replace(/\/$/, '')),
  ]

  for (const who of [await aVisitor(world), round.officer, registrar])
    for (const path of paths) {
      const reply = await who.get(path)
      assert.equal(reply.status, 200, path)
      assert.doesNotMatch(await reply.text(), hidden, path)
    }

  const compiled = await asking(world, (ctx) => getCompilation(ctx, round.roundId))
  const written = [
    ...wordsIn(compilationPaper(compiled, '2024-01-08')),
    JSON.stringify(sheetsOf(compiled, '2024-01-08')),
  ]
  assert.doesNotMatch(written.join(' '), hidden)
})

test('B-05 B-08 I-27 that it came in, its number and the provision stand in the compilation, which is registered without it', async () => {
  const { round, registrar } = await aMarkedAnswer()

  const page = await (await registrar.get(`/remisser/${round.roundId}/sammanstallning`)).text()
  const compiled = await asking(world, (ctx) => getCompilation(ctx, round.roundId))
  const seenByAll = await asking(
    world,
    (ctx) => getCompilation(ctx, round.roundId),
    await actorOf(world, (await aVisitor(world)).personId),
  )
  const registered = await registrar.api(`/referrals/${round.roundId}/compilation`, {})

  assert.match(page, /1 tillfrågade, 1 besvarade, 0 kvar[^]*1 yttrande är sekretessmarkerat och återges inte här/)
  const number = compiled.rows[0]?.answer?.marked?.recordNumber ?? ''
  assert.match(number, /^2023:\d+$/)
  const written = wordsIn(compilationPaper(compiled, '2024-01-08')).join(' ')
  assert.ok(written.includes(`handling ${number}, ${provision.replace(' § ', ' ')}`), written)
  assert.equal(seenByAll.contentHash, compiled.contentHash)
  assert.deepEqual(compiled.notIntact, [])
  assert.equal(registered.status, 200, await registered.clone().text())
})

test('B-06 I-25 reservations in a marked extract are said to stand there, in the compilation and on the answer’s page', async () => {
  const asked = await aDecidedAnswer(world, { reservations, adjustedOn: days.adjustedOn })
  await answerOf(await asked.answerer.officer.api(`/cases/${asked.caseId}/referral-answer/dispatch`, {}), z.unknown())
  const [before] = await asking(world, (ctx) => listAnswers(ctx, asked.round.roundId))
  const unmarked = await asking(world, (ctx) => getCompilation(ctx, asked.round.roundId))
  await markedRecord(world, asked.round.board, before?.extractRecordId ?? '')

  const [answer] = await asking(world, (ctx) => listAnswers(ctx, asked.round.roundId))
  const { rows } = await asking(world, (ctx) => getCompilation(ctx, asked.round.roundId))

  const said = 'Reservationerna står i ett protokollsutdrag som är sekretessmarkerat.'
  assert.equal(unmarked.rows[0]?.answer?.reservations, reservations)
  assert.deepEqual([answer?.reservations, rows[0]?.answer?.reservations], [said, said])
})

test('I-29 the content hash of what was registered before stands: an answer has its facts in the same order', async () => {
  const asked = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })
  await answerOf(await asked.answerer.officer.api(`/cases/${asked.caseId}/referral-answer/dispatch`, {}), z.unknown())

  const { rows } = await asking(world, (ctx) => getCompilation(ctx, asked.round.roundId))

  assert.deepEqual(Object.keys(rows[0]?.answer ?? {}), [
    ...['id', 'stance', 'decidedBy', 'decidedOn', 'paragraph', 'reservations', 'isLate', 'arrivedOn'],
    ...['statementRecordId', 'extractRecordId'],
  ])
})

test('J-08 the database itself keeps the parts of a marked answer from one without need, and gives them to one who has it', async () => {
  const { round, registrar } = await aMarkedAnswer()
  const parts = async (personId: string) =>
    asking(
      world,
      async (ctx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from referral.answer_parts p
          join referral.answers a on a.id = p.answer_id join referral.recipients x on x.id = a.recipient_id
          where x.round_id = ${round.roundId}`.execute(ctx.db)
        return rows[0]?.n
      },
      await actorOf(world, personId),
    )

  assert.equal(await parts((await aVisitor(world)).personId), 0)
  assert.ok(((await parts(registrar.personId)) ?? 0) > 0)
})

test('J-08 B-04 an answer is not replaced by one who may not read what would be replaced, and loses nothing when another does', async () => {
  const { round, registrar, recipientId } = await aMarkedAnswer()
  const replace = (personId: string) =>
    stepping(world, personId, async (ctx) =>
      replaceAnswer(
        ctx,
        { round: await getRound(ctx, round.roundId), recipient: await getRecipient(ctx, recipientId) },
        given,
      ),
    )
  await assert.rejects(replace(round.officer.personId), /sekretessmarkerat/)
  await replace(registrar.personId)

  const kept = await world.db
    .selectFrom('referral.earlier_answers')
    .select('answer')
    .where('recipient_id', '=', recipientId)
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(kept.answer), new RegExp(decidedText.slice(0, 40)))
})

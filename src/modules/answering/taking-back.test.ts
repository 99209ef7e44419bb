import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { answerOf } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { markedRecord } from '../registry/fixtures.ts'
import { aLinkedCompany, aWriter, stateOf } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]

test('what a writer takes back on the page where it was written is taken back, and is not handed in', async () => {
  const company = await aLinkedCompany(world)
  const { holder, questions } = company
  const personId = await aWriter(holder)
  const page = { sheet: randomUUID(), seen: {} }
  const question = questions[1] ?? ''
  const send = (verb: 'save' | 'submit', words: string) =>
    holder.api(`/people/${personId}/${verb}`, {
      ...page,
      answers: [{ questionId: question, text: words }],
      outside: 'Detta står kvar.',
    })
  await send('save', 'Ett tal som var fel.')

  await send('save', '')
  const handedIn = await send('submit', '')

  assert.equal(handedIn.status, 200, await handedIn.clone().text())
  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  assert.deepEqual(
    answer?.parts.map(({ plain }) => plain),
    ['Detta står kvar.'],
  )
})

test('a program that does not say which page it is takes nothing back that it left out', async () => {
  const { holder, questions } = await aLinkedCompany(world)
  const personId = await aWriter(holder)
  const answersWith = (words: string) => [{ questionId: questions[1], text: words }]
  await holder.api(`/people/${personId}/save`, { answers: answersWith('Ord.') })

  await holder.api(`/people/${personId}/save`, { answers: answersWith('') })

  assert.match(JSON.stringify((await stateOf(holder)).cells), /Ord\./)
})

test('a page that was refused goes on from what it had seen: what another wrote meanwhile is not overwritten', async () => {
  const { holder, questions } = await aLinkedCompany(world)
  const anna = await aWriter(holder)
  const bo = await aWriter(holder, 'Bo Ek', 'utredare')
  const form = await (await holder.get(`/skriv/${anna}`)).text()
  const sheet = hidden(form, 'sheet') ?? ''
  await holder.api(`/people/${bo}/save`, { sheet: randomUUID(), seen: {}, outside: 'Bos ord.' })
  const fields = { sheet, 'answers.0.questionId': questions[1] ?? '', outside: 'Annas ord.', decidedOn: '2023-13-40' }

  const refused = await holder.post(`/skriv/${anna}`, fields)

  const back = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(back, /Annas ord\./)
  assert.deepEqual([hidden(back, 'sheet'), hidden(back, 'seen.outside')], [sheet, undefined])
  await holder.post(`/skriv/${anna}`, { ...fields, decidedOn: '' })
  const { cells, rivals } = await stateOf(holder)
  assert.match(JSON.stringify(cells), /Bos ord\./)
  assert.deepEqual(
    rivals.map(({ by, key }) => [by, key]),
    [['Anna Lind', 'outside']],
  )
})

test('B-08 B-09 a new version of an answer that has been marked is marked too, until somebody has tested it', async () => {
  const company = await aLinkedCompany(world)
  const receipt = z.object({ recordId: z.string() })
  const personId = await aWriter(company.holder)
  const first = await answerOf(await company.holder.api(`/people/${personId}/submit`, { outside: 'Först.' }), receipt)
  await markedRecord(world, company.round.board, first.recordId)

  await answerOf(await company.holder.api(`/people/${personId}/submit`, { outside: 'Dolt sedan.' }), receipt)

  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  assert.deepEqual([answer?.isMarked, answer?.parts], [true, []])
  assert.notEqual(answer?.statementRecordId, first.recordId)
})

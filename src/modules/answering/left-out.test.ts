import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { toText } from '../../kernel/rich-text.ts'
import { statementAnswer } from '../drafting/index.ts'
import { findAnswer } from '../referral/index.ts'
import { aLinkedCompany, aWriter, stateOf } from './fixtures.ts'
import { joined, unsaid } from './model.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const questions = [
  { kind: 'yes_no', text: 'Vill bolaget delta i samverkan?' },
  { kind: 'text', text: 'Vilka villkor ställer ni?', hangsOn: [0, 'yes'] },
]

test('what was written under a question that is not asked is not handed in, and the receipt says so', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Ett AB', questions)
  const { holder } = company
  const [first, second] = company.questions
  const personId = await aWriter(holder)
  const answers = [
    { questionId: first, yesNo: 'no' },
    { questionId: second, text: 'Villkor som inte längre gäller.' },
  ]

  const handedIn = await holder.api(`/people/${personId}/submit`, { answers })

  assert.equal(handedIn.status, 200, await handedIn.clone().text())
  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  assert.deepEqual(
    answer?.parts.map(({ items, text }) => [items.yesNo, toText(text)]),
    [['no', '']],
  )
  const receipt = await (await holder.get('/kvitto')).text()
  assert.match(receipt, /Det ni skrev under fråga 2 lämnades inte in\./)
  assert.doesNotMatch(receipt, /Villkor som inte längre gäller/)
  assert.match(JSON.stringify((await stateOf(holder)).cells), /Villkor som inte längre gäller/)
})

test('the sum is of what is handed in: what stands under a question that is not asked changes nothing', async () => {
  const { holder, questions: ids } = await aLinkedCompany(world, 'Bolaget Två AB', questions)
  const personId = await aWriter(holder)
  const handIn = (words: string) =>
    holder.api(`/people/${personId}/submit`, {
      sheet: '5f0c7c7e-6f0e-4a53-9d0c-0c3f5a1f6b10',
      answers: [
        { questionId: ids[0], yesNo: 'no' },
        { questionId: ids[1], text: words },
      ],
    })
  await handIn('Något.')
  await handIn('Något helt annat.')

  const [last, before] = (await stateOf(holder)).submissions

  assert.deepEqual([last?.version, before?.version, last?.digest], [2, 1, before?.digest])
})

test('an answer whose only words stand under a question that is not asked says nothing', async () => {
  const { holder, questions: ids } = await aLinkedCompany(world, 'Bolaget Tre AB', questions)
  const personId = await aWriter(holder)

  const refused = await holder.api(`/people/${personId}/submit`, {
    answers: [{ questionId: ids[1], text: 'Villkor.' }],
  })

  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Svaret är tomt/)
})

test('two answers that are put together have the files of both, also where the first had none', () => {
  const plan = { name: 'Plan.txt', mediaType: 'text/plain', sha256: 'a'.repeat(64), size: 14 }
  const map = { ...plan, name: 'Karta.txt', sha256: 'b'.repeat(64) }

  assert.deepEqual(joined({ body: null }, { body: null, files: [plan] }), { body: null, files: [plan] })
  assert.deepEqual(joined({ files: [map] }, { files: [plan, map] }), { files: [map, plan] })
})

test('I-20 a question that is not answered after all has no files left either', () => {
  const files = [{ name: 'Plan.txt', mediaType: 'text/plain', sha256: 'a'.repeat(64), size: 14 }]
  const answer = statementAnswer.parse({
    questionId: '00000000-0000-4000-8000-000000000001',
    number: 1,
    question: 'Vilka?',
    kind: 'file',
    files,
  })

  assert.equal(answer.files?.length, 1)
  assert.equal(unsaid(answer).files, undefined)
})

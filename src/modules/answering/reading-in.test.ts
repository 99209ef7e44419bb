import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { toText } from '../../kernel/rich-text.ts'
import { answerOf } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { aLinkedCompany, formOf, type TestLinked } from './fixtures.ts'
import { filledIn, textOfForm, type Filling } from './fixtures/word.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const shape = z.object({
  id: z.string(),
  coverage: z.object({ all: z.number(), inAnswer: z.number(), unplaced: z.number() }),
  passages: z.array(z.object({ position: z.number(), text: z.string(), to: z.string() })),
})

/** A file that came to the officer, read in. */
async function readIn(company: TestLinked, filling: Filling) {
  const { round, recipientId } = company
  const form = new FormData()
  form.append('files', new File([Uint8Array.from(filledIn(await formOf(company), filling))], 'svar.docx'))
  const ways = `/remisser/${round.roundId}/svar/${recipientId}/vagar/inlasning`
  const reply = await round.officer.send(ways, form)
  assert.equal(reply.status, 303, await reply.clone().text())
  const path = reply.headers.get('location') ?? ''
  const api = `/referrals/${round.roundId}/recipients/${recipientId}/readings/${path.split('/').at(-1)}`
  return { page: path, api, reading: await answerOf(await round.officer.api(api), shape) }
}

async function partsOf({ recipientId }: TestLinked) {
  return (await asking(world, (ctx) => findAnswer(ctx, recipientId)))?.parts ?? []
}

const conditional = [
  { kind: 'yes_no', text: 'Vill bolaget delta i samverkan?', isRequired: true },
  { kind: 'number', text: 'Med hur mycket?', unit: 'kronor', least: 10, most: 500, hangsOn: [0, 'yes'] },
  { kind: 'text', text: 'Vilka villkor ställer ni för det?', hangsOn: [0, 'yes'] },
]

test('the form says when a question is answered, that it must be and within what, as the letter does', async () => {
  const words = textOfForm(await formOf(await aLinkedCompany(world, 'Bolaget Ett AB', conditional)))

  assert.match(words, /Frågan måste besvaras\./)
  assert.match(words, /Besvara om svaret på fråga 1 är ”Ja”\. Talet ska vara minst 10 och högst 500\./)
})

test('what a form says is kept whole, also under a question that ought not to have been answered', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Två AB', conditional)
  const [first, second, third] = company.questions
  const { api, reading } = await readIn(company, {
    [`kraftsam:yesNo:${first}`]: ['Nej'],
    [`kraftsam:amount:${second}`]: ['40'],
    [`kraftsam:text:${third}`]: ['Vi vill ändå säga vilka villkoren vore.'],
  })

  const taken = await company.round.officer.api(`${api}/take`, {})

  assert.deepEqual([reading.coverage.inAnswer, reading.coverage.unplaced], [3, 0])
  assert.equal(taken.status, 200, await taken.clone().text())
  assert.deepEqual(
    (await partsOf(company)).map(({ questionId, items, text }) => [questionId, items.amount?.value, toText(text)]),
    [
      [first, undefined, ''],
      [second, 40, ''],
      [third, undefined, 'Vi vill ändå säga vilka villkoren vore.'],
    ],
  )
})

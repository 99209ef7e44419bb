import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf } from '../../../test/support.ts'
import { emptyText, toText } from '../../kernel/rich-text.ts'
import { answerOf } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { markedRecord, readersOf } from '../registry/fixtures.ts'
import { aLinkedCompany, formOf, type TestLinked } from './fixtures.ts'
import { filledIn, rewritten, textOfForm, type Filling } from './fixtures/word.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const shape = z.object({
  id: z.string(),
  coverage: z.object({ all: z.number(), inAnswer: z.number(), unplaced: z.number() }),
  passages: z.array(z.object({ position: z.number(), text: z.string(), to: z.string() })),
})

const control = (tag: string, words: string) =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:sdtContent></w:sdt>`

/** A file that came to the officer, read in; with more controls before the rest of it. */
async function readIn(company: TestLinked, filling: Filling, before = '') {
  const { round, recipientId } = company
  const filled = rewritten(filledIn(await formOf(company), filling), (xml) =>
    xml.replace('<w:body>', `<w:body>${before}`),
  )
  const form = new FormData()
  form.append('files', new File([Uint8Array.from(filled)], 'svar.docx'))
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

test('words of the file that fit no field do not shut the page: they stand without a place, or among the words', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Tre AB', [
    { kind: 'processes', text: 'Vilka processer har ni?' },
  ])
  const [first] = company.questions
  const long = 'lång '.repeat(900).trim()
  const { page, api, reading } = await readIn(company, {
    [`kraftsam:processes:${first}`]: [[long, 'Bolaget', 'Holma']],
    'kraftsam:whole.decidedOn': ['2023-02-30'],
    'kraftsam:whole.paragraph': ['§ 12, efter en lång diskussion som vi gärna berättar mer om'],
    'kraftsam:whole.reservations': ['Ord '.repeat(2000).trim(), 'Till '.repeat(1000).trim()],
  })

  const shown = await company.round.officer.get(page)
  const followed = await (await company.round.officer.get(`/remisser/${company.round.roundId}?visa=needs-me`)).text()
  const unplaced = reading.passages.filter(({ to }) => to === '')
  const places = unplaced.map(({ position }) => ({ position, to: 'outside' }))
  const taken = await company.round.officer.api(`${api}/take`, { places })

  assert.equal(shown.status, 200)
  assert.ok(followed.includes(`href="${page}">Ta in svaret: svar.docx<`))
  assert.deepEqual(
    unplaced.map(({ text }) => text),
    ['2023-02-30', '§ 12, efter en lång diskussion som vi gärna berättar mer om'],
  )
  assert.equal(taken.status, 200, await taken.clone().text())
  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  assert.match(toText(answer?.parts[0]?.text ?? emptyText), /^lång lång/)
  assert.match(answer?.reservations ?? '', /^Ord Ord/)
  assert.match(toText(answer?.parts.at(-1)?.text ?? emptyText), /2023-02-30[^]*§ 12[^]*Till Till/)
})

test('a field with one value takes the first, and what comes after is words: no two numbers become one', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Fyra AB', [
    { kind: 'number', text: 'Hur många platser har ni?' },
    { kind: 'yes_no', text: 'Vill ni delta i arbetet?' },
    { kind: 'choice', text: 'Vilken takt passar er?', options: ['Snabbt; redan i vår', 'Långsamt'] },
  ])
  const [number, yesNo, choice] = company.questions
  const first = `${control(`kraftsam:amount:${number}`, '12')}${control(`kraftsam:yesNo:${yesNo}`, 'Ja')}`
  const filling = {
    [`kraftsam:amount:${number}`]: ['40'],
    [`kraftsam:yesNo:${yesNo}`]: ['Nej'],
    [`kraftsam:chosen:${choice}`]: ['Snabbt; redan i vår'],
  }
  const { api, reading } = await readIn(company, filling, first)

  const taken = await company.round.officer.api(`${api}/take`, {})

  assert.equal(reading.coverage.unplaced, 0)
  assert.equal(taken.status, 200, await taken.clone().text())
  assert.deepEqual(
    (await partsOf(company)).map(({ items: { amount, yesNo: said, chosen }, text }) => [
      amount?.value ?? said ?? chosen,
      toText(text),
    ]),
    [
      [12, '40'],
      ['yes', 'Nej'],
      [['Snabbt; redan i vår'], ''],
    ],
  )
})

test('I-21 an answer that came in time is not late for being read in after the last day', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Fem AB')
  world.now = new Date('2023-12-29T15:00:00+01:00')
  const came = world.now
  const { api } = await readIn(company, { [`kraftsam:text:${company.questions[1]}`]: ['Vi svarar i tid.'] })
  world.now = new Date('2024-01-03T09:00:00+01:00')

  const taken = await company.round.officer.api(`${api}/take`, {})

  assert.equal(taken.status, 200, await taken.clone().text())
  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  assert.deepEqual([answer?.isLate, answer?.arrivedAt], [false, came])
})

test('B-04 J-08 E-17 a file that was read in is hidden with the statement it became, and whoever needs it is noted', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Dolda AB', conditional)
  const [first] = company.questions
  const { page, api } = await readIn(company, { [`kraftsam:yesNo:${first}`]: ['Nej'] })
  const { officer, board, theCase } = company.round
  const taken = await officer.api(`${api}/take`, {})
  assert.equal(taken.status, 200, await taken.clone().text())
  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  await markedRecord(world, board, answer?.statementRecordId ?? '')
  const registrar = await as(world, board.registrarId)
  const doors = [page, `${page}/fil`, `/api/v1${api}`]

  for (const door of doors) {
    assert.equal((await officer.get(door)).status, 404, door)
    assert.equal((await registrar.get(door)).status, 200, door)
  }

  const noted = (await readersOf(world, theCase.id)).map(({ personId, seenIn }) => [personId, seenIn])
  assert.deepEqual([...new Map(noted.map((one) => [one.join(' '), one])).values()], [[registrar.personId, 'answers']])
})

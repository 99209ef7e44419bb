import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { toText } from '../../kernel/rich-text.ts'
import { paperPdf } from '../../kernel/documents/index.ts'
import { aBody } from '../organisation/fixtures.ts'
import { answerOf, aSentRound } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { getRecord } from '../registry/index.ts'
import { aLinkedCompany, aWriter, formOf, linked, stateOf, type TestLinked } from './fixtures.ts'
import { fillingOf, said, typing } from './fixtures/one-answer.ts'
import { typedInLibreOffice } from './fixtures/libre-office.ts'
import { filledIn, rewritten, throughLibreOffice } from './fixtures/word.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const shape = z.object({
  id: z.string(),
  isOwnForm: z.boolean(),
  coverage: z.object({
    all: z.number(),
    inAnswer: z.number(),
    outside: z.number(),
    aside: z.number(),
    form: z.number(),
    unplaced: z.number(),
  }),
  passages: z.array(
    z.object({
      position: z.number(),
      text: z.string(),
      to: z.string(),
      from: z.string(),
      foundBy: z.string().nullable(),
    }),
  ),
})
type Read = z.output<typeof shape>

/** Uploads a file as the sender's officer and gives how it was read. */
async function readIn(company: TestLinked, bytes: Uint8Array, name = 'svar.docx'): Promise<Read> {
  const { round, recipientId } = company
  const form = new FormData()
  form.append('files', new File([Uint8Array.from(bytes)], name))
  const reply = await round.officer.send(`/remisser/${round.roundId}/svar/${recipientId}/vagar/inlasning`, form)
  assert.equal(reply.status, 303, await reply.clone().text())
  const readingId = (reply.headers.get('location') ?? '').split('/').at(-1)
  const path = `/referrals/${round.roundId}/recipients/${recipientId}/readings/${readingId}`
  return answerOf(await round.officer.api(path), shape)
}

/** The parts of the answer by question, with words and items. */
async function partsOf({ recipientId }: TestLinked) {
  const answer = await asking(world, (ctx) => findAnswer(ctx, recipientId))
  return (answer?.parts ?? []).map(({ stance, text, items }) => ({
    stance,
    words: toText(text),
    processes: items.processes.map(({ name, lead, where }) => [name, lead, where]),
  }))
}

async function take({ round, recipientId }: TestLinked, reading: Read, places: unknown = []) {
  const path = `/referrals/${round.roundId}/recipients/${recipientId}/readings/${reading.id}/take`
  return round.officer.api(path, { places })
}

test('a form that is filled in is read back whole, and the answer is registered as it came', async () => {
  const company = await aLinkedCompany(world)
  const filled = filledIn(await formOf(company), fillingOf(company.questions))

  const reading = await readIn(company, filled)
  const taken = await take(company, reading)

  assert.equal(reading.isOwnForm, true)
  assert.deepEqual([reading.coverage.unplaced, reading.coverage.outside], [0, 1])
  assert.equal(taken.status, 200, await taken.clone().text())
  assert.deepEqual(await partsOf(company), [
    {
      stance: 'none',
      words: '',
      processes: [
        ['Öppna skolgårdar', 'Bolaget', 'Holma'],
        ['Bovärdar', 'Bolaget', 'Lindängen'],
      ],
    },
    {
      stance: 'support_partly',
      words: 'Samordningen bör ligga nära invånarna.\n\nDet tar tid att bygga upp.',
      processes: [],
    },
    { stance: 'none', words: 'Barnens perspektiv saknas.', processes: [] },
  ])
  const answer = await asking(world, (ctx) => findAnswer(ctx, company.recipientId))
  assert.deepEqual([answer?.stance, answer?.decidedBy, answer?.decidedOn], ['support_partly', 'company', '2023-10-02'])
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.deepEqual(
    [record.direction, record.kind, record.files.map(({ name }) => name)],
    ['in', 'statement', ['svar.docx']],
  )
})

type Saved = { readonly company: TestLinked; readonly bytes: Uint8Array }

/** One form that is filled in in LibreOffice or saved by it in each way, and a company of the same round for each. */
async function saveInEachWay(): Promise<readonly Saved[]> {
  const bodies: string[] = []
  // Of one name, since the form has the name of the one who is asked among its own words.
  for (let count = 0; count < 4; count++)
    bodies.push(await aBody(world.db, { kind: 'company', name: 'Bostadsbolaget Exempel AB' }))
  const round = await aSentRound(world, bodies)
  const companies: TestLinked[] = []
  for (const { recipientId } of round.recipients) companies.push(await linked(world, round, recipientId))
  const [first = assert.fail('Nobody was asked')] = companies
  const form = await formOf(first)
  const filled = filledIn(form, fillingOf(first.questions))
  const files = [
    await typedInLibreOffice(form, typing),
    ...(await throughLibreOffice(filled, [['odt', 'docx'], ['pdf']])),
  ]
  return companies.map((company, at) => ({ company, bytes: files[at] ?? new Uint8Array() }))
}

let saving: Promise<readonly Saved[]> | undefined

/** Made by the first who asks: LibreOffice is slow to start. */
const savedAs = async (at: number) => (await (saving ??= saveInEachWay()))[at] ?? assert.fail('No such file')

for (const [at, way, name] of [
  [0, 'filled in and saved in LibreOffice', 'svar.docx'],
  [1, 'saved as OpenDocument', 'svar.odt'],
  [2, 'saved as OpenDocument and back', 'svar.docx'],
] as const)
  test(`a form ${way} is read back whole`, async () => {
    const { company, bytes } = await savedAs(at)

    const reading = await readIn(company, bytes, name)
    const taken = await take(company, reading)

    assert.equal(reading.coverage.unplaced, 0, JSON.stringify(reading.passages, null, 1))
    assert.equal(taken.status, 200, await taken.clone().text())
    const [first, second, outside] = await partsOf(company)
    assert.deepEqual(first?.processes, [
      ['Öppna skolgårdar', 'Bolaget', 'Holma'],
      ['Bovärdar', 'Bolaget', 'Lindängen'],
    ])
    // A new line in a field of LibreOffice is a line, in Word a paragraph.
    assert.deepEqual(
      [second?.stance, second?.words.split(/\n+/)],
      ['support_partly', ['Samordningen bör ligga nära invånarna.', 'Det tar tid att bygga upp.']],
    )
    assert.equal(outside?.words, 'Barnens perspektiv saknas.')
  })

test('a form turned into PDF is read by the questions, and every passage is there', async () => {
  const { company, bytes } = await savedAs(3)

  const reading = await readIn(company, bytes, 'svar.pdf')

  const all = reading.passages.map(({ text }) => text).join('\n')
  for (const words of said) assert.ok(all.includes(words), words)
  const [, second] = company.questions
  const placed = reading.passages.filter(({ to }) => to === `question.text.${second}`).map(({ text }) => text)
  assert.match(placed.join(' '), /Samordningen bör ligga nära invånarna\./)
})

test('a form without its controls, reworded and with words in between, loses nothing: what fits nowhere is placed by hand', async () => {
  const company = await aLinkedCompany(world)
  const [, second] = company.questions
  const damaged = rewritten(filledIn(await formOf(company), fillingOf(company.questions)), (xml) =>
    xml
      .replace(/<w:sdtPr>[^]*?<\/w:sdtPr>|<\/?w:sdt>|<\/?w:sdtContent>/g, '')
      .replace('2. Vad säger ni om samordningen?', 'Fråga 2: Vad säger ni egentligen om samordningen')
      .replace('<w:body>', '<w:body><w:p><w:r><w:t>Hej Ingrid, här kommer vårt svar.</w:t></w:r></w:p>'),
  )

  const reading = await readIn(company, damaged)
  const refused = await take(company, reading)
  const places = reading.passages
    .filter(({ to }) => to === '')
    .map(({ position }) => ({ position, to: 'aside', reason: 'Hälsning' }))
  const unsaid = await take(
    company,
    reading,
    places.map(({ position, to }) => ({ position, to })),
  )
  const taken = await take(company, reading, places)

  assert.equal(refused.status, 409)
  assert.deepEqual(
    reading.passages.filter(({ to }) => to === '').map(({ text }) => text),
    ['Hej Ingrid, här kommer vårt svar.'],
  )
  assert.equal(unsaid.status, 422)
  assert.equal(taken.status, 200, await taken.clone().text())
  const parts = await partsOf(company)
  assert.equal(parts[1]?.stance, 'support_partly')
  const whole = JSON.stringify(parts)
  for (const words of said) assert.ok(whole.includes(words), words)
  assert.ok(reading.passages.some(({ to, foundBy }) => to === `question.text.${second}` && foundBy === 'heading'))
})

test('a free answer as PDF is placed passage by passage, in the form and by keyboard alone', async () => {
  const company = await aLinkedCompany(world)
  const { round, recipientId, questions } = company
  const pdf = await paperPdf({
    kind: 'Brev',
    title: 'Svar',
    language: 'sv',
    sender: { organisation: 'Bolaget', unit: null },
    reference: null,
    head: [],
    blocks: ['Vi vill börja nära dem som bor i området och har gjort det länge.', 'Vi lägger ner sju projekt.'].map(
      (text) => ({ type: 'paragraph', text }),
    ),
    isDraft: false,
    footer: [],
  })
  const reading = await readIn(company, pdf, 'brev.pdf')
  const path = `/remisser/${round.roundId}/svar/${recipientId}/vagar/inlasning/${reading.id}`
  const fields = Object.fromEntries(
    reading.passages.flatMap(({ position, text }) => {
      const isAnswer = text.startsWith('Vi ')
      const place = {
        position: String(position),
        to: isAnswer ? `question.text.${questions[1]}` : 'aside',
        reason: 'Brevhuvud',
      }
      return Object.entries(place).map(([name, value]) => [`places.${position}.${name}`, value])
    }),
  )

  const page = await (await round.officer.get(path)).text()
  const saved = await round.officer.post(path, fields)
  const reply = await round.officer.post(`${path}/ta`, {
    ...fields,
    'whole.stance': 'support',
    'whole.decidedBy': 'company',
  })

  assert.match(page, /utan plats/)
  assert.deepEqual([saved.status, reply.status], [303, 303], await reply.clone().text())
  assert.deepEqual(
    (await partsOf(company)).map(({ words }) => words),
    ['Vi vill börja nära dem som bor i området och har gjort det länge.\n\nVi lägger ner sju projekt.'],
  )
  assert.match(await (await round.officer.get(path)).text(), /Filen är inläst/)
})

test('on the link a filled-in form goes into the answer, and what is written already is chosen between', async () => {
  const company = await aLinkedCompany(world)
  const { holder, token } = company
  const personId = await aWriter(holder)
  await holder.api(`/people/${personId}/save`, { outside: 'Skrivet på sidan.' })
  const bytes = filledIn(await formOf(company), fillingOf(company.questions))
  const form = new FormData()
  form.append('file', new File([Uint8Array.from(bytes)], 'svar.docx'))

  const read = await world.app.request(`/svar/${token}/skriv/${personId}/inlasning`, {
    method: 'POST',
    headers: { origin: 'http://localhost', host: 'localhost' },
    body: form,
  })
  const path = (read.headers.get('location') ?? '').replace(/^\/svar\/[^/]+/, '')
  const page = await (await holder.get(path)).text()
  const taken = await holder.post(`${path}/ta`)

  assert.equal(read.status, 303)
  assert.match(page, /Samordningen bör ligga nära invånarna/)
  assert.equal(taken.status, 303)
  const { cells, rivals } = await stateOf(holder)
  assert.deepEqual(
    rivals.map(({ key }) => key),
    ['outside'],
  )
  assert.match(JSON.stringify(cells), /Öppna skolgårdar[^]*Samordningen|Samordningen[^]*Öppna skolgårdar/)
})

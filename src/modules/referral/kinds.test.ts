import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { fromText, toText } from '../../kernel/rich-text.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { aBody } from '../organisation/fixtures.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { getRecord } from '../registry/index.ts'
import { aBoardDecision, aDraft, anAdjustment, anAskedBoard, answerOf, aSender, aSentRound, days } from './fixtures.ts'
import { sumOf, typedPart } from './model.ts'
import { listAnswers } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const everyKind = [
  { kind: 'text', text: 'Vad anser ni?' },
  { kind: 'stance', text: 'Var står ni?', isRequired: true },
  { kind: 'yes_no', text: 'Deltar ni?' },
  { kind: 'processes', text: 'Vad pågår?' },
  { kind: 'areas', text: 'Var behövs det mest?' },
  { kind: 'body', text: 'Vem bör samordna?' },
  { kind: 'number', text: 'Vad kostar det?', unit: 'kronor', least: '0', most: '1000000,5' },
  { kind: 'choice', text: 'Vilket spår?', options: 'Plats\nTema' },
  { kind: 'choices', text: 'Med vad bidrar ni?', options: ['Mark', 'Lokaler', 'Personal'] },
] as const

const values = [
  { text: 'Förslaget är bra.' },
  { stance: 'oppose', text: 'Tiden är för kort.' },
  { yesNo: 'partly', text: 'Om pengar följer med.' },
  { processes: [{ name: 'Skolköket', lead: 'Servicenämnden', where: 'Holma', period: '2023–2026' }] },
  { areas: [{ name: 'Holma', priority: 1, reason: 'Skolorna byggs om' }, 'Lindängen'], themes: ['Trygghet'] },
  { body: 'Tekniska nämnden', text: 'Den äger marken.' },
  { number: '1 250,5' },
  { chosen: 'Tema' },
  { chosen: ['Personal', 'Mark'] },
]

const idsOf = z.object({ content: z.object({ answers: z.array(z.object({ questionId: z.string() })) }) })

test('I-28 an answer of each kind goes from the form to the cell: the same values, on paper, and in the sum', async () => {
  const { round, answerer, caseId, at } = await anAskedBoard(world, everyKind)
  const { officer, head, secretary } = answerer
  await officer.post(`${at}/paborja`)
  const draft = await answerOf(
    await officer.api(`/cases/${caseId}/statement`),
    idsOf.extend({ draftId: z.string(), version: z.number() }),
  )
  const answers = values.map((value, index) => ({ ...draft.content.answers[index], ...value }))
  await answerOf(
    await officer.api(`/drafts/${draft.draftId}/statement`, {
      version: draft.version,
      title: 'Yttrande',
      stance: 'support',
      answers,
    }),
    z.unknown(),
  )
  const { submissionId } = await answerOf(
    await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] }),
    z.object({ submissionId: z.string() }),
  )
  await answerOf(await approveAsProgram(head, submissionId), z.unknown())
  const { recordId } = await answerOf(
    await officer.api(`/cases/${caseId}/statement`),
    z.object({ recordId: z.string() }),
  )
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })
  await secretary.post(`${at}/expediera`)

  const [answer] = await asking(world, (ctx) => listAnswers(ctx, round.roundId))
  const parts = answer?.parts ?? []
  assert.equal(parts.length, everyKind.length)
  assert.equal(parts[1]?.stance, 'oppose')
  assert.equal(parts[2]?.items.yesNo, 'partly')
  assert.deepEqual(parts[3]?.items.processes, values[3]?.processes)
  assert.deepEqual(parts[4]?.items.areas, ['Holma', 'Lindängen'])
  assert.deepEqual(parts[4]?.items.weighed, [{ of: 'area', name: 'Holma', priority: 1, reason: 'Skolorna byggs om' }])
  assert.equal(parts[5]?.items.body, 'Tekniska nämnden')
  assert.deepEqual(parts[6]?.items.amount, { value: 1250.5, unit: 'kronor' })
  assert.deepEqual(parts[7]?.items.chosen, ['Tema'])
  assert.deepEqual(parts[8]?.items.chosen, ['Mark', 'Personal'])
  for (const [index, part] of parts.entries()) {
    assert.equal(part.sha256, sumOf(part.plain, typedPart(everyKind[index]?.kind ?? null, part)))
    assert.equal(part.plain, toText(fromText(values[index]?.text ?? '')))
  }
  const received = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  const pdf = (await textOfPdf(await world.files.read(received.files[0]?.sha256 ?? ''))).replaceAll(/\s+/g, ' ')
  for (const words of [
    'Ståndpunkt: Avstyrker',
    'Svar: Delvis',
    'Skolköket',
    '2023–2026',
    'Skolorna byggs om',
    'Tekniska nämnden',
    'Svar: 1 250,5 kronor',
    'Tema',
    'Personal',
  ])
    assert.ok(pdf.includes(words), words)
  const page = await (
    await round.officer.get(`/remisser/${round.roundId}/svar/${round.recipients[0]?.recipientId}`)
  ).text()
  assert.match(page, /1\u00a0250,5 kronor/)
  assert.match(page, /Holma \(prioritet 1\): Skolorna byggs om; Lindängen/)
})

test('I-28 another typed value gives another sum, as another word does', () => {
  const none = { processes: [], areas: [], themes: [], weighed: [], body: null, yesNo: null, amount: null, chosen: [] }
  const yes = typedPart('yes_no', { stance: 'none', items: { ...none, yesNo: 'yes' } })
  const no = typedPart('yes_no', { stance: 'none', items: { ...none, yesNo: 'no' } })

  assert.notEqual(sumOf('Bra.', yes), sumOf('Bra.', no))
  assert.notEqual(
    typedPart('stance', { stance: 'support', items: none }),
    typedPart('stance', { stance: 'oppose', items: none }),
  )
  assert.equal(typedPart('text', { stance: 'support', items: none }), '')
})

test('I-05 the letter says how each question is answered, and which must be', async () => {
  const round = await aSentRound(world, [await aBody(world.db, { kind: 'company' })], everyKind)

  const reply = await round.officer.get(`/remisser/${round.roundId}/missiv.pdf`)

  const letter = (await textOfPdf(new Uint8Array(await reply.arrayBuffer()))).replaceAll(/\s+/g, ' ')
  for (const words of [
    'Frågan måste besvaras.',
    'Svara ja, delvis eller nej, och skriv varför.',
    'Svara med ett tal (kronor).',
    'Välj ett av svaren: Plats; Tema.',
    'Välj bland svaren: Mark; Lokaler; Personal.',
  ])
    assert.ok(letter.includes(words), words)
})

test('the answer of a body outside is entered with the fields of each kind, and written down as it was said', async () => {
  const bodyId = await aBody(world.db, { kind: 'company', name: 'Bostads AB' })
  const { officer, roundId, recipients } = await aSentRound(world, [bodyId], everyKind)
  const at = `/remisser/${roundId}/svar/${recipients[0]?.recipientId}`
  const form = await (await officer.get(at)).text()
  const ids = [...form.matchAll(/name="answers\.\d+\.questionId" value="([^"]+)"/g)].map(([, id = '']) => id)

  const reply = await officer.post(at, {
    stance: 'support',
    decidedBy: 'company',
    'answers.2.questionId': ids[2] ?? '',
    'answers.2.yesNo': 'yes',
    'answers.4.questionId': ids[4] ?? '',
    'answers.4.areas.0.name': 'Holma',
    'answers.4.areas.0.priority': '2',
    'answers.6.questionId': ids[6] ?? '',
    'answers.6.number': '12,5',
    'answers.8.questionId': ids[8] ?? '',
    'answers.8.chosen[]': ['Lokaler'],
  })

  assert.equal(reply.status, 303, await reply.text())
  const [answer] = await asking(world, (ctx) => listAnswers(ctx, roundId))
  assert.equal(ids.length, everyKind.length)
  assert.deepEqual(
    answer?.parts.map(({ items }) => [items.yesNo, items.areas, items.amount?.value ?? null, items.chosen]),
    [
      ['yes', [], null, []],
      [null, ['Holma'], null, []],
      [null, [], 12.5, []],
      [null, [], null, ['Lokaler']],
    ],
  )
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  const pdf = await textOfPdf(await world.files.read(record.files[0]?.sha256 ?? ''))
  assert.match(pdf, /Svar: Ja/)
  assert.match(pdf, /12,5 kronor/)
})

test('a choice needs something to choose among, and the most is not less than the least', async () => {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])
  const at = `/remisser/${roundId}/fragor`

  const choice = await sender.officer.post(at, { text: 'Vilket?', kind: 'choice', options: 'Bara ett\n' })
  const number = await sender.officer.post(at, { text: 'Hur många?', kind: 'number', least: '10', most: '9,5' })

  assert.deepEqual([choice.status, number.status], [422, 422])
  assert.match(await choice.text(), /Skriv minst två svar att välja bland/)
  const page = await number.text()
  assert.match(page, /Högst är mindre än minst/)
  assert.match(page, /value="9,5"/)
})

test('what a kind has no use for is not kept when the question changes kind', async () => {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, { bodyIds: [], questions: [everyKind[7]] })
  const seen = z.object({ questions: z.array(z.looseObject({ id: z.string() })) })
  const read = async () => (await answerOf(await sender.officer.api(`/referrals/${roundId}`), seen)).questions[0]
  const before = await read()

  await sender.officer.api(
    `/referrals/${roundId}/questions/${before?.id}`,
    { ...everyKind[7], kind: 'number', unit: 'platser', isRequired: true },
    'PUT',
  )

  const after = await read()
  assert.deepEqual(before?.['options'], ['Plats', 'Tema'])
  assert.deepEqual([after?.['options'], after?.['unit'], after?.['isRequired']], [[], 'platser', true])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldOf } from '../../../test/support.ts'
import { paperHtml } from '../../kernel/documents/index.ts'
import { stepping } from '../registry/fixtures.ts'
import { startStatement } from './commands/steps.ts'
import { anOffice, draftOf, everyKind } from './fixtures.ts'
import {
  faultsOfStatement,
  itemLines,
  noItems,
  numberText,
  readNumber,
  statementContent,
  stances,
  yesNos,
  type StatementAnswer,
} from './model.ts'
import { statementPaper } from './papers.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

/** Words as a person types them in one line: no other spaces than single ones. */
const word = fc.stringMatching(/^[A-Za-zÅÄÖåäö0-9§%&<>"'/-]{1,12}$/).map((one) => `x${one}`)
const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '))
const maybe = fc.option(line, { nil: '' })
const number = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, thousandths]) => Number(`${whole}.${String(thousandths).padStart(3, '0')}`) || 0)
const place = fc.record({
  name: line,
  priority: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  reason: maybe,
})
const places = fc.uniqueArray(place, { selector: ({ name }) => name, maxLength: 3 })
const process = fc.record({ name: line, lead: maybe, where: maybe, period: maybe }, { noNullPrototype: true })

const given = fc.record({
  stance: fc.constantFrom(...stances),
  words: line,
  yesNo: fc.constantFrom(...yesNos),
  processes: fc.array(process, { maxLength: 3 }),
  areas: places,
  themes: places,
  body: line,
  number,
  chosen: fc.constantFrom('Holma', 'Lindängen'),
  choices: fc.subarray(['Mark', 'Lokaler', 'Personal']),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

/** As the form of the statement sends it. */
function asForm({ processes, areas, themes, ...one }: Given): Record<string, string | string[]> {
  const rows = (name: string, list: readonly object[]) =>
    list.flatMap((row, at) =>
      Object.entries(row).map(([key, value]) => [`${name}.${at}.${key}`, value === null ? '' : String(value)]),
    )
  const each = everyKind.map(({ questionId }, at) => [`answers.${at}.questionId`, questionId])
  return {
    ...Object.fromEntries([...each, ...rows('answers.3.processes', processes)]),
    ...Object.fromEntries([...rows('answers.4.areas', areas), ...rows('answers.4.themes', themes)]),
    'answers.0.text': one.words,
    'answers.1.stance': one.stance,
    'answers.2.yesNo': one.yesNo,
    'answers.5.otherBody': one.body,
    'answers.6.number': numberText(one.number),
    'answers.7.chosen': one.chosen,
    'answers.8.chosen[]': one.choices,
  }
}

function namesOf(list: Given['areas']): string[] {
  return list.toSorted((a, b) => (a.priority ?? 10) - (b.priority ?? 10)).map(({ name }) => name)
}

function checkStored(answers: readonly StatementAnswer[], sent: Given): void {
  const [words, position, yesNo, processes, areas, body, amount, choice, choices] = answers
  assert.match(JSON.stringify(words?.text), new RegExp(RegExp.escape(JSON.stringify(sent.words).slice(1, -1))))
  assert.equal(position?.stance, sent.stance)
  assert.equal(yesNo?.yesNo, sent.yesNo)
  assert.deepEqual(processes?.processes, sent.processes)
  assert.deepEqual([areas?.areas, areas?.themes], [namesOf(sent.areas), namesOf(sent.themes)])
  for (const [of, list] of [['area', sent.areas] as const, ['theme', sent.themes] as const])
    for (const one of list.filter(({ priority, reason }) => priority !== null || reason !== ''))
      assert.ok(
        areas?.weighed.some((why) => why.of === of && JSON.stringify({ of, ...one }) === JSON.stringify(why)),
        one.name,
      )
  assert.equal(body?.body, sent.body)
  assert.deepEqual(amount?.amount, { value: sent.number, unit: 'kronor' })
  assert.deepEqual(choice?.chosen, [sent.chosen])
  assert.deepEqual(choices?.chosen, sent.choices)
}

test('a value of each kind survives the form, the store, the program interface and the paper', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const { draftId } = await stepping(world, office.officer.personId, (ctx) =>
    startStatement(ctx, office.theCase.id, { title: 'Yttrande', answers: [...everyKind] }),
  )

  await fc.assert(
    fc.asyncProperty(given, async (sent) => {
      const { version } = await draftOf(office, 'statement')
      const saved = await office.officer.post(`${office.at}/yttrande/spara`, {
        ...asForm(sent),
        draftId,
        version: String(version),
      })
      assert.equal(saved.status, 303, await saved.text())

      const { answers } = statementContent.parse((await draftOf(office, 'statement')).content)
      checkStored(answers, sent)
      const frame = { sender: { organisation: 'SN', unit: null }, reference: null, isDraft: true }
      const paper = statementPaper(statementContent.parse({ title: 'Yttrande', answers }), frame)
      const words = JSON.stringify(paper.blocks)
      const written = answers.flatMap((answer) => wordsIn(answer))
      for (const one of written) assert.ok(words.includes(JSON.stringify(one).slice(1, -1)), one)
      assert.ok(paperHtml(paper).markup.length > 0)
    }),
    { numRuns: 25 },
  )
})

/** Each word that the typed part holds, as it must stand on the paper. */
function wordsIn({ processes, areas, themes, weighed, body, amount, chosen }: StatementAnswer): string[] {
  return [
    ...processes.flatMap((row) => Object.values(row)),
    ...areas,
    ...themes,
    ...weighed.map(({ reason }) => reason),
    ...(body === null ? [] : [body]),
    ...(amount === null ? [] : [`${numberText(amount.value)} ${amount.unit}`]),
    ...chosen,
  ].filter((one) => one !== '')
}

test('a number is written with a comma and spaces, and read back the same', () => {
  assert.deepEqual([1250.5, -3, 0, 1_000_000, 12].map(numberText), [
    '1\u00a0250,5',
    '\u22123',
    '0',
    '1\u00a0000\u00a0000',
    '12',
  ])
  fc.assert(fc.property(number, (one) => readNumber(numberText(one)) === one))
  assert.deepEqual(['12,5', '12.5', ' 1 250 ', '12 40', '1 2500', '12 ,5', '1e5', '12,', 'tolv', ''].map(readNumber), [
    12.5,
    12.5,
    1250,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('what is no number comes back in its field with the words that were written', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const { draftId } = await stepping(world, office.officer.personId, (ctx) =>
    startStatement(ctx, office.theCase.id, { title: 'Yttrande', answers: [...everyKind] }),
  )

  const reply = await office.officer.post(`${office.at}/yttrande/spara`, {
    draftId,
    version: '1',
    'answers.0.questionId': 'q7',
    'answers.0.number': 'ungefär tolv',
  })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Skriv ett tal med siffror, till exempel 1250 eller 12,5\./)
})

test('an option that the question does not have is refused', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const { draftId } = await stepping(world, office.officer.personId, (ctx) =>
    startStatement(ctx, office.theCase.id, { title: 'Yttrande', answers: [...everyKind] }),
  )

  const reply = await office.officer.api(`/drafts/${draftId}/statement`, {
    version: 1,
    answers: [{ questionId: 'q8', chosen: ['Rosengård'] }],
  })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /answers\.0\.chosen.*Välj bland svaren i frågan/)
})

test('a question that must be answered stops the approval, says which, and does not stop one who abstains', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const answers = everyKind.map((one) => ({ ...one, isRequired: one.kind === 'number' }))
  const { draftId } = await stepping(world, office.officer.personId, (ctx) =>
    startStatement(ctx, office.theCase.id, { title: 'Yttrande', answers }),
  )
  const send = () => office.officer.api(`/cases/${office.theCase.id}/submit`, { approvers: [office.head.personId] })
  const words = { questionId: 'q7', text: 'Det vet vi inte.' }
  await office.officer.api(`/drafts/${draftId}/statement`, { version: 1, title: 'Yttrande', answers: [words] })

  const stopped = await send()

  assert.equal(stopped.status, 409)
  assert.match(await stopped.text(), /Fråga 7 ska besvaras: Vad kostar det\?/)
  const page = await (await office.officer.get(`${office.at}/skicka-for-godkannande`)).text()
  assert.match(page, /Fråga 7 ska besvaras/)
  await office.officer.api(`/drafts/${draftId}/statement`, { version: 2, title: 'Yttrande', stance: 'abstain' })
  assert.equal((await send()).status, 200)
})

test('a number outside its limits is said before the heads are asked', () => {
  const cost = everyKind.find(({ kind }) => kind === 'number')
  const asked = (value: number) =>
    faultsOfStatement(
      statementContent.parse({
        answers: [{ ...cost, least: 1, most: 1000.5, isWhole: true, amount: { value, unit: 'kronor' } }],
      }),
    )

  assert.deepEqual(asked(10), [])
  assert.deepEqual(asked(0), ['Fråga 7: talet ska vara minst 1.'])
  assert.deepEqual(asked(2000.5), ['Fråga 7: skriv ett heltal.', 'Fråga 7: talet ska vara högst 1\u00a0000,5.'])
})

test('what was typed is said in words, the same for screen, sheet and paper', () => {
  const weighed = [{ of: 'area' as const, name: 'Holma', priority: 1, reason: 'skolorna byggs om' }]

  assert.deepEqual(itemLines({ ...noItems, areas: ['Holma', 'Lindängen'], weighed }), [
    { label: 'Områden', value: 'Holma (prioritet 1): skolorna byggs om; Lindängen' },
  ])
})

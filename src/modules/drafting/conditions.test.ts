import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { fromText } from '../../kernel/rich-text.ts'
import { stepping } from '../registry/fixtures.ts'
import { startStatement } from './commands/steps.ts'
import { anOffice, draftOf } from './fixtures.ts'
import { answeredOf, faultsOfStatement, statementContent, unanswered } from './model.ts'
import { writtenOf } from './model/written.ts'
import { statementPaper } from './papers.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const deltar = unanswered({ questionId: 'q1', number: 1, kind: 'yes_no', question: 'Deltar ni?' })
const hur = unanswered({
  questionId: 'q2',
  number: 2,
  kind: 'choice',
  question: 'Hur?',
  options: ['Med mark', 'Med pengar'],
  isRequired: true,
  condition: { questionId: 'q1', is: 'yes' },
})
const belopp = unanswered({
  questionId: 'q3',
  number: 3,
  kind: 'number',
  question: 'Hur mycket?',
  unit: 'kronor',
  isRequired: true,
  condition: { questionId: 'q2', is: 'Med pengar' },
})
const withAnswers = (...answers: object[]) => statementContent.parse({ title: 'Yttrande', answers })

test('a question that is not asked is not missing, and one that hangs on it is not asked either', () => {
  const no = withAnswers({ ...deltar, yesNo: 'no' }, hur, belopp)
  const yes = withAnswers({ ...deltar, yesNo: 'yes' }, hur, belopp)
  const money = withAnswers({ ...deltar, yesNo: 'yes' }, { ...hur, chosen: ['Med pengar'] }, belopp)
  const left = withAnswers({ ...deltar, yesNo: 'no' }, { ...hur, chosen: ['Med pengar'] }, belopp)

  assert.deepEqual([no, yes, money, left].map(faultsOfStatement), [
    [],
    ['Fråga 2 ska besvaras: Hur?'],
    ['Fråga 3 ska besvaras: Hur mycket?'],
    [],
  ])
  assert.deepEqual([no, yes, money].map(answeredOf), [
    { done: 1, total: 1 },
    { done: 1, total: 2 },
    { done: 2, total: 3 },
  ])
})

test('what was written where nothing is asked is kept in the draft, left out of the paper, and said before it is sent', () => {
  const statement = withAnswers({ ...deltar, yesNo: 'no' }, { ...hur, text: fromText('Med mark vid hamnen.') })
  const frame = { sender: { organisation: 'SN', unit: null }, reference: null, isDraft: true }

  const paper = JSON.stringify(statementPaper(statement, frame).blocks)

  assert.doesNotMatch(paper, /hamnen|Hur\?/)
  assert.match(paper, /Svar: Nej/)
  assert.deepEqual(writtenOf({ kind: 'statement', content: statement }, 'SN-2023-1').beside, [
    { number: 2, condition: 'Besvara om svaret på fråga 1 är ”Ja”.', field: 'answers.1.text' },
  ])
})

test('the form says when a question is to be answered, without JavaScript too, and saves what is written there', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const { draftId } = await stepping(world, office.officer.personId, (ctx) =>
    startStatement(ctx, office.theCase.id, { title: 'Yttrande', answers: [deltar, hur, belopp] }),
  )

  const page = await (await office.officer.get(`${office.at}/yttrande`)).text()
  await office.officer.post(`${office.at}/yttrande/spara`, {
    draftId,
    version: '1',
    'answers.0.questionId': 'q1',
    'answers.0.yesNo': 'no',
    'answers.1.questionId': 'q2',
    'answers.1.text': 'Sparas ändå.',
  })

  assert.match(page, /<shown-if data-name="answers\.0\.yesNo" data-any="\[&quot;yes&quot;\]">/)
  assert.match(page, /Besvara om svaret på fråga 1 är ”Ja”\./)
  assert.match(page, /<shown-if data-name="answers\.1\.chosen"/)
  assert.match(JSON.stringify((await draftOf(office, 'statement')).content), /Sparas ändå/)
})

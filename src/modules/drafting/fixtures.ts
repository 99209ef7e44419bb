/** Builders for tests: an authority with an officer and heads, and a memo that could be sent. */

import { as, type Knocking, type World } from '../../../test/support.ts'
import type { Case } from '../registry/index.ts'
import { aCase, aColleague, aRegistry, stepping, type TestRegistry } from '../registry/fixtures.ts'
import { unanswered, type StatementAnswer } from './model/answer.ts'
import { startStatement } from './commands/steps.ts'

export type TestOffice = {
  readonly registry: TestRegistry
  readonly theCase: Case
  readonly officer: Knocking
  readonly head: Knocking
  readonly other: Knocking
  /** '/arenden/<number>'. */
  readonly at: string
}

/** An open case, its officer, and two heads. */
export async function anOffice(world: World, facts: Parameters<typeof aCase>[2] = {}): Promise<TestOffice> {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, facts)
  const officer = await as(world, await aColleague(world, registry, 'case_officer', 'Elin Sand'))
  const head = await as(world, await aColleague(world, registry, 'head', 'Karin Ek'))
  const other = await as(world, await aColleague(world, registry, 'head', 'Olle Berg'))
  return { registry, theCase, officer, head, other, at: `/arenden/${theCase.referenceNumber}` }
}

/** What the form of a memo sends when all that must be there is there. */
export const wholeMemo = {
  date: '2023-11-15',
  'reference.name': 'Elin Sand',
  'reference.title': 'Planeringssekreterare',
  'reference.email': 'elin.sand@malmo.example',
  title: 'Remiss om cykelvägar',
  summary: 'Kommunstyrelsen frågar nämnden om cykelvägar.',
  body: '',
  'proposals[]': ['Nämnden lämnar förvaltningens yttrande över remissen om cykelvägar som sitt eget.'],
  basis: 'Tjänsteskrivelse Remiss om cykelvägar\nRemiss om cykelvägar, 2023-10-02',
  sendTo: 'Kommunstyrelsen',
  'responsible[]': ['Karin Ek, direktör'],
} as const

/** The id of the draft of a kind in the case, and its version. */
export async function draftOf(office: TestOffice, kind: 'memo' | 'statement') {
  const reply = await office.officer.api(`/cases/${office.theCase.id}/${kind}`)
  const draft: {
    draftId: string
    version: number
    state: string
    recordId: string | null
    content: Record<string, unknown>
  } = JSON.parse(await reply.text())
  return draft
}

/** A memo with everything in it, saved through its form. */
export async function aWrittenMemo(world: World, facts: Parameters<typeof aCase>[2] = {}): Promise<TestOffice> {
  const office = await anOffice(world, facts)
  await office.officer.post(`${office.at}/tjansteskrivelse/borja`)
  const { draftId, version } = await draftOf(office, 'memo')
  await office.officer.post(`${office.at}/tjansteskrivelse/spara`, { ...wholeMemo, draftId, version: String(version) })
  return office
}

/** Sends it to these heads; gives the id of the submission. */
export async function aSubmission(office: TestOffice, heads: readonly Knocking[]): Promise<string> {
  const approvers = heads.map(({ personId }) => personId)
  const reply = await office.officer.api(`/cases/${office.theCase.id}/submit`, { approvers })
  const { submissionId }: { submissionId: string } = JSON.parse(await reply.text())
  return submissionId
}

/** The sum of the words of a submission, as a program reads it before it approves. */
export async function digestOfWords(reader: Knocking, submissionId: string): Promise<string> {
  const { digest = '0'.repeat(64) }: { digest?: string } = JSON.parse(
    await (await reader.api(`/submissions/${submissionId}`)).text(),
  )
  return digest
}

/** A head reads what was sent and approves it, as the form on the page does. */
export async function approve(
  head: Knocking,
  submissionId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const digest = await digestOfWords(head, submissionId)
  return head.post(`/godkannanden/${submissionId}/godkann`, { digest, ...more })
}

/** The same from a program. */
export async function approveAsProgram(head: Knocking, submissionId: string): Promise<Response> {
  return head.api(`/submissions/${submissionId}/approve`, { digest: await digestOfWords(head, submissionId) })
}

/** The four questions of a referral, one of each kind. */
export const fourQuestions: readonly StatementAnswer[] = [
  unanswered({ questionId: 'q1', number: 1, kind: 'processes', question: 'Vad pågår redan?' }),
  unanswered({ questionId: 'q2', number: 2, kind: 'areas', question: 'Vilka områden eller teman?' }),
  unanswered({ questionId: 'q3', number: 3, kind: 'text', question: 'Vad säger ni om samordningen?' }),
  unanswered({ questionId: 'q4', number: 4, kind: 'body', question: 'Vem bör samordna?' }),
]

/** A question of each kind, in the order of the kinds. */
export const everyKind: readonly StatementAnswer[] = [
  unanswered({ questionId: 'q1', number: 1, kind: 'text', question: 'Vad anser ni?' }),
  unanswered({ questionId: 'q2', number: 2, kind: 'stance', question: 'Var står ni?' }),
  unanswered({ questionId: 'q3', number: 3, kind: 'yes_no', question: 'Deltar ni?' }),
  unanswered({ questionId: 'q4', number: 4, kind: 'processes', question: 'Vad pågår?' }),
  unanswered({ questionId: 'q5', number: 5, kind: 'areas', question: 'Var?' }),
  unanswered({ questionId: 'q6', number: 6, kind: 'body', question: 'Vem?' }),
  unanswered({ questionId: 'q7', number: 7, kind: 'number', question: 'Vad kostar det?', unit: 'kronor' }),
  unanswered({ questionId: 'q8', number: 8, kind: 'choice', question: 'Vilket?', options: ['Holma', 'Lindängen'] }),
  unanswered({
    questionId: 'q9',
    number: 9,
    kind: 'choices',
    question: 'Med vad?',
    options: ['Mark', 'Lokaler', 'Personal'],
  }),
]

/** Begins the statement with its questions, as a referral does. */
export async function aBegunStatement(world: World, office: TestOffice): Promise<string> {
  const answers = fourQuestions.map((answer) => ({ ...answer, text: '' }))
  const { draftId } = await stepping(world, office.officer.personId, (ctx) =>
    startStatement(ctx, office.theCase.id, { title: office.theCase.title, answers }),
  )
  return draftId
}

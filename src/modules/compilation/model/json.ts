/** The compilation as JSON: the matrix for programs. Pure. */

import { z } from 'zod'
import { answerItems, positions, stance } from '../../drafting/index.ts'
import { countsOf, type Cell, type Compilation, type CompiledRow } from './compilation.ts'

const cell = z.object({
  questionId: z.uuid().nullable().describe('null: outside the questions'),
  stance,
  text: z.string().describe('The decided words'),
  richText: z.looseObject({ type: z.literal('doc') }),
  items: answerItems,
  sha256: z.string().describe('Of the decided words, as dispatched'),
  isIntact: z.boolean().describe('Whether the words still have that hash'),
})

const answer = z.object({
  id: z.uuid(),
  stance,
  marked: z
    .object({ recordNumber: z.string().nullable(), provision: z.string().nullable() })
    .optional()
    .describe('The statement is marked as secret: stance is none, and no words are here'),
  decidedBy: z.enum(['board', 'committee', 'chair', 'delegation', 'administration', 'company']),
  decidedOn: z.string().nullable(),
  paragraph: z.string().nullable(),
  reservations: z.string().nullable(),
  isLate: z.boolean(),
  isAfterDecision: z.literal(true).optional(),
  rule: z.string().optional(),
  arrivedOn: z.string(),
  statementRecordId: z.string().nullable(),
  extractRecordId: z.string().nullable(),
})

export const compilationAnswer = z.object({
  round: z.object({
    id: z.uuid(),
    title: z.string(),
    referenceNumber: z.string(),
    issuer: z.string(),
    state: z.enum(['draft', 'sent', 'closed']),
    sentOn: z.string().nullable(),
    answerBy: z.string().nullable(),
    notAsked: z.array(z.string()).describe('Names of those that waited for their turn and have not been asked'),
  }),
  counts: z.object({
    asked: z.number(),
    answered: z.number(),
    remaining: z.number(),
    drafts: z.number(),
    abstained: z.number(),
    late: z.number(),
    marked: z.number().describe('Answers whose statement is marked as secret; not in byStance'),
    byStance: z.array(z.object({ stance, count: z.number() })),
  }),
  contentHash: z.string().describe('Changes with any word, position or § (I-29)'),
  questions: z.array(z.object({ id: z.uuid(), number: z.number(), kind: z.string(), text: z.string() })),
  bodies: z.array(
    z.object({
      recipientId: z.uuid(),
      bodyId: z.uuid(),
      name: z.string(),
      referenceNumber: z.string().nullable(),
      jointWith: z
        .uuid()
        .nullable()
        .describe(
          'The recipient at which the words stand that it has decided together with it; its own cells are none',
        ),
      stage: z.string(),
      boardOn: z.string().nullable(),
      position: z.enum(positions).describe('On the whole; no_answer: it has not answered (I-19)'),
      answer: answer.nullable(),
      cells: z.array(cell),
      draft: z
        .object({ stance, sentOn: z.string(), recordId: z.uuid(), cells: z.array(cell) })
        .nullable()
        .describe('Sent before the decision: not an answer (I-24)'),
    }),
  ),
})
export type CompilationAnswer = z.input<typeof compilationAnswer>

/** Every body that was asked, also those without an answer. */
export function compilationJson(compilation: Compilation): CompilationAnswer {
  const { id, title, referenceNumber, issuerName, state, sentOn, answerBy, notAsked } = compilation.round
  const { byStance, ...counts } = countsOf(compilation.rows)
  return {
    round: { id, title, referenceNumber, issuer: issuerName, state, sentOn, answerBy, notAsked: [...notAsked] },
    counts: { ...counts, byStance: [...byStance] },
    contentHash: compilation.contentHash,
    questions: compilation.questions.map((question) => ({ ...question })),
    bodies: compilation.rows.map(bodyJson),
  }
}

function bodyJson({
  id,
  bodyId,
  name,
  referenceNumber,
  joint,
  stage,
  boardOn,
  answer: said,
  cells,
  draft,
}: CompiledRow) {
  const sent = draft === null ? null : { ...draft, cells: draft.cells.map(cellJson) }
  return {
    recipientId: id,
    bodyId,
    name,
    referenceNumber,
    jointWith: joint?.id ?? null,
    stage,
    boardOn,
    position: said?.stance ?? ('no_answer' as const),
    answer: said,
    cells: cells.map(cellJson),
    draft: sent,
  }
}

/** The files that the items name are in the record of the answer or of the draft, by SHA-256. */
function cellJson({ plain, text, recordId: _, ...rest }: Cell) {
  return { ...rest, text: plain, richText: { ...text } }
}

/** Answers with the decided text of every part. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { richText } from '../../../kernel/rich-text.ts'
import { answerItems, type Answer, type AnswerPart } from '../model.ts'
import { isAnswerShut, isShut, reservationsShut } from './shut.ts'

function selectAnswers(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.answers as s')
    .innerJoin('referral.recipients as x', 'x.id', 's.recipient_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .leftJoin('registry.cases as c', 'c.id', 'x.case_id')
    .select([
      's.id',
      's.recipient_id as recipientId',
      'x.body_id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      'x.case_id as caseId',
      'c.reference_number as referenceNumber',
      's.decided_by as decidedBy',
      's.stance',
      isAnswerShut().as('isMarked'),
      isShut('s.extract_record_id').as('isExtractMarked'),
      sql<boolean>`not referral.reads_record(s.statement_record_id)`.as('isWithheld'),
      's.decision_id as decisionId',
      's.decided_on as decidedOn',
      's.paragraph',
      's.rule',
      's.reservations',
      's.statement_record_id as statementRecordId',
      's.extract_record_id as extractRecordId',
      's.arrived_at as arrivedAt',
      's.is_late as isLate',
      's.is_after_decision as isAfterDecision',
    ])
}

type Row = Omit<Answer, 'parts'> & { readonly isExtractMarked: boolean; readonly isWithheld: boolean }
type Whole = Row & Pick<Answer, 'parts'>

async function withParts(ctx: Read | Write, answers: readonly Row[]): Promise<Whole[]> {
  if (answers.length === 0) return []
  const ids = answers.map((answer) => answer.id)
  const rows = await ctx.db
    .selectFrom('referral.answer_parts as p')
    .leftJoin('referral.questions as q', 'q.id', 'p.question_id')
    .select([
      'p.id',
      'p.answer_id as answerId',
      'p.question_id as questionId',
      'p.stance',
      'p.text',
      'p.plain',
      'p.items',
      'p.typed',
      'p.sha256',
    ])
    .where('p.answer_id', 'in', ids)
    .orderBy('q.number', (order) => order.asc().nullsLast())
    .execute()
  const byAnswer = Map.groupBy(rows, (row) => row.answerId)
  return answers.map((answer) => ({ ...answer, parts: (byAnswer.get(answer.id) ?? []).map(partOf) }))
}

/** Without what stands in records that are marked: it is read there, and nowhere else (B-04). */
function published({ isExtractMarked, isWithheld: _, ...answer }: Whole): Answer {
  if (answer.isMarked) return { ...answer, stance: 'none', reservations: null, parts: [] }
  const isHidden = isExtractMarked && answer.reservations !== null
  return isHidden ? { ...answer, reservations: reservationsShut } : answer
}

type PartRow = Omit<AnswerPart, 'text' | 'items'> & { readonly text: unknown; readonly items: unknown }

function partOf({ id, questionId, stance, text, plain, items, typed, sha256 }: PartRow): AnswerPart {
  return { id, questionId, stance, text: richText.parse(text), plain, items: answerItems.parse(items), typed, sha256 }
}

/** Every answer to a round, by the body's name; two statements however many they are. */
export async function listAnswers(ctx: Read | Write, roundId: string): Promise<Answer[]> {
  const rows = await selectAnswers(ctx).where('x.round_id', '=', roundId).execute()
  const byBody = rows.toSorted((a, b) => a.bodyName.localeCompare(b.bodyName, 'sv'))
  return (await withParts(ctx, byBody)).map(published)
}

/** Throws `NotFound`. */
export async function getAnswer(ctx: Read | Write, answerId: string): Promise<Answer> {
  const [answer] = await withParts(ctx, await selectAnswers(ctx).where('s.id', '=', answerId).execute())
  return published(found(answer))
}

/** What a body answered, or null while it has not. */
export async function findAnswer(ctx: Read | Write, recipientId: string): Promise<Answer | null> {
  const answer = await findWholeAnswer(ctx, recipientId)
  return answer === null ? null : published(answer)
}

/** The same with all that it said, for keeping it; `isWithheld` where its statement is marked and the actor may not read it. */
export async function findWholeAnswer(ctx: Read | Write, recipientId: string): Promise<Whole | null> {
  const [answer] = await withParts(ctx, await selectAnswers(ctx).where('s.recipient_id', '=', recipientId).execute())
  return answer ?? null
}

/** The statements that lay before the body when it decided: registry records among the papers of the item. */
export async function listDecidedStatements(ctx: Read | Write, itemId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('meetings.item_records as p')
    .innerJoin('registry.records as r', 'r.id', 'p.record_id')
    .select('p.record_id as id')
    .where('p.item_id', '=', itemId)
    .where(sql<boolean>`r.kind = 'statement'`)
    .execute()
  return rows.map((row) => row.id)
}

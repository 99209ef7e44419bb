/** What a round asks, about which documents, and whom. All of it while the round is a draft (I-11). */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { settingsOf } from '../../drafting/index.ts'
import type { Body } from '../../organisation/index.ts'
import { listStandingRecords, writeLedger } from '../../registry/index.ts'
import {
  changedQuestion,
  chosenDocuments,
  chosenRecipients,
  movedQuestion,
  newQuestion,
  oneQuestion,
  type QuestionFacts,
} from './input.ts'
import { isMandatory, kindOfReferral, type Round } from '../model.ts'
import { listAskable } from '../queries.ts'
import { text } from '../text.ts'
import { lockDraft } from './draft.ts'

type Part = 'questions' | 'documents' | 'recipients'

async function noteEdit(ctx: Write, { id, caseId }: Round, part: Part): Promise<void> {
  await writeLedger(ctx, caseId, 'referral.edited', { roundId: id, part })
}

/** Puts a question last. */
export const addQuestion = command('referral.add-question', newQuestion, async (ctx, { roundId, ...question }) => {
  const round = await lockDraft(ctx, roundId)
  const { id: questionId } = await ctx.db
    .insertInto('referral.questions')
    .values({ round_id: roundId, number: round.questions.length + 1, ...columnsOf(question) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await noteEdit(ctx, round, 'questions')
  return { questionId }
})

/** What the kind has no use for is not kept. */
function columnsOf({ kind, text: words, help, isRequired, ...settings }: QuestionFacts) {
  return { kind, text: words, help, is_required: isRequired, settings: JSON.stringify(settingsOf(kind, settings)) }
}

/** Changes a question: its words, its kind and what the kind needs, its help, whether it must be answered. */
export const editQuestion = command(
  'referral.edit-question',
  changedQuestion,
  async (ctx, { roundId, questionId, ...question }) => {
    const round = await lockDraft(ctx, roundId)
    questionIn(round, questionId)
    await ctx.db.updateTable('referral.questions').set(columnsOf(question)).where('id', '=', questionId).execute()
    await noteEdit(ctx, round, 'questions')
  },
)

/** Takes a question away; those after it move up. */
export const removeQuestion = command('referral.remove-question', oneQuestion, async (ctx, { roundId, questionId }) => {
  const round = await lockDraft(ctx, roundId)
  questionIn(round, questionId)
  await ctx.db.deleteFrom('referral.questions').where('id', '=', questionId).execute()
  await number(
    ctx,
    round.questions.map(({ id }) => id).filter((id) => id !== questionId),
  )
  await noteEdit(ctx, round, 'questions')
})

/** Moves a question one step. At the end of the list nothing happens. */
export const moveQuestion = command('referral.move-question', movedQuestion, async (ctx, input) => {
  const round = await lockDraft(ctx, input.roundId)
  const at = questionIn(round, input.questionId)
  const to = at + (input.direction === 'up' ? -1 : 1)
  const ids = round.questions.map(({ id }) => id)
  const other = ids[to]
  if (other === undefined) return
  await number(ctx, ids.with(to, input.questionId).with(at, other))
  await noteEdit(ctx, round, 'questions')
})

function questionIn(round: Round, questionId: string): number {
  const at = round.questions.findIndex(({ id }) => id === questionId)
  if (at === -1) throw new NotFound()
  return at
}

/** Numbers the questions 1, 2, 3 …; two may share a number until the transaction ends: the constraint is deferred. */
async function number(ctx: Write, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await ctx.db
      .updateTable('referral.questions')
      .set({ number: index + 1 })
      .where('id', '=', id)
      .execute()
}

/** Chooses the records of the case that the bodies are asked about, in the order of the case. */
export const setDocuments = command('referral.set-documents', chosenDocuments, async (ctx, { roundId, recordIds }) => {
  const round = await lockDraft(ctx, roundId)
  const chosen = await recordsOfCase(ctx, round, recordIds)
  await ctx.db.deleteFrom('referral.documents').where('round_id', '=', roundId).execute()
  await addDocuments(ctx, roundId, { recordIds: chosen, version: 1 })
  await noteEdit(ctx, round, 'documents')
})

/** The records, checked to be of the round's case, in its order. Throws `Invalid` for another's. */
export async function recordsOfCase(ctx: Write, { caseId }: Round, recordIds: readonly string[]): Promise<string[]> {
  const records = (await listStandingRecords(ctx, caseId)).map(({ id }) => id)
  if (recordIds.some((id) => !records.includes(id))) throw new Invalid({ recordIds: text.invalid.otherRecord })
  return records.filter((id) => recordIds.includes(id))
}

export async function addDocuments(
  ctx: Write,
  roundId: string,
  { recordIds, version }: { recordIds: readonly string[]; version: number },
): Promise<void> {
  if (recordIds.length === 0) return
  await ctx.db
    .insertInto('referral.documents')
    .values(recordIds.map((id, index) => ({ round_id: roundId, record_id: id, position: index + 1, version })))
    .execute()
}

const groupKinds = { boards: 'board', companies: 'company' } as const

/** Chooses whom to ask (remissinstanser): single bodies, all boards, all companies. */
export const setRecipients = command('referral.set-recipients', chosenRecipients, async (ctx, input) => {
  const round = await lockDraft(ctx, input.roundId)
  const bodies = await listAskable(ctx, round.authorityId)
  if (input.bodyIds.some((id) => !bodies.some((body) => body.id === id)))
    throw new Invalid({ bodyIds: text.invalid.otherBody })
  const groups = input.groups.map((group): Body['kind'] => groupKinds[group])
  const chosen = bodies.filter((body) => input.bodyIds.includes(body.id) || groups.includes(body.kind))
  await ctx.db.deleteFrom('referral.recipients').where('round_id', '=', round.id).execute()
  if (chosen.length > 0)
    await ctx.db
      .insertInto('referral.recipients')
      .values(
        chosen.map((body) => ({
          round_id: round.id,
          body_id: body.id,
          kind: kindOfReferral(body.kind),
          is_mandatory: isMandatory(round.issuerKind, body.kind),
        })),
      )
      .execute()
  await noteEdit(ctx, round, 'recipients')
  return { recipients: chosen.length }
})

/** What a round asks: written, put in order, taken out and put back, copied from an earlier round. While it is a draft (I-11). */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { NotFound, refuseIf } from '../../../kernel/errors.ts'
import { settingsOf } from '../../drafting/index.ts'
import {
  changedQuestion,
  copying,
  movedQuestion,
  newQuestion,
  oneQuestion,
  removedQuestion,
  type QuestionFacts,
} from './input.ts'
import { obstaclesToQuestions, type Question, type Round } from '../model.ts'
import { getRound, listRecipients } from '../queries.ts'
import { noteEdit, replaceRecipients } from './contents.ts'
import { lockDraft } from './draft.ts'
import { inviteAsBefore } from './demand.ts'

/** Puts a question last. */
export const addQuestion = command('referral.add-question', newQuestion, async (ctx, { roundId, ...facts }) => {
  const round = await lockDraft(ctx, roundId)
  const question = { ...facts, id: '', number: round.questions.length + 1 }
  refuseIf(obstaclesToQuestions([...round.questions, question]))
  const questionId = await insert(ctx, roundId, question)
  await noteEdit(ctx, round, 'questions')
  return { questionId }
})

async function insert(
  ctx: Write,
  roundId: string,
  { number, id, ...facts }: Kept & { readonly id: string; readonly number: number },
): Promise<string> {
  const row = await ctx.db
    .insertInto('referral.questions')
    .values({ ...(id !== '' && { id }), round_id: roundId, number, ...columnsOf(facts) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A question of an earlier round may be older than the choice of asking for a position. */
type Kept = Omit<QuestionFacts, 'asksStance'> & Pick<Question, 'asksStance'>

/** What the kind has no use for is not kept. */
function columnsOf({ kind, text: words, help, isRequired, condition, ...settings }: Kept) {
  return {
    kind,
    text: words,
    help,
    is_required: isRequired,
    condition_on: condition?.questionId ?? null,
    condition_is: condition?.is ?? null,
    settings: JSON.stringify(settingsOf(kind, settings)),
  }
}

/** Changes a question: its words, its kind and what the kind needs, its help, whether and when it must be answered. */
export const editQuestion = command(
  'referral.edit-question',
  changedQuestion,
  async (ctx, { roundId, questionId, ...facts }) => {
    const round = await lockDraft(ctx, roundId)
    questionIn(round, questionId)
    const changed = round.questions.map((one) => (one.id === questionId ? { ...one, ...facts } : one))
    refuseIf(obstaclesToQuestions(changed))
    await ctx.db.updateTable('referral.questions').set(columnsOf(facts)).where('id', '=', questionId).execute()
    await noteEdit(ctx, round, 'questions')
  },
)

/** Takes a question out; those after it move up. It is kept as it was until the draft is sent, to be put back. */
export const removeQuestion = command('referral.remove-question', oneQuestion, async (ctx, { roundId, questionId }) => {
  const round = await lockDraft(ctx, roundId)
  const question = round.questions[questionIn(round, questionId)]
  const left = round.questions.filter(({ id }) => id !== questionId)
  refuseIf(obstaclesToQuestions(inOrder(left)))
  await ctx.db
    .insertInto('referral.removed_questions')
    .values({ id: questionId, round_id: roundId, question: JSON.stringify(question), removed_at: ctx.now })
    .execute()
  await ctx.db.deleteFrom('referral.questions').where('id', '=', questionId).execute()
  await number(ctx, left)
  await noteEdit(ctx, round, 'questions')
})

/** Puts a question back where it stood, or last if there are fewer now. One whose condition cannot hold is always asked. */
export const restoreQuestion = command(
  'referral.restore-question',
  oneQuestion,
  async (ctx, { roundId, questionId }) => {
    const round = await lockDraft(ctx, roundId)
    const row = await ctx.db
      .selectFrom('referral.removed_questions')
      .select('question')
      .where('id', '=', questionId)
      .where('round_id', '=', roundId)
      .executeTakeFirst()
    if (row === undefined) throw new NotFound()
    const question = removedQuestion.parse(row.question)
    const back = round.questions.toSpliced(question.number - 1, 0, question)
    const holds = obstaclesToQuestions(inOrder(back)).length === 0
    await insert(ctx, roundId, { ...question, ...(!holds && { condition: null }) })
    await number(ctx, back)
    await ctx.db.deleteFrom('referral.removed_questions').where('id', '=', questionId).execute()
    await noteEdit(ctx, round, 'questions')
  },
)

/** Moves a question one step. At the end of the list nothing happens. */
export const moveQuestion = command('referral.move-question', movedQuestion, async (ctx, input) => {
  const round = await lockDraft(ctx, input.roundId)
  const at = questionIn(round, input.questionId)
  const to = at + (input.direction === 'up' ? -1 : 1)
  const [moved, other] = [round.questions[at], round.questions[to]]
  if (moved === undefined || other === undefined) return
  const order = round.questions.with(to, moved).with(at, other)
  refuseIf(obstaclesToQuestions(inOrder(order)))
  await number(ctx, order)
  await noteEdit(ctx, round, 'questions')
})

function questionIn(round: Round, questionId: string): number {
  const at = round.questions.findIndex(({ id }) => id === questionId)
  if (at === -1) throw new NotFound()
  return at
}

function inOrder(questions: readonly Question[]): Question[] {
  return questions.map((question, index) => ({ ...question, number: index + 1 }))
}

/** Numbers the questions 1, 2, 3 …; two may share a number until the transaction ends: the constraint is deferred. */
async function number(ctx: Write, questions: readonly Question[]): Promise<void> {
  for (const [index, { id }] of questions.entries())
    await ctx.db
      .updateTable('referral.questions')
      .set({ number: index + 1 })
      .where('id', '=', id)
      .execute()
}

/** Takes over what another round asks, after what is asked already; its letter and its recipients too when that is wished. */
export const copyRound = command('referral.copy', copying, async (ctx, { roundId, ...what }) => {
  const round = await lockDraft(ctx, roundId)
  await copyInto(ctx, round, what)
  await noteEdit(ctx, round, 'questions')
})

type Copying = { readonly fromRoundId: string; readonly letter: boolean; readonly recipients: boolean }

/** The same as a step. Throws `NotFound` for a round that the one who acts may not see. */
export async function copyInto(ctx: Write, round: Round, { fromRoundId, letter, recipients }: Copying): Promise<void> {
  const earlier = await getRound(ctx, fromRoundId)
  await copyQuestions(ctx, round, earlier.questions)
  if (letter)
    await ctx.db
      .updateTable('referral.rounds')
      .set({ cover_letter: JSON.stringify(earlier.coverLetter) })
      .where('id', '=', round.id)
      .execute()
  if (!recipients) return
  const asked = await listRecipients(ctx, fromRoundId)
  await replaceRecipients(ctx, round, new Set(asked.map(({ bodyId }) => bodyId)))
  await inviteAsBefore(ctx, round, earlier)
}

/** A condition follows to the copy of the question that it looks at. */
async function copyQuestions(ctx: Write, round: Round, questions: readonly Question[]): Promise<void> {
  const copies = new Map<string, string>()
  for (const [index, { id, condition, ...facts }] of questions.entries()) {
    const on = copies.get(condition?.questionId ?? '')
    const copied = condition === null || on === undefined ? null : { questionId: on, is: condition.is }
    const copy = { ...facts, id: '', number: round.questions.length + index + 1, condition: copied }
    copies.set(id, await insert(ctx, round.id, copy))
  }
}

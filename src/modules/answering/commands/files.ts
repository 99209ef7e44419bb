/** Files at a question of a link: those that came with the form, and those that stay. */

import type { Write } from '../../../kernel/context.ts'
import type { Arrived } from '../../../kernel/http/input.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { answerFile, errorsIn, type AnswerFile, type AnswerInput, type StatementAnswer } from '../../drafting/index.ts'
import type { SentCells } from './input.ts'
import type { Writing } from './save.ts'
import type { Working } from '../model.ts'

/** The answers with what their files are now; every file that came is remembered, also one that is taken out again. */
export async function withFiles(
  ctx: Write,
  { asked, writer }: Writing,
  { before, input }: { readonly before: Working; readonly input: SentCells },
): Promise<AnswerInput[]> {
  const kinds = new Map(before.statement.answers.map((answer) => [answer.questionId, answer]))
  if (before.statement.answers.every(({ kind }) => kind !== 'file')) return [...input.answers]
  const arrived = input.answers.map((_, at) => input.arrived.filter(({ field }) => field === `answers.${at}.files[]`))
  await remember(ctx, arrived.flat(), { recipientId: asked.recipientId, writerId: writer.id })
  const known = await knownFiles(ctx, asked.recipientId)
  return input.answers.map((given, at) => {
    const own = kinds.get(given.questionId)
    if (own?.kind !== 'file') return given
    const { files = [] } = own
    const kept = given.kept === undefined ? files : known.filter(({ sha256 }) => given.kept?.includes(sha256))
    return within(own, { ...given, taken: [...kept, ...(arrived[at] ?? []).map(asFile)] }, at)
  })
}

/** Throws `Invalid` for more files than a question takes. */
function within(asked: StatementAnswer, given: AnswerInput, at: number): AnswerInput {
  const wrong = Object.entries(errorsIn(asked, given)).map(
    ([field, reason]) => [`answers.${at}.${field}[]`, reason] as const,
  )
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
  return given
}

function asFile({ name, mediaType, sha256, size }: Arrived): AnswerFile {
  return { name, mediaType, sha256, size }
}

async function remember(
  ctx: Write,
  files: readonly Arrived[],
  by: { readonly recipientId: string; readonly writerId: string },
): Promise<void> {
  if (files.length === 0) return
  await ctx.db
    .insertInto('answering.answer_files')
    .values(
      files.map(({ name, mediaType, sha256, size }) => ({
        recipient_id: by.recipientId,
        name,
        media_type: mediaType,
        sha256,
        size,
        added_at: ctx.now,
        by_id: by.writerId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function knownFiles(ctx: Write, recipientId: string): Promise<AnswerFile[]> {
  const rows = await ctx.db
    .selectFrom('answering.answer_files')
    .select(['name', 'media_type as mediaType', 'sha256', 'size'])
    .where('recipient_id', '=', recipientId)
    .execute()
  return rows.map((row) => answerFile.parse({ ...row, size: Number(row.size) }))
}

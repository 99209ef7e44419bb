/** Files at a question of a link: those that came with the form, and those that stay. */

import type { Write } from '../../../kernel/context.ts'
import type { Arrived } from '../../../kernel/http/input.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { answerFile, errorsIn, type AnswerFile, type AnswerInput, type StatementAnswer } from '../../drafting/index.ts'
import type { SentCells } from './input.ts'
import type { Writing } from './save.ts'
import type { Working } from '../model.ts'
import { text } from '../text.ts'

/** Files that are remembered of one answer, with those that were taken out again. */
const mostRemembered = 200

/**
 * The answers with what their files are now; every file that came is remembered, also one that is taken out again.
 * Throws `Invalid` for a file that belongs to no question here, and `Refused` for more than are remembered.
 */
export async function withFiles(
  ctx: Write,
  { asked, writer }: Writing,
  { before, input }: { readonly before: Working; readonly input: SentCells },
): Promise<AnswerInput[]> {
  const kinds = new Map(before.statement.answers.map((answer) => [answer.questionId, answer]))
  const isOfFiles = ({ questionId }: { readonly questionId: string }) => kinds.get(questionId)?.kind === 'file'
  const fromProgram = await keepSent(ctx, input, isOfFiles)
  const arrived = input.answers.map((given, at) =>
    isOfFiles(given)
      ? [
          ...input.arrived.filter(({ field }) => field === `answers.${at}.files[]`),
          ...fromProgram.filter(({ questionId }) => questionId === given.questionId),
        ]
      : [],
  )
  refuseStray(input.arrived, arrived.flat())
  if (before.statement.answers.every(({ kind }) => kind !== 'file')) return [...input.answers]
  const known = await knownFiles(ctx, asked.recipientId)
  await remember(ctx, arrived.flat(), { recipientId: asked.recipientId, writerId: writer.id, known })
  return input.answers.map((given, at) => {
    const own = kinds.get(given.questionId)
    if (own?.kind !== 'file') return given
    const { files = [] } = own
    // The same bytes may have come under another name before: the name that stands in the answer stays.
    const kept = given.kept === undefined ? files : [...known, ...files].filter(isAmong(given.kept))
    return within(own, { ...given, taken: onceEach([...kept, ...(arrived[at] ?? []).map(asFile)]) }, at)
  })
}

type Kept = AnswerFile & { readonly questionId: string }

/** What a program sent, kept as it came. Throws `Invalid` for a file of a question that is not among the answers it sent. */
async function keepSent(
  ctx: Write,
  { files, answers }: SentCells,
  isOfFiles: (about: { readonly questionId: string }) => boolean,
): Promise<Kept[]> {
  const isSent = ({ questionId }: { readonly questionId: string }) =>
    answers.some((given) => given.questionId === questionId && isOfFiles(given))
  const wrong = files.flatMap((file, at) =>
    isSent(file) ? [] : [[`files.${at}.questionId`, text.invalid.strayFile(file.name)] as const],
  )
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
  const kept: Kept[] = []
  for (const { questionId, name, mediaType, content } of files)
    kept.push({ questionId, name, mediaType, ...(await ctx.files.keep(Buffer.from(content, 'base64'))) })
  return kept
}

/** A file is never dropped without a word. */
function refuseStray(came: readonly Arrived[], placed: readonly object[]): void {
  const stray = came.filter((file) => !placed.includes(file))
  if (stray.length === 0) return
  throw new Invalid(Object.fromEntries(stray.map(({ field, name }) => [field, text.invalid.strayFile(name)])))
}

function isAmong(sums: readonly string[]) {
  return ({ sha256 }: AnswerFile) => sums.includes(sha256)
}

/** Each content once, with the name that came last. */
function onceEach(files: readonly AnswerFile[]): AnswerFile[] {
  return [...new Map(files.map((file) => [file.sha256, file] as const)).values()]
}

/** Throws `Invalid` for more files than a question takes. */
function within(asked: StatementAnswer, given: AnswerInput, at: number): AnswerInput {
  const wrong = Object.entries(errorsIn(asked, given)).map(
    ([field, reason]) => [`answers.${at}.${field}`, reason] as const,
  )
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
  return given
}

function asFile({ name, mediaType, sha256, size }: AnswerFile): AnswerFile {
  return { name, mediaType, sha256, size }
}

async function remember(
  ctx: Write,
  files: readonly AnswerFile[],
  by: { readonly recipientId: string; readonly writerId: string; readonly known: readonly AnswerFile[] },
): Promise<void> {
  if (files.length === 0) return
  const all = onceEach([...by.known, ...files])
  refuseIf(all.length > Math.max(mostRemembered, by.known.length) ? [text.obstacle.tooManyFiles(mostRemembered)] : [])
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

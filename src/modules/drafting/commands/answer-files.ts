/** The files of an answer on their way in: those that stay, and those that were sent with it. */

import { actingPerson, type Read, type Write } from '../../../kernel/context.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import { filesAmong, inOrder, type AnswerFile } from '../model/answer-files.ts'
import type { AnswerInput, StatementAnswer } from '../model/answer.ts'
import { listAnswerFiles } from '../queries/answer-files.ts'

type Into = {
  readonly asked: readonly StatementAnswer[]
  /** Files that were in it before and may be put back. */
  readonly earlier?: readonly AnswerFile[]
}

/** The answers with what their files are now. Throws `Invalid` for an upload that is not the person's own or not there. */
export async function tookFiles(
  ctx: Read | Write,
  answers: readonly AnswerInput[],
  { asked, earlier = [] }: Into,
): Promise<AnswerInput[]> {
  const whole: AnswerInput[] = []
  for (const [at, given] of answers.entries()) {
    const before = asked.find(({ questionId }) => questionId === given.questionId)
    if (before?.kind !== 'file') whole.push(given)
    else whole.push({ ...given, taken: await taken(ctx, given, { at, before, earlier }) })
  }
  return whole
}

type One = { readonly at: number; readonly before: StatementAnswer; readonly earlier: readonly AnswerFile[] }

async function taken(ctx: Read | Write, given: AnswerInput, { at, before, earlier }: One): Promise<AnswerFile[]> {
  const { files = [] } = before
  const sent = await takeUploads(ctx, given.files, `answers.${at}.files`)
  const kept = given.kept === undefined ? files : [...earlier, ...files].filter(isKept(given.kept))
  return [...kept, ...sent.map(({ id: _, ...file }) => file)]
}

function isKept(sums: readonly string[]) {
  return ({ sha256 }: AnswerFile) => sums.includes(sha256)
}

/** The same for a draft, which remembers every file that was put in it, also those that a revised one began with. */
export async function tookIntoDraft(
  ctx: Write,
  draft: { readonly id: string; readonly content: { readonly answers: readonly StatementAnswer[] } },
  answers: readonly AnswerInput[],
): Promise<AnswerInput[]> {
  const asked = draft.content.answers
  if (asked.every(({ kind }) => kind !== 'file')) return [...answers]
  const whole = await tookFiles(ctx, answers, { asked, earlier: await listAnswerFiles(ctx, draft.id) })
  await remember(ctx, draft.id, [...filesAmong(asked), ...whole.flatMap((answer) => answer.taken ?? [])])
  return whole
}

async function remember(ctx: Write, draftId: string, files: readonly AnswerFile[]): Promise<void> {
  const each = inOrder(files)
  if (each.length === 0) return
  const by = { added_at: ctx.now, added_by: actingPerson(ctx) }
  await ctx.db
    .insertInto('drafting.answer_files')
    .values(each.map(({ mediaType, ...file }) => ({ ...file, ...by, draft_id: draftId, media_type: mediaType })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The files that were put in a draft to answer its questions. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { answerFile, filesAmong, type AnswerFile } from '../model/answer-files.ts'
import { getDraft } from './drafts.ts'

/** Every file that was ever put in it, also those that were taken out. */
export async function listAnswerFiles(ctx: Read | Write, draftId: string): Promise<AnswerFile[]> {
  const rows = await ctx.db
    .selectFrom('drafting.answer_files')
    .select(['name', 'media_type as mediaType', 'sha256', 'size'])
    .where('draft_id', '=', draftId)
    .orderBy('name')
    .orderBy('sha256')
    .execute()
  return rows.map((row) => answerFile.parse({ ...row, size: Number(row.size) }))
}

/** One of a draft's files. Throws `NotFound` for one that is in another's draft, as for one that is not there. */
export async function getAnswerFile(ctx: Read, draftId: string, sha256: string): Promise<AnswerFile> {
  const draft = await getDraft(ctx, draftId)
  const own = draft.kind === 'statement' ? filesAmong(draft.content.answers) : []
  return found([...own, ...(await listAnswerFiles(ctx, draftId))].find((file) => file.sha256 === sha256))
}

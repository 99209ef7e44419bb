/** Commenting a page or a section of a document that one answers from. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { maybeWords, words } from '../../../kernel/fields.ts'
import { commentOnDocument } from '../../commenting/index.ts'
import { getFile, getRecord, lockCase } from '../../registry/index.ts'
import { firstWords, flat, hasWords } from '../model/comment.ts'
import { toRead } from '../model/document.ts'
import { findPart } from '../queries/comments.ts'
import { text } from '../text.ts'

const commenting = z.object({
  fileId: z.uuid(),
  /** The page, or the section under a heading, counted from 1. */
  part: z.coerce.number().int().min(1).max(100_000),
  /** Words of it; none: all of the part. */
  quote: maybeWords(2000),
  said: words(4000, () => text.comment.empty),
})

/**
 * Comments a page or a section of a document in the case (kommenterar förslaget), or words in it. Working material within the
 * authority: nothing is registered, and no other authority sees it (TF 2:12, B-22). Throws `NotFound` where it has no such part.
 */
export const commentDocument = command('desk.comment', commenting, async (ctx, { fileId, part, quote, said }) => {
  const { recordId, sha256 } = await getFile(ctx, fileId)
  const record = await getRecord(ctx, recordId)
  const theCase = await lockCase(ctx, record.caseId)
  allowAt(ctx, theCase.authorityId)
  const there = toRead([record]).length === 0 ? null : await findPart(ctx, sha256, part)
  if (there === null) throw new NotFound()
  if (quote !== null && !hasWords(there, quote)) throw new Invalid({ quote: text.comment.notThere })
  const { heading, isPage } = there
  const quoted = quote === null ? null : flat(quote)
  const anchor = { sha256, title: record.title, part, heading, isPage, words: quoted ?? firstWords(there) }
  const commentId = await commentOnDocument(ctx, theCase, { anchor, quote: quoted, said })
  return { commentId, caseId: theCase.id }
})

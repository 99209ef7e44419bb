/** The comments on the documents of a case, each where it stands now. */

import type { Read } from '../../../kernel/context.ts'
import { listDocumentComments, type DocumentComment } from '../../commenting/index.ts'
import { getFile } from '../../registry/index.ts'
import { documentOf, placed, type PlacedComment } from '../model/comment.ts'
import type { DeskDocument, Part } from '../model/document.ts'

/**
 * Every comment on the documents that are read beside the answer. Those of a marked document quote it: that one reads it is noted
 * (E-17).
 */
export async function listPlacedComments(
  ctx: Read,
  caseId: string,
  documents: readonly DeskDocument[],
): Promise<PlacedComment[]> {
  const comments = await listDocumentComments(ctx, caseId)
  if (comments.length === 0) return []
  await noteRead(ctx, comments, documents)
  const parts = await partsOf(ctx, comments, documents)
  const read = documents.map((document) => ({ document, parts: parts.get(document.sha256) ?? [] }))
  return comments.map((comment) => placed(comment, read))
}

async function noteRead(ctx: Read, comments: readonly DocumentComment[], documents: readonly DeskDocument[]) {
  const files = comments.map(({ anchor }) => documentOf(documents, anchor)?.document.fileId)
  for (const fileId of new Set(files)) if (fileId !== undefined) await getFile(ctx, fileId)
}

/** The text of the documents that words are to be found in: new versions, and what came later. Most often there is none. */
async function partsOf(
  ctx: Read,
  comments: readonly DocumentComment[],
  documents: readonly DeskDocument[],
): Promise<Map<string, Part[]>> {
  const homes = comments.map(({ anchor }) => documentOf(documents, anchor))
  const isSought = (document: DeskDocument) =>
    homes.some(
      (home) => home === null || (home.document === document ? home.isOfEarlier : document.seq > home.document.seq),
    )
  const sums = documents
    .filter((document) => document.reading === 'read' && isSought(document))
    .map(({ sha256 }) => sha256)
  if (sums.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('desk.parts')
    .where('sha256', 'in', sums)
    .select(['sha256', 'number', 'heading', 'body as text'])
    .orderBy('number')
    .execute()
  return Map.groupBy(rows, ({ sha256 }) => sha256)
}

/** One part of a document; null where its text has not been read, or has no such part. */
export async function findPart(
  ctx: Pick<Read, 'db'>,
  sha256: string,
  number: number,
): Promise<(Part & { readonly isPage: boolean }) | null> {
  const row = await ctx.db
    .selectFrom('desk.parts as p')
    .innerJoin('desk.documents as d', 'd.sha256', 'p.sha256')
    .where('p.sha256', '=', sha256)
    .where('p.number', '=', number)
    .select(['p.number', 'p.heading', 'p.body as text', 'd.is_paged as isPage'])
    .executeTakeFirst()
  return row ?? null
}

/** The referred documents, read. Row-level security gives the text to those who see the file, and to no others. */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { listRecords, type Case } from '../../registry/index.ts'
import { passageOf, toRead, type DeskDocument, type Hit, type Part, type Reading } from '../model/document.ts'

/** The documents to read beside the answer, in the order one wants them. */
export async function listDocuments(ctx: Read, theCase: Pick<Case, 'id'>): Promise<DeskDocument[]> {
  const files = toRead(await listRecords(ctx, theCase.id))
  if (files.length === 0) return []
  const sums = files.map(({ file }) => file.sha256)
  const known = await ctx.db
    .selectFrom('desk.documents as d')
    .where('d.sha256', 'in', sums)
    .select(['d.sha256', 'd.state', 'd.is_paged as isPaged'])
    .select(sql<number>`(select count(*) from desk.parts p where p.sha256 = d.sha256)`.as('parts'))
    .execute()
  const bySum = new Map(known.map((one) => [one.sha256, one]))
  return files.map(({ record, file }) => {
    const read = bySum.get(file.sha256)
    return {
      recordId: record.id,
      fileId: file.id,
      sha256: file.sha256,
      earlier: record.files
        .filter(({ position, version }) => position === file.position && version < file.version)
        .map(shaOf),
      seq: record.seq,
      title: record.title,
      fileName: file.name,
      reading: readingOf(read?.state),
      isPaged: read?.isPaged ?? false,
      parts: read?.parts ?? 0,
    }
  })
}

const shaOf = ({ sha256 }: { readonly sha256: string }) => sha256

function readingOf(state: string | undefined): Reading {
  if (state === undefined || state === 'missing' || state === 'too-slow') return 'unread'
  return state === 'waiting' || state === 'read' ? state : 'unreadable'
}

/** Some of its parts, from a number on. */
export async function listParts(
  ctx: Read,
  sha256: string,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<Part[]> {
  return ctx.db
    .selectFrom('desk.parts')
    .where('sha256', '=', sha256)
    .where('number', '>=', from)
    .select(['number', 'heading', 'body as text'])
    .orderBy('number')
    .limit(most)
    .execute()
}

const mostHits = 40

/** Where in the document the words stand, in its order, whatever line they were broken on. */
export async function findInDocument(ctx: Read, sha256: string, sought: string): Promise<Hit[]> {
  const pattern = `%${sought
    .trim()
    .replaceAll(/[\\%_]/g, '\\$&')
    .replaceAll(/\s+/g, ' ')}%`
  const rows = await ctx.db
    .selectFrom('desk.parts')
    .where('sha256', '=', sha256)
    .where(sql<boolean>`regexp_replace(concat_ws(' ', heading, body), '\\s+', ' ', 'g') ilike ${pattern}`)
    .select(['number', 'heading', 'body as text'])
    .orderBy('number')
    .limit(mostHits)
    .execute()
  return rows.map(({ text, ...part }) => ({ ...part, passage: passageOf(text, sought.trim()) }))
}

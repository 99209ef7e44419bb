/** The papers of a meeting, as one file to take along. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { joinedPdf, type Joined } from '../../../kernel/documents/index.ts'
import type { FileStore } from '../../../kernel/files.ts'
import type { Made } from '../../../kernel/http/route.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import type { Meeting } from '../../meetings/index.ts'
import { whenAndWhere } from '../model/letter.ts'
import { currentFiles, getRecord, type RecordFile } from '../../registry/index.ts'
import { text } from '../text.ts'

/** A matter and what the meeting has before it there. */
export type PapersOfItem = {
  /** Its place on the agenda, from 1. */
  readonly number: number
  readonly title: string
  readonly papers: readonly { readonly title: string; readonly files: readonly RecordFile[] }[]
}

/**
 * In the order of the agenda, without what is marked: what is taken along leaves the house, and a marked record is read where its reading is
 * noted (B-04, E-17).
 */
export async function papersOf(ctx: Read, meetingId: string): Promise<PapersOfItem[]> {
  const items = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('registry.cases as c', 'c.id', 'i.case_id')
    .where('i.meeting_id', '=', meetingId)
    .where('i.state', '<>', 'withdrawn')
    .where('c.is_secret', '=', false)
    .select(['i.id', 'i.title'])
    .orderBy('i.position')
    .execute()
  const rows = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('meetings.item_records as ir', 'ir.item_id', 'i.id')
    .innerJoin('registry.records as r', 'r.id', 'ir.record_id')
    .where('i.meeting_id', '=', meetingId)
    .where('r.is_secret', '=', false)
    .select(['i.id as itemId', 'r.id as recordId'])
    .orderBy('ir.position')
    .execute()
  const papers = new Map<string, PapersOfItem['papers'][number][]>()
  for (const { itemId, recordId } of rows) {
    const { title, files } = await getRecord(ctx, recordId)
    papers.set(itemId, [...(papers.get(itemId) ?? []), { title, files: withoutTwins(currentFiles(files)) }])
  }
  const { rows: all } = await sql<{
    itemId: string
  }>`select item_id as "itemId" from calls.agenda(${meetingId}) order by position`.execute(ctx.db)
  const numberOf = (id: string) => all.findIndex(({ itemId }) => itemId === id) + 1
  return items.map(({ id, title }, index) => ({
    number: numberOf(id) || index + 1,
    title,
    papers: papers.get(id) ?? [],
  }))
}

export async function hasPapers(ctx: Read, meetingId: string): Promise<boolean> {
  const paper = await ctx.db
    .selectFrom('meetings.items as i')
    .innerJoin('meetings.item_records as ir', 'ir.item_id', 'i.id')
    .where('i.meeting_id', '=', meetingId)
    .where('i.state', '<>', 'withdrawn')
    .select('ir.record_id')
    .executeTakeFirst()
  return paper !== undefined
}

/** A memo lies there as PDF and as Word: one of them is enough. Anything else is named. */
function withoutTwins(files: readonly RecordFile[]): RecordFile[] {
  const stem = ({ name }: RecordFile) => name.replace(/\.\w+$/, '')
  const printed = new Set(files.filter(isPdf).map(stem))
  return files.filter((file) => !/\.docx?$/i.test(file.name) || !printed.has(stem(file)))
}

const isPdf = ({ mediaType }: RecordFile) => mediaType === 'application/pdf'

/** How large all papers together may be to be joined. Bytes. */
export const mostToJoin = 200 * 1024 * 1024

export function sizeOf(items: readonly PapersOfItem[]): number {
  return items
    .flatMap(({ papers }) => papers.flatMap(({ files }) => files.filter(isPdf)))
    .reduce((sum, { size }) => sum + size, 0)
}

/** Made when nothing of the database is held for it; the same papers are the same version. */
export function joinPapers(files: FileStore, meeting: Meeting, items: readonly PapersOfItem[]): Made {
  const about = aboutOf(meeting)
  const named = items.map(({ title, papers }) => [
    title,
    papers.map((paper) => [paper.title, paper.files.map(({ sha256 }) => sha256)]),
  ])
  const version = createHash('sha256')
    .update(JSON.stringify([about, named]))
    .digest('hex')
  return { version, make: async () => joinedPdf({ ...about, parts: partsOf(files, items) }) }
}

/** In Swedish whoever asks: it is the municipality's own document. */
function aboutOf(meeting: Meeting): Pick<Joined, 'title' | 'about'> {
  return speaking('sv', () => ({
    title: text.paper.title(meeting.bodyName, dayText(meeting.heldOn)),
    about: [...whenAndWhere(meeting), text.paper.unmarked],
  }))
}

function partsOf(files: FileStore, items: readonly PapersOfItem[]): Joined['parts'] {
  const parts: Joined['parts'][number][] = []
  for (const { number, title, papers } of items) {
    const own: Joined['parts'][number]['files'][number][] = []
    for (const paper of papers)
      for (const file of paper.files) {
        const named = paper.files.length === 1 ? paper.title : `${paper.title}: ${file.name}`
        own.push({ title: named, read: isPdf(file) ? () => files.read(file.sha256) : null })
      }
    parts.push({ heading: `${number}. ${title}`, files: own })
  }
  return parts
}

/** Answers that came as files, taken apart: for the one who holds the link, or for the one who asked. */

import { z } from 'zod'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { noteSeen } from '../../registry/index.ts'
import {
  attachment,
  questionFields,
  wholeFields,
  wholeSent,
  type Attachment,
  type Passage,
  type SentWhole,
  type Standing,
} from '../model.ts'

export type Reading = {
  readonly id: string
  readonly recipientId: string
  readonly source: 'link' | 'sender' | 'mail'
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
  readonly messageId: string | null
  /** The file says itself that it is this recipient's form. */
  readonly isOwnForm: boolean
  readonly madeAt: Date
  /** How many times a passage of it has been parted. */
  readonly partings: number
  /** What has been written on the page of the answer as a whole; null: nothing has been saved. */
  readonly whole: SentWhole | null
  /** At which questions the message's other files have been put. */
  readonly attachments: readonly Attachment[]
  readonly state: 'open' | 'taken'
}

function selectReadings(ctx: Read | Write) {
  return ctx.db
    .selectFrom('answering.readings')
    .select(['id', 'recipient_id as recipientId', 'source', 'name', 'media_type as mediaType', 'sha256', 'size'])
    .select([
      'message_id as messageId',
      'is_own_form as isOwnForm',
      'made_at as madeAt',
      'partings',
      'state',
      'whole',
      'attachments',
    ])
}

function readingOf<R extends { readonly whole: unknown; readonly attachments: unknown }>(row: R) {
  const { whole, attachments, ...rest } = row
  return { ...rest, whole: wholeSent.nullable().parse(whole), attachments: z.array(attachment).parse(attachments) }
}

/** Those of a recipient that one may see, the latest first. */
export async function listReadings(ctx: Read | Write, recipientId: string): Promise<Reading[]> {
  const rows = await selectReadings(ctx)
    .where('recipient_id', '=', recipientId)
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(readingOf)
}

/** Throws `NotFound` for one of another recipient. */
export async function getReading(
  ctx: Read | Write,
  about: { recipientId: string; readingId: string },
): Promise<Reading> {
  const row = await selectReadings(ctx)
    .where('id', '=', about.readingId)
    .where('recipient_id', '=', about.recipientId)
    .executeTakeFirst()
  await noteMarked(ctx, about.recipientId)
  return readingOf(found(row))
}

/** What is read in is in the record too: where that is marked, whoever sees it is noted (E-17). On a link nobody can. */
async function noteMarked(ctx: Read | Write, recipientId: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('referral.answers as a')
    .innerJoin('registry.records as r', 'r.id', 'a.statement_record_id')
    .where('a.recipient_id', '=', recipientId)
    .where('r.is_secret', '=', true)
    .select(['r.case_id as caseId', 'r.id as recordId'])
    .execute()
  noteSeen(ctx, 'answers', rows)
}

/** The same, held until the transaction ends, so that it is taken once. */
export async function lockReading(ctx: Write, about: { recipientId: string; readingId: string }): Promise<Reading> {
  await ctx.db.selectFrom('answering.readings').select('id').where('id', '=', about.readingId).forUpdate().execute()
  return getReading(ctx, about)
}

const questionField = z.enum(questionFields).catch('text')
const wholeField = z.enum(wholeFields).catch('reservations')
const cells = z.array(z.string()).nullable().catch(null)

/** True where a page of it came as a picture only. */
export async function isScanned(ctx: Read, { id }: Reading, page: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('answering.passages')
    .select('position')
    .where('reading_id', '=', id)
    .where('page', '=', page)
    .where('stands_in', '=', 'scan')
    .executeTakeFirst()
  return row !== undefined
}

/** Every passage, in the order of the file. */
export async function listPassages(ctx: Read | Write, readingId: string): Promise<Passage[]> {
  const rows = await ctx.db
    .selectFrom('answering.passages')
    .select([
      'position',
      'ordinal',
      'origin',
      'gap',
      'text',
      'cells',
      'page',
      'stands_in as from',
      'part',
      'question_id as questionId',
      'field',
    ])
    .select(['found_by as foundBy', 'reason'])
    .where('reading_id', '=', readingId)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ part, questionId, field, cells: row, ...passage }) => ({
    ...passage,
    cells: cells.parse(row),
    standing: standingOf(part, questionId, field),
  }))
}

function standingOf(part: string | null, questionId: string | null, field: string | null): Standing {
  if (part === 'question') return { part, questionId: questionId ?? '', field: questionField.parse(field) }
  if (part === 'whole') return { part, field: wholeField.parse(field) }
  return part === 'outside' || part === 'form' || part === 'aside' ? { part } : null
}

/** Files that came to those who asked and wait to be taken, of these recipients: the latest of each. */
export async function listToTake(
  ctx: Read,
  recipientIds: readonly string[],
): Promise<Pick<Reading, 'id' | 'recipientId' | 'name'>[]> {
  if (recipientIds.length === 0) return []
  return ctx.db
    .selectFrom('answering.readings')
    .distinctOn('recipient_id')
    .select(['id', 'recipient_id as recipientId', 'name'])
    .where('recipient_id', 'in', [...recipientIds])
    .where('state', '=', 'open')
    .where('source', '<>', 'link')
    .orderBy('recipient_id')
    .orderBy('made_at', 'desc')
    .execute()
}

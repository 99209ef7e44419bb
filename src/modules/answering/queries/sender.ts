/** How far those outside have come, for the one who asked: counts and days, without a word of what they write. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { getMessage, listParts, type Part } from '../../intake/index.ts'
import type { Recipient, Round } from '../../referral/index.ts'
import { asked, propertyName, type Asked, type Beside } from '../model.ts'
import { propertyApart } from './apart.ts'
import type { Reading } from './readings.ts'

/** The referral as the one outside sees it, read by the one who asked. */
export async function askedByUs(ctx: Read | Write, about: { round: Round; recipient: Recipient }): Promise<Asked> {
  const { round, recipient } = about
  const { id: roundId, title, state, authorityName, issuerName, referenceNumber, version, sentAt, ...more } = round
  return asked.parse({
    ...{ recipientId: recipient.id, bodyName: recipient.bodyName, bodyKind: recipient.bodyKind },
    ...{ roundId, title, state, authorityName, issuerName, referenceNumber, version, sentAt },
    ...{ withoutPosition: more.withoutPosition, coverLetter: more.coverLetter, answerBy: recipient.answerBy },
    ...{ contact: found(more.contact), questions: more.questions, corrections: more.corrections },
    ...{ documents: [], answer: recipient.answer },
  })
}

export type MessageFile = {
  readonly authorityId: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

/** A file that came with a message. Throws `NotFound`. */
export async function findMessagePart(
  ctx: Read | Write,
  about: { messageId: string; position: number },
): Promise<MessageFile> {
  const { authorityId, state } = await getMessage(ctx, about.messageId)
  const part = (await listParts(ctx, about.messageId)).find(({ position }) => position === about.position)
  const { name, mediaType, sha256, size } = found(state === 'quarantined' ? undefined : part)
  return { authorityId, name, mediaType, sha256, size }
}

/** The other files of the message that an answer came in, without what only stands in its words; none where it came otherwise. */
export async function listBeside(ctx: Read | Write, about: Pick<Reading, 'messageId' | 'sha256'>): Promise<Beside[]> {
  if (about.messageId === null) return []
  const parts = await listParts(ctx, about.messageId)
  return parts.filter(({ isInline, sha256 }) => !isInline && sha256 !== about.sha256)
}

/** Of files that came with a message: which is a form, and whose; null where none is. Files are read, not believed by name. */
export async function ownerOfForms(
  ctx: Read,
  parts: readonly Part[],
): Promise<{ position: number; recipientId: string } | null> {
  for (const { position, sha256, size, name } of parts) {
    if (size > mostBytes || !/\.docx$/i.test(name)) continue
    const recipientId = await propertyApart({ bytes: await ctx.files.read(sha256), name }, propertyName)
    if (recipientId !== null) return { position, recipientId }
  }
  return null
}

const mostBytes = 20 * 1024 * 1024

/** Where letters to bodies go, by their ids; those without an address are not in it. */
export async function addressesOf(ctx: Read | Write, bodyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (bodyIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('organisation.bodies')
    .select(['id', 'email'])
    .where('id', 'in', [...bodyIds])
    .execute()
  return new Map(rows.flatMap(({ id, email }) => (email?.trim() ? [[id, email.trim()] as const] : [])))
}

/** A body outside whose answer to an open round is still to come. */
export type Awaited = {
  readonly roundId: string
  readonly recipientId: string
  readonly bodyName: string
  readonly title: string
  readonly email: string | null
}

/** Those of an authority's, the latest round first. */
export async function listAwaited(ctx: Read, authorityId: string): Promise<Awaited[]> {
  return ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .select(['r.id as roundId', 'x.id as recipientId', 'b.name as bodyName', 'r.title', 'b.email'])
    .where('r.authority_id', '=', authorityId)
    .where('r.state', '=', 'sent')
    .where('x.case_id', 'is', null)
    .where('x.asked_at', 'is not', null)
    .where(sql<boolean>`not exists (select from referral.answers s where s.recipient_id = x.id)`)
    .orderBy('r.sent_at', 'desc')
    .orderBy('b.name')
    .limit(200)
    .execute()
}

export type Progress = {
  readonly recipientId: string
  /** How many links hold. */
  readonly links: number
  readonly mailedTo: string | null
  readonly mailedAt: Date | null
  /** When somebody first said who they are. */
  readonly usedAt: Date | null
  readonly people: number
  readonly savedAt: Date | null
  readonly submissions: number
}

/** Everyone outside in a round that one's own authority has sent; of others', none. */
export async function listProgress(ctx: Read | Write, roundId: string): Promise<Progress[]> {
  const { rows } = await sql<{
    recipient_id: string
    links: number
    mailed_to: string | null
    mailed_at: Date | null
    used_at: Date | null
    people: number
    saved_at: Date | null
    submissions: number
  }>`select * from answering.progress_of(${roundId}::uuid)`.execute(ctx.db)
  return rows.map((row) => ({
    recipientId: row.recipient_id,
    links: row.links,
    mailedTo: row.mailed_to,
    mailedAt: row.mailed_at,
    usedAt: row.used_at,
    people: row.people,
    savedAt: row.saved_at,
    submissions: row.submissions,
  }))
}

export async function findProgress(
  ctx: Read,
  about: { roundId: string; recipientId: string },
): Promise<Progress | null> {
  const all = await listProgress(ctx, about.roundId)
  return all.find(({ recipientId }) => recipientId === about.recipientId) ?? null
}

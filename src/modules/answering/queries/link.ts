/** Showing a link, and what its holder may see of the round. Everything here begins by showing the token to the database. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { NotFound, found } from '../../../kernel/errors.ts'
import { hashToken } from '../../../kernel/secrets.ts'
import { asked, type Asked, type Entered, type Writer } from '../model.ts'

/** A token as `makeToken` makes them; what does not look like one is not looked for. */
const shape = /^[\w-]{43}$/

/**
 * Shows the link to the database, which from here on gives this recipient's rows and no other's. Throws `NotFound` for a token
 * that does not exist, was renewed or revoked: nobody learns which.
 */
export async function enter(ctx: Read | Write, token: string): Promise<Entered> {
  if (!shape.test(token)) throw new NotFound()
  const { rows } = await sql<{ link_id: string; recipient_id: string; is_open: boolean }>`
    select * from answering.enter(${hashToken(token)})`.execute(ctx.db)
  const it = found(rows[0])
  return { linkId: it.link_id, recipientId: it.recipient_id, isOpen: it.is_open }
}

/** What is asked. A link must have been shown. */
export async function getAsked(ctx: Read | Write): Promise<Asked> {
  const { rows } = await sql<{ asked: unknown }>`select answering.asked() as asked`.execute(ctx.db)
  return asked.parse(found(rows[0]?.asked))
}

/** A question about the round: one's own, or another's that is answered. */
export type Reply = {
  readonly question: string
  /** The day one's own was asked (ISO); null for another's. */
  readonly askedOn: string | null
  /** Null while one's own waits. */
  readonly answer: string | null
  readonly at: Date | null
  readonly isOwn: boolean
}

/** What others have asked about the round and got answered, and what one has asked oneself; never who the others are. A link must have been shown. */
export async function listReplies(ctx: Read): Promise<Reply[]> {
  const { rows } = await sql<{
    question: string
    asked_on: string | null
    answer: string | null
    answered_at: Date | null
    is_own: boolean
  }>`select * from answering.replies()`.execute(ctx.db)
  return rows.map(({ asked_on: askedOn, answered_at: at, is_own: isOwn, ...reply }) => ({
    ...reply,
    askedOn,
    at,
    isOwn,
  }))
}

/** Those who have said who they are, in the order they came. */
export async function listWriters(ctx: Read | Write, recipientId: string): Promise<Writer[]> {
  return ctx.db
    .selectFrom('answering.people')
    .select(['id', 'name', 'role'])
    .where('recipient_id', '=', recipientId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
}

/** Throws `NotFound` for somebody of another link. */
export async function getWriter(ctx: Read | Write, recipientId: string, personId: string): Promise<Writer> {
  const row = await ctx.db
    .selectFrom('answering.people')
    .select(['id', 'name', 'role'])
    .where('recipient_id', '=', recipientId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return found(row)
}

export type LinkFile = {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

/** A file that was sent to the holder of the link, or that their own answer became. Throws `NotFound`. */
export async function getFileOnLink(ctx: Read, fileId: string): Promise<LinkFile> {
  const { rows } = await sql<{ name: string; media_type: string; sha256: string; size: number }>`
    select * from answering.file_of(${fileId}::uuid)`.execute(ctx.db)
  const { media_type: mediaType, ...file } = found(rows[0])
  return { ...file, mediaType }
}

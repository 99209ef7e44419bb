/** What waits in the inbox, what is kept apart, what has been handled, and one message with all that is known of it. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { mostWaiting } from '../../../kernel/ui/index.ts'
import { getCase, getRecord, type Case, type RecordItem } from '../../registry/index.ts'
import type { Act, Message, MessageState, Part, Warning } from '../model/message.ts'

function selectMessages(ctx: Read | Write) {
  return ctx.db
    .selectFrom('intake.messages as m')
    .leftJoin('organisation.people as p', 'p.id', 'm.handled_by')
    .select([
      'm.id',
      'm.authority_id as authorityId',
      'm.received_at as receivedAt',
      'm.via',
      'm.envelope_from as envelopeFrom',
      'm.envelope_to as envelopeTo',
      'm.from_name as fromName',
      'm.from_address as fromAddress',
      'm.reply_to as replyTo',
      'm.subject',
      'm.sent_at as sentAt',
      'm.header_id as headerId',
      'm.body',
      'm.sha256',
      'm.size',
      'm.automatic',
      'm.proposed_case_id as proposedCaseId',
      'm.state',
      'm.quarantine_reason as quarantineReason',
      'm.released_at as releasedAt',
      'm.record_id as recordId',
      'm.handled_at as handledAt',
      'p.name as handledByName',
      'm.reason',
      'm.letter_id as letterId',
      'm.why',
    ])
    .select(sql<readonly Warning[]>`m.warnings`.as('warnings')) // written by `receive` alone
}

/** Throws `NotFound`. */
export async function getMessage(ctx: Read | Write, messageId: string): Promise<Message> {
  return found(await selectMessages(ctx).where('m.id', '=', messageId).executeTakeFirst())
}

/** Holds the message until the transaction ends. Throws `NotFound`. */
export async function lockMessage(ctx: Write, messageId: string): Promise<Message> {
  found(
    await ctx.db.selectFrom('intake.messages').select('id').where('id', '=', messageId).forUpdate().executeTakeFirst(),
  )
  return getMessage(ctx, messageId)
}

export function listParts(ctx: Read | Write, messageId: string): Promise<Part[]> {
  return ctx.db
    .selectFrom('intake.parts')
    .select(['position', 'name', 'media_type as mediaType', 'sha256', 'size', 'is_inline as isInline', 'note'])
    .where('message_id', '=', messageId)
    .orderBy('position')
    .execute()
}

export function listActs(ctx: Read, messageId: string): Promise<Act[]> {
  return ctx.db
    .selectFrom('intake.acts as a')
    .innerJoin('organisation.people as p', 'p.id', 'a.person_id')
    .select(['a.at', 'p.name as personName', 'a.act', 'a.why'])
    .where('a.message_id', '=', messageId)
    .orderBy('a.id')
    .execute()
}

/** A row of a list: the message without its text. */
export type Listed = Omit<Message, 'body' | 'warnings'> & {
  readonly parts: number
  readonly warningCount: number
  readonly twins: number
}

export type ListView = 'waiting' | 'quarantined' | 'handled'
export type Cursor = { readonly at: Date; readonly id: string }
export type MessagePage = { readonly messages: readonly Listed[]; readonly next: string | null }

/** Where a page of the list ended, as it stands in the address. */
export function readCursor(cursor: string | undefined): Cursor | null {
  const [, millis, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return millis === undefined || id === undefined ? null : { at: new Date(Number(millis)), id }
}

const states: Readonly<Record<ListView, readonly MessageState[]>> = {
  waiting: ['waiting'],
  quarantined: ['quarantined'],
  handled: ['registered', 'set_aside'],
}

type Sought = { readonly authorityId: string; readonly view: ListView }
type Slice = { readonly after?: Cursor | null; readonly size?: number }

/** What waits, the oldest first; what is handled, the latest first. `size` at a time. */
export async function listMessages(
  ctx: Read,
  sought: Sought,
  { after = null, size = 50 }: Slice = {},
): Promise<MessagePage> {
  const rows = await selectSlice(ctx, sought, { after, size: size + 1 })
  const messages = rows.slice(0, size).map(({ body: _, warnings: __, ...row }) => row)
  return { messages, next: rows.length > size ? cursorOf(messages.at(-1), sought.view) : null }
}

function cursorOf(last: Listed | undefined, view: ListView): string | null {
  const at = view === 'handled' ? last?.handledAt : last?.receivedAt
  return last === undefined || !at ? null : `${at.getTime()}_${last.id}`
}

function selectSlice(ctx: Read, { authorityId, view }: Sought, { after, size }: Required<Slice>) {
  const isHandled = view === 'handled'
  const by = isHandled ? sql.ref('m.handled_at') : sql.ref('m.received_at')
  const beyond = isHandled ? sql`<` : sql`>`
  const towards = isHandled ? 'desc' : 'asc'
  return selectMessages(ctx)
    .select([
      sql<number>`(select count(*) from intake.parts x where x.message_id = m.id and not x.is_inline)`.as('parts'),
      sql<number>`jsonb_array_length(m.warnings)`.as('warningCount'),
      sql<number>`(select count(*) from intake.messages t where t.authority_id = m.authority_id and t.id <> m.id
        and (t.sha256 = m.sha256 or t.header_id = m.header_id))`.as('twins'),
    ])
    .where('m.authority_id', '=', authorityId)
    .where('m.state', 'in', states[view])
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${by}, m.id) ${beyond} (${after?.at}, ${after?.id}::uuid)`),
    )
    .orderBy(by, towards)
    .orderBy('m.id', towards)
    .limit(size)
    .execute()
}

export type Counts = {
  readonly late: number
  readonly waiting: number
  readonly quarantined: number
  readonly oldest: Date | null
  /** Of those kept apart. */
  readonly oldestHeld: Date | null
}

/** How many wait at the authority, for the number beside the inbox: from the index alone, and no more than are shown. */
export async function countWaiting(ctx: Read, authorityId: string): Promise<number> {
  const some = ctx.db
    .selectFrom('intake.messages')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('state', '=', 'waiting')
    .limit(mostWaiting + 1)
  const { count } = await ctx.db
    .selectFrom(some.as('some'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** How many wait, how many of them came before the instant that makes them late (B-02), how many are kept apart. */
export async function countMessages(ctx: Read, authorityId: string, lateBefore: Date): Promise<Counts> {
  const rows = await ctx.db
    .selectFrom('intake.messages')
    .select((row) => [
      'state',
      row.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where received_at < ${lateBefore})`.as('late'),
      row.fn.min('received_at').as('oldest'),
    ])
    .where('authority_id', '=', authorityId)
    .where('state', 'in', ['waiting', 'quarantined'])
    .groupBy('state')
    .execute()
  const inState = (wanted: string) => rows.find(({ state }) => state === wanted) ?? { all: 0, late: 0, oldest: null }
  const [waiting, held] = [inState('waiting'), inState('quarantined')]
  return {
    late: waiting.late,
    waiting: waiting.all,
    quarantined: held.all,
    oldest: waiting.oldest,
    oldestHeld: held.oldest,
  }
}

export type Twin = Pick<Message, 'id' | 'subject' | 'state' | 'receivedAt' | 'recordId'>

/** The authority's other messages with the same content or the same Message-ID, the first first. */
export function listTwins(
  ctx: Read | Write,
  { id, authorityId, sha256, headerId }: Pick<Message, 'id' | 'authorityId' | 'sha256' | 'headerId'>,
): Promise<Twin[]> {
  return ctx.db
    .selectFrom('intake.messages')
    .select(['id', 'subject', 'state', 'received_at as receivedAt', 'record_id as recordId'])
    .where('authority_id', '=', authorityId)
    .where('id', '<>', id)
    .where((row) =>
      row.or([row('sha256', '=', sha256), ...(headerId === null ? [] : [row('header_id', '=', headerId)])]),
    )
    .orderBy('received_at')
    .limit(20)
    .execute()
}

/** The case that was proposed, if this person may see it. */
export async function proposedCase(
  ctx: Read | Write,
  { proposedCaseId }: Pick<Message, 'proposedCaseId'>,
): Promise<Case | null> {
  return proposedCaseId === null ? null : getCase(ctx, proposedCaseId).catch(orNothing)
}

/** The record that the message became, if this person may see it. */
export async function recordOf(ctx: Read, { recordId }: Pick<Message, 'recordId'>): Promise<RecordItem | null> {
  return recordId === null ? null : getRecord(ctx, recordId).catch(orNothing)
}

function orNothing(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** What the register of contacts calls whoever has this address, at the authority or shared by all. */
export async function nameOfSender(
  ctx: Read,
  { authorityId, fromAddress }: Pick<Message, 'authorityId' | 'fromAddress'>,
): Promise<string | null> {
  if (fromAddress === null) return null
  const row = await ctx.db
    .selectFrom('filing.contacts')
    .select('name')
    .where('email', 'in', [...new Set([fromAddress, fromAddress.toLowerCase()])])
    .where((at) => at.or([at('authority_id', '=', authorityId), at('authority_id', 'is', null)]))
    .where('is_active', '=', true)
    .orderBy('authority_id')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? null
}

export type Mailbox = { readonly address: string; readonly authorityId: string }

/** Whose registry a message to this address belongs to; null for an address that no body with a registry has. */
export async function mailboxOf(ctx: Read, address: string): Promise<Mailbox | null> {
  const row = await ctx.db
    .selectFrom('organisation.bodies')
    .select(['email', 'authority_id as authorityId'])
    .where(sql<boolean>`lower(email) = lower(${address})`)
    .where('authority_id', 'is not', null)
    .orderBy('key')
    .limit(1)
    .executeTakeFirst()
  if (row?.authorityId === undefined || row.authorityId === null) return null
  return { address: row.email ?? address, authorityId: row.authorityId }
}

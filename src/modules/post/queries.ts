/** The letters of an authority, and one with its words. */

import { sql } from 'kysely'
import type { Read, Write } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import type { LetterState } from '../../kernel/post-words.ts'
import type { Letter, WholeLetter } from './model.ts'

function selectLetters(ctx: Read | Write) {
  return ctx.db
    .selectFrom('kernel.letters as l')
    .leftJoin('registry.cases as c', 'c.id', 'l.case_id')
    .leftJoin('organisation.people as p', 'p.id', 'l.posted_by')
    .leftJoin('organisation.people as s', 's.id', 'l.settled_by')
    .select([
      'l.id',
      'l.authority_id as authorityId',
      'l.case_id as caseId',
      'c.reference_number as referenceNumber',
      'l.topic',
      'l.posted_at as postedAt',
      'p.name as postedByName',
      'l.to_name as toName',
      'l.to_address as toAddress',
      'l.from_name as fromName',
      'l.reply_to as replyTo',
      'l.subject',
      'l.state',
      'l.attempts',
      'l.tried_at as triedAt',
      'l.next_try_at as nextTryAt',
      'l.reason',
      'l.sent_at as sentAt',
      'l.ended_at as endedAt',
      'l.again_as as againAs',
      'l.settled_at as settledAt',
      's.name as settledByName',
    ])
}

/** With its words; what is for its reader alone is hidden in them once it has left. Throws `NotFound`. */
export async function getLetter(ctx: Read | Write, letterId: string): Promise<WholeLetter> {
  const one = selectLetters(ctx).select(['l.body', 'l.about_id as aboutId']).where('l.id', '=', letterId)
  const { aboutId, ...letter } = found(await one.executeTakeFirst())
  if (letter.state === 'waiting') return { ...letter, anewAt: null }
  const secrets = ctx.slots('letter.secret')
  const own = secrets.find(({ topic, mask }) => topic === letter.topic || mask(letter.body) !== letter.body)
  return {
    ...letter,
    body: secrets.reduce((words, { mask }) => mask(words), letter.body),
    anewAt: own === undefined || aboutId === null ? null : await own.anewAt(ctx, aboutId),
  }
}

/** All of them, those in one state, or those that did not arrive and that nobody has seen to. */
export type ListView = 'all' | 'undelivered' | LetterState
export type Cursor = { readonly at: Date; readonly id: string }

/** Where a page of the list ended, as it stands in the address. */
export function readCursor(cursor: string | undefined): Cursor | null {
  const [, millis, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return millis === undefined || id === undefined ? null : { at: new Date(Number(millis)), id }
}

type Sought = { readonly authorityId: string; readonly view: ListView }
type Slice = { readonly after?: Cursor | null; readonly size?: number }

/** The latest first, `size` at a time. */
export async function listLetters(
  ctx: Read,
  { authorityId, view }: Sought,
  { after = null, size = 50 }: Slice = {},
): Promise<{ readonly letters: readonly Letter[]; readonly next: string | null }> {
  const state = view === 'all' || view === 'undelivered' ? null : view
  const rows = await selectLetters(ctx)
    .where('l.authority_id', '=', authorityId)
    .$if(view === 'undelivered', (query) => query.where(undelivered))
    .$if(state !== null, (query) => query.where('l.state', '=', state))
    // The clock is to the millisecond, as the address says it.
    .$if(after !== null, (query) => query.where(sql<boolean>`(l.posted_at, l.id) < (${after?.at}, ${after?.id}::uuid)`))
    .orderBy('l.posted_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(size + 1)
    .execute()
  const letters = rows.slice(0, size)
  const last = letters.at(-1)
  const next = rows.length > size && last !== undefined ? `${last.postedAt.getTime()}_${last.id}` : null
  return { letters, next }
}

const undelivered = sql<boolean>`l.state in ('failed', 'bounced') and l.again_as is null and l.settled_at is null`

export type Counts = { readonly waiting: number; readonly undelivered: number; readonly oldestUndelivered: Date | null }

export async function countLetters(ctx: Read, authorityId: string): Promise<Counts> {
  const row = await ctx.db
    .selectFrom('kernel.letters as l')
    .select([
      sql<number>`count(*) filter (where l.state = 'waiting')`.as('waiting'),
      sql<number>`count(*) filter (where l.state in ('failed', 'bounced'))`.as('undelivered'),
      sql<Date | null>`min(l.ended_at) filter (where l.state in ('failed', 'bounced'))`.as('oldestUndelivered'),
    ])
    .where('l.authority_id', '=', authorityId)
    .where('l.state', 'in', ['waiting', 'failed', 'bounced'])
    .where('l.again_as', 'is', null)
    .where('l.settled_at', 'is', null)
    .executeTakeFirst()
  return row ?? { waiting: 0, undelivered: 0, oldestUndelivered: null }
}

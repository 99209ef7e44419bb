/**
 * E-mail out. A command writes a letter in its own transaction; a job sends it (`post-office.ts`), tries again, and notes what
 * became of it. Nothing leaves before commit, and nothing is lost when no mail server is set: the letter waits.
 */

import { randomUUID } from 'node:crypto'
import type { Read, Write } from './context.ts'
import { Refused } from './errors.ts'
import { oneLine } from './fields.ts'
import { enqueueAll } from './jobs.ts'
import { here, letterIdsIn, letterStates, text, type LetterState } from './post-words.ts'
import { insertRows } from './rows.ts'
import { speaking } from './words.ts'

export { here, letterIdsIn, letterStates, type LetterState }

declare module './jobs.ts' {
  interface Jobs {
    'kernel.post': { readonly letterId: string }
  }
}

export type Enclosure = {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

export type Letter = {
  readonly to: { readonly name?: string | null; readonly address: string }
  /** The authority it is sent for, as the reader knows it, and where an answer goes. */
  readonly from: { readonly authorityId: string; readonly name: string; readonly replyTo?: string | null }
  /**
   * The words, written in Swedish whatever language the person who acts reads in. They travel in the open: nothing secret, and
   * a link (`here('/arenden/…')`) to what is. Subjects are one line of at most 250 characters.
   */
  readonly write: () => { readonly subject: string; readonly text: string }
  readonly about: {
    /** What kind of letter, by its module: 'referral.reminder'. */
    readonly topic: `${string}.${string}`
    /** Whom or what it is about, as its module counts; `lettersAbout` finds it by this. */
    readonly id?: string | null
    /** A letter in a case is as hidden as the case. */
    readonly caseId?: string | null
  }
  readonly files?: readonly Enclosure[]
}

/**
 * Puts a letter in the post, in the command's own transaction: it is sent if, and only if, the change is committed. It arrives
 * at least once: a house that is killed after the other server took the letter and before that was noted sends it again, with
 * the same Message-ID. Gives the letter's id. The caller has asked whether it may.
 */
export async function post(ctx: Write, letter: Letter): Promise<string> {
  const [id = ''] = await postAll(ctx, [letter])
  return id
}

/** The same for many letters, in as many statements as for one. Gives their ids in the order given. */
export async function postAll(ctx: Write, letters: readonly Letter[]): Promise<string[]> {
  if (letters.length === 0) return []
  const rows = letters.map((letter) => rowOf(ctx, letter))
  await insertRows(ctx, 'kernel.letters', { rows })
  const ids = rows.map(({ id }) => id)
  await enclose(
    ctx,
    letters.map(({ files = [] }, index) => ({ letterId: ids[index] ?? '', files })),
  )
  await enqueueAll(ctx, 'kernel.post', ids.map(jobFor))
  return ids
}

function rowOf(ctx: Write, { to, from, write, about }: Letter) {
  const written = speaking('sv', write)
  return {
    id: randomUUID(),
    authority_id: from.authorityId,
    case_id: about.caseId ?? null,
    topic: about.topic,
    about_id: about.id ?? null,
    posted_at: ctx.now,
    posted_by: ctx.actor.personId,
    to_name: nameOf(to.name),
    to_address: to.address.trim(),
    from_name: oneLine(from.name).slice(0, 200),
    reply_to: from.replyTo?.trim() || null,
    subject: oneLine(written.subject).slice(0, 250),
    body: written.text,
  }
}

function nameOf(name: string | null | undefined): string | null {
  return oneLine(name ?? '').slice(0, 200) || null
}

type ToEnclose = { readonly letterId: string; readonly files: readonly Enclosure[] }

async function enclose(ctx: Write, letters: readonly ToEnclose[]): Promise<void> {
  const rows = letters.flatMap(({ letterId, files }) =>
    files.map(({ name, mediaType, sha256, size }, index) => ({
      letter_id: letterId,
      position: index + 1,
      ...{ name, media_type: mediaType, sha256, size },
    })),
  )
  await insertRows(ctx, 'kernel.enclosures', { rows })
}

const jobFor = (letterId: string) => ({ payload: { letterId }, onceBy: `letter:${letterId}` })

function send(ctx: Write, letterId: string): Promise<void> {
  return enqueueAll(ctx, 'kernel.post', [jobFor(letterId)])
}

/** What became of a letter, for a page that shows it beside what it is about. */
export type Posted = {
  readonly letterId: string
  readonly aboutId: string | null
  readonly topic: string
  readonly postedAt: Date
  readonly toAddress: string
  readonly state: LetterState
  readonly reason: string | null
}

/** Every letter of a kind about these, the latest first; those that were sent again are left out for the one sent in their place. */
export async function lettersAbout(ctx: Read | Write, topic: string, ids: readonly string[]): Promise<Posted[]> {
  if (ids.length === 0) return []
  return ctx.db
    .selectFrom('kernel.letters')
    .select([
      'id as letterId',
      'about_id as aboutId',
      'topic',
      'posted_at as postedAt',
      'to_address as toAddress',
      'state',
      'reason',
    ])
    .where('topic', '=', topic)
    .where('about_id', 'in', [...ids])
    .where('again_as', 'is', null)
    .orderBy('posted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type Held = {
  readonly id: string
  readonly authorityId: string
  readonly state: LetterState
  readonly isReplaced: boolean
}

/** Holds a letter until the transaction ends; null when there is none for this person. Throws `Refused` while it is being sent. */
export async function lockLetter(ctx: Write, letterId: string): Promise<Held | null> {
  const there = await ctx.db.selectFrom('kernel.letters').select('id').where('id', '=', letterId).executeTakeFirst()
  if (there === undefined) return null
  const row = await ctx.db
    .selectFrom('kernel.letters')
    .select(['id', 'authority_id as authorityId', 'state', 'again_as as againAs'])
    .where('id', '=', letterId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row === undefined) throw new Refused([text.beingSent])
  const { againAs, ...held } = row
  return { ...held, isReplaced: againAs !== null }
}

/**
 * Sends a letter again, to the same address or another. One that still waits is tried now, as if for the first time; one that has
 * been on its way is written anew, and the old one stays with what became of it. Gives the id of the letter that is sent. The caller holds it.
 */
export async function sendAgain(ctx: Write, { id, state }: Held, address: string | null): Promise<string> {
  if (state === 'waiting') {
    const moved = address === null ? {} : { to_address: address, to_name: null }
    await ctx.db
      .updateTable('kernel.letters')
      .set({ ...moved, attempts: 0, next_try_at: null })
      .where('id', '=', id)
      .execute()
    await send(ctx, id)
    return id
  }
  const anew = await copyLetter(ctx, id, address)
  await ctx.db.updateTable('kernel.letters').set({ again_as: anew }).where('id', '=', id).execute()
  await send(ctx, anew)
  return anew
}

async function copyLetter(ctx: Write, id: string, address: string | null): Promise<string> {
  const anew = randomUUID()
  const old = await ctx.db
    .selectFrom('kernel.letters')
    .select(['authority_id', 'case_id', 'topic', 'about_id', 'to_name', 'to_address', 'from_name', 'reply_to'])
    .select(['subject', 'body'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const to = address === null || address === old.to_address ? {} : { to_address: address, to_name: null }
  await ctx.db
    .insertInto('kernel.letters')
    .values({ ...old, ...to, id: anew, posted_at: ctx.now, posted_by: ctx.actor.personId })
    .execute()
  await enclose(ctx, [{ letterId: anew, files: await listEnclosures(ctx, id) }])
  return anew
}

export function listEnclosures(ctx: Read | Write, letterId: string): Promise<Enclosure[]> {
  return ctx.db
    .selectFrom('kernel.enclosures')
    .select(['name', 'media_type as mediaType', 'sha256', 'size'])
    .where('letter_id', '=', letterId)
    .orderBy('position')
    .execute()
}

/** Notes that somebody has seen that a letter did not arrive, and done what was to be done. */
export async function settleLetter(ctx: Write, letterId: string): Promise<void> {
  await ctx.db
    .updateTable('kernel.letters')
    .set({ settled_at: ctx.now, settled_by: ctx.actor.personId })
    .where('id', '=', letterId)
    .execute()
}

/** What another server tells of letters of ours (RFC 3464). `isFailure`: it did not arrive; else it is late, or it did. */
export type DeliveryReport = {
  /** Ids that may be those of letters. */
  readonly letterIds: readonly string[]
  readonly isFailure: boolean
  readonly reason: string
}

/** Marks the letter that a report is about as bounced. Null: it is about no letter that the actor may see. */
export async function noteReport(
  ctx: Write,
  { letterIds, isFailure, reason }: DeliveryReport,
): Promise<{ letterId: string; authorityId: string } | null> {
  const letter = await letterAmong(ctx, letterIds)
  if (letter === null) return null
  if (isFailure)
    await ctx.db
      .updateTable('kernel.letters')
      .set({ state: 'bounced', ended_at: ctx.now, reason: reason.slice(0, 1000) || text.noReason })
      .where('id', '=', letter.id)
      .where('state', 'in', ['waiting', 'sent'])
      .execute()
  return { letterId: letter.id, authorityId: letter.authorityId }
}

async function letterAmong(ctx: Read | Write, ids: readonly string[]) {
  if (ids.length === 0) return null
  const row = await ctx.db
    .selectFrom('kernel.letters')
    .select(['id', 'authority_id as authorityId'])
    .where('id', 'in', [...ids])
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Of a message that tells of letters or answers one: whose it was. */
export async function letterAnswered(
  ctx: Read | Write,
  { report, references }: { readonly report: DeliveryReport | null; readonly references: readonly string[] },
): Promise<{ authorityId: string } | null> {
  return letterAmong(ctx, [...(report?.letterIds ?? []), ...letterIdsIn(references)])
}

/** Where the house's mail leaves from, as it stands now. `server`: null when none is set, and letters wait. */
export type PostOffice = {
  readonly server: string | null
  readonly from: string | null
  /** The house's own address, for links: 'https://kraftsam.kommunen.se'; null when it is not told. */
  readonly house: string | null
  /** Where it listens, as it says when it starts: 'http://localhost:4400'. */
  readonly listening: string | null
}

const none: PostOffice = { server: null, from: null, house: null, listening: null }

export async function postOffice(ctx: Read | Write): Promise<PostOffice> {
  const row = await ctx.db.selectFrom('kernel.settings').select('value').where('key', '=', 'post').executeTakeFirst()
  return { ...none, ...(isOffice(row?.value) ? row.value : {}) }
}

function isOffice(value: unknown): value is PostOffice {
  return typeof value === 'object' && value !== null && 'server' in value && 'from' in value && 'house' in value
}

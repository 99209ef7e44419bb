/** Sending what waits: one letter a job, by the mail server that is set, tried again while it may still arrive. */

import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Caller } from './command.ts'
import type { Write } from './context.ts'
import { writing, type Database } from './db.ts'
import { enqueue, enqueueAt, freeQueue, type JobHandler, type JobHandlers, type Schedule } from './jobs.ts'
import { listEnclosures, type Enclosure } from './post.ts'
import { isFinal, minutesToNextTry, mostTries, text, wholeText } from './post-words.ts'
import { oneLine } from './fields.ts'
import { isGone } from './files.ts'
import { speaking } from './words.ts'

/** The mail server, the house's own address as sender, and where the house is. */
export type PostSettings = {
  /** smtp(s)://user:password@host:port */
  readonly url: string
  readonly from: string
  /** 'https://kraftsam.kommunen.se' */
  readonly house: string
}

declare module './jobs.ts' {
  interface Jobs {
    'kernel.post-waiting': Record<string, never>
  }
}

/** What waits for a new try, or for a server to be set, is taken up within five minutes. */
export const postSchedule: Schedule = { job: 'kernel.post-waiting', at: '*/5 * * * *' }

/** Without settings nothing is sent, and nothing is lost. */
export function postJobs(settings: PostSettings | undefined): JobHandlers {
  if (settings === undefined) return { 'kernel.post': async () => {}, 'kernel.post-waiting': async () => {} }
  const carrier: Carrier = { settings, transport: transportOf(settings.url) }
  return {
    'kernel.post': (caller, payload) => deliver(carrier, caller, letterOf(payload)),
    'kernel.post-waiting': takeUp,
  }
}

/** Notes where mail leaves from, for the pages that tell and for the door that takes in what comes back. */
export async function notePostOffice(
  db: Database,
  settings: PostSettings | undefined,
  { house, listening }: { readonly house?: string | undefined; readonly listening?: string } = {},
): Promise<void> {
  const value = {
    server: settings === undefined ? null : new URL(settings.url).host,
    from: settings?.from ?? null,
    house: settings?.house ?? house ?? null,
    listening: listening ?? null,
  }
  await db
    .insertInto('kernel.settings')
    .values({ key: 'post', value: JSON.stringify(value) })
    .onConflict((row) => row.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute()
}

type Transport = ReturnType<typeof transportOf>
type Carrier = { readonly settings: PostSettings; readonly transport: Transport }

/** Milliseconds until a server that says nothing counts as away. */
const patience = 20_000

const nearby = new Set(['localhost', '127.0.0.1', '[::1]'])

function transportOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth =
    username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
  return createTransport({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...auth,
    // A password is not told in the open to another machine.
    requireTLS: !secure && username !== '' && !nearby.has(hostname),
    ignoreTLS: nearby.has(hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function letterOf(payload: unknown): string {
  const id = typeof payload === 'object' && payload !== null && 'letterId' in payload ? payload.letterId : undefined
  if (typeof id !== 'string') throw new Error('A job of the post names its letter')
  return id
}

function asSystem<T>(caller: Caller, work: (ctx: Write) => Promise<T>): Promise<T> {
  const guard = { verb: 'kernel.post', asked: true }
  return writing(caller.db, caller.actor, (db) => work({ ...caller, db, guard }))
}

/**
 * Sends one letter if it still waits, holding it meanwhile so that two workers do not send it both, nor anybody change its
 * address under way. Killed between the other server's 250 and our commit, it is sent once more with the same Message-ID.
 */
async function deliver(carrier: Carrier, caller: Caller, letterId: string): Promise<void> {
  await asSystem(caller, async (ctx) => {
    const letter = await ctx.db
      .selectFrom('kernel.letters')
      .selectAll()
      .where('id', '=', letterId)
      .where('state', '=', 'waiting')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (letter === undefined) return
    const messageId = letter.message_id ?? `<${letter.id}@${carrier.settings.from.split('@').at(-1) ?? 'localhost'}>`
    const outcome = await attempt(carrier, ctx, { ...letter, message_id: messageId })
    await ctx.db
      .updateTable('kernel.letters')
      .set({
        message_id: messageId,
        attempts: letter.attempts + 1,
        tried_at: ctx.now,
        ...changeOf(ctx, letter, outcome),
      })
      .where('id', '=', letter.id)
      .execute()
    if (outcome.kind === 'later') await later(ctx, letter.id, nextTry(ctx, letter))
  })
}

type Row = {
  readonly id: string
  readonly attempts: number
  readonly to_name: string | null
  readonly to_address: string
  readonly from_name: string
  readonly reply_to: string | null
  readonly subject: string
  readonly body: string
}

type Outcome = { readonly kind: 'sent' } | { readonly kind: 'later' | 'never'; readonly reason: string }

async function attempt(
  { settings, transport }: Carrier,
  ctx: Write,
  letter: Row & { readonly message_id: string },
): Promise<Outcome> {
  const { id, from_name: fromName, reply_to: replyTo, to_address: to, body } = letter
  const files = await listEnclosures(ctx, id)
  try {
    const attachments = []
    for (const file of files) attachments.push(await attached(ctx, file))
    await transport.sendMail({
      from: { name: fromName, address: settings.from },
      to: letter.to_name === null ? to : { name: letter.to_name, address: to },
      ...(replyTo !== null && { replyTo }),
      envelope: { from: settings.from, to },
      dsn: { id, return: 'headers', notify: ['failure', 'delay'], recipient: to },
      messageId: letter.message_id,
      date: ctx.now,
      subject: letter.subject,
      text: speaking('sv', () => wholeText({ fromName, replyTo, body }, settings.house)),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
      attachments,
    })
    return { kind: 'sent' }
  } catch (error) {
    return failureOf(letter, error)
  }
}

/** A file that is to go with a letter and is not in the store: no other try finds it. */
class MissingFile extends Error {}

async function attached(ctx: Write, { name, mediaType, sha256 }: Enclosure) {
  const bytes = await ctx.files.read(sha256).catch((error: unknown) => {
    if (isGone(error))
      throw new MissingFile(
        speaking('sv', () => text.fileGone(name)),
        { cause: error },
      )
    throw error
  })
  return { filename: name, contentType: mediaType, content: Buffer.from(bytes) }
}

/** As the mail library tells it. */
const failure = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
})

function failureOf({ attempts }: Pick<Row, 'attempts'>, error: unknown): Outcome {
  const told = failure.parse(error)
  const reason = oneLine(told.response ?? told.message).slice(0, 900)
  if (error instanceof MissingFile || isFinal(told)) return { kind: 'never', reason }
  const tries = attempts + 1
  return tries >= mostTries
    ? { kind: 'never', reason: speaking('sv', () => text.gaveUp(tries, reason)) }
    : { kind: 'later', reason }
}

function changeOf(ctx: Write, letter: Row, outcome: Outcome) {
  if (outcome.kind === 'sent') return { state: 'sent' as const, sent_at: ctx.now, next_try_at: null, reason: null }
  const { kind, reason } = outcome
  if (kind === 'never') return { state: 'failed' as const, ended_at: ctx.now, next_try_at: null, reason }
  return { next_try_at: nextTry(ctx, letter), reason }
}

function nextTry(ctx: Write, { attempts }: Pick<Row, 'attempts'>): Date {
  return new Date(ctx.now.getTime() + minutesToNextTry(attempts + 1) * 60_000)
}

function later(ctx: Write, letterId: string, at: Date): Promise<void> {
  return enqueueAt(ctx, 'kernel.post', { payload: { letterId }, onceBy: `letter:${letterId}`, at })
}

/** A letter whose job was lost with its worker, or that was posted before there was a server. Queued twice it is sent once. */
const takeUp: JobHandler = (caller) =>
  asSystem(caller, async (ctx) => {
    await freeQueue(ctx, 'kernel.post')
    const due = await ctx.db
      .selectFrom('kernel.letters')
      .select('id')
      .where('state', '=', 'waiting')
      .where((row) => row.or([row('next_try_at', 'is', null), row('next_try_at', '<=', ctx.now)]))
      .orderBy('posted_at')
      .limit(1000)
      .execute()
    for (const { id } of due) await enqueue(ctx, 'kernel.post', { letterId: id }, `letter:${id}`)
  })

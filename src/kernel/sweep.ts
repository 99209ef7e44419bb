/**
 * Takes away what nobody has: uploads that no form came back for, files that no row claims, and what broke off on its way in.
 *
 * A file goes only when it has been nobody's for most of a day, twice seen: a command that read its hash from a row just before
 * the row was let go has long been done. Whoever sends the same bytes again meanwhile makes the file new.
 */

import { claimedAmong } from './backup/claims.ts'
import type { Caller } from './command.ts'
import type { Write } from './context.ts'
import { owning, writing } from './db.ts'
import type { JobHandler, Schedule } from './jobs.ts'
import { letGoOfOld } from './uploads.ts'

const hour = 3_600_000
/** Milliseconds that an upload waits for its form: somebody may be away for the summer month. */
const uploadsWait = 31 * 24 * hour
/** Milliseconds that a file is nobody's before it goes: less than from one night to the next. */
const looseFor = 20 * hour
/** Milliseconds after which nothing is on its way in any more. */
export const longestArrival = 24 * hour

/** Each night, and when the house stands up again if it was down. */
export const sweepSchedule: Schedule = { job: 'kernel.sweep', at: '17 1 * * *' }

export const sweepJob: JobHandler = async (caller) => void (await sweep(caller))

export type Swept = { readonly uploads: number; readonly files: number }

/** Two at once take away the same as one. Gives how much went. */
export async function sweep(caller: Caller): Promise<Swept> {
  const ago = (millis: number) => new Date(caller.now.getTime() - millis)
  await caller.files.tidy(ago(longestArrival))
  const uploads = await asSystem(caller, (ctx) => letGoOfOld(ctx, ago(uploadsWait)))
  let files = 0
  for (let part = 0; part < 256; part++)
    files += await sweepPart(caller, part.toString(16).padStart(2, '0'), ago(looseFor))
  return { uploads, files }
}

function asSystem<T>(caller: Caller, work: (ctx: Write) => Promise<T>): Promise<T> {
  const guard = { verb: 'kernel.sweep', asked: true }
  return writing(caller.db, caller.actor, (db) => work({ ...caller, db, guard }))
}

/** One of 256 parts of the file store: those loose since before go, those loose from now are noted. */
async function sweepPart(caller: Caller, prefix: string, before: Date): Promise<number> {
  const { files } = caller
  const loose = await unclaimed(caller, await files.list(prefix))
  const ripe = await asSystem(caller, (ctx) => note(ctx, { prefix, loose, before }))
  let gone = 0
  for (const sha256 of ripe) {
    const isWanted = async () => (await unclaimed(caller, [sha256])).length === 0
    if (await files.discard(sha256, { before, isWanted })) gone++
  }
  return gone
}

async function unclaimed({ db }: Caller, there: readonly string[]): Promise<string[]> {
  if (there.length === 0) return []
  const claimed = await owning(db, (client) => claimedAmong(client, there))
  return there.filter((sha256) => !claimed.has(sha256))
}

type Noting = { readonly prefix: string; readonly loose: readonly string[]; readonly before: Date }

/** Keeps the list of what is loose, and gives what has been so for long enough. */
async function note(ctx: Write, { prefix, loose, before }: Noting): Promise<string[]> {
  const noted = await ctx.db
    .selectFrom('kernel.loose_files')
    .select(['sha256', 'since'])
    .where('sha256', '>=', prefix)
    .where('sha256', '<', `${prefix}g`)
    .execute()
  const still = new Set(loose)
  const over = noted.filter(({ sha256 }) => !still.has(sha256)).map(({ sha256 }) => sha256)
  if (over.length > 0) await ctx.db.deleteFrom('kernel.loose_files').where('sha256', 'in', over).execute()
  const known = new Set(noted.map(({ sha256 }) => sha256))
  const fresh = loose.filter((sha256) => !known.has(sha256)).map((sha256) => ({ sha256, since: ctx.now }))
  if (fresh.length > 0)
    await ctx.db
      .insertInto('kernel.loose_files')
      .values(fresh)
      .onConflict((row) => row.doNothing())
      .execute()
  return noted.filter(({ sha256, since }) => still.has(sha256) && since < before).map(({ sha256 }) => sha256)
}

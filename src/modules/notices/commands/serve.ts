/** Noting that the board is served, so that a break in a notice's period is found (A-72, KL 13:5). */

import { sql } from 'kysely'
import type { Caller } from '../../../kernel/command.ts'
import { theSystem } from '../../../kernel/context.ts'
import { writing } from '../../../kernel/db.ts'
import type { Log } from '../../../kernel/log.ts'
import { allowedBreak } from '../queries/notices.ts'

/** The board was read just now. */
export function noteServed(caller: Pick<Caller, 'db' | 'now' | 'isDemo'>): Promise<void> {
  return writing(caller.db, theSystem, async (db) => {
    await sql`select notices.serve(${caller.now}, ${allowedBreak(caller)}::interval)`.execute(db)
  })
}

export type Watching = Pick<Caller, 'db' | 'isDemo'> & { readonly clock: () => Date; readonly log: Log }

const everyFive = 5 * 60_000

/**
 * Reads the board as anyone would, now and every fifth minute, in the process that serves it, and notes each time it could be read. Gives
 * what ends it. When it cannot be read nothing is noted, and the silence is the break.
 */
export function watchBoard(
  { clock, log, ...house }: Watching,
  read: () => Promise<{ readonly ok: boolean }>,
): () => Promise<void> {
  let current: Promise<void> = look()
  const timer = setInterval(() => void (current = look()), everyFive)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await current
  }

  async function look(): Promise<void> {
    try {
      if ((await read()).ok) await noteServed({ ...house, now: clock() })
      else log.warn('the notice board could not be read')
    } catch (error) {
      log.warn({ err: error }, 'the notice board could not be read')
    }
  }
}

/**
 * Pages read from a hot standby where there is one (DATABASE_REPLICA_URL), and never see less than they have written:
 * after a change the browser carries how far the log had come, and until the standby has come as far, the main server is
 * read. A standby that is away or cancels a query is left alone for a while.
 */

import { sql } from 'kysely'
import type { Actor } from '../context.ts'
import { leavesTraces, reading, type Database, type ReadDb } from '../db.ts'
import { NotFound } from '../errors.ts'
import { cannotWrite, isReadingCutOff } from '../failures.ts'
import { reached, setReached } from './cookies.ts'
import type { Ctx, Parts } from './parts.ts'

/** Milliseconds that a standby is left alone after it failed. */
const rest = 10_000

export type Replica = { readonly db: Database; restsUntil: number }

export function replicaOn(db: Database): Replica {
  return { db, restsUntil: 0 }
}

/** Reads for a page or a file, from the standby if it is there and has what this browser has written. */
export async function readFor<T>(parts: Parts, c: Ctx, wanted: (db: ReadDb) => Promise<T>): Promise<T> {
  const { actor, byBearer } = c.get('asked')
  const { replica } = parts
  const work = isAhead(c) ? unlessItLeavesTraces(wanted) : wanted
  if (replica === undefined || byBearer || performance.now() < replica.restsUntil) return reading(parts.db, actor, work)
  const answer = await fromReplica(replica, actor, { mark: reached(c), work })
  return answer === null ? reading(parts.db, actor, work) : answer.value
}

/** The browser fetches a page while the pointer rests on its link: nobody has read it yet. */
function isAhead(c: Ctx): boolean {
  return c.req.header('sec-purpose')?.includes('prefetch') === true
}

/** A page whose reading is noted is not given ahead: the browser throws away what was not found, and asks when it is opened. */
function unlessItLeavesTraces<T>(wanted: (db: ReadDb) => Promise<T>): (db: ReadDb) => Promise<T> {
  return async (db) => {
    const read = await wanted(db)
    if (leavesTraces(db)) throw new NotFound()
    return read
  }
}

type Wanted<T> = { readonly mark: string | undefined; readonly work: (db: ReadDb) => Promise<T> }

async function fromReplica<T>(replica: Replica, actor: Actor, { mark, work }: Wanted<T>): Promise<{ value: T } | null> {
  try {
    if (mark !== undefined && !(await hasReached(replica.db, mark))) return null
    return { value: await reading(replica.db, actor, work) }
  } catch (error) {
    if (cannotWrite(error)) return null // a reading that is noted is read where it can be noted
    if (!isReadingCutOff(error)) throw error
    replica.restsUntil = performance.now() + rest
    return null
  }
}

async function hasReached(db: Database, mark: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select coalesce(pg_last_wal_replay_lsn() >= ${mark}::pg_lsn, true) as has`.execute(db)
  return rows[0]?.has === true
}

/** Notes in the browser how far the main server's log has come, after a change. */
export async function noteChange(parts: Parts, c: Ctx): Promise<void> {
  if (parts.replica === undefined) return
  const { rows } = await sql<{ mark: string }>`select pg_current_wal_lsn()::text as mark`.execute(parts.db)
  if (rows[0] !== undefined) setReached(c, rows[0].mark)
}

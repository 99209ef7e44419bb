/** Work that is done after the transaction that caused it, by a worker that tries again: graphile-worker behind one function. */

import { Logger, parseCronItems, run, runMigrations, type Runner } from 'graphile-worker'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { theSystem, type Read, type Write } from './context.ts'
import type { Log } from './log.ts'
import type { Caller } from './command.ts'
import { writing } from './db.ts'

/** Each module declares its jobs with what each carries. */
// oxlint-disable-next-line no-empty-interface -- modules fill it by declaration merging
export interface Jobs {}

type JobName = keyof Jobs & string

export type JobHandler = (caller: Caller, payload: unknown) => Promise<void>
export type JobHandlers = Readonly<Record<string, JobHandler>>

/** A job that nobody causes: `at` as cron writes it, in UTC. One that was missed while the house was down is done when it stands. */
export type Schedule = { readonly job: string; readonly at: string }

/** Done one at a time, whoever queues them: a slow mail server takes one place of the worker, and leaves the other to the rest. */
const queues: Readonly<Record<string, string>> = { 'kernel.post': 'post' }

/** Queues a job in the command's own transaction: it is done if, and only if, the change is committed. */
export async function enqueue<J extends JobName>(ctx: Write, job: J, payload: Jobs[J], onceBy?: string): Promise<void> {
  const queue = queues[job] ?? null
  await sql`select kernel.enqueue(${job}, ${JSON.stringify(payload)}::json, ${onceBy ?? null}, ${queue})`.execute(
    ctx.db,
  )
}

/** The same for many at once. */
export async function enqueueAll<J extends JobName>(
  ctx: Write,
  job: J,
  jobs: readonly { readonly payload: Jobs[J]; readonly onceBy: string }[],
): Promise<void> {
  if (jobs.length === 0) return
  const payloads = jobs.map(({ payload }) => JSON.stringify(payload))
  const keys = jobs.map(({ onceBy }) => onceBy)
  const queue = queues[job] ?? null
  await sql`select kernel.enqueue_all(${job}, ${payloads}::json[], ${keys}::text[], ${queue})`.execute(ctx.db)
}

/** The same, not before a time. */
export async function enqueueAt<J extends JobName>(
  ctx: Write,
  job: J,
  { payload, onceBy, at }: { readonly payload: Jobs[J]; readonly onceBy: string; readonly at: Date },
): Promise<void> {
  const queue = queues[job] ?? null
  await sql`select kernel.enqueue_at(${job}, ${JSON.stringify(payload)}::json, ${onceBy}, ${at}, ${queue})`.execute(
    ctx.db,
  )
}

/** Lets go of a queue that a worker held when it was killed. */
export async function freeQueue(ctx: Write, job: JobName): Promise<void> {
  await sql`select kernel.free_queue(${queues[job] ?? null})`.execute(ctx.db)
}

/** What a job does for one after another, as the system. `verb` is what is written in the histories. */
export type InTurn<T> = {
  readonly verb: string
  readonly list: (ctx: Write) => Promise<readonly T[]>
  readonly each: (ctx: Write, one: T) => Promise<void>
}

/**
 * Each in a transaction of its own, and all of them: one that fails undoes itself alone and stops nobody behind it. The first
 * error is thrown when all are done, so that the job is tried again; it does then what is left.
 */
export async function doInTurn<T>(caller: Caller, { verb, list, each }: InTurn<T>): Promise<void> {
  const guard = { verb, asked: true }
  const inOne = <R>(work: (ctx: Write) => Promise<R>) =>
    writing(caller.db, caller.actor, (db) => work({ ...caller, db, guard }))
  const failed: unknown[] = []
  for (const one of await inOne(list))
    await inOne((ctx) => each(ctx, one)).catch((error: unknown) => {
      failed.push(error)
    })
  if (failed.length > 0) throw failed[0]
}

/** Makes or upgrades the queue's own tables. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) })
}

export type Worker = { readonly stop: () => Promise<void> }

type Ground = Omit<Read, 'db' | 'actor' | 'now'> & {
  db: Caller['db']
  clock: () => Date
  log: Log
  schedules?: readonly Schedule[]
}

const aDay = 24 * 3_600_000

/** Milliseconds between a worker that fell with its database and the next. */
const breath = 1000

/**
 * Starts the worker. Its caller is the system; `now` is taken for each job. When the database goes away the worker falls
 * with it, and another is started until one stands: no job is lost, since a job is done when its row is gone.
 */
export async function startWorker(pool: pg.Pool, handlers: JobHandlers, ground: Ground): Promise<Worker> {
  let isStopping = false
  let current: Runner | undefined = await runOnce(pool, handlers, ground)
  const watched = watch()
  return {
    stop: async () => {
      isStopping = true
      await current?.stop().catch(() => {}) // it may have fallen already
      await watched
    },
  }

  async function watch(): Promise<void> {
    while (!isStopping) {
      await current?.promise.catch((error: unknown) =>
        ground.log.warn({ job: true, err: error }, 'the job worker fell'),
      )
      if (isStopping) return
      await pause(breath)
      current = isStopping ? undefined : await runOnce(pool, handlers, ground).catch(() => undefined)
    }
  }
}

function runOnce(pool: pg.Pool, handlers: JobHandlers, { log, schedules = [], ...base }: Ground): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (payload: unknown) => handle({ ...base, actor: theSystem, now: base.clock() }, payload),
    ]),
  )
  return run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(
      schedules.map(({ job, at }) => ({ task: job, match: at, options: { backfillPeriod: aDay, jobKey: job } })),
    ),
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ job: true }, message)
    }),
  })
}

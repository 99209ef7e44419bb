/**
 * Tells everyone who watches something that it has changed, in whatever web process they are: PostgreSQL's NOTIFY, given with
 * the commit. A ring says only that there is something to read; whoever hears it reads with their own rights.
 */

import { sql } from 'kysely'
import type pg from 'pg'
import type { Write } from './context.ts'
import { clientOf, type Database } from './db.ts'

const channel = 'kraftsam_rings'
/** Milliseconds before a connection that was lost is sought again. */
const breath = 1000

export type Bell = {
  /** Calls `wake` at each ring for the topic. Gives what stops it. */
  readonly hear: (topic: string, wake: () => void) => () => void
  /** Aborted when the house closes: whoever listens goes home. */
  readonly closing: AbortSignal
  readonly close: () => Promise<void>
}

/** Rings for a topic when, and only when, the command is committed. */
export async function ring(ctx: Write, topic: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${topic})`.execute(ctx.db)
}

type Hearing = {
  readonly db: Database
  readonly listeners: Map<string, Set<() => void>>
  readonly over: AbortController
  client: pg.Client | undefined
  isConnecting: boolean
}

/** A bell on the database. It holds a connection of its own from the first listener until it is closed. */
export function openBell(db: Database): Bell {
  const hearing: Hearing = {
    db,
    listeners: new Map(),
    over: new AbortController(),
    client: undefined,
    isConnecting: false,
  }
  return {
    hear: (topic, wake) => {
      const there = hearing.listeners.get(topic) ?? new Set()
      hearing.listeners.set(topic, there.add(wake))
      void connect(hearing)
      return () => {
        there.delete(wake)
        if (there.size === 0) hearing.listeners.delete(topic)
      }
    },
    closing: hearing.over.signal,
    close: async () => {
      hearing.over.abort()
      await hearing.client?.end().catch(() => {}) // it may be gone already
    },
  }
}

async function connect(hearing: Hearing): Promise<void> {
  if (hearing.client !== undefined || hearing.isConnecting || hearing.over.signal.aborted) return
  hearing.isConnecting = true
  const client = clientOf(hearing.db)
  client.on('notification', ({ payload = '' }) => hearing.listeners.get(payload)?.forEach((wake) => wake()))
  client.on('error', () => lost(hearing, client))
  client.on('end', () => lost(hearing, client))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
    hearing.client = client
    // What was rung while nobody listened was not heard.
    for (const wakes of hearing.listeners.values()) for (const wake of wakes) wake()
  } catch {
    setTimeout(() => void connect(hearing), breath).unref()
  } finally {
    hearing.isConnecting = false
  }
  if (hearing.over.signal.aborted) await client.end().catch(() => {})
}

function lost(hearing: Hearing, client: pg.Client): void {
  if (hearing.client !== client) return
  hearing.client = undefined
  setTimeout(() => void connect(hearing), breath).unref()
}

/** The store: one pool, and transactions that always run as the application role with the actor set (decision 0003). */

import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Actor } from './context.ts'
import { remembering, startSnapshot } from './prepared.ts'
import { together } from './together.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
/** What a command writes with: inside a transaction, or it does not compile. */
export type Tx = Transaction<Schema>
/** What a query reads with: it has no insert, update or delete. A transaction can stand in for it, so commands call queries. */
export type ReadDb = Pick<Database, 'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic' | 'getExecutor'>

const DATE = 1082
const INT8 = 20
/** Milliseconds to wait for a connection before saying that there is none: a person is told, not left hanging. */
const patience = 10_000
/** Milliseconds that an idle connection is kept: a new one has to plan every question anew, which costs more than any answer. */
const kept = 600_000

/** Days stay days ('2023-12-19'), never instants in some time zone; counts are numbers. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === DATE) return (value) => value
  if (oid === INT8) return Number
  return pg.types.getTypeParser(oid, format)
}

/** Opens the store. `connection` is a URL or what `pg` takes; `max` connections at most. */
export function openDatabase(connection: string | pg.PoolConfig, max = 20): Database {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = calm(
    new pg.Pool({
      connectionTimeoutMillis: patience,
      idleTimeoutMillis: kept,
      pipeline: true,
      ...config,
      max,
      types: { getTypeParser: typeParser },
    }),
  )
  pool.on('connect', remembering)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Database, pg.Pool>()

/**
 * The same store through connections of their own that do not wait for the disk at each commit: for a loading that begins
 * anew when it was cut off. What says that it is done is committed on the store itself, and takes the rest with it to disk.
 * Two of them: each plans every question anew, and more cost more than they give.
 */
export async function inHaste<T>(db: Database, work: (hasty: Database) => Promise<T>): Promise<T> {
  const { password, ...options } = pools.get(db)?.options ?? {}
  const hasty = openDatabase({ ...options, password, options: '-c synchronous_commit=off' }, 2)
  try {
    return await work(hasty)
  } finally {
    await hasty.destroy()
  }
}

/** A connection outside the pool, for whoever holds it as long as the house stands. Not connected yet. */
export function clientOf(db: Database): pg.Client {
  return new pg.Client(pools.get(db)?.options)
}

/** How many connections there are, how many of them rest, and how many wait for one. */
export function connectionsOf(db: Database): { total: number; idle: number; waiting: number } {
  const pool = pools.get(db)
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 }
}

/** An idle connection that the server closed is no reason to fall: the next query opens another. */
export function calm(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** The authorities whose marked records one reads by office; need in a single case is the database's own to know. */
function secretsOf(actor: Actor): string {
  return [...(actor.grants.get('registry.read-secret') ?? [])].join(',')
}

/** Ids, commas and the star; anything else would be a mistake of ours, and does not reach the store. */
function plain(value: string): string {
  if (!/^(\*|[0-9a-f,-]*)$/.test(value)) throw new Error('An actor is made of ids')
  return `'${value}'`
}

/**
 * Takes on the application role and the actor for the rest of the transaction: the last line of secrecy is the database. What
 * PostgreSQL believes dear because of that line is not compiled first, which takes half a second where it comes so set.
 */
function actingAs(actor: Actor): string {
  return `select
    set_config('jit', 'off', true),
    set_config('role', 'kraftsam_app', true),
    set_config('kraftsam.person', ${plain(actor.personId ?? '')}, true),
    set_config('kraftsam.authorities', ${plain(actor.isSystem ? '*' : actor.authorities.join(','))}, true),
    set_config('kraftsam.secrets', ${plain(actor.isSystem ? '*' : secretsOf(actor))}, true)`
}

/** What a snapshot must leave behind, since it cannot write itself. */
type Trace = (tx: Tx) => Promise<void>
const traces = new WeakMap<object, Trace[]>()

/**
 * Has something written once a snapshot has been read, such as who read what is marked secret: in a transaction of the same
 * actor's, and before anybody is shown anything. Inside a command, which leaves its own traces, nothing is written.
 */
export function afterReading(db: ReadDb | Tx, trace: Trace): void {
  traces.get(db)?.push(trace)
}

/** Whether a snapshot has something to leave behind. */
export function leavesTraces(db: ReadDb): boolean {
  return (traces.get(db)?.length ?? 0) > 0
}

/**
 * One snapshot that cannot write: a page sees one moment, and PostgreSQL refuses if someone lies to the compiler. It begins
 * and takes on the actor in one round trip, since every page does. What it must leave behind is written before it answers.
 */
export async function reading<T>(db: Database, actor: Actor, work: (tx: ReadDb) => Promise<T>): Promise<T> {
  const left: Trace[] = []
  const result = await onOneConnection(db, async (connection, client) => {
    traces.set(connection, left)
    return inSnapshot(client, actor, () => work(connection))
  })
  if (left.length > 0) await writing(db, actor, (tx) => together(left.map((trace) => trace(tx))))
  return result
}

/**
 * On a connection alone, where questions asked beside each other go out at once, without waiting for each other's answers;
 * Kysely's own connection asks one at a time. What fails is rolled back.
 */
async function onOneConnection<T>(
  db: Database,
  work: (connection: Database, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const pool = pools.get(db)
  if (pool === undefined) throw new Error('Only a database that was opened here has connections')
  const client = await pool.connect()
  const { connection, takeBack } = lent(client)
  let broken: unknown
  try {
    return await work(connection, client)
  } catch (error) {
    await client.query('rollback').catch((failed: unknown) => (broken = failed))
    throw error
  } finally {
    takeBack()
    client.release(broken !== undefined) // one that could not even roll back is not lent to anybody else
  }
}

/**
 * What asks on a client for one transaction. Whoever asks on when it has been taken back is refused: the client may be
 * another's by then, and is the owner's between two.
 */
function lent(client: pg.PoolClient): { readonly connection: Database; readonly takeBack: () => void } {
  let isOver = false
  const query = (...asked: readonly unknown[]): unknown =>
    isOver ? Promise.reject(new Error('The transaction is over')) : Reflect.apply(client.query, client, asked)
  const borrowed = { query, release: () => {} }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the dialect uses of a pool and its client
  const pool = { connect: async () => borrowed, end: async () => {}, options: {} } as unknown as pg.Pool
  return { connection: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), takeBack: () => (isOver = true) }
}

/**
 * On a connection as the tables' owner, from whom nothing is hidden: for the kernel's own housekeeping, which must see every
 * row before it takes anything away. No transaction is begun.
 */
export function owning<T>(db: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return onOneConnection(db, (_, client) => work(client))
}

/** The first question goes out right behind the beginning; what was read is given back only if the beginning went well. */
async function inSnapshot<T>(client: pg.PoolClient, actor: Actor, work: () => Promise<T>): Promise<T> {
  const began = client.query(`${startSnapshot}; ${actingAs(actor)}`)
  began.catch(() => {}) // thrown where it is waited for
  const result = await work()
  await began
  await client.query('commit')
  return result
}

/** All or nothing: the change, its ledger entry and the work it queues. */
export function writing<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return onOneConnection(db, async (connection, client) => {
    await client.query(`begin; ${actingAs(actor)}`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a transaction has begun on it
    const result = await work(connection as unknown as Tx)
    const { command } = await client.query('commit')
    // After an error that somebody passed over, PostgreSQL answers a commit with ROLLBACK and calls it well.
    if (command !== 'COMMIT') throw new Error('The transaction had failed, and nothing of it was kept')
    return result
  })
}

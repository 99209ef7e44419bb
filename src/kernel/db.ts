/** The store: one pool, and transactions that always run as the application role with the actor set (decision 0003). */

import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Actor } from './context.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
/** What a command writes with: inside a transaction, or it does not compile. */
export type Tx = Transaction<Schema>
/** What a query reads with: it has no insert, update or delete. A transaction can stand in for it, so commands call queries. */
export type ReadDb = Pick<Database, 'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic' | 'getExecutor'>

const DATE = 1082
const INT8 = 20

/** Days stay days ('2023-12-19'), never instants in some time zone; counts are numbers. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === DATE) return (value) => value
  if (oid === INT8) return Number
  return pg.types.getTypeParser(oid, format)
}

/** Opens the store. `connection` is a URL or what `pg` takes; `max` connections at most. */
export function openDatabase(connection: string | pg.PoolConfig, max = 20): Database {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = calm(new pg.Pool({ ...config, max, types: { getTypeParser: typeParser } }))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** An idle connection that the server closed is no reason to fall: the next query opens another. */
export function calm(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The authorities whose marked records one reads by office; need in a single case is the database's own to know. */
function secretsOf(actor: Actor): string {
  return [...(actor.grants.get('registry.read-secret') ?? [])].join(',')
}

/** Takes on the application role and the actor for the rest of the transaction: the last line of secrecy is the database. */
async function actAs(tx: Tx, actor: Actor): Promise<void> {
  await sql`select
    set_config('role', 'kraftsam_app', true),
    set_config('kraftsam.person', ${actor.personId ?? ''}, true),
    set_config('kraftsam.authorities', ${actor.isSystem ? '*' : actor.authorities.join(',')}, true),
    set_config('kraftsam.secrets', ${actor.isSystem ? '*' : secretsOf(actor)}, true)`.execute(tx)
}

/** One snapshot that cannot write: a page sees one moment, and PostgreSQL refuses if someone lies to the compiler. */
export function reading<T>(db: Database, actor: Actor, work: (tx: ReadDb) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await actAs(tx, actor)
      return work(tx)
    })
}

/** All or nothing: the change, its ledger entry and the work it queues. */
export function writing<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await actAs(tx, actor)
    return work(tx)
  })
}

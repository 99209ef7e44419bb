/** What tests stand on: a fresh database of their own, people who knock on the doors, and races made certain. */

import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { grants, navigation, routes, slots } from '../src/app.ts'
import { perform, type Caller, type Command } from '../src/kernel/command.ts'
import { theSystem, type Actor, type Read } from '../src/kernel/context.ts'
import { openDatabase, reading, type Database } from '../src/kernel/db.ts'
import { folderStore, type FileStore } from '../src/kernel/files.ts'
import { httpApp } from '../src/kernel/http/app.ts'
import type { Parts } from '../src/kernel/http/parts.ts'
import { openLog } from '../src/kernel/log.ts'
import { migrate, migrationsHash } from '../src/kernel/migrate.ts'
import { hashToken, makeToken } from '../src/kernel/secrets.ts'
import type { Assets } from '../src/kernel/ui/assets.ts'
import { actorFor, identifyWith } from '../src/modules/organisation/index.ts'
import { testServer, type TestServer } from './postgres.ts'
import { quickFolder } from './quick-folder.ts'
import type { z } from 'zod'

const migrations = join(import.meta.dirname, '..', 'migrations')

/** A copy of a thousand small files costs half of what it costs through the log. */
export const byFiles = 'strategy file_copy'

export type World = {
  readonly db: Database
  readonly connection: TestServer['connection']
  readonly files: FileStore
  /** The moment it is in the tests; set it to move on. */
  now: Date
  readonly app: ReturnType<typeof httpApp>
  /** The same house with something in it changed. */
  readonly rehouse: (changed: Partial<Parts>) => ReturnType<typeof httpApp>
  readonly caller: (actor?: Actor) => Caller
  readonly close: () => Promise<void>
}

/** The migrated template, made once per version of the migrations and shared by every test file on the server. */
async function template(server: TestServer, admin: pg.Client): Promise<string> {
  const name = `kraftsam_template_${await migrationsHash(migrations)}`
  await admin.query('select pg_advisory_lock(1541)')
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return name
    const making = `${name}_making`
    await admin.query(`drop database if exists ${making} with (force)`)
    await admin.query(`create database ${making}`)
    const connection = { ...server.connection, database: making }
    const db = openDatabase(connection, 2)
    await migrate(db, connection, migrations).finally(() => db.destroy())
    await admin.query(`alter database ${making} rename to ${name}`)
    return name
  } finally {
    await admin.query('select pg_advisory_unlock(1541)')
  }
}

async function asAdmin<T>(server: TestServer, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(server.connection)
  await admin.connect()
  return work(admin).finally(() => admin.end())
}

const noAssets: Assets = { files: new Map(), href: (name) => `/assets/${name}` }

/** A database of its own, copied from the template, with an empty file store and the whole application on it. */
export async function freshDatabase(now = '2023-10-03T09:00:00+02:00'): Promise<World> {
  const server = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(server, async (admin) => {
    await admin.query(`create database ${name} template ${await template(server, admin)} ${byFiles}`)
  })
  const connection = { ...server.connection, database: name }
  const db = openDatabase(connection, 45)
  const folder = quickFolder('kraftsam-files-')
  const files = folderStore(folder)
  const base = { db, files, slots, isDemo: true }
  const parts: Parts = {
    ...base,
    clock: () => world.now,
    log: openLog(process.env['KRAFTSAM_TEST_LOG'] ?? 'silent'),
    routes,
    assets: noAssets,
    navigation,
    identify: identifyWith(grants),
    isDemo: () => true,
  }
  const world: World = {
    db,
    connection,
    files,
    now: new Date(now),
    app: httpApp(parts),
    rehouse: (changed) => httpApp({ ...parts, ...changed }),
    caller: (actor = theSystem) => ({ ...base, actor, now: world.now }),
    close: async () => {
      await db.destroy()
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      await asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`))
    },
  }
  return world
}

/** One world for a test file, made before and closed after: `const world = worldOf()`, then `world.db` inside tests. */
export function worldOf(now?: string): World {
  let made: World | undefined
  before(async () => void (made = await freshDatabase(now)))
  after(() => made?.close())
  return new Proxy({} as World, {
    get: (_, key: keyof World) => {
      if (made === undefined) throw new Error('The world exists inside tests only')
      return made[key]
    },
    set: (_, key, value) => Reflect.set(made ?? {}, key, value),
  })
}

/** Does a command as somebody, or as the system. */
export function doing<I extends z.ZodType, R>(
  world: World,
  command: Command<I, R>,
  raw: z.input<I>,
  actor?: Actor,
): Promise<R> {
  return perform(command, world.caller(actor), raw)
}

/** Asks a query as somebody, or as the system. */
export function asking<T>(world: World, query: (ctx: Read) => Promise<T>, actor: Actor = theSystem): Promise<T> {
  return reading(world.db, actor, (db) => query({ ...world.caller(actor), db }))
}

/** The actor that a person is today. */
export async function actorOf(world: World, personId: string): Promise<Actor> {
  const actor = await actorFor(world.db, grants, personId, world.now)
  if (actor === null) throw new Error(`No person ${personId}`)
  return actor
}

export type Knocking = {
  readonly personId: string
  get(path: string): Promise<Response>
  /** Posts a form as a browser would: the same host's Origin, fields urlencoded; a list gives a name several times. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Response>
  /** Posts a form with files. */
  send(path: string, form: FormData): Promise<Response>
  /** Anything at all, as the signed-in browser. */
  knock(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response>
  /** Calls the JSON API with a bearer token. */
  api(path: string, body?: unknown, method?: string): Promise<Response>
}

/** Someone at the doors, signed in. */
export async function as(world: World, personId: string): Promise<Knocking> {
  const session = makeToken()
  const bearer = makeToken()
  const expires_at = new Date(world.now.getTime() + 400 * 86_400_000)
  await world.db
    .insertInto('organisation.sessions')
    .values({ token_hash: hashToken(session), person_id: personId, started_at: world.now, expires_at })
    .execute()
  await world.db
    .insertInto('organisation.api_tokens')
    .values({ token_hash: hashToken(bearer), person_id: personId, name: 'test', created_at: world.now, expires_at })
    .execute()
  const browser = { cookie: `__Host-kraftsam=${session}`, origin: 'http://localhost', host: 'localhost' }
  const call = async (path: string, init: RequestInit) => world.app.request(path, init)
  return {
    personId,
    get: (path) => call(path, { headers: browser }),
    post: (path, fields = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
      return call(path, { method: 'POST', headers: browser, body })
    },
    knock: (path, init) => call(path, { ...init, headers: { ...init.headers, ...browser } }),
    send: (path, body) => call(path, { method: 'POST', headers: browser, body }),
    api: (path, body, method) =>
      call(`/api/v1${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}

/**
 * Makes a race certain: holds the row until every caller waits for it, then lets go. Each call must lock that row.
 * Answers in the order the calls were made.
 */
export async function collide<T>(
  world: World,
  table: string,
  id: string,
  calls: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const holder = new pg.Client(world.connection)
  await holder.connect()
  await holder.query('begin')
  await holder.query(`select from ${table} where id = $1 for update`, [id])
  const running = calls.map((call) => call())
  const settled = Promise.allSettled(running)
  for (let tries = 0; (await waiting(world)) < calls.length; tries++) {
    if (tries > 400) throw new Error(`Only ${await waiting(world)} of ${calls.length} calls wait for ${table}`)
    await pause(10)
  }
  await holder.query('rollback')
  await holder.end()
  await settled
  return Promise.all(running)
}

/** How many wait for a lock. */
export async function waiting(world: World): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
  return Number(rows[0]?.count ?? 0)
}

/** How many statements a piece of work sends, without those that every transaction begins and ends with. */
export async function statements(world: World, work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const submit = pg.Client.prototype.query
  const counted = function (this: pg.Client, ...args: unknown[]): unknown {
    const first = args[0]
    const words =
      typeof first === 'string'
        ? first
        : typeof first === 'object' && first !== null && 'text' in first
          ? String(first.text)
          : ''
    if (!/^\s*(begin|commit|rollback|start transaction|set |select\s+set_config)/i.test(words)) count++
    return Reflect.apply(submit, this, args)
  }
  Reflect.set(pg.Client.prototype, 'query', counted)
  await work().finally(() => Reflect.set(pg.Client.prototype, 'query', submit))
  void world
  return count
}

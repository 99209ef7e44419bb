/** The demo city before its story has begun, with the application on a port, a movable clock, and people at their browsers. */

import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { loadDemoCity } from '../seed/load/index.ts'
import { slots } from '../src/app.ts'
import { openBrowser } from '../src/browser/fixtures.ts'
import { serve, type Running } from '../src/serve.ts'
import { openStore } from '../src/store.ts'
import { openDatabase, type Database } from '../src/kernel/db.ts'
import { calling, type Calling } from './calling.ts'
import { testServer, type TestServer } from './postgres.ts'
import { quickFolder } from './quick-folder.ts'
import { Someone } from './someone.ts'

export { Someone } from './someone.ts'

export type City = {
  /** The Swedish day it is, ISO; set it to move on. */
  day: string
  readonly address: string
  readonly folder: string
  readonly databaseUrl: string
  readonly as: (name: string) => Promise<Someone>
  /** Somebody outside, who has no account here and opens an address they were given. */
  readonly outside: () => Promise<Someone>
  /** The id of the person with this key in the seed. */
  readonly person: (key: string) => Promise<string>
  /** The JSON API as the person with this key in the seed. */
  readonly program: (key: string) => Promise<Calling>
  /** The path of a body's meeting. */
  readonly meeting: (body: string, day: string) => Promise<string>
  /** The next case of the authority comes after this number. */
  readonly continueCases: (authority: string, year: number, last: number) => Promise<void>
  readonly close: () => Promise<void>
}

function urlOf({ host, port, user, password }: TestServer['connection'], database: string): string {
  const secret = password === undefined ? '' : `:${encodeURIComponent(String(password))}`
  return `postgresql://${user}${secret}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port ?? 5432}`
}

async function makeDatabase(server: TestServer): Promise<string> {
  const name = `city_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client(server.connection)
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  return name
}

export async function cityInABrowser(day: string): Promise<City> {
  const server = await testServer()
  const name = await makeDatabase(server)
  const folder = quickFolder('kraftsam-city-')
  const databaseUrl = urlOf(server.connection, name)
  const clock = () => new Date(`${city.day}T09:00:00+01:00`)
  const settings = {
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    logLevel: 'error',
    demo: 'no',
    databaseUrl,
  } as const
  const city: { day: string } = { day }
  const store = await openStore(settings)
  await loadDemoCity({ db: store.db, files: store.files, slots, clock }, () => {}, { withStories: false })
  await store.close()
  const running = await serve(settings, clock)
  const browser = await openBrowser()
  return Object.assign(city, await livingIn({ running, browser, folder, databaseUrl }))
}

async function personId(db: Database, key: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisation.people where key = ${key}`.execute(db)
  if (rows[0] === undefined) throw new Error(`The seed has nobody called ${key}`)
  return rows[0].id
}

type Parts = { running: Running; browser: Browser; folder: string; databaseUrl: string }

async function livingIn({ running, browser, folder, databaseUrl }: Parts): Promise<Omit<City, 'day'>> {
  const address = `http://localhost:${running.port}`
  const db: Database = openDatabase(databaseUrl, 2)
  return {
    address,
    folder,
    databaseUrl,
    as: (person) => Someone.at(browser, address, person),
    outside: () => Someone.outside(browser, address),
    person: (key) => personId(db, key),
    program: async (key) => calling(address, await personId(db, key)),
    meeting: async (body, day) => {
      const { rows } = await sql<{ id: string }>`
        select m.id from meetings.meetings m join organisation.bodies b on b.id = m.body_id
        where b.key = ${body} and m.held_on = ${day}`.execute(db)
      return `/sammantraden/${rows[0]?.id ?? ''}`
    },
    continueCases: async (authority, year, last) => {
      await sql`insert into registry.series (authority_id, year, kind, last)
        select id, ${year}::int, 'case', ${last}::int from organisation.authorities where key = ${authority}`.execute(
        db,
      )
    },
    close: async () => {
      await browser.close()
      await db.destroy()
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

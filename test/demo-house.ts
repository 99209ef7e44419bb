/** The whole product on a port, with the demo city and its stories, and a browser: what the tests of the pages walk in. */

import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { openDatabase, type Database } from '../src/kernel/db.ts'
import { serve } from '../src/serve.ts'
import { browserWords, Someone } from './city.ts'
import { copyOfTheCity, demoSettings } from './demo-copy.ts'

export type DemoHouse = {
  readonly address: string
  readonly browser: Browser
  /** The same page of the same person each time. */
  readonly as: (name: string) => Promise<Page>
  /** A page of the person's for this alone, with what it complains of; closed when the work with it is done. */
  readonly look: (name: string, work: (page: Page, complaints: readonly string[]) => Promise<void>) => Promise<void>
  /** The first column of the first row. Throws when there is none. */
  readonly one: (query: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** A Tuesday with meetings before and after it. */
const day = '2026-11-24'

/** Opens the house. The city in it is loaded by the first who asks, in a quarter of a minute, and copied for the others. */
export async function demoHouse(): Promise<DemoHouse> {
  const { databaseUrl, folder } = await copyOfTheCity(day)
  const running = await serve(demoSettings(databaseUrl, folder), () => new Date(`${day}T09:00:00+01:00`))
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserWords })
  const address = `http://localhost:${running.port}`
  const db = openDatabase(databaseUrl, 2)
  const as = peopleAt(browser, address)
  return {
    address,
    browser,
    as,
    look: async (name, work) => lookIn((await as(name)).context(), work),
    one: (query) => firstOf(db, query),
    close: async () => {
      await browser.close()
      await db.destroy()
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** '-' is somebody who has not signed in. */
function peopleAt(browser: Browser, address: string): DemoHouse['as'] {
  const known = new Map<string, Promise<Page>>()
  return (name) => {
    const page = known.get(name) ?? (name === '-' ? outside(browser) : signedIn(browser, address, name))
    known.set(name, page)
    return page
  }
}

async function lookIn(context: BrowserContext, work: Parameters<DemoHouse['look']>[1]): Promise<void> {
  const page = await context.newPage()
  try {
    await work(page, complaintsOf(page))
  } finally {
    await page.close()
  }
}

async function outside(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } })).newPage()
}

async function signedIn(browser: Browser, address: string, name: string): Promise<Page> {
  const { page } = await Someone.at(browser, address, name)
  return page
}

/** What Chromium says when a page is left in the middle of a transition: not an error of ours. */
const leaving = /Transition was (aborted|skipped)/

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  const hear = (words: string) => leaving.test(words) || complaints.push(`${new URL(page.url()).pathname}: ${words}`)
  page.on('console', (message) => void (message.type() === 'error' && hear(message.text())))
  page.on('pageerror', (error) => void hear(error.message))
  return complaints
}

async function firstOf(db: Database, query: string): Promise<string> {
  const { rows } = await sql.raw<Record<string, unknown>>(query).execute(db)
  const value = Object.values(rows[0] ?? {})[0]
  if (typeof value !== 'string') throw new Error(`Nothing in the demo city answers ${query}`)
  return value
}

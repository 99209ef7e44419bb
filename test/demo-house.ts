/** The whole product on a port, with the demo city and its stories, and a browser: what the tests of the pages walk in. */

import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { openBrowser } from '../src/browser/fixtures.ts'
import { openDatabase, type Database } from '../src/kernel/db.ts'
import { serve } from '../src/serve.ts'
import { Someone } from './city.ts'
import { copyOfTheCity, demoSettings } from './demo-copy.ts'
import { axeSource } from './page-checks.ts'

export type DemoHouse = {
  readonly address: string
  readonly browser: Browser
  /** The same page of the same person each time. */
  readonly as: (name: string) => Promise<Page>
  /** A page of the person's that nobody else works with meanwhile, 1280 px wide with axe in it, and what it complains of. */
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
  const browser = await openBrowser()
  const address = `http://localhost:${running.port}`
  const db = openDatabase(databaseUrl, 2)
  const as = peopleAt(browser, address)
  const free = new Map<string, Page[]>()
  return {
    address,
    browser,
    as,
    look: async (name, work) => {
      const pages = free.get(name) ?? []
      free.set(name, pages)
      const page = pages.pop() ?? (await pageToLookIn((await as(name)).context()))
      await lookIn(page, work)
      pages.push(page)
    },
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

/** Kept for the next who looks: a page of one's own is a process of one's own, and axe is most of what looking costs. */
async function pageToLookIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(axeSource)
  return page
}

async function lookIn(page: Page, work: Parameters<DemoHouse['look']>[1]): Promise<void> {
  const { complaints, hearNoMore } = complaintsOf(page)
  try {
    await work(page, complaints)
    hearNoMore()
  } catch (error) {
    await page.close()
    throw error
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

function complaintsOf(page: Page): { complaints: readonly string[]; hearNoMore: () => void } {
  const complaints: string[] = []
  const hear = (words: string) => leaving.test(words) || complaints.push(`${new URL(page.url()).pathname}: ${words}`)
  const hearConsole = (message: ConsoleMessage) => void (message.type() === 'error' && hear(message.text()))
  const hearError = (error: Error) => void hear(error.message)
  page.on('console', hearConsole).on('pageerror', hearError)
  return { complaints, hearNoMore: () => void page.off('console', hearConsole).off('pageerror', hearError) }
}

async function firstOf(db: Database, query: string): Promise<string> {
  const { rows } = await sql.raw<Record<string, unknown>>(query).execute(db)
  const value = Object.values(rows[0] ?? {})[0]
  if (typeof value !== 'string') throw new Error(`Nothing in the demo city answers ${query}`)
  return value
}

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

before(async () => {
  browser = await openBrowser()
  site = await startSite(() => html`<p data-news="/nyheter" data-mark="1">Läget</p>`)
})
after(async () => {
  await browser.close()
  await site.close()
})

/** A page that believes that nobody looks at it, until it is told. */
async function aHiddenPage(): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !('seen' in window) })
  })
  await page.clock.install()
  return page
}

const show = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { seen: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })

test('a page that nobody looks at takes no connection until somebody does', async () => {
  const page = await aHiddenPage()
  let asked = 0
  const { promise: first, resolve } = Promise.withResolvers<void>()
  await page.route('**/nyheter', (route) => ((asked += 1), resolve(), route.abort()))
  await page.goto(site.address)
  await page.clock.runFor(60_000)
  assert.equal(asked, 0)

  await show(page)

  await first
  assert.equal(asked, 1)
  await page.context().close()
})

test('a line that the server answered with an error is sought again', async () => {
  const page = await openPage(browser, site.address)
  await page.clock.install()
  let asked = 0
  await page.route('**/nyheter', (route) => ((asked += 1), route.fulfill({ status: 503, body: 'Strax tillbaka' })))
  await page.reload()
  await page.waitForFunction(() => document.readyState === 'complete')
  for (let tries = 0; asked < 4 && tries < 50; tries++) await page.clock.runFor(2000)

  assert.ok(asked >= 4)
  await page.context().close()
})

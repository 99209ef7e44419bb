import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

before(async () => {
  browser = await openBrowser()
  site = await startSite(
    () => html`<auto-save><p class="k-save-line" data-state="quiet">Sparas av sig själv</p></auto-save>
      <section data-checks="/kontroller"><span class="k-count">1</span></section>
      <form method="post" action="/ratta" data-after-saving><button>Rätta</button></form>`,
  )
})
after(async () => {
  await browser.close()
  await site.close()
})

async function says(page: Page, ...states: readonly string[]): Promise<void> {
  for (const state of states)
    await page.locator('.k-save-line').evaluate((line, word) => line.setAttribute('data-state', word), state)
}

test('the checks are asked for when what was not saved has been, one asking at a time with a breath between', async () => {
  const page = await openPage(browser, site.address)
  await page.clock.install()
  let asked = 0
  await page.route('**/kontroller', (route) => {
    asked += 1
    const body = `<section data-checks="/kontroller"><span class="k-count">${asked + 1}</span></section>`
    return route.fulfill({ contentType: 'text/html', body })
  })
  const shows = (count: number) => page.locator('.k-count', { hasText: String(count) }).waitFor()

  await says(page, 'saved')
  await shows(2)
  await says(page, 'saved', 'saved')
  await page.clock.runFor(10_000)
  assert.equal(asked, 1, 'others’ words say that it is saved again, and nothing new is')

  await says(page, 'saving', 'saved')
  await shows(3)
  await says(page, 'saving', 'saved', 'unsaved', 'saving', 'saved')
  assert.equal(asked, 2, 'whoever writes saves often')
  await page.clock.runFor(3000)
  await shows(4)
  await page.clock.runFor(10_000)
  assert.equal(asked, 3)
  await page.context().close()
})

test('a button that waited in vain for what is written to be saved says that nothing is changed, and can be pressed again', async () => {
  const page = await openPage(browser, site.address)
  await page.clock.install()
  await says(page, 'offline')

  await page.getByRole('button', { name: 'Rätta' }).click()
  await page.clock.runFor(7000)

  await page.getByRole('status').getByText('Det du skrev är inte sparat än, så inget är ändrat').waitFor()
  assert.equal(site.submitted.length, 0)
  await says(page, 'saved')
  const sending = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'Rätta' }).click()
  assert.match((await sending).url(), /\/ratta$/)
  await page.context().close()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { styleGuide } from '../kernel/ui/index.ts'
import { violations } from '../../test/page-checks.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

before(async () => {
  browser = await openBrowser()
  site = await startSite(() => html`${styleGuide().body}`)
})
after(async () => {
  await browser.close()
  await site.close()
})

/** From the top and with nothing in focus, as when one arrives. */
async function arrive(more: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, site.address, more)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
  })
  return page
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`every component is accessible and nothing overflows, ${colorScheme} at ${width} px`, async () => {
      const page = await arrive({ colorScheme, viewport: { width, height: 800 } })

      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

      assert.equal(overflow, 0)
      assert.deepEqual(await violations(page), [])
      await page.context().close()
    })
  }
}

test('Ctrl+K finds a case by its number at once, and Enter opens it', async () => {
  const page = await arrive()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('SN-2023-1541')
  await page.getByRole('option', { name: 'SN-2023-1541' }).waitFor()
  const first = await page.locator('.k-palette [role=option]').first().innerText()
  const problems = await violations(page)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/arenden/2')

  assert.match(first, /^Remiss/)
  assert.deepEqual(problems, [])
  await page.context().close()
})

test('a number written and entered at once opens that case, not what stood there before the answer came', async () => {
  const page = await arrive()
  await page.route('**/api/v1/suggest?q=', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.fulfill({ json: { items: [{ label: 'SN-2023-9', detail: '', href: '/arenden/fel', kind: 'Ärende' }] } })
  })

  await page.keyboard.press('Control+k')
  await page.keyboard.type('SN-2023-1541')
  await page.keyboard.press('Enter')

  await page.waitForURL('**/arenden/2')
  await page.context().close()
})

test('j and k move between rows, and Enter opens the one in focus', async () => {
  const page = await arrive()

  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  const focused = await page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('Enter')

  assert.equal(focused, 'Grundskolenämnden')
  await page.waitForURL(/#rad-1$/)
  await page.context().close()
})

test('a row opens where it is clicked', async () => {
  const page = await arrive()

  await page.getByRole('cell', { name: 'TN-2023-2210' }).click()

  await page.waitForURL(/#rad-2$/)
  await page.context().close()
})

test('the list of keys opens with ?, and keys without Ctrl can be turned off there', async () => {
  const page = await arrive()

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Tangenter' }).waitFor()
  await page.getByLabel('Använd tangenter utan Ctrl').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')

  assert.equal(await page.getByRole('dialog').count(), 0)
  await page.context().close()
})

test('g and a letter goes to that place of the main menu, where ä is a', async () => {
  const page = await arrive()

  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL('**/arenden')

  await page.context().close()
})

test('light and dark change at once and the server is told', async () => {
  const page = await arrive()
  const told = page.waitForRequest('**/tema')

  await page.locator('.k-person summary').click()
  await page.getByRole('button', { name: 'Mörkt' }).click()

  assert.match((await told).postData() ?? '', /theme=dark/)
  assert.equal(await page.locator('html').getAttribute('data-color-scheme'), 'dark')
  assert.equal(await page.getByRole('button', { name: 'Mörkt' }).getAttribute('aria-pressed'), 'true')
  await page.context().close()
})

test('what cannot be undone asks first, and no means no', async () => {
  const page = await arrive()

  await page.getByRole('button', { name: 'Ta bort utkastet' }).first().click()
  await page.getByRole('dialog', { name: /Ska utkastet tas bort/ }).waitFor()
  await page.getByRole('button', { name: 'Avbryt' }).click()

  assert.equal(await page.getByRole('dialog').count(), 0)
  await page.context().close()
})

test('a form that came back takes the focus to what is wrong, and each error leads to its field', async () => {
  const page = await openPage(browser, site.address)

  const focused = await page.evaluate(() => document.activeElement?.className)
  await page.getByRole('link', { name: 'Svaret är kortare än tjugo ord.' }).click()
  const reached = await page.evaluate(() => location.hash.slice(1))

  assert.equal(focused, 'k-error-summary')
  assert.equal(await page.locator(`#${reached}`).getAttribute('aria-invalid'), 'true')
  assert.equal(await page.locator(`#${reached}`).isVisible(), true)
  await page.context().close()
})

test('what was wrong with what was sent is no alarm once somebody writes on in that form', async () => {
  const page = await openPage(browser, site.address)
  const summary = page.locator('.k-error-summary')

  const atFirst = await summary.getAttribute('role')
  await page.locator('[name="title"]').first().fill('I ett annat formulär')
  const elsewhere = await summary.getAttribute('role')
  await page.locator('[name="wrongTitle"]').fill('Nya ord')

  assert.deepEqual([atFirst, elsewhere, await summary.getAttribute('role')], ['alert', 'alert', null])
  assert.match(await summary.innerText(), /prövas igen när du skickar på nytt/)
  assert.deepEqual(await violations(page), [])
  await page.context().close()
})

test('without JavaScript the menu opens on a phone, and the text is written in a textarea', async () => {
  const page = await openPage(browser, site.address, {
    javaScriptEnabled: false,
    viewport: { width: 375, height: 700 },
  })

  await page.getByRole('button', { name: 'Meny' }).click()
  const seen = await page.getByRole('link', { name: 'Ärenden' }).isVisible()

  assert.equal(seen, true)
  assert.match(
    await page.locator('textarea[name=answer]').inputValue(),
    /sex pågående processer som stöder förslaget:\n\n- trygga gårdar/,
  )
  assert.equal(await page.getByRole('button', { name: 'Byt' }).isVisible(), true)
  await page.context().close()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { radios } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

const choices = ['Ja', 'Nej'].map((label) => ({ value: label, label }))
const question = (number: number) => radios({ name: `q${number}`, label: `Fråga ${number}`, choices, value: '' })

before(async () => {
  browser = await openBrowser()
  site = await startSite(
    () => html`<form method="post">
      ${question(1)}
      <shown-if data-name="q1" data-any='["Ja"]'>${question(2)}</shown-if>
      <shown-if data-name="q2" data-any='["Ja"]'>${question(3)}</shown-if>
    </form>`,
  )
})
after(async () => {
  await browser.close()
  await site.close()
})

test('a question that hangs on one that is no longer asked is not asked either, though that one keeps its answer', async () => {
  const page = await openPage(browser, site.address)
  const group = (number: number) => page.getByRole('group', { name: `Fråga ${number}` })
  const shown = async () => [await group(2).isVisible(), await group(3).isVisible()]
  const before = await shown()
  await group(1).getByLabel('Ja').check()
  await group(2).getByLabel('Ja').check()
  const whole = await shown()

  await group(1).getByLabel('Nej').check()
  const without = await shown()
  await group(1).getByLabel('Ja').check()

  assert.deepEqual(
    [before, whole, without, await shown()],
    [
      [false, false],
      [true, true],
      [false, false],
      [true, true],
    ],
  )
  await page.context().close()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { progress, radios, richField } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

const stances = ['none', 'support'].map((value) => ({
  value,
  label: value === 'none' ? 'Inte angivet' : 'Tillstyrker',
}))

function question(number: number) {
  return html`<section id="fraga-${number}">
    ${radios({ name: `stance${number}`, label: `Ståndpunkt ${number}`, choices: stances, value: 'none' })}
    ${richField({ name: `text${number}`, label: `Svar ${number}` })}
  </section>`
}

const link = (number: number) => html`<li><a href="#fraga-${number}" data-question="fraga-${number}">${number}</a></li>`

before(async () => {
  browser = await openBrowser()
  site = await startSite(
    () => html`<form method="post">
      ${progress({ label: 'Besvarade frågor', done: 0, total: 2 })}
      <nav class="k-rail" aria-label="Frågorna"><ol>${link(1)}${link(2)}</ol></nav>
      ${question(1)}<shown-if data-name="stance1" data-any='["support"]'>${question(2)}</shown-if>
    </form>`,
  )
})
after(async () => {
  await browser.close()
  await site.close()
})

test('a question is ticked in the list as soon as it has a position or a word, and no longer when it has none', async () => {
  const page = await openPage(browser, site.address)
  const done = () => page.locator('.k-rail a[data-done]').allInnerTexts()

  await page.getByRole('group', { name: 'Ståndpunkt 1' }).getByLabel('Tillstyrker').check()
  await page.getByRole('textbox', { name: 'Svar 2' }).click()
  await page.keyboard.type('Ja')
  assert.deepEqual(await done(), ['1', '2'])
  assert.match(await page.locator('.k-progress-count').innerText(), /^2/)
  await page.getByRole('group', { name: 'Ståndpunkt 1' }).getByLabel('Inte angivet').check()

  assert.deepEqual(await done(), ['2'])
  await page.context().close()
})

test('a question that hangs on an answer is hidden and not counted until it is given, and keeps what was written', async () => {
  const page = await openPage(browser, site.address)
  const second = page.getByRole('textbox', { name: 'Svar 2' })
  const choose = (label: string) => page.getByRole('group', { name: 'Ståndpunkt 1' }).getByLabel(label).check()
  const count = () => page.locator('.k-progress-count').innerText()

  assert.equal(await second.isVisible(), false)
  assert.match(await count(), /^0\D+1$/)
  await choose('Tillstyrker')
  assert.match(await count(), /^1\D+2$/)
  await second.click()
  await page.keyboard.type('Bara om vi tillstyrker')
  await choose('Inte angivet')
  assert.equal(await second.isVisible(), false)
  assert.match(await count(), /^0\D+1$/)
  await choose('Tillstyrker')

  assert.match(await second.innerText(), /Bara om vi tillstyrker/)
  await page.context().close()
})

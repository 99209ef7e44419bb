import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { autoSave, button, field, hiddenFields, richField } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Draft, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

function draftPage({ version, fields }: Draft) {
  return autoSave({
    url: '/spara',
    version,
    key: 'prov',
    form: html`<form method="post" action="/skicka">
      ${hiddenFields({ version: String(version) })}${field({ name: 'title', label: 'Titel', value: String(fields['title'] ?? '') })}
      ${richField({ name: 'answer', label: 'Svar', value: String(fields['answer'] ?? '') })}${button({ label: 'Skicka' })}
    </form>`,
  })
}

before(async () => {
  browser = await openBrowser()
  site = await startSite(draftPage)
})
beforeEach(() => {
  site.mood = 'well'
  site.posts.length = 0
  Object.assign(site.draft, { version: 1, fields: { title: 'Utkast' } })
})
after(async () => {
  await browser.close()
  await site.close()
})

const open = (): Promise<Page> => openPage(browser, site.address)

/** The line under the form says this within a few seconds, or the test fails saying what it said instead. */
async function says(page: Page, words: RegExp): Promise<void> {
  const line = page.locator('.k-saved p')
  await line
    .filter({ hasText: words })
    .waitFor({ timeout: 8000 })
    .catch(async () => assert.match(await line.innerText(), words))
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Svar' }).click()
  await page.keyboard.type(words)
}

test('what is written is saved while it is written, and the line says when', async () => {
  const page = await open()

  await page.getByLabel('Titel').fill('Yttrande')
  await write(page, 'Nämnden ser')
  await says(page, /^Sparat 10\.42$/)

  assert.equal(site.draft.fields['title'], 'Yttrande')
  assert.match(String(site.draft.fields['answer']), /"text":"Nämnden ser"/)
  assert.equal(await page.locator('input[name=version]').inputValue(), String(site.draft.version))
  await page.context().close()
})

test('a server that drops and returns loses nothing', async () => {
  const page = await open()
  site.mood = 'hangs up'

  await write(page, 'skrivet utan server')
  await says(page, /Ingen kontakt med servern/)
  await page.keyboard.type(' och ännu mer')
  const kept = await page.evaluate(() => localStorage.getItem('kraftsam:unsent:prov'))
  site.mood = 'well'
  await says(page, /^Sparat/)

  assert.match(String(kept), /skrivet utan server/)
  assert.match(String(site.draft.fields['answer']), /skrivet utan server och ännu mer/)
  assert.equal(await page.evaluate(() => localStorage.getItem('kraftsam:unsent:prov')), null)
  await page.context().close()
})

test('text that never reached the server is offered when the page is opened again', async () => {
  const page = await open()
  site.mood = 'fails'
  await write(page, 'innan datorn dog')
  await says(page, /Ingen kontakt/)

  const again = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  site.mood = 'well'
  await again.goto(site.address)
  await says(again, /Det finns text från .* som inte hann sparas/)
  await again.getByRole('button', { name: 'Återställ den' }).click()
  await says(again, /^Sparat/)

  assert.equal(await again.getByRole('textbox', { name: 'Svar' }).innerText(), 'innan datorn dog')
  assert.match(String(site.draft.fields['answer']), /innan datorn dog/)
  await again.context().close()
})

test('leaving with text that is not saved asks first', async () => {
  const page = await open()
  site.mood = 'hangs up'
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', (dialog) => (resolve(dialog.type()), void dialog.accept())),
  )

  await write(page, 'kvar')
  await says(page, /Ingen kontakt/)
  await page.goto(`${site.address}annan`)

  assert.equal(await asked, 'beforeunload')
  await page.context().close()
})

test('two who write at once are told, and whoever keeps theirs saves on top of the other', async () => {
  const page = await open()
  Object.assign(site.draft, { version: 7, fields: { title: 'Någon annans' } })

  await page.getByLabel('Titel').fill('Min')
  await says(page, /Någon annan har sparat/)
  const before = site.draft.fields['title']
  await page.getByRole('button', { name: 'Behåll min' }).click()
  await says(page, /^Sparat/)

  assert.equal(before, 'Någon annans')
  assert.equal(site.draft.fields['title'], 'Min')
  assert.equal(site.draft.version, 8)
  await page.context().close()
})

test('the other text can be taken instead', async () => {
  const page = await open()
  Object.assign(site.draft, { version: 7, fields: { title: 'Någon annans' } })

  await page.getByLabel('Titel').fill('Min')
  await says(page, /Någon annan har sparat/)
  await page.getByRole('button', { name: 'Släng min' }).click()
  await page.waitForLoadState()

  assert.equal(await page.getByLabel('Titel').inputValue(), 'Någon annans')
  assert.deepEqual(site.posts, [])
  await page.context().close()
})

test('a refusal says why, and one who is signed out is led to sign in', async () => {
  const page = await open()

  site.mood = 'refuses'
  await page.getByLabel('Titel').fill('Sent')
  await says(page, /Kunde inte sparas: Yttrandet är redan godkänt/)
  site.mood = 'signed out'
  await page.getByLabel('Titel').fill('Senare')
  await says(page, /Du är utloggad/)

  assert.equal(await page.getByRole('link', { name: 'Logga in i ny flik' }).getAttribute('href'), '/logga-in')
  await page.context().close()
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { autoSave, button, field, hiddenFields, richField } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Draft, type Site } from './fixtures.ts'

let site: Site
let browser: Browser
let writer = 'elin'

/** As long as a statement with many questions, so that its end is far below what one sees. */
const filler = Array.from({ length: 90 }, (_, at) => html`<p>Fråga ${at}</p>`)

function draftPage({ version, fields }: Draft) {
  return autoSave({
    url: '/spara',
    version,
    key: 'prov',
    writer,
    form: html`<form method="post" action="/skicka">
      ${hiddenFields({ version: String(version) })}${field({ name: 'title', label: 'Titel', value: String(fields['title'] ?? '') })}
      ${richField({ name: 'answer', label: 'Svar', value: String(fields['answer'] ?? '') })}${filler}
      ${pointFields(fields['points[]'])}${button({ label: 'Skicka' })}
    </form>`,
  })
}

function pointFields(stored: unknown) {
  const points: unknown[] = Array.isArray(stored) ? stored : [stored ?? '']
  const one = (label: string, value: string, id: string) =>
    html`<div data-row>${field({ name: 'points[]', label, value, id })}</div>`
  return html`<div data-rows="points[]">
    ${points.map((point, at) => one(`Punkt ${at + 1}`, String(point), `punkt-${at}`))}
    <template>${one('Punkt {number}', '', 'punkt-{at}')}</template>
    <button data-add-row>Lägg till en punkt</button>
  </div>`
}

before(async () => {
  browser = await openBrowser()
  site = await startSite(draftPage)
})
beforeEach(() => {
  site.mood = 'well'
  site.posts.length = 0
  writer = 'elin'
  Object.assign(site.draft, { version: 1, fields: { title: 'Utkast' } })
})
after(async () => {
  await browser.close()
  await site.close()
})

const open = (): Promise<Page> => openPage(browser, site.address)

/** The line under the form says this within a few seconds, or the test fails saying what it said instead. */
async function says(page: Page, words: RegExp): Promise<void> {
  const line = page.locator('.k-save-line p')
  await line
    .filter({ hasText: words })
    .waitFor({ timeout: 8000 })
    .catch(async () => assert.match(await line.innerText(), words))
}

async function isInView(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((shown) => {
    const { top, bottom } = shown.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight && bottom > top
  })
}

/** All that the browser keeps of unsent text, as it lies there. */
const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([place]) => place.startsWith('kraftsam:unsent:'))
      .map(([, text]) => String(text)),
  )

/** The page closed while nothing reaches the server, and opened again in the same browser when all is well. */
async function openAgain(page: Page): Promise<Page> {
  const context = page.context()
  await page.close({ runBeforeUnload: false })
  // What the page sent while it closed must come to nothing first.
  await new Promise((done) => setTimeout(done, 500))
  site.mood = 'well'
  const again = await context.newPage()
  await again.goto(site.address)
  return again
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
  const kept = await keptIn(page)
  site.mood = 'well'
  await says(page, /^Sparat/)

  assert.match(kept.join(), /skrivet utan server/)
  assert.match(String(site.draft.fields['answer']), /skrivet utan server och ännu mer/)
  assert.deepEqual(await keptIn(page), [])
  await page.context().close()
})

test('a save whose answer is lost is not taken for somebody else’s: it is sent again, and then what was written after it', async () => {
  const page = await open()
  site.mood = 'saves and hangs up'

  await write(page, 'sparat utan svar')
  await says(page, /Ingen kontakt med servern/)
  await page.keyboard.type(' och mer')
  site.mood = 'well'
  await says(page, /^Sparat/)

  assert.match(String(site.draft.fields['answer']), /sparat utan svar och mer/)
  assert.deepEqual(await keptIn(page), [])
  await page.context().close()
})

test('text that never reached the server is offered when the page is opened again, where one sees it', async () => {
  const page = await open()
  site.mood = 'fails'
  await write(page, 'innan datorn dog')
  await says(page, /Ingen kontakt/)
  assert.ok(await isInView(page, '.k-save-line'))

  const again = await openAgain(page)
  await says(again, /^Sparas inte förrän du har valt/)
  assert.match(await again.locator('.k-choose').innerText(), /Det finns text från .* som inte hann sparas/)
  assert.deepEqual([await isInView(again, '.k-choose'), await isInView(again, '.k-save-line')], [true, true])
  assert.ok(await again.locator('.k-choose').evaluate((choice) => choice === document.activeElement))
  await again.getByRole('button', { name: 'Återställ den' }).click()
  await says(again, /^Sparat/)

  assert.equal(await again.getByRole('textbox', { name: 'Svar' }).innerText(), 'innan datorn dog')
  assert.match(String(site.draft.fields['answer']), /innan datorn dog/)
  assert.deepEqual(await keptIn(again), [])
  await again.context().close()
})

test('what is written while the question stands is not lost, whichever text is chosen and however often one leaves', async () => {
  const page = await open()
  site.mood = 'fails'
  await write(page, 'den första texten')
  await says(page, /Ingen kontakt/)
  const second = await openAgain(page)
  site.mood = 'fails'
  await says(second, /^Sparas inte/)
  await write(second, 'den andra texten')
  await second.waitForTimeout(400)
  assert.match(
    (await keptIn(second)).join(),
    /den första texten.*den andra texten|den andra texten.*den första texten/s,
  )

  const third = await openAgain(second)
  await says(third, /^Sparas inte/)
  const restore = third.getByRole('button', { name: 'Återställ den' })
  assert.equal(await restore.count(), 2)
  await restore.last().click()
  assert.equal(await third.getByRole('textbox', { name: 'Svar' }).innerText(), 'den första texten')
  await write(third, ' och mer')
  await restore.click()
  assert.equal(await third.getByRole('textbox', { name: 'Svar' }).innerText(), 'den andra texten')
  assert.match((await keptIn(third)).join(), /och mer/)
  await third.getByRole('button', { name: 'Släng den' }).click()
  await says(third, /^Sparat/)

  assert.match(String(site.draft.fields['answer']), /den andra texten/)
  assert.deepEqual(await keptIn(third), [])
  await third.context().close()
})

test('another person at the same browser is shown nothing of it, and the one who wrote it still has it', async () => {
  const page = await open()
  site.mood = 'fails'
  await write(page, 'Elins hemliga utkast')
  await says(page, /Ingen kontakt/)

  writer = 'karin'
  const karins = await openAgain(page)
  await karins.getByLabel('Titel').fill('Karins rubrik')
  await says(karins, /^Sparat/)
  assert.doesNotMatch(await karins.locator('body').innerText(), /Elins hemliga|inte hann sparas/)
  writer = 'elin'
  const elins = await openAgain(karins)
  await elins.getByRole('button', { name: 'Återställ den' }).click()

  assert.equal(await elins.getByRole('textbox', { name: 'Svar' }).innerText(), 'Elins hemliga utkast')
  await elins.context().close()
})

test('a row is added without leaving the page, and text that is restored gets the rows it had', async () => {
  const page = await open()
  site.mood = 'fails'
  await page.getByLabel('Punkt 1').fill('Den ena')
  await page.getByRole('button', { name: 'Lägg till en punkt' }).click()
  assert.ok(await page.getByLabel('Punkt 2').evaluate((input) => input === document.activeElement))
  await page.keyboard.type('Den andra')
  await says(page, /Ingen kontakt/)

  const again = await openAgain(page)
  await again.getByRole('button', { name: 'Återställ den' }).click()
  await says(again, /^Sparat/)

  assert.deepEqual(site.draft.fields['points[]'], ['Den ena', 'Den andra'])
  assert.equal(await again.getByLabel('Punkt 2').inputValue(), 'Den andra')
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
  await says(page, /^Sparas inte förrän du har valt/)
  assert.match(await page.locator('.k-choose').innerText(), /Någon annan har sparat/)
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
  await says(page, /^Sparas inte förrän du har valt/)
  assert.match(await page.locator('.k-choose').innerText(), /Någon annan har sparat/)
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

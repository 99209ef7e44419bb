import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../kernel/html.ts'
import { autoSave, button, field, fileField, hiddenFields } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Draft } from './fixtures.ts'

function draftPage({ version, fields }: Draft) {
  const title = field({ name: 'title', label: 'Titel', value: String(fields['title'] ?? '') })
  return autoSave({
    ...{ url: '/spara', version, key: 'prov', writer: 'elin' },
    form: html`<form method="post" action="/skicka">${hiddenFields({ version: String(version) })}${title}${button({ label: 'Skicka' })}</form>`,
  })
}

test('a form that is sent waits for the save that is on its way, so that one is never told of oneself', async (context) => {
  const site = await startSite(draftPage, { title: 'Utkast' })
  const browser = await openBrowser()
  context.after(async () => {
    await browser.close()
    await site.close()
  })
  const page = await openPage(browser, site.address)
  site.mood = 'slow'

  await page.getByLabel('Titel').fill('Min')
  const isThere = page.waitForEvent('domcontentloaded')
  await page.getByRole('button', { name: 'Skicka' }).click()
  await isThere

  const sent = site.submitted.map((form) => [form.get('title'), form.get('version')])
  assert.deepEqual([sent, site.draft.version, site.posts.length], [[['Min', '2']], 2, 1])
})

function pageWithFile({ version, fields }: Draft) {
  const title = field({ name: 'title', label: 'Titel', value: String(fields['title'] ?? '') })
  const file = fileField({ name: 'file', label: 'Fil', rejected: undefined })
  return autoSave({
    ...{ url: '/spara', version, key: 'prov', writer: 'elin' },
    form: html`<form method="post" action="/skicka" enctype="multipart/form-data">${hiddenFields({ version: String(version) })}${title}${file}${button({ label: 'Skicka' })}</form>`,
  })
}

test('a file that takes long to send counts as on its way as long as nobody goes on writing', async (context) => {
  const site = await startSite(pageWithFile, { title: 'Utkast' })
  const browser = await openBrowser()
  context.after(async () => {
    await browser.close()
    await site.close()
  })
  const page = await openPage(browser, 'about:blank')
  // Minutes in a tenth of a second: the page's own clock cannot be moved while it is on its way to another.
  await page.addInitScript(`const wait = setTimeout
    globalThis.setTimeout = (run, ms, ...more) => wait(run, ms === 60_000 ? 100 : ms, ...more)`)
  await page.goto(site.address)
  Object.assign(site, { mood: 'fails', formTakes: 1500 })
  await page.getByLabel('Titel').fill('Min')
  await page
    .getByLabel('Fil')
    .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Planen') })
  await page.getByText('Ingen kontakt').waitFor()
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname))

  const isThere = page.waitForEvent('domcontentloaded')
  await page.getByRole('button', { name: 'Skicka' }).click({ noWaitAfter: true })
  await isThere

  assert.deepEqual(asked.slice(asked.indexOf('/skicka')), ['/skicka'])
})

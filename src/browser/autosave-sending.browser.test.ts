import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../kernel/html.ts'
import { autoSave, button, field, hiddenFields } from '../kernel/ui/index.ts'
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

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { panelBody, richField, sidePanels } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

const passage = (words: string, place: string) => html`<div class="k-quotable" data-source="Förslaget, ${place}">
  <div class="k-quotable-text"><p>${words}</p></div>
  <button type="button" class="k-quote-button k-js-only" data-quote>Citera<span class="k-hidden"> ${words}</span></button>
</div>`

/** The page of the panel is the same page: the panel is found in it. */
const source = panelBody(
  'proposal',
  html`<div data-roving>${passage('Dialogen börjar hos de boende.', 's. 12')}${passage('Besked inom två månader.', 's. 13')}</div>
    <p><a href="/elsewhere">Någon annanstans</a></p>`,
)

before(async () => {
  browser = await openBrowser()
  site = await startSite(
    () =>
      html`${sidePanels({
        label: 'Underlag',
        writing: 'Texten',
        panels: [
          { key: 'proposal', label: 'Förslaget', href: '/panel/forslaget' },
          { key: 'others', label: 'Andra nämnder', href: '/panel/andra', typed: '/api/v1/phrases' },
        ],
        body: html`<form method="post">
        ${richField({ name: 'answers.0.text', label: 'Svar', value: 'Vi ser detta:' })}
      </form>`,
      })}${source}`,
  )
})
after(async () => {
  await browser.close()
  await site.close()
})

const written = (page: Page) => page.locator('textarea[name="answers.0.text"]').inputValue()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim())

test('the desk is walked by keyboard: a panel is opened, a passage quoted with its source, and one writes on', async () => {
  const page = await openPage(browser, site.address)
  await page.getByRole('textbox', { name: 'Svar' }).focus()
  await page.keyboard.press('Control+End')

  await page.keyboard.press('F6')
  const panel = page.getByRole('tabpanel', { name: 'Förslaget' })
  await panel.getByText('Dialogen börjar').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  assert.match((await focused(page)) ?? '', /Besked inom två månader/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.type('Det är bra.')

  const { content }: { content: unknown[] } = JSON.parse(await written(page))
  const paragraph = (text: string, more = {}) => ({ type: 'paragraph', content: [{ type: 'text', ...more, text }] })
  assert.deepEqual(content, [
    paragraph('Vi ser detta:'),
    {
      type: 'blockquote',
      content: [paragraph('Besked inom två månader.'), paragraph('Förslaget, s. 13', { marks: [{ type: 'em' }] })],
    },
    paragraph('Det är bra.'),
  ])
  await page.context().close()
})

test('arrow keys move between the tabs, and the first one folds the panel away', async () => {
  const page = await openPage(browser, site.address)

  await page.getByRole('tab', { name: 'Texten' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tabpanel', { name: 'Förslaget' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tabpanel', { name: 'Andra nämnder' }).waitFor()
  await page.keyboard.press('Home')

  assert.equal(await page.getByRole('tabpanel').count(), 0)
  assert.equal(await page.getByRole('tab', { name: 'Texten' }).getAttribute('aria-selected'), 'true')
  await page.context().close()
})

test('what is selected is quoted, and nothing selected is said to be so', async () => {
  const page = await openPage(browser, site.address)
  await page.getByRole('tab', { name: 'Förslaget' }).click()
  const words = page.getByRole('tabpanel').getByText('Dialogen börjar hos de boende.').first()
  await words.waitFor()

  await words.dblclick()
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['quoteSelected'] = ''
    document.querySelector('.k-side-content')?.append(button)
    button.click()
    getSelection()?.removeAllRanges()
    button.click()
  })

  assert.match(await written(page), /"blockquote".*"boende".*"Förslaget, s\. 12"/)
  assert.equal(await page.locator('body > [role="status"]').innerText(), 'Markera först det du vill citera.')
  await page.context().close()
})

test('a slash and a short word offers the phrases that fit, and Enter puts one in', async () => {
  const page = await openPage(browser, site.address)
  await page.getByRole('textbox', { name: 'Svar' }).focus()
  await page.keyboard.press('Control+End')

  await page.keyboard.type(' /e')
  await page.getByRole('option', { name: 'Ekonomi' }).waitFor()
  assert.equal(await page.locator('.k-offer [role="option"]').count(), 1)
  await page.keyboard.press('Enter')
  await page.keyboard.type(' Mer följer. 3/4 och /')
  await page.getByRole('option', { name: 'Barnets' }).waitFor()
  await page.keyboard.press('Escape')

  assert.match(await written(page), /Vi ser detta: Ryms i budget\. Mer följer\. 3\/4 och \//)
  assert.equal(await page.locator('.k-offer').isVisible(), false)
  await page.context().close()
})

test('a link that leads elsewhere opens in a tab of its own, so that nobody leaves the text by it', async () => {
  const page = await openPage(browser, site.address)
  await page.getByRole('tab', { name: 'Förslaget' }).click()

  const link = page.getByRole('tabpanel').getByRole('link', { name: 'Någon annanstans' })
  await link.waitFor()

  assert.equal(await link.getAttribute('target'), '_blank')
  await page.context().close()
})

test('on a phone the panel takes the place of the text, and one tab brings the text back', async () => {
  const page = await openPage(browser, site.address, { viewport: { width: 375, height: 800 } })
  await page.getByRole('tab', { name: 'Förslaget' }).click()
  await page.getByRole('tabpanel').waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Svar' }).isVisible(), false)

  await page.getByRole('tab', { name: 'Texten' }).click()

  assert.equal(await page.getByRole('textbox', { name: 'Svar' }).isVisible(), true)
  await page.context().close()
})

const panelOf = (content: string) => ({
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><main><div data-panel-body="x">${content}</div></main>`,
})
const aForm =
  '<form method="post" action="/panel/andra"><textarea name="ord" aria-label="Hänsyn"></textarea><button>Spara</button></form>'

test('a panel that was not ready is asked for again by itself, and another one keeps what is written in it', async () => {
  const page = await openPage(browser, site.address)
  await page.clock.install()
  let asked = 0
  await page.route('**/panel/forslaget*', (route) => {
    asked += 1
    return route.fulfill(panelOf(asked < 3 ? '<p data-again="/panel/forslaget">Läses</p>' : '<p>Färdigt</p>'))
  })
  await page.route('**/panel/andra', (route) => route.fulfill(panelOf(aForm)))
  await page.getByRole('tab', { name: 'Förslaget' }).click()
  await page.getByRole('tabpanel').getByText('Läses').waitFor()

  await page.getByRole('tab', { name: 'Andra nämnder' }).click()
  await page.getByRole('textbox', { name: 'Hänsyn' }).fill('Barn berörs.')
  await page.clock.runFor(60_000)

  assert.equal(asked, 1, 'nobody looks at it')
  assert.equal(await page.getByRole('textbox', { name: 'Hänsyn' }).inputValue(), 'Barn berörs.')
  await page.getByRole('tab', { name: 'Förslaget' }).click()
  await page.clock.runFor(2000)
  await page.waitForFunction(() => document.querySelector('[aria-busy]') === null)
  await page.clock.runFor(5000)
  await page.getByRole('tabpanel').getByText('Färdigt').waitFor()
  assert.equal(asked, 3)
  await page.context().close()
})

test('what could not be sent from a panel stays in its form, with the reason above it, and is asked about before one leaves', async () => {
  const page = await openPage(browser, site.address)
  const answers = ['abort', 'fail', 'signed out', 'well'] as const
  const sent: (string | null)[] = []
  await page.route('**/panel/andra', (route) => {
    if (route.request().method() === 'GET') return route.fulfill(panelOf(aForm))
    const answer = answers[sent.length]
    sent.push(new URLSearchParams(route.request().postData() ?? '').get('ord'))
    if (answer === 'abort') return route.abort()
    if (answer === 'fail') return route.fulfill({ status: 500, contentType: 'text/html', body: '<main>Fel</main>' })
    if (answer === 'signed out') return route.fulfill({ status: 303, headers: { location: '/logga-in' } })
    return route.fulfill(panelOf('<p>Sparat</p>'))
  })
  await page.getByRole('tab', { name: 'Andra nämnder' }).click()
  const words = page.getByRole('textbox', { name: 'Hänsyn' })
  await words.fill('Barn berörs.')
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))

  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').getByText('Ingen kontakt med servern').waitFor()
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await page.getByRole('alert').getByText('Det gick inte att spara').waitFor()
  await words.fill('Barn berörs mycket.')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').getByText('Du är utloggad').waitFor()

  assert.equal(await words.inputValue(), 'Barn berörs mycket.')
  assert.equal(await page.locator('.k-side-content [role="alert"]').count(), 1)
  assert.equal(await asks(), true)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('tabpanel').getByText('Sparat').waitFor()
  assert.deepEqual(sent, ['Barn berörs.', 'Barn berörs.', 'Barn berörs mycket.', 'Barn berörs mycket.'])
  assert.equal(await asks(), false)
  await page.context().close()
})

test('without JavaScript the panels are links that open beside the text', async () => {
  const page = await openPage(browser, site.address, { javaScriptEnabled: false })

  const link = page.getByRole('link', { name: 'Förslaget' })

  assert.equal(await link.getAttribute('href'), '/panel/forslaget')
  assert.equal(await link.getAttribute('target'), '_blank')
  await page.context().close()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { textArea } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

const field = (name: string) => textArea({ name, label: name, required: false, rejected: undefined })

before(async () => {
  browser = await openBrowser()
  site = await startSite(
    () => html`<div contenteditable="true" role="textbox" aria-label="Text"><p id="ett">Nämnden tillstyrker</p><p id="två">förslaget</p></div>
      <p id="utanför">Något annat</p>
      <section class="k-source-part" id="s1"><p id="läst">Besked inom</p><p id="läst2">två månader</p></section>
      <section class="k-source-part" id="s2"><p id="annan">En annan sida</p></section>
      <form><div data-selected-words="s1">${field('Ord på sidan')}</div></form>
      <form method="post"><div data-selected-words>${field('Ord')}</div>${field('Kommentar')}</form>`,
  )
})
after(async () => {
  await browser.close()
  await site.close()
})

/** Selects from the beginning of one to the end of another, as a mouse would. */
function select(page: Page, from: string, to = from): Promise<void> {
  return page.evaluate(
    ([first, last]) => {
      const [start, end] = [document.getElementById(first), document.getElementById(last)]
      if (start !== null && end !== null) getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length)
    },
    [from, to] as const,
  )
}

test('words that are selected in the text come into the form, and nothing that somebody wrote is replaced', async () => {
  const page = await openPage(browser, site.address)
  const words = page.getByRole('textbox', { name: 'Ord (frivilligt)', exact: true })
  const written: string[] = []
  const look = async () => {
    await page.getByRole('textbox', { name: 'Kommentar' }).focus()
    await words.focus()
    written.push(await words.inputValue())
  }

  await select(page, 'utanför')
  await look()
  await select(page, 'ett', 'två')
  await look()
  await select(page, 'ett')
  await look()
  await select(page, 'två')
  await look()

  assert.deepEqual(written, ['', '', 'Nämnden tillstyrker', 'Nämnden tillstyrker'])
  await page.context().close()
})

test('words that are selected on a page that is read come into the form of that page, and into no other', async (context) => {
  const page = await openPage(browser, site.address)
  context.after(() => page.context().close())
  const seen: string[] = []
  const look = async (name: string) => {
    const words = page.getByRole('textbox', { name, exact: true })
    await words.focus()
    seen.push((await words.inputValue()).replaceAll(/\s+/g, ' '))
    await words.fill('')
    await page.getByRole('textbox', { name: 'Kommentar' }).focus()
  }

  await select(page, 'läst', 'läst2')
  await look('Ord på sidan (frivilligt)')
  await look('Ord (frivilligt)')
  await select(page, 'annan')
  await look('Ord på sidan (frivilligt)')

  assert.deepEqual(seen, ['Besked inom två månader', '', ''])
})

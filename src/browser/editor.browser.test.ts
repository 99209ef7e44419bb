import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { html } from '../kernel/html.ts'
import { richText, toText } from '../kernel/rich-text.ts'
import { button, richField } from '../kernel/ui/index.ts'
import { openBrowser, openPage, startSite, type Site } from './fixtures.ts'

let site: Site
let browser: Browser

before(async () => {
  browser = await openBrowser()
  site = await startSite(
    () => html`<form method="post" action="/skicka">
      ${richField({ name: 'answer', label: 'Svar', help: 'Skriv kort.', value: 'Vi ser processer.', required: true })}
      ${button({ label: 'Skicka' })}
    </form>`,
  )
})
after(async () => {
  await browser.close()
  await site.close()
})

async function emptyEditor(): Promise<Page> {
  const page = await openPage(browser, site.address)
  await page.getByRole('textbox', { name: 'Svar' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  return page
}

function writtenIn(page: Page): Promise<string> {
  return page.locator('textarea[name=answer]').inputValue()
}

async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Skicka' }).click()
  await page.waitForLoadState()
  const sent = site.submitted.at(-1)?.get('answer') ?? ''
  await page.context().close()
  return sent
}

test('the editor opens what the server wrote, and is named and described as the field is', async () => {
  const page = await openPage(browser, site.address)

  const editor = page.getByRole('textbox', { name: 'Svar' })

  assert.equal(await editor.innerText(), 'Vi ser processer.')
  assert.equal(await editor.getAttribute('aria-describedby'), 'falt-answer-help')
  assert.equal(await editor.getAttribute('aria-required'), 'true')
  await page.context().close()
})

test('what is sent is the document as JSON, and the server can read it', async () => {
  const page = await emptyEditor()

  await page.keyboard.press('Control+b')
  await page.keyboard.type('Sex')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' processer')
  await page.keyboard.press('Enter')
  await page.keyboard.type('å ä ö')
  const sent = await send(page)

  assert.deepEqual(JSON.parse(sent), {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', marks: [{ type: 'strong' }], text: 'Sex' },
          { type: 'text', text: ' processer' },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'å ä ö' }] },
    ],
  })
  assert.equal(toText(richText.parse(sent)), 'Sex processer\n\nå ä ö')
})

test('lists begin by themselves, headings by their button, and a point leaves its list on an empty line', async () => {
  const page = await emptyEditor()

  await page.getByRole('button', { name: 'Rubrik', exact: true }).click()
  await page.keyboard.type('Pågående')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- gårdar')
  await page.keyboard.press('Enter')
  await page.keyboard.type('skolor')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1. först')
  const written = JSON.parse(await writtenIn(page))

  const kinds = written.content.map(({ type }: { type: string }) => type)
  assert.deepEqual(kinds, ['heading', 'bullet_list', 'ordered_list'])
  assert.deepEqual(written.content[0].attrs, { level: 2 })
  assert.equal(written.content[1].content.length, 2)
  assert.equal(toText(richText.parse(written)), 'Pågående\n\n- gårdar\n- skolor\n\n1. först')
  await page.context().close()
})

test('the buttons say what the caret stands in, and are one tab stop moved in by arrows', async () => {
  const page = await emptyEditor()

  await page.keyboard.press('Control+i')
  const italic = page.getByRole('button', { name: 'Kursiv' })
  const pressed = await italic.getAttribute('aria-pressed')
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowRight')
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  assert.equal(pressed, 'true')
  assert.equal(focused, 'Kursiv')
  assert.equal(await page.locator('.k-toolbar button[tabindex="0"]').count(), 1)
  await page.context().close()
})

async function paste(page: Page, markup: string): Promise<string> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, markup)
  return writtenIn(page)
}

test('what is pasted from an office program becomes what a text may hold, and nothing else', async () => {
  const page = await emptyEditor()
  const breaches: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && breaches.push(message.text()))

  const written = await paste(
    page,
    `<!--StartFragment--><style>p{color:red}</style><h1 style="color:red">Rubrik</h1>
    <p class="MsoNormal">Vanlig <b>fet</b> och <a href="javascript:alert(1)">farlig</a> <a href="https://malmo.example">god</a><o:p></o:p></p>
    <table><tr><td>cell</td></tr></table><script>window.hit = true</script><img alt="" onerror="window.hit = true">`,
  )

  assert.equal(toText(richText.parse(written)), 'Rubrik\n\nVanlig fet och farlig god\n\ncell')
  assert.match(written, /"href":"https:\/\/malmo.example"/)
  assert.doesNotMatch(written, /javascript|MsoNormal|color/)
  assert.equal(await page.evaluate(() => 'hit' in window), false)
  assert.deepEqual(breaches, [])
  await page.context().close()
})

test('bold that is only a style is kept, and a wrapper that says it is not bold is believed', async () => {
  const page = await emptyEditor()

  const written = await paste(
    page,
    '<b style="font-weight:normal;"><p>Vanlig <span style="font-weight:700">fet</span> <span style="font-style: italic">lutad</span></p></b>',
  )

  assert.deepEqual(JSON.parse(written).content[0].content, [
    { type: 'text', text: 'Vanlig ' },
    { type: 'text', marks: [{ type: 'strong' }], text: 'fet' },
    { type: 'text', text: ' ' },
    { type: 'text', marks: [{ type: 'em' }], text: 'lutad' },
  ])
  await page.context().close()
})

test('a link takes a web or mail address and nothing else', async () => {
  const page = await emptyEditor()

  await page.keyboard.type('läs')
  await page.keyboard.press('Shift+Home')
  await page.getByRole('button', { name: 'Länk', exact: true }).click()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  const before = await writtenIn(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('elin@malmo.example')
  await page.keyboard.press('Enter')
  const after = await writtenIn(page)

  assert.doesNotMatch(before, /link/)
  assert.match(after, /"type":"link","attrs":\{"href":"mailto:elin@malmo.example"\}/)
  await page.context().close()
})

test('an empty editor sends nothing, so that a required field is seen to be empty', async () => {
  const page = await emptyEditor()

  assert.equal(await send(page), '')
})

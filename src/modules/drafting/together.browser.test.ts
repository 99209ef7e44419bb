import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { demoHouse, type DemoHouse } from '../../../test/demo-house.ts'
import { Someone } from '../../../test/someone.ts'

const statement = '/arenden/SN-2026-5/yttrande'
/** Milliseconds: long, for a machine that has much else to do. */
const patience = 90_000
let house: DemoHouse

before(async () => void (house = await demoHouse()))
after(() => house.close())

/** A person in a browser of their own, with the statement open. */
async function opens(name: string, path = statement): Promise<Page> {
  const someone = await Someone.at(house.browser, house.address, name)
  await someone.open(path)
  await someone.page.locator('rich-editor[data-ready]').first().waitFor({ timeout: patience })
  return someone.page
}

const editorOf = (page: Page, at = 1) => page.locator('rich-editor [contenteditable]').nth(at)

async function writes(page: Page, words: string, at = 1): Promise<void> {
  await editorOf(page, at).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words, { delay: 5 })
}

async function says(page: Page, words: RegExp): Promise<void> {
  const line = page.locator('.k-save-line p')
  await line
    .filter({ hasText: words })
    .waitFor({ timeout: patience })
    .catch(async () => assert.match(await line.innerText(), words))
}

/** Waits until both pages say the same, and gives what it is. */
async function agreed(pages: readonly Page[], at = 1): Promise<string> {
  let texts: string[] = []
  for (const until = performance.now() + patience; performance.now() < until; await pause(100)) {
    texts = await Promise.all(pages.map((page) => editorOf(page, at).innerText()))
    if (new Set(texts).size === 1) return texts[0] ?? ''
  }
  assert.deepEqual(texts, texts.toReversed())
  return ''
}

const holds = (text: string, words: readonly string[]) =>
  assert.deepEqual(
    words.filter((word) => !text.includes(word)),
    [],
    text,
  )

test('what one writes is at once in the other’s page, who sees who is here and where', async () => {
  const [elin, karin] = [await opens('Elin Sand'), await opens('Karin Ek')]

  // At the same time in the very same place.
  await Promise.all([writes(elin, ' Elins-ord.'), writes(karin, ' Karins-ord.')])

  holds(await agreed([elin, karin]), ['Elins-ord.', 'Karins-ord.'])
  await elin.locator('.k-writer', { hasText: 'Karin Ek, Fråga 1' }).waitFor()
  await karin.locator('.k-writes', { hasText: 'Elin Sand skriver här' }).waitFor()
  await says(elin, /Sparat \d\d\.\d\d/)
  await elin.context().close()
  await karin.context().close()
})

test('two browsers type in the same statement through a network cut of 60 s and lose no character', async () => {
  const [elin, karin] = [await opens('Elin Sand'), await opens('Karin Ek')]
  const words: string[] = []
  const both = async (round: number) => {
    const [one, other] = [` elin-${round}-åäö.`, ` karin-${round}-ÅÄÖ.`]
    await Promise.all([writes(elin, one), writes(karin, other)])
    words.push(one.trim(), other.trim())
  }
  await both(0)
  await agreed([elin, karin])

  await elin.context().setOffline(true)
  const back = performance.now() + 60_000
  for (let round = 1; performance.now() < back; round++) {
    await both(round)
    await pause(2500)
  }
  await says(elin, /Utan nät: det du skriver sparas här/)
  await elin.context().setOffline(false)
  await both(99)

  const text = await agreed([elin, karin])
  assert.deepEqual(
    words.filter((word) => text.split(word).length !== 2),
    [],
    `Each once in ${text}`,
  )
  await says(elin, /Sparat/)
  await Promise.all([elin.reload(), karin.reload()])
  assert.equal(await agreed([elin, karin]), text)
  await elin.context().close()
  await karin.context().close()
})

test('what a page had not sent when it died is there when the statement is opened again, once', async () => {
  const elin = await opens('Elin Sand')
  await elin.context().setOffline(true)
  await writes(elin, ' skrivet-innan-datorn-dog.')
  await says(elin, /Utan nät/)
  await pause(300)
  const context = elin.context()
  await elin.close({ runBeforeUnload: false })
  await context.setOffline(false)

  const again = await context.newPage()
  await again.goto(house.address + statement)
  await again.locator('rich-editor[data-ready]').first().waitFor()
  await says(again, /Sparat/)

  const karin = await opens('Karin Ek')
  const text = await agreed([again, karin])
  assert.equal(text.split('skrivet-innan-datorn-dog.').length, 2)
  assert.deepEqual(
    await again.evaluate(() => Object.keys(localStorage).filter((place) => place.startsWith('kraftsam:steps:'))),
    [],
  )
  await context.close()
  await karin.context().close()
})

test('when the draft is sent for approval, writing stops for all, and goes on with what did not come along when it is back', async () => {
  const [elin, karin] = [await opens('Elin Sand'), await opens('Karin Ek')]
  await writes(elin, ' sist-av-allt.')
  await elin.locator('[name="stance"][value="abstain"]').check() // one that abstains need not answer the questions
  await agreed([elin, karin])
  await karin.route('**/steps', (route) => route.abort())
  await writes(karin, ' hann-inte-med.')
  await elin.getByRole('button', { name: 'Granska och skicka' }).first().click()
  await elin.waitForURL(/skicka-for-godkannande/, { timeout: patience })
  assert.match(await elin.locator('main').innerText(), /sist-av-allt/)

  const boxes = elin.locator('main input[name="approvers"]')
  if ((await boxes.count()) > 0) await boxes.first().check()
  await elin
    .locator('main form[method=post] button[type=submit], main form[method=post] button:not([type])')
    .last()
    .click()
  await elin.waitForLoadState()

  await karin
    .locator('.k-closed', { hasText: /Elin Sand skickade utkastet för godkännande/ })
    .waitFor({ timeout: patience })
  assert.equal(await editorOf(karin).getAttribute('contenteditable'), 'false')
  await karin.unroute('**/steps')
  await elin.goto(house.address + statement)
  await elin.getByRole('button', { name: 'Ångra inlämningen' }).click()
  await elin.getByText('Tillbakataget').first().waitFor({ timeout: patience })
  await elin.goto(house.address + statement)

  await says(karin, /Sparat/)
  holds(await agreed([elin, karin]), ['sist-av-allt.', 'hann-inte-med.'])
  await elin.context().close()
  await karin.context().close()
})

/** Registering with the keyboard alone, in a real browser: how many keys it takes, and that nothing else is needed. */

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { cityInABrowser, type City, type Someone } from '../../../test/city.ts'

let city: City
let amina: Someone
before(async () => {
  city = await cityInABrowser('2023-10-10')
  amina = await city.as('Amina Yusuf Lindh')
})
after(() => city?.close())

/** Presses keys and counts them; what is typed as words is counted apart. */
function atTheKeyboard(page: Page) {
  const counted = { keys: 0, letters: 0 }
  return {
    counted,
    press: async (key: string, times = 1) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(key)
      counted.keys += times
    },
    write: async (words: string) => {
      await page.keyboard.type(words)
      counted.letters += words.length
    },
  }
}

/** The name of the field that has the focus. */
function focusOf(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('name') ?? null)
}

async function receiptOf(page: Page): Promise<string> {
  await page.waitForURL(/klar=/)
  return page.locator('.k-receipt').innerText()
}

test('a letter in a case that is there is registered with four keys beside the words, and the form is ready for the next', async () => {
  const { page } = amina
  await amina.open('/registrera')
  await amina.fill('Vad gäller handlingen?', 'Ansökan om lokal')
  await amina.fill('Avsändare', 'Föreningen Prov')
  await amina.press('Registrera')
  await page.waitForURL(/klar=/)
  const hand = atTheKeyboard(page)

  await hand.press('Tab')
  await hand.write('1')
  await page.getByText('SN-2023-1 Ansökan om lokal').first().waitFor()
  await hand.press('Tab')
  await hand.write('Komplettering')
  await hand.press('Tab')
  await hand.write('Föreningen Prov')
  await hand.press('Control+Enter')
  await page.getByText('2023:2 är registrerad i SN-2023-1').waitFor()

  assert.equal(hand.counted.keys, 4)
  assert.equal(await focusOf(page), 'direction')
  assert.equal(await page.locator('[name=title]').inputValue(), '')
})

test('a new case of a usual kind: the type is chosen by its first letters, and the blank is written over', async () => {
  const { page } = amina
  await amina.open('/registrera')
  const hand = atTheKeyboard(page)

  await hand.press('i')
  await hand.press('Tab', 2)
  await hand.write('hyra')
  await hand.press('Tab')
  await hand.write('Storgatan 1')
  const title = await page.locator('[name=caseTitle]').inputValue()
  await hand.press('Tab', 2)
  await hand.write('Föreningen Prov')
  await hand.press('Control+Enter')
  const receipt = await receiptOf(page)

  assert.equal(title, 'Hyra av lokal, Storgatan 1')
  assert.match(receipt, /är registrerad i SN-2023-2\s+Ansökan/)
  assert.ok(hand.counted.keys <= 7, `${hand.counted.keys} keys`)
})

test('one key chooses the direction and names the other party; Ctrl Shift Enter keeps it for the next', async () => {
  const { page } = amina
  await amina.open('/registrera')

  await page.keyboard.press('u')
  const label = await page.locator('[data-party] label').innerText()
  await page.locator('[name=title]').fill('Svar till föreningen')
  await page.locator('[name=party]').fill('Föreningen Prov')
  await page.keyboard.press('Control+Shift+Enter')
  await receiptOf(page)

  assert.equal(label, 'Mottagare')
  assert.equal(await page.locator('[name=direction]:checked').inputValue(), 'out')
  assert.equal(await focusOf(page), 'direction')
})

test('a file that is registered already is told as soon as it is chosen, and goes in with a tick', async () => {
  const { page } = amina
  const path = join(city.folder, 'samma.txt')
  await writeFile(path, 'Samma fil två gånger')
  await amina.open('/registrera')
  await amina.fill('Vad gäller handlingen?', 'Med fil')
  await amina.fill('Avsändare', 'Föreningen Prov')
  await amina.attach('Filer', path)
  await amina.press('Registrera')

  await amina.open('/registrera')
  await amina.attach('Filer', path)
  await page.getByText('Filen finns redan i diariet').waitFor()
  await amina.fill('Vad gäller handlingen?', 'Med samma fil')
  await amina.fill('Avsändare', 'Föreningen Prov')
  await amina.check('Registrera ändå')
  await amina.press('Registrera')

  assert.match(await receiptOf(page), /är registrerad/)
})

test('many files are sent with their progress told, and registered in one case', async () => {
  const { page } = amina
  const paths = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const path = join(city.folder, `2023-10-0${(n % 9) + 1} bilaga ${n + 1}.txt`)
      await writeFile(path, `Bilaga ${n + 1}`)
      return path
    }),
  )
  await amina.open('/registrera/flera')
  await page.locator('input[type=file]').setInputFiles(paths)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.waitForURL(/flera\/[0-9a-f-]{36}/)

  await amina.fill('Ärendenummer', '1')
  await page.locator('[name=party]').fill('Föreningen Prov')
  await amina.press('Registrera alla 20')

  await amina.sees('20 handlingar är registrerade')
  await amina.sees('Bilaga 20')
})

test('without JavaScript the same form registers, and a case type fills it in', async () => {
  const storageState = await amina.page.context().storageState()
  const context = await amina.page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: false, storageState, locale: 'sv-SE' })
  const page = (await context?.newPage()) ?? assert.fail('There is no browser')

  await page.goto(`${city.address}/registrera`)
  await page.getByLabel('Ärendetyp').selectOption({ label: 'Skada på fastighet' })
  await page.getByRole('button', { name: 'Fyll i från ärendetypen' }).click()
  await page.getByLabel('Ärendets rubrik').fill('Skada på Rådhuset')
  await page.locator('[name=party]').fill('Vaktmästaren')
  await page.getByRole('button', { name: 'Registrera', exact: true }).click()

  assert.match(await receiptOf(page), /Skadeanmälan/)
  await context?.close()
})

/** The checks as a person meets them: beside the text, made anew while one writes, with the cursor put at the words. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoHouse, type DemoHouse } from '../../../test/demo-house.ts'

let house: DemoHouse
before(async () => void (house = await demoHouse()))
after(() => house.close())

async function openMemo(): Promise<Page> {
  const page = await house.as('Elin Sand')
  const number = await house.one(
    "select reference_number from registry.cases where title = 'Återbruk av möbler i stadens lokaler'",
  )
  await page.goto(`${house.address}/arenden/${number}/tjansteskrivelse`)
  await page.locator('rich-editor[data-ready] #falt-body').waitFor()
  return page
}

const remarks = (page: Page) => page.locator('#kontroller .k-check')

test('a quote puts the cursor at the words, in the editor and in a line', async () => {
  const page = await openMemo()

  await page.getByRole('link', { name: 'servicekommittén' }).click()
  await page.waitForFunction(() => getSelection()?.toString() === 'servicekommittén')
  const inEditor = await page.evaluate(() => [document.activeElement?.id, getSelection()?.toString()])
  await page.locator('#kontroller a[href="#falt-basis"]').first().click()
  const inLine = await page.evaluate(() => document.activeElement?.id)

  assert.deepEqual(inEditor, ['falt-body', 'servicekommittén'])
  assert.equal(inLine, 'falt-basis')
})

test('the checks are made anew when what is written has been saved, and the reader is not moved', async () => {
  const page = await openMemo()
  await page.locator('#falt-title').focus()
  const before = await remarks(page).count()
  const where = await page.evaluate(() => scrollY)

  await page.locator('#falt-sendTo').fill('Kulturnämnden\nGrundskolnämnden')
  await page.getByText('”Grundskolnämnden” finns inte i kommunen').waitFor()

  assert.equal(await remarks(page).count(), before + 1)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'falt-sendTo')
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - where) < 1500)
})

test('a button mends what was just written too, and it can be taken back', async () => {
  const page = await openMemo()
  await page.locator('#falt-sendTo').fill('Kulturnämnden')
  await page.locator('#falt-title').fill('Återbruk av möbler i stadens alla lokaler')

  await page.getByRole('button', { name: 'Skriv servicenämnden' }).click()
  await page.getByRole('button', { name: 'Ångra rättningen' }).waitFor()

  assert.match((await page.locator('#falt-body').textContent()) ?? '', /sköts av servicenämnden/)
  assert.equal(await page.locator('#falt-title').inputValue(), 'Återbruk av möbler i stadens alla lokaler')
  await page.getByRole('button', { name: 'Ångra rättningen' }).click()
  await page.getByRole('button', { name: 'Skriv servicenämnden' }).waitFor()
  assert.match((await page.locator('#falt-body').textContent()) ?? '', /sköts av servicekommittén/)
})

test('what is let stand asks for a reason and goes below', async () => {
  const page = await openMemo()
  const before = await remarks(page).count()
  const remark = remarks(page).filter({ hasText: 'FAM' })

  await remark.getByText('Låt stå').first().click()
  await remark.getByLabel('Varför får det stå?').fill('Föreningen heter så.')
  await remark.getByRole('button', { name: 'Låt stå' }).click()
  await page.getByText('1 har låtits stå').waitFor()

  assert.equal(await page.locator('#kontroller > ul > .k-check').count(), before - 1)
})

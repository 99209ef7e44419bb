/** The page of a template as a person meets it: the paper beside the form follows what is written, and one can go back. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoHouse, type DemoHouse } from '../../../test/demo-house.ts'
import { aCrest } from './fixtures.ts'

let house: DemoHouse
before(async () => void (house = await demoHouse()))
after(() => house.close())

async function openTemplate(): Promise<Page> {
  const page = await house.as('Maria Torstensdotter')
  await page.goto(`${house.address}/mallar/sn/mall`)
  return page
}

test('the sample follows what is written, with the fields filled in, and stays when it is saved', async () => {
  const page = await openTemplate()
  const sample = page.locator('[data-paper=memo]')

  await page.locator('[name="organisation"]').fill('Nämnden för prov')
  await page.locator('[name="memo.kind"]').fill('Tjänsteutlåtande')
  await page.locator('[name="memo.headings.1"]').fill('Bakgrund')
  await page.locator('[name="memo.opening"]').fill('Ärende {ärendenummer} bereds av {handläggare}.')
  await page.locator('[name="footer"]').fill('Provgatan 1')
  const written = await sample.innerText()
  await page.locator('[name="statement.opening"]').fill('Svar till {mottagare}.')
  await page.locator('.k-disclosure summary', { hasText: 'Yttrande' }).click()
  const statement = await page.locator('[data-paper=statement]').innerText()
  await page.locator('[name="logo"]').setInputFiles({
    name: 'vapen.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(aCrest),
  })
  await sample.locator('img[src^="blob:"], img[src^="data:"]').waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="drawn"]')?.files?.length === 1)
  await page.getByRole('button', { name: 'Spara mallen' }).click()
  await page.getByText('Mallen är sparad.').waitFor()
  const drawn = await house.one(
    "select encode(fallback, 'hex') from templates.logos where position('M4 4h52' in convert_from(data, 'utf8')) > 0 and media_type = 'image/svg+xml'",
  )

  for (const words of ['Nämnden för prov', 'Bakgrund', 'bereds av Namn Namnsson.', 'Provgatan 1'])
    assert.ok(written.includes(words), `${words} in ${written}`)
  for (const words of ['Nämnden för prov', 'Svar till Kommunstyrelsen.', 'Fråga 1', 'Provgatan 1'])
    assert.ok(statement.includes(words), `${words} in ${statement}`)
  assert.doesNotMatch(written, /\{ärendenummer\}/)
  assert.match(drawn, /^89504e47/)
  const saved = await sample.innerText()
  for (const words of ['Nämnden för prov', 'Bakgrund', 'Provgatan 1']) assert.ok(saved.includes(words), words)
})

test('one goes back to the standard with a press, and restores the template from its versions', async () => {
  const page = await openTemplate()
  const before = await page.locator('[data-paper=memo]').innerText()

  await page.locator('summary', { hasText: 'Återgå till standard' }).click()
  await page.getByRole('button', { name: 'Återgå till standard' }).click()
  await page.getByText('Standard gäller nu.').waitFor()
  const plain = await page.locator('[data-paper=memo]').innerText()
  await page.locator('summary', { hasText: 'Tidigare versioner' }).click()
  await page.getByRole('button', { name: 'Återställ' }).first().click()
  await page.getByText('Återställt.').waitFor()

  assert.notEqual(plain, before)
  assert.equal(await page.locator('[data-paper=memo]').innerText(), before)
})

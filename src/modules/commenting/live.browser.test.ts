import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoHouse, type DemoHouse } from '../../../test/demo-house.ts'
import { Someone } from '../../../test/someone.ts'

const panelAt = '/arenden/SN-2026-5/underlag/kommentarer'
/** Milliseconds: long, for a machine that has much else to do. */
const timeout = 90_000
let house: DemoHouse

before(async () => void (house = await demoHouse()))
after(() => house.close())

test('what a colleague says is in the panel and its count at once, and a reply that somebody has begun stands', async () => {
  const elin = (await Someone.at(house.browser, house.address, 'Elin Sand')).page
  const karin = (await Someone.at(house.browser, house.address, 'Karin Ek')).page
  const says = async (words: string) => {
    await karin.goto(new URL(panelAt, house.address).href)
    const form = karin.locator('form', { has: karin.locator('#falt-statement-said') })
    await form.locator('[name=said]').fill(words)
    await form.getByRole('button', { name: 'Kommentera' }).click()
    await karin.locator('.k-flash').waitFor({ timeout })
  }
  await elin.goto(new URL('/arenden/SN-2026-5/yttrande', house.address).href)
  const tab = elin.getByRole('tab', { name: /^Kommentarer/ })
  await tab.click({ timeout })
  const panel = elin.locator('.k-side-content:visible')
  await panel.locator('#falt-statement-said').waitFor({ timeout })
  const before = Number(await tab.locator('.k-count').textContent())

  await says('Vilka bryggor gäller det?')

  const comment = panel.locator('li', { hasText: 'Vilka bryggor gäller det?' })
  await comment.waitFor({ timeout })
  assert.equal(await tab.locator('.k-count').textContent(), String(before + 1))
  await comment.getByText('Svara', { exact: true }).first().click()
  await comment.locator('textarea').fill('De vid kanalen, tror')

  await says('Och färjelägena?')

  await panel.locator('li', { hasText: 'Och färjelägena?' }).waitFor({ timeout })
  assert.equal(await tab.locator('.k-count').textContent(), String(before + 2))
  assert.equal(await comment.locator('textarea').inputValue(), 'De vid kanalen, tror')
})

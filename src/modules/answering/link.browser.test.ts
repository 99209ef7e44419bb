import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoHouse, type DemoHouse } from '../../../test/demo-house.ts'

let house: DemoHouse
before(async () => void (house = await demoHouse()))
after(() => house?.close())

const asked = `select '/remisser/' || r.id || '/svar/' || x.id || '/vagar' from referral.recipients x
  join referral.rounds r on r.id = x.round_id
  where r.state = 'sent' and x.case_id is null and not exists (select from referral.answers s where s.recipient_id = x.id)
  order by x.id limit 1`

/** Somebody in a browser of their own, who has only the link. */
async function writerOn(link: string, name: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await house.browser.newContext({ locale: 'sv-SE', javaScriptEnabled })).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(house.address + link)
  await page.getByLabel('Ditt namn').fill(name)
  await page.getByLabel('Din roll').fill('utredare')
  await page.getByRole('button', { name: 'Skriv svaret' }).click()
  await page.waitForURL(/\/skriv\//)
  return page
}

async function linkOf(): Promise<string> {
  const page = await house.as('Ingrid Falkenby')
  await page.goto(house.address + (await house.one(asked)))
  await page.getByRole('button', { name: 'Skapa länk att kopiera' }).click()
  return (await page.locator('[data-own-address]').getAttribute('href')) ?? ''
}

async function write(page: Page, words: string): Promise<void> {
  const editor = page.locator('[contenteditable="true"]').first()
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(words)
  await page.locator('h1').click()
  await isSaved(page)
}

async function isSaved(page: Page): Promise<void> {
  await page
    .locator('.k-save-line')
    .getByText(/Sparat \d\d[.:]\d\d/)
    .waitFor()
  await page.waitForTimeout(2500)
}

// First, since the other hands in for the one company of the demo city that has not answered.
test('without JavaScript the answer is saved by the button, and says who wrote last', async () => {
  const link = await linkOf()
  const page = await writerOn(link, 'Ada Berg', false)

  await page.locator('textarea[name="outside"]').fill('Skrivet utan skript.')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await page.waitForLoadState()
  assert.match(await page.locator('main').innerText(), /Senast: Ada Berg, utredare/)
  assert.equal(await page.locator('textarea[name="outside"]').inputValue(), 'Skrivet utan skript.')
})

test('two browsers on one link write in the same question: nothing is lost, one chooses, hands in and has a receipt', async () => {
  const link = await linkOf()
  const one = await writerOn(link, 'Nils Holm')
  const two = await writerOn(link, 'Siv Storm')

  await write(one, 'Nils tycker så här.')
  await write(two, 'Siv tycker så här.')
  await two.getByRole('link', { name: 'Välj vilken text som gäller' }).click()
  await two.waitForURL(/val#valj$/)
  await two.getByRole('button', { name: 'Behåll båda, efter varandra' }).click()
  await two.waitForLoadState()
  await two.getByLabel('Ja', { exact: true }).first().check() // the question that must be answered
  await two.locator('h1').click()
  await isSaved(two)
  await two.getByRole('button', { name: 'Lämna in svaret' }).click()
  await two.waitForURL(/\/kvitto$/)

  const receipt = await two.locator('main').innerText()
  assert.match(receipt, /Svaret är inlämnat[^]*Nils tycker så här\.[^]*Siv tycker så här\./)
  assert.match(receipt, /[0-9a-f]{64}/)
  const cookies = await two.context().cookies()
  assert.deepEqual(
    cookies.map(({ name }) => name),
    [],
  )
})

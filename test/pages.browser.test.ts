/** Every page of the house, looked at by somebody who may see it, in the demo city. */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { routes } from '../src/app.ts'
import { demoHouse, type DemoHouse } from './demo-house.ts'
import { assertReadsWell, faultsOf } from './page-checks.ts'
import { places, type Place } from './places.ts'
import { swedishAlone, phrasesIn } from './spoken.ts'

const pages = routes.filter((route) => route.door === 'page').map(({ path }) => path)

let house: DemoHouse
before(async () => void (house = await demoHouse()))
after(() => house?.close())

/** Opens a page and tells its source. Fails when the page is not there, or said something was wrong. */
async function open(page: Page, path: string): Promise<string> {
  const reply = await page.goto(house.address + path)
  assert.equal(reply?.status(), 200, path)
  return reply.text()
}

test('every page of the house is looked at here, and no page that is not there', () => {
  const looked = new Set(places.map(({ route }) => route))

  assert.deepEqual([...looked].toSorted(), [...new Set(pages)].toSorted())
})

describe('every page', { concurrency: 2 }, () => {
  for (const place of places)
    test(`${nameOf(place)} reads well in light and dark, wide and narrow, and is well-formed`, async () => {
      const path = await place.path(house)
      await house.look(place.who, async (page, complaints) => {
        const source = await open(page, path)

        await assertReadsWell(page)
        assert.deepEqual(await faultsOf(source), [])
        assert.deepEqual(complaints, [])
      })
    })
})

function nameOf(place: Place): string {
  const { route, who } = place
  const same = places.filter((each) => each.route === route)
  const number = same.length === 1 ? '' : ` (${same.indexOf(place) + 1} of ${same.length})`
  return `${route}${number} for ${who === '-' ? 'anyone' : who}`
}

test('without JavaScript a case is found, a part of its memo written and saved', async () => {
  const storageState = await (await house.as('Elin Sand')).context().storageState()
  const context = await house.browser.newContext({ javaScriptEnabled: false, storageState, locale: 'sv-SE' })
  const page = await context.newPage()

  await open(page, '/arenden')
  await page.getByRole('link', { name: 'SN-2026-5' }).click()
  await page.getByRole('link', { name: 'Tjänsteskrivelse' }).first().click()
  await page.locator('textarea[name="summary"]').fill('En sammanfattning skriven utan skript.')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()

  await open(page, '/arenden/SN-2026-5/tjansteskrivelse')
  assert.equal(await page.locator('textarea[name="summary"]').inputValue(), 'En sammanfattning skriven utan skript.')
  await context.close()
})

test('/ goes to the search field', async () => {
  const page = await house.as('Elin Sand')
  await open(page, '/arenden')

  await page.keyboard.press('/')
  await page.locator('dialog.k-palette').waitFor()

  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'combobox')
})

test('Ctrl+K finds SN-2023-1541 by its number, and Enter opens it', async () => {
  const page = await house.as('Elin Sand')
  await open(page, '/')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('SN-2023-1541')
  await page.getByRole('option', { name: 'SN-2023-1541' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/arenden/SN-2023-1541')

  assert.match(await page.locator('h1').innerText(), /områdeslyft/)
})

test('j and k walk in the list of cases, and Enter opens the one in focus', async () => {
  const page = await house.as('Amina Yusuf Lindh')
  await open(page, '/arenden')
  const rows = await page.locator('tbody .k-row-link').allInnerTexts()

  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  const focused = await page.evaluate(() => document.activeElement?.textContent.trim())
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/arenden/${focused}`)

  assert.equal(focused, rows[0])
})

test('Tab goes through the head, the menu and what can be done, and one always sees where one is', async () => {
  const page = await house.as('Amina Yusuf Lindh')
  await open(page, '/arenden')
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))

  const stops: { words: string; isSeen: boolean }[] = []
  for (let presses = 0; presses < 26; presses++) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(focusNow))
  }

  const words = stops.map((stop) => stop.words)
  const wanted = ['Hoppa till innehållet', 'Mitt arbete', 'Ärenden', 'Nytt ärende', 'Avslutade']
  const found = wanted.map((want) => words.indexOf(want))
  assert.deepEqual(
    stops.filter(({ isSeen }) => !isSeen),
    [],
  )
  assert.ok(
    found.every((place) => place >= 0),
    `${words.join(' | ')}`,
  )
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
  )
})

/** In the page: what is in focus, and whether it or its row has a line around it. */
function focusNow(): { words: string; isSeen: boolean } {
  const focused = document.activeElement
  if (focused === null) return { words: '', isSeen: false }
  const hasLine = [focused, focused.closest('tr'), focused.parentElement].some((each) => {
    const style = each === null ? undefined : getComputedStyle(each)
    return (
      style !== undefined &&
      ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
    )
  })
  return { words: (focused.textContent || focused.getAttribute('aria-label') || '').trim(), isSeen: hasLine }
}

test('in English the pages speak English, and no words of our own are left in Swedish', async () => {
  const storageState = await (await house.as('Ingrid Falkenby')).context().storageState()
  const context = await house.browser.newContext({ storageState, locale: 'en-GB' })
  await context.addCookies([{ name: 'sprak', value: 'en', url: house.address }])
  const page = await context.newPage()
  const swedish = await swedishAlone()
  const leftovers: string[] = []

  for (const place of places.filter(({ who }) => who === 'Ingrid Falkenby' || who === '-')) {
    await open(page, await place.path(house))
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    leftovers.push(
      ...(await phrasesIn(page)).filter((each) => swedish.has(each)).map((each) => `${place.route}: ${each}`),
    )
  }

  assert.deepEqual([...new Set(leftovers)], [])
  await context.close()
})

test('the follow-up of a referral changes while one looks at it, and says so', async () => {
  const round = await house.one("select id from referral.rounds where state = 'sent' limit 1")
  const recipient = await house.one(
    `select id from referral.recipients x where round_id = '${round}' and case_id is not null and not exists
      (select from referral.answers where recipient_id = x.id) order by id limit 1`,
  )
  await house.look('Ingrid Falkenby', async (page) => {
    await open(page, `/remisser/${round}`)
    const marked = page.locator('[data-live] tr[data-changed]')
    assert.equal(await marked.count(), 0)

    const reply = await page.request.post(`${house.address}/api/v1/referrals/${round}/extensions`, {
      headers: { origin: house.address },
      data: { recipientIds: [recipient], until: '2027-02-26', ground: 'Nämnden sammanträder senare.' },
    })
    assert.equal(reply.status(), 200, await reply.text())
    await marked.first().waitFor({ timeout: 30_000 })

    assert.equal(await marked.count(), 1)
    assert.match(await marked.innerText(), /26 feb/)
    assert.match(await page.locator('[role="status"]').last().innerText(), /^Sidan har ändrats: /)
  })
})

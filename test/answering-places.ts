/** The pages of a personal link, for somebody who is not signed in, and the sender's page for it. */

import type { Page } from 'playwright-core'
import type { DemoHouse } from './demo-house.ts'
import type { Place } from './places.ts'

const planner = 'Ingrid Falkenby'

/** A body outside that has not answered a round that is open. */
const silent = `select '/remisser/' || r.id || '/svar/' || x.id || '/vagar' from referral.recipients x
  join referral.rounds r on r.id = x.round_id
  where r.state = 'sent' and x.case_id is null and not exists (select from referral.answers s where s.recipient_id = x.id)
  order by r.created_at, x.id limit 1`

type Made = Map<string, Promise<string>>
const made = new WeakMap<DemoHouse, Made>()

/** Where something is that is made once in a house: a link is answered once, and only one body is silent. */
function once(name: string, make: (house: DemoHouse) => Promise<string>): (house: DemoHouse) => Promise<string> {
  return (house) => {
    const here: Made = made.get(house) ?? new Map()
    made.set(house, here)
    const path = here.get(name) ?? make(house)
    here.set(name, path)
    return path
  }
}

const silentIn = once('silent', (house) => house.one(silent))
/** A link of one's own, as the sender makes and copies it. */
const linkIn = once('link', makeLink)

async function makeLink(house: DemoHouse): Promise<string> {
  const page = await house.as(planner)
  await page.goto(house.address + (await silentIn(house)))
  await page.getByRole('button', { name: 'Skapa länk att kopiera' }).click()
  return (await page.locator('[data-own-address]').getAttribute('href')) ?? ''
}

async function join(house: DemoHouse, name: string): Promise<string> {
  const page = await (await house.as('-')).context().newPage()
  await page.goto(house.address + (await linkIn(house)))
  await page.getByLabel('Ditt namn').fill(name)
  await page.getByLabel('Din roll').fill('vd')
  await page.getByRole('button', { name: 'Skriv svaret' }).click()
  await page.waitForURL(/\/skriv\//)
  const { pathname } = new URL(page.url())
  await page.close()
  return pathname
}

async function receipt(house: DemoHouse): Promise<string> {
  const page = await (await house.as('-')).context().newPage()
  await page.goto(house.address + (await join(house, 'Siv Storm')))
  await page.getByLabel('Nej', { exact: true }).first().check() // the question that must be answered
  await page.getByText('Tillstyrker', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Lämna in svaret' }).click()
  await page.waitForURL(/\/kvitto/)
  const { pathname } = new URL(page.url())
  await page.close()
  return pathname
}

const writing = once('joined', (house) => join(house, 'Nils Holm'))

/** Back at the question of files, with a file that has just been saved. */
async function savedFile(house: DemoHouse): Promise<string> {
  const page = await (await house.as('-')).context().newPage()
  await page.goto(house.address + (await writing(house)))
  await page.locator('input[name="answers.7.files[]"]').setInputFiles(file)
  await page.getByRole('button', { name: 'Spara filen' }).click()
  await page.waitForURL(/sparad=fraga-8/)
  const { pathname, search } = new URL(page.url())
  await page.close()
  return pathname + search
}

const answer = 'Hej.\n\nVi tillstyrker förslaget.\n\nVi ser fram emot dialogen.'
const file = { name: 'svar.txt', mimeType: 'text/plain', buffer: Buffer.from(answer) }

/** A file read in at the one who asks, before its passages have their places. */
async function readIn(house: DemoHouse): Promise<string> {
  const page = await (await house.as(planner)).context().newPage()
  await page.goto(house.address + (await silentIn(house)))
  await page.locator('main input[type="file"]').setInputFiles(file)
  return read(page)
}

/** The same on the link. */
async function readInOnLink(house: DemoHouse): Promise<string> {
  const page = await (await house.as('-')).context().newPage()
  await page.goto(house.address + (await join(house, 'Ada Berg')))
  await page.locator('summary', { hasText: 'Lägg in ett ifyllt Wordformulär' }).click()
  await page.locator('main input[name="file"]').setInputFiles(file)
  return read(page)
}

async function read(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.waitForURL(/\/inlasning\//)
  const { pathname } = new URL(page.url())
  await page.close()
  return pathname
}

export const answeringPlaces: readonly Place[] = [
  {
    route: '/remisser/:roundId/svar/:recipientId/vagar',
    who: planner,
    path: silentIn,
  },
  {
    route: '/remisser/:roundId/svar/:recipientId/vagar/inlasning/:readingId',
    who: planner,
    path: once('read in', readIn),
  },
  { route: '/svar/:token', who: '-', path: linkIn },
  {
    route: '/svar/:token/skriv/:personId/inlasning/:readingId',
    who: '-',
    path: once('read in on the link', readInOnLink),
  },
  { route: '/svar/:token/skriv/:personId', who: '-', path: writing },
  { route: '/svar/:token/skriv/:personId', who: '-', path: once('saved', savedFile) },
  { route: '/svar/:token/kvitto', who: '-', path: once('receipt', receipt) },
]

/** The pages of registering and of the registers behind it, as addresses in the demo city. */

import type { DemoHouse } from './demo-house.ts'
import type { Place } from './places.ts'

const registrar = 'Amina Yusuf Lindh'
const administrator = 'Omar Sandvik'

const at = (route: string, path: string | Place['path'] = route, who = registrar): Place => ({
  route,
  who,
  path: typeof path === 'string' ? () => path : path,
})

const atServiceBoard = (table: string, more = '') =>
  `select t.id from ${table} t join organisation.authorities a on a.id = t.authority_id where a.key = 'sn' ${more} limit 1`

const withId = (route: string, query: string): Place =>
  at(route, async (house) => route.replace(/:\w+$/, await house.one(query)))

/** Sends files in the form of a page, and tells the page that it leads to. */
async function sent(
  house: DemoHouse,
  { from, files, who = registrar }: { from: string; files: Record<string, string>; who?: string },
) {
  const page = await house.as(who)
  await page.goto(house.address + from)
  await page
    .locator('main input[type=file]')
    .setInputFiles(
      Object.entries(files).map(([name, words]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })),
    )
  await page.locator('main form[enctype] button[type=submit]').last().click()
  await page.waitForURL(/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

const faulty =
  'kod;namn;bevaras/gallras;år\n1;Leda;bevaras;\n8;Ny verksamhet;gallras;5\n;Utan kod;bevaras;\n9;Nio;sparas;\n'

export const filingPlaces: readonly Place[] = [
  at('/registrera'),
  at('/registrera', '/registrera?caseNumber=SN-2023-1541&secrecy.provision=21%20kap.%201%20%C2%A7%20OSL'),
  at('/registrera/flera'),
  at('/registrera/flera/:batchId', (house) =>
    sent(house, {
      from: '/registrera/flera',
      files: { '2026-11-20_ansökan.pdf': 'a', 'Foto av fasaden.jpg': 'b', 'Samma foto.jpg': 'b' },
    }),
  ),
  withId('/registrera/kvitto/:recordId', atServiceBoard('registry.records', "and t.direction = 'in'")),
  at('/kontakter', '/kontakter?alla=1'),
  at('/kontakter/ny'),
  withId('/kontakter/:contactId', atServiceBoard('filing.contacts', 'and t.email is not null')),
  at('/klassificering'),
  at('/klassificering/las-in'),
  at(
    '/klassificering/las-in/:uploadId',
    (house) => sent(house, { from: '/klassificering/las-in', files: { 'plan.csv': faulty }, who: administrator }),
    administrator,
  ),
  at('/arendetyper'),
  at('/arendetyper/ny'),
  withId('/arendetyper/:caseTypeId', atServiceBoard('filing.case_types')),
]

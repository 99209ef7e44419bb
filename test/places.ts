/** Every page of the house as an address in the demo city, with somebody who may see it. A page may be there in several states. */

import type { Page } from 'playwright-core'
import type { DemoHouse } from './demo-house.ts'
import { answeringPlaces } from './answering-places.ts'
import { dutyPlaces } from './duty-places.ts'
import { filingPlaces } from './filing-places.ts'

export type Place = {
  readonly route: string
  readonly who: string
  readonly path: (house: DemoHouse) => Promise<string> | string
}

const officer = 'Elin Sand'
const registrar = 'Amina Yusuf Lindh'
const secretary = 'Maria Torstensdotter'
const planner = 'Ingrid Falkenby'
/** Answers a referral today, and has not finished. */
const writing = '/arenden/SN-2026-5'
const finished = '/arenden/SN-2023-1541'
const sender = '/arenden/STK-2023-1042'

const at = (route: string, who: string, path: Place['path'] | string = route): Place => ({
  route,
  who,
  path: typeof path === 'string' ? () => path : path,
})
const withId = (route: string, who: string, query: string): Place =>
  at(route, who, async (house) => route.replace(/:\w+$/, await house.one(query)))

const bodyId = (key: string) => `select id from organisation.bodies where key = '${key}'`
const roundId = (state: string) => `select id from referral.rounds where state = '${state}' limit 1`
const meetingId = (more: string) =>
  `select m.id from meetings.meetings m join organisation.bodies b on b.id = m.body_id where ${more} limit 1`
const draftId = (number: string, kind: string) =>
  `select d.id from drafting.drafts d join registry.cases c on c.id = d.case_id
   where c.reference_number = '${number}' and d.kind = '${kind}'`

const organisation: readonly Place[] = [
  at('/logga-in', '-'),
  at('/tillganglighet', '-'),
  at('/hjalp', '-'),
  ...[officer, planner, 'Mikael Brännlund'].map((who) => at('/', who)),
  at('/jag', officer),
  at('/organisation', registrar),
  withId('/organisation/:bodyId', registrar, bodyId('sn')),
  withId('/personer/:personId', officer, "select id from organisation.people where name = 'Karin Ek'"),
]

const registry: readonly Place[] = [
  at('/arenden', registrar, '/arenden?lage=alla&myndighet=alla'),
  at('/arenden/nytt', registrar),
  ...[writing, finished].map((path) => at('/arenden/:caseId', registrar, path)),
  at('/arenden/:caseId', planner, sender),
  at('/arenden/:caseId/handlingar', registrar, `${writing}/handlingar`),
  at('/arenden/:caseId/historik', officer, `${finished}/historik`),
  at('/handlingar', registrar),
  withId('/handlingar/:recordId', officer, "select id from registry.records where kind = 'statement' limit 1"),
  withId('/handlingar/:recordId', registrar, 'select id from registry.records where struck_at is not null limit 1'),
  withId('/handlingar/:recordId', registrar, 'select record_id from registry.moves limit 1'),
  at('/arenden/:caseId/handlingar', registrar, async (house) => {
    const id = await house.one('select from_case_id from registry.moves limit 1')
    return `/arenden/${id}/handlingar`
  }),
  at('/sok', officer, '/sok?q=dialog'),
]

const drafting: readonly Place[] = [
  ...[writing, finished].map((path) => at('/arenden/:caseId/tjansteskrivelse', officer, `${path}/tjansteskrivelse`)),
  ...[writing, finished].map((path) => at('/arenden/:caseId/yttrande', officer, `${path}/yttrande`)),
  at('/arenden/:caseId/tjansteskrivelse/inlasning/:uploadId', officer, readIn),
  at('/arenden/:caseId/skicka-for-godkannande', officer, `${writing}/skicka-for-godkannande`),
  ...['Karin Ek', 'Mikael Brännlund'].map((head) => at('/godkannanden', head)),
  withId(
    '/godkannanden/:submissionId',
    'Mikael Brännlund',
    `select s.id from drafting.submissions s join drafting.approvals a on a.submission_id = s.id
     join organisation.people p on p.id = a.person_id
     where s.state = 'waiting' and p.name = 'Mikael Brännlund' limit 1`,
  ),
  withId('/utkast/:draftId', officer, draftId('SN-2026-5', 'statement')),
  at('/utkast/:draftId/kontroller', officer, async (house) => {
    return `/utkast/${await house.one(draftId('SN-2026-5', 'statement'))}/kontroller`
  }),
  at('/utkast/:draftId/historik', officer, async (house) => {
    return `/utkast/${await house.one(draftId('SN-2026-5', 'statement'))}/historik`
  }),
]

const templates: readonly Place[] = [
  at('/mallar', registrar),
  at('/mallar/:owner/skrivregler', registrar, '/mallar/sn/skrivregler'),
  at('/mallar/:owner/mall', registrar, '/mallar/sn/mall'),
]

const meetings: readonly Place[] = [
  at('/sammantraden', secretary),
  at('/sammantraden/nytt', secretary),
  withId('/sammantraden/:meetingId', secretary, meetingId("b.key = 'sn' and m.held_on = '2023-12-19'")),
  withId('/sammantraden/:meetingId', secretary, meetingId("b.key = 'sn' and m.state = 'planned'")),
  withId(
    '/sammantraden/:meetingId',
    secretary,
    meetingId('exists (select from calls.calls c where c.meeting_id = m.id)'),
  ),
  withId(
    '/sammantraden/:meetingId',
    'Cecilia Ahlgren Roos',
    meetingId(
      "b.key = 'tn' and m.state = 'planned' and exists (select from meetings.items i where i.meeting_id = m.id)",
    ),
  ),
  at('/sammantraden/:meetingId/bordet/:itemId', secretary, async (house) =>
    house.one(`select '/sammantraden/' || i.meeting_id || '/bordet/' || i.id
      from meetings.items i join voting.questions q on q.item_id = i.id limit 1`),
  ),
  ...[writing, finished].map((path) => at('/arenden/:caseId/beslut', officer, `${path}/beslut`)),
  ...[writing, finished].map((path) => at('/arenden/:caseId/beslutsplan', officer, `${path}/beslutsplan`)),
]

const referrals: readonly Place[] = [
  at('/uppdrag', planner),
  at('/uppdrag/nytt', 'Bengt Åkerlind'),
  withId('/uppdrag/:assignmentId', planner, 'select id from assignments.assignments limit 1'),
  at('/remisser', planner),
  at('/remisser/ny', planner),
  at('/remisser/:roundId', planner, begun),
  at('/remisser/:roundId', planner, inTurns),
  at('/remisser/listor', planner),
  withId(
    '/remisser/listor/:listId',
    planner,
    'select id from referral.recipient_lists where removed_at is null limit 1',
  ),
  ...['sent', 'closed'].map((state) => withId('/remisser/:roundId', planner, roundId(state))),
  at('/remisser/:roundId/paminn', planner, async (house) => `/remisser/${await house.one(roundId('sent'))}/paminn`),
  at('/remisser/:roundId/svar/:recipientId', planner, answerOf("b.key = 'frn'")),
  at('/remisser/:roundId/svar/:recipientId', planner, answerOf("b.key = 'mkb'")),
  // Nobody has answered for it: the page where the sender enters what came.
  at('/remisser/:roundId/svar/:recipientId', planner, answerOf("b.key = 'boplats'")),
  at('/arenden/:caseId/remiss', officer, `${writing}/remiss`),
  at('/arenden/:caseId/remiss', 'Petra Lönnroth', answeringTogether('h')),
  at('/arenden/:caseId/remiss', 'Moa Lindqvist Öberg', answeringTogether('m')),
  at('/arenden/:caseId/remiss', planner, `${sender}/remiss`),
  ...['sent', 'closed'].map((state) =>
    at('/remisser/:roundId/sammanstallning', planner, async (house) => {
      return `/remisser/${await house.one(roundId(state))}/sammanstallning`
    }),
  ),
  at('/arenden/:caseId/sammanstallning', planner, `${sender}/sammanstallning`),
]

export const places: readonly Place[] = [
  ...organisation,
  ...filingPlaces,
  ...dutyPlaces,
  ...registry,
  ...drafting,
  ...templates,
  ...meetings,
  ...referrals,
  ...answeringPlaces,
]

function answerOf(recipient: string): Place['path'] {
  return async (house) => {
    const round = await house.one(roundId('sent'))
    const id = await house.one(
      `select r.id from referral.recipients r join organisation.bodies b on b.id = r.body_id
       where r.round_id = '${round}' and ${recipient}`,
    )
    return `/remisser/${round}/svar/${id}`
  }
}

/** The case of the one that writes a joint statement ('h'), or of the one that stands behind it ('m'). */
function answeringTogether(whose: 'h' | 'm'): Place['path'] {
  return async (house) => {
    const id = await house.one(
      `select ${whose}.case_id from referral.recipients m join referral.recipients h on h.id = m.joint_with limit 1`,
    )
    return `/arenden/${id}/remiss`
  }
}

/** A referral that has just been begun, in a case that has none. */
async function begun(house: DemoHouse): Promise<string> {
  return beginIn(await house.as(planner), house.address)
}

async function beginIn(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/remisser/ny?arende=STK-2026-3`)
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/remisser\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

/** One that asks some before others and says why. */
async function inTurns(house: DemoHouse): Promise<string> {
  let path = ''
  await house.look(planner, async (page) => {
    path = await beginIn(page, house.address)
    const bodies = page.locator('#instanser input[type=checkbox]')
    for (const each of [0, 1]) await bodies.nth(each).check()
    await page.locator('#instanser button', { hasText: 'Spara instanser' }).last().click()
    await chooseTurns(page)
  })
  return path
}

async function chooseTurns(page: Page): Promise<void> {
  const order = page.locator('#turordning')
  await order.locator('summary').click()
  await order.locator('textarea').fill('Den ena måste ha svarat för att den andra ska kunna ta ställning.')
  await order.locator('input[name="days.0"]').fill('2026-12-10')
  await order.locator('input[name="days.1"]').fill('2027-01-20')
  await order.locator('select').last().selectOption('2')
  await order.locator('form.k-form button').click()
  await order.locator('li', { hasText: 'Omgång 2' }).waitFor()
}

const memo = `Servicenämnden

Tjänsteskrivelse

Datum: 2026-11-20
Vår referens: Elin Sand, planeringssekreterare

Riktlinjer för dialog SN-2026-5

Sammanfattning
Nämnden har fått riktlinjerna på remiss.

Förslag till beslut
Servicenämnden godkänner förslaget till yttrande.

Beslutsunderlag
Tjänsteskrivelse 2026-11-20
`

/** A memo from elsewhere, uploaded and read, before it is taken in. */
async function readIn(house: DemoHouse): Promise<string> {
  const page = await house.as(officer)
  const file = { name: 'tjansteskrivelse.txt', mimeType: 'text/plain', buffer: Buffer.from(memo) }
  await page.goto(`${house.address}${writing}/tjansteskrivelse`)
  await page.locator('summary', { hasText: 'Läs in en tjänsteskrivelse' }).click()
  await page.locator('main input[type="file"]').setInputFiles(file)
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await page.waitForURL(/\/inlasning\//)
  return new URL(page.url()).pathname
}

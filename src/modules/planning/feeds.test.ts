import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { as, worldOf } from '../../../test/support.ts'
import { anOffice } from '../drafting/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aCalendar, planFields } from './fixtures.ts'
import { calendarText, type FeedEvent } from './model/feed.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const event: FeedEvent = {
  uid: 'meeting-1@kraftsam',
  on: '2023-12-19',
  startsAt: '13:00',
  title: 'Sammanträde: servicenämnden',
  place: null,
  sequence: 0,
  changedAt: new Date('2023-11-15T08:00:00Z'),
  isCancelled: false,
  isDeadline: false,
}

/** As a program that is not ours reads it. */
function read(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}
const statusOf = (one: ICAL.Event | undefined) => one?.component.getFirstPropertyValue('status')

test('RFC 5545 an hour is told in universal time, winter and summer; a deadline is a whole Swedish day', () => {
  const [winter, summer, whole] = read(
    calendarText('Kraftsam', [
      event,
      { ...event, uid: 'b', on: '2024-06-18' },
      { ...event, uid: 'c', on: '2024-07-01', startsAt: null },
    ]),
  )
  assert.equal(winter?.startDate.toJSDate().toISOString(), '2023-12-19T12:00:00.000Z')
  assert.equal(summer?.startDate.toJSDate().toISOString(), '2024-06-18T11:00:00.000Z')
  assert.equal(whole?.startDate.isDate, true)
  assert.equal(whole.startDate.toString(), '2024-07-01')
})

test('RFC 5545 whatever the words are, an independent reader gets them back, and no line is longer than 75 octets', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    .map((given) => given.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim())
    .filter((given) => given !== '')
  fc.assert(
    fc.property(words, words, (title, place) => {
      const text = calendarText(title, [{ ...event, title, place }])
      const [back] = read(text)
      assert.equal(back?.summary, title)
      assert.equal(back.location, place)
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    }),
    { numRuns: 200 },
  )
  assert.match(
    calendarText('x', [{ ...event, title: 'Två\nrader; med, tecken\\' }]),
    /Två\\nrader\\; med\\, tecken\\\\/,
  )
})

/** The officer who plans is the case's own. */
async function ofOfficer({ head, theCase, officer }: Awaited<ReturnType<typeof anOffice>>): Promise<void> {
  const reply = await head.api(`/cases/${theCase.id}/officer`, { officerId: officer.personId }, 'PUT')
  assert.ok(reply.ok, await reply.text())
}

async function aPlannedOffice() {
  const dueOn = '2023-12-29'
  const office = await anOffice(world, { kind: 'referral_answer', dueOn, dueSource: 'satt av § 430' })
  const calendar = await aCalendar(world, office.registry)
  await office.officer.post(`${office.at}/beslutsplan`, planFields(calendar))
  await ofOfficer(office)
  const personId = await aPerson(world.db, {
    bodyId: office.registry.bodyId,
    roles: ['secretary'],
    title: 'Sekreterare',
  })
  const made = await office.officer.api('/me/calendar-key', {})
  const { path } = JSON.parse(await made.text()) as { path: string }
  return { ...office, calendar, secretary: await as(world, personId), path }
}

/** A calendar program: it has nothing but the address. */
const fetched = (path: string, headers: Record<string, string> = {}) => world.app.request(path, { headers })

test('a person’s calendar has the meetings of their bodies, their paper stops and last answer dates, by the address alone', async () => {
  const { path, theCase, calendar } = await aPlannedOffice()

  const reply = await fetched(path)
  const events = read(await reply.text())

  assert.equal(reply.status, 200)
  assert.match(reply.headers.get('content-type') ?? '', /^text\/calendar/)
  const due = events.find(({ uid }) => uid === `due-${theCase.id}@kraftsam`)
  assert.equal(due?.startDate.toString(), '2023-12-29')
  assert.ok(due.summary.includes(theCase.title))
  const stop = events.find(({ uid }) => uid === `stop-${calendar.board}-${theCase.id}@kraftsam`)
  assert.equal(stop?.startDate.toString(), '2023-12-11')
  assert.ok(events.some(({ uid }) => uid === `meeting-${calendar.board}@kraftsam`))
})

test('the key opens calendars and nothing else; a new one shuts the old, and a shut one is not there', async () => {
  const { path, officer, registry } = await aPlannedOffice()
  const key = path.split('/')[3] ?? ''

  const body = await fetched(`/kalender/nyckel/${key}/organ/${registry.bodyId}/organ.ics`)
  const page = await fetched('/arenden', { cookie: `session=${key}`, authorization: `Bearer ${key}` })
  await officer.post('/jag/kalender')
  const old = await fetched(path)
  const renewed = JSON.parse(await (await officer.api('/me/calendar-key', {})).text()) as { path: string }
  await officer.post('/jag/kalender/stang')
  const shut = await fetched(renewed.path)

  assert.equal(body.status, 200)
  assert.notEqual(page.status, 200)
  assert.deepEqual([old.status, shut.status], [404, 404])
  assert.equal((await fetched('/kalender/min.ics')).status, 303)
})

test('of a marked case only the number stands in a calendar, also for the one who may read it', async () => {
  const { path, officer, theCase } = await aPlannedOffice()
  const marked = await officer.api(`/cases/${theCase.id}/marking`, { provision: '21 kap. 3 § OSL' })
  assert.ok(marked.ok, await marked.text())

  const text = await (await fetched(path)).text()
  const due = read(text).find(({ uid }) => uid === `due-${theCase.id}@kraftsam`)

  assert.equal(due?.summary, `Sista svarsdag: ${theCase.referenceNumber}`)
  assert.ok(!text.replaceAll('\r\n ', '').includes(theCase.title))
})

test('a moved meeting is the same meeting changed, a cancelled one stays as cancelled, and what is unchanged is not sent again', async () => {
  const { secretary, officer, registry, calendar } = await aPlannedOffice()
  const at = `/kalender/organ/${registry.bodyId}/organ.ics`
  const meetingIn = async () =>
    read(await (await officer.get(at)).text()).find(({ uid }) => uid === `meeting-${calendar.board}@kraftsam`)

  const first = await officer.get(at)
  const etag = first.headers.get('etag') ?? ''
  const unchanged = await officer.knock(at, { headers: { 'if-none-match': etag } })
  const move = { heldOn: '2023-12-21', startsAt: '13:00', reason: 'Budgeten' }
  await secretary.api(`/meetings/${calendar.board}/move`, move)
  const changed = await officer.knock(at, { headers: { 'if-none-match': etag } })
  const moved = await meetingIn()
  await secretary.api(`/meetings/${calendar.board}/cancel`, {})
  const cancelled = await meetingIn()

  assert.match(etag, /^"[0-9a-f]{64}"$/)
  assert.equal(unchanged.status, 304)
  assert.equal(changed.status, 200)
  assert.deepEqual([moved?.sequence, statusOf(moved)], [1, 'CONFIRMED'])
  assert.deepEqual([cancelled?.sequence, statusOf(cancelled)], [2, 'CANCELLED'])
  const all = read(await (await officer.get(at)).text())
  for (const kind of ['stop', 'call', 'adjustment'])
    assert.equal(statusOf(all.find(({ uid }) => uid === `${kind}-${calendar.board}@kraftsam`)), 'CANCELLED')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { jobs } from '../../app.ts'
import { aBody } from '../organisation/fixtures.ts'
import { aMailServer, carry, letterRow } from '../post/fixtures.ts'
import { listLedger } from '../registry/index.ts'
import { anAnswerer, aSentRound, type TestSent } from './fixtures.ts'
import { isToRemind } from './model/need.ts'
import { dayOfReminder, reminderDue, usualReminders } from './model/reminder.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

/** Two boards and a company with an address, asked to answer by 29 December 2023. */
async function aRoundOut() {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const company = await aBody(world.db, { kind: 'company', name: 'Bostadsbolaget Exempel AB' })
  const nowhere = await aBody(world.db, { kind: 'external', name: 'Föreningen utan adress' })
  const board = await anAnswerer(world)
  await world.db
    .updateTable('organisation.bodies')
    .set({ email: 'vd@bolaget.example' })
    .where('id', '=', company)
    .execute()
  const round = await aSentRound(world, [company, nowhere, board.board.bodyId])
  const recipientOf = (caseId: string | null) =>
    round.recipients.find((one) => one.caseId === caseId)?.recipientId ?? ''
  return { round, board, company, nowhere, recipientOf }
}

function lettersOf({ board: { authorityId } }: TestSent) {
  return world.db
    .selectFrom('kernel.letters')
    .select(['id', 'to_address as to', 'subject', 'body', 'case_id as caseId', 'posted_by as postedBy'])
    .where('authority_id', '=', authorityId)
    .where('topic', '=', 'referral.reminder')
    .orderBy('posted_at')
    .orderBy('to_address')
    .execute()
}

async function remindedEvents(round: TestSent) {
  const entries = await asking(world, (ctx) => listLedger(ctx, round.theCase.id))
  return entries.filter(({ event }) => event === 'referral.reminded').map(({ facts }) => facts)
}

async function morning(day: string): Promise<void> {
  world.now = new Date(`${day}T07:30:00+01:00`)
  await jobs['referral.remind']?.(world.caller(), {})
}

test('the schedule counts Swedish working days back from the last answer day, and forward from it', () => {
  const asked = { answerBy: '2023-12-29', sentOn: '2023-10-03' }

  assert.deepEqual(
    usualReminders.map((days) => dayOfReminder('2023-12-29', days)),
    ['2023-12-07', '2023-12-18', '2023-12-28', '2024-01-02'],
  )
  assert.equal(reminderDue(usualReminders, { ...asked, today: '2023-12-06' }), null)
  assert.equal(reminderDue(usualReminders, { ...asked, today: '2023-12-07' }), 14)
  assert.equal(reminderDue(usualReminders, { ...asked, today: '2023-12-11' }), 14)
  assert.equal(reminderDue(usualReminders, { ...asked, today: '2023-12-14' }), null)
  assert.equal(reminderDue(usualReminders, { ...asked, sentOn: '2023-12-07', today: '2023-12-07' }), null)
  assert.equal(reminderDue([], { ...asked, today: '2023-12-07' }), null)
})

test('those that have not answered are reminded on their days, once, to their body and the officer, and the ledger says so', async () => {
  const { round } = await aRoundOut()

  await morning('2023-12-07')
  await morning('2023-12-07')
  await morning('2023-12-09')
  const letters = await lettersOf(round)
  await morning('2023-12-18')
  const events = await remindedEvents(round)
  const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  const api = await (await round.officer.api(`/referrals/${round.roundId}/reminders`)).json()

  const toCompany = letters.filter(({ to }) => to === 'vd@bolaget.example')
  assert.equal(toCompany.length, 1)
  assert.match(
    toCompany[0]?.subject ?? '',
    /^Påminnelse: ni är inbjudna att svara på remissen .*, sista svarsdag fre 29 dec 2023$/,
  )
  assert.match(toCompany[0]?.body ?? '', /Svar från Bostadsbolaget Exempel AB har inte kommit än\./)
  assert.match(toCompany[0]?.body ?? '', /Sista svarsdag är fre 29 dec 2023\. Det är 14 arbetsdagar kvar\./)
  assert.match(toCompany[0]?.body ?? '', /svara här, utan konto[^]*kraftsam:\/svar\//)
  assert.doesNotMatch(toCompany[0]?.body ?? '', /\/arenden\//)
  assert.equal(toCompany[0]?.postedBy, null)
  assert.equal(toCompany[0]?.caseId, round.theCase.id)
  assert.equal(letters.length, 2)
  assert.match(
    letters.find(({ to }) => to !== 'vd@bolaget.example')?.body ?? '',
    /Ert ärende är [A-Z]+-2023-\d+:\nkraftsam:\/arenden\//,
  )
  assert.deepEqual(
    events.map(({ days, withoutAddress }) => [days, withoutAddress]),
    [
      [14, ['Föreningen utan adress']],
      [7, ['Föreningen utan adress']],
    ],
  )
  assert.match(page, /Bostadsbolaget Exempel AB: Påmind mån 18 dec 2023, 2 gånger i allt, brevet väntar/)
  assert.match(page, /Föreningen utan adress: Påmind mån 18 dec 2023, 2 gånger i allt, ingen e-postadress/)
  assert.equal(api.reminded.length, 3)
})

test('a round to an address that cannot be is told of, and the others are reminded all the same', async () => {
  const [bad, good] = [await aRoundOut(), await aRoundOut()]
  const setEmail = (email: string | null) =>
    world.db.updateTable('organisation.bodies').set({ email }).where('id', '=', bad.company).execute()
  await setEmail('ingen adress')

  await assert.rejects(morning('2023-12-07'), /letters_to_address_check/)

  const letters = [await lettersOf(bad.round), (await lettersOf(good.round)).length]
  await setEmail(null)
  assert.deepEqual(letters, [[], 2])
})

test('one reminds by hand those one chooses, in one’s own words; a letter that does not arrive is seen on the page', async () => {
  const { round, recipientOf, board } = await aRoundOut()
  const server = await aMailServer()
  const path = `/remisser/${round.roundId}/paminn`
  const caseId = round.recipients.find((one) => one.caseId !== null)?.caseId ?? null
  server.saying.toRecipient.push(550)

  const nobody = await round.officer.post(path, { words: 'Hör gärna av er.' })
  const reply = await round.officer.post(path, {
    'recipientIds[]': [recipientOf(caseId)],
    words: 'Vi behöver era svar före jul.',
  })
  const [letter, ...more] = await lettersOf(round)
  await carry(world, server.settings, letter?.id ?? '')
  const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  const stranger = await board.officer.post(path, { 'recipientIds[]': [recipientOf(caseId)] })
  const seen = await (await board.officer.get(`/remisser/${round.roundId}`)).text()

  assert.equal(nobody.status, 422)
  const back = await nobody.text()
  assert.match(back, /Välj minst en remissinstans/)
  assert.match(back, /Hör gärna av er\./)
  assert.equal(reply.status, 303)
  assert.deepEqual(more, [])
  assert.match(letter?.body ?? '', /^Vi behöver era svar före jul\.\n\n/)
  assert.equal((await letterRow(world, letter?.id ?? '')).state, 'failed')
  assert.match(page, /Påmind .*, kom inte fram: 550 5\.1\.1/)
  assert.deepEqual(
    (await remindedEvents(round)).map(({ days }) => days),
    [null],
  )
  assert.equal(stranger.status, 403)
  assert.doesNotMatch(seen, /Påminn dem som inte svarat/)
})

test('one is reminded now when its day is near or has passed, and nothing has been sent to it for a week', () => {
  const asked = { answer: null, answerBy: '2023-12-29', askedAt: new Date('2023-10-03T09:00:00+02:00') }
  const one = { ...asked, stage: 'drafting', isCaseClosed: false } as const
  const is = (today: string, last?: string, other: object = {}) =>
    isToRemind(
      { ...one, ...other },
      { reminded: last === undefined ? undefined : { at: new Date(`${last}T07:00:00+01:00`) }, today },
    )

  // Seven working days before 29 December is the 18th.
  assert.deepEqual([is('2023-12-15'), is('2023-12-18'), is('2024-01-10')], [false, true, true])
  assert.deepEqual([is('2023-12-19', '2023-12-13'), is('2023-12-20', '2023-12-13')], [false, true])
  assert.equal(is('2023-12-18', undefined, { isCaseClosed: true }), false)
  assert.equal(is('2023-12-18', undefined, { stage: 'in_turn', askedAt: null }), false)
  assert.equal(is('2023-12-18', undefined, { askedAt: new Date('2023-12-15T09:00:00+01:00') }), false)
})

test('the sender sees whom it has something to do about and what, and reminds those that are left in two presses', async () => {
  const { round, board, recipientOf } = await aRoundOut()
  const at = `/remisser/${round.roundId}`
  const caseId = round.recipients.find((one) => one.caseId !== null)?.caseId ?? ''
  const needs = async () => (await round.officer.api(`/referrals/${round.roundId}/needs`)).json()
  const pageOf = async (path: string, by = round.officer) => (await by.get(path)).text()
  const quiet = [await needs(), await pageOf(`${at}?visa=needs-me`)]

  world.now = new Date('2023-12-18T09:00:00+01:00')
  await board.officer.api(`/cases/${caseId}/referral-answer/more-time`, {
    wantedOn: '2024-01-31',
    reason: 'Nämnden möts i januari.',
  })
  await board.officer.api(`/cases/${caseId}/referral-answer/inquiries`, { words: 'Gäller det även gymnasiet?' })
  const [row, ours] = [await pageOf(`${at}?visa=needs-me`), await needs()]
  const theirs = await pageOf(at, board.officer)
  const before = await pageOf(`${at}/paminn`)
  const due = ours.needs.flatMap((one: { kind: string; recipientId: string }) =>
    one.kind === 'remind' ? [one.recipientId] : [],
  )
  const sent = await round.officer.post(`${at}/paminn`, { 'recipientIds[]': due })
  const server = await aMailServer()
  server.saying.toRecipient.push(550)
  const [letter] = await lettersOf(round)
  await carry(world, server.settings, letter?.id ?? '')
  const after = (await needs()).needs

  assert.deepEqual(quiet[0], { needs: [] })
  assert.match(quiet[1], /Inget behöver dig/)
  assert.match(row, /Behöver dig<span class="k-count">3</)
  assert.match(row, /#svarstid">Besluta: begär svarstid till 31\u00a0jan</)
  assert.match(row, /#fragor-och-svar">Svara: har ställt en fråga</)
  assert.match(row, /paminn">Påminn: 7\u00a0arbetsdagar kvar, inte påmind</)
  assert.match(row, /Påminn 2\s*</)
  assert.doesNotMatch(theirs, /Behöver dig|Besluta: begär|Påminn 2/)
  // The one that waits for an answer itself is there to be chosen, and is not chosen.
  assert.equal(before.match(/name="recipientIds\[\]"[^>]*checked/g)?.length, 2)
  assert.match(before, new RegExp(`value="${recipientOf(caseId)}"`))
  assert.match(before, /till vd@bolaget\.example/)
  assert.match(before, /Svar från Bostadsbolaget Exempel AB har inte kommit än\./)
  assert.equal(sent.status, 303)
  assert.deepEqual(
    after.map(({ kind, said }: { kind: string; said: string }) => `${kind} ${said.slice(0, 35)}`),
    [
      'time Besluta: begär svarstid till 31 jan',
      'inquiry Svara: har ställt en fråga',
      'undelivered Brevet kom inte fram: 550 5.1.1 No ',
      'nowhere Påminnelsen kunde inte skickas: ing',
    ],
  )
})

test('the sender sets the days of a round; what cannot be read comes back, and a closed round reminds nobody', async () => {
  const { round, recipientOf } = await aRoundOut()
  const path = `/remisser/${round.roundId}/paminnelser`

  const wrong = await round.officer.post(path, { before: '10, snart', after: '' })
  const set = await round.officer.post(path, { before: '10, 3', after: '2' })
  const page = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  await morning('2023-12-08')
  const before = await lettersOf(round)
  await round.officer.post(path, { before: '', after: '' })
  await morning('2023-12-14')
  const none = await lettersOf(round)
  await round.officer.post(`/remisser/${round.roundId}/avsluta`)
  const late = await round.officer.api(`/referrals/${round.roundId}/reminders`, { recipientIds: [recipientOf(null)] })

  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="10, snart"/)
  assert.equal(set.status, 303)
  assert.match(page, /10 arbetsdagar före, 3 arbetsdagar före och 2 arbetsdagar efter/)
  assert.deepEqual([before.length, none.length], [0, 0])
  assert.equal(late.status, 409)
})

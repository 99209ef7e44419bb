import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { as, asking, waiting, worldOf } from '../../../test/support.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { aBoardDecision, anApprovedStatement, answerOf, aRevisedStatement, days } from './fixtures.ts'
import { aMeeting, anItem } from '../meetings/fixtures.ts'
import { aColleague } from '../registry/fixtures.ts'
import { listRecords } from '../registry/index.ts'
import { join, leave, pass, start, two, type Together } from './fixtures/together.ts'

const world = worldOf(start)

const draft = z.object({
  draftId: z.string(),
  state: z.string(),
  recordId: z.string().nullable(),
  content: z.unknown(),
})
const statementOf = ({ member, memberCase }: Together) => member.officer.api(`/cases/${memberCase}/statement`)

test('I-18 I-16 who joins is told what is laid aside and whose approval does not count, and has it back as it was by leaving', async () => {
  const all = await two(world)
  const { member, memberCase, at } = all
  const own = await anApprovedStatement(member, memberCase, 'Egna ord om samordningen.')
  const before = await answerOf(await statementOf(all), draft)

  const tab = await (await member.officer.get(at.member)).text()
  const silent = await member.officer.post(`${at.member}/samordna`, { hostId: all.hostId })
  const said = await silent.text()
  const joined = await join(all, { laysAside: true })
  const meanwhile = await statementOf(all)
  const late = await member.officer.api(`/drafts/${before.draftId}/statement`, { version: 1, title: 'Sent' })
  const aside = await (await member.officer.get(at.member)).text()
  const history = await (await member.officer.get(at.member.replace('/remiss', '/historik'))).text()
  const left = await leave(all)
  const after = await answerOf(await statementOf(all), draft)

  for (const page of [tab, said])
    assert.match(page, /Ert eget godkända yttrande[^]*Godkännandet från Karin Ek [^]* gäller inte det samordnade/)
  assert.match(said, /Kryssa för att ni vet att ert eget yttrande läggs åt sidan/)
  assert.deepEqual([silent.status, joined.status, meanwhile.status, left.status], [422, 204, 404, 204])
  assert.match(await late.text(), /lagt åt sidan, eftersom ni svarar tillsammans med en annan/)
  assert.match(aside, /Ert eget yttrande är lagt åt sidan[^]*href="\/utkast\//)
  assert.match(history, /lade yttrandet åt sidan/i)
  assert.deepEqual(after, before)
  assert.equal(after.recordId, own)
})

test('I-18 I-16 what the heads are reading is taken back by joining, and is written on after leaving', async () => {
  const all = await two(world)
  const { member, memberCase } = all
  await anApprovedStatement(member, memberCase)
  await answerOf(await member.officer.api(`/cases/${memberCase}/revise/statement`, {}), z.unknown())
  const { submissionId } = await answerOf(
    await member.officer.api(`/cases/${memberCase}/submit`, { approvers: [member.head.personId] }),
    z.object({ submissionId: z.string() }),
  )

  await join(all, { laysAside: true })
  const late = await approveAsProgram(member.head, submissionId)
  await leave(all)
  const open = await answerOf(await statementOf(all), draft)

  assert.equal(late.status, 409)
  assert.equal(open.state, 'draft')
})

const memo = z.object({
  state: z.string(),
  content: z.object({ proposals: z.array(z.string()), basis: z.array(z.string()) }),
})

test('I-18 I-16 the memo is taken back with the statement, and its words follow who is answered with at a press', async () => {
  const all = await two(world)
  const { member, memberCase, at } = all
  const call = (path: string, body: object) => member.officer.api(`/cases/${memberCase}/${path}`, body)
  const mend = () => call('referral-answer/memo-words', {})
  const page = async () => (await member.officer.get(at.member)).text()
  const memoNow = async () => (await answerOf(await member.officer.api(`/cases/${memberCase}/memo`), memo)).content
  await anApprovedStatement(member, memberCase)
  for (const kind of ['memo', 'statement']) await call(`revise/${kind}`, {})
  const submit = await call('submit', { approvers: [member.head.personId] })
  const own = await memoNow()
  const before = await page()

  await join(all, { laysAside: true })
  const joined = await page()
  const [mended, again] = [await mend(), await mend()]
  const joint = await memoNow()
  const after = await page()
  await leave(all)
  const left = await page()
  await mend()

  assert.deepEqual([submit.status, mended.status, again.status], [200, 204, 409])
  assert.match(before, /Tjänsteskrivelsen läses tillsammans med yttrandet och tas också tillbaka/)
  assert.match(joined, /talar om ert eget yttrande, men ni svarar tillsammans med värdnämnden[^]*Byt till de orden/)
  assert.match(
    joint.proposals[0] ?? '',
    /^Fritidsnämnden ställer sig bakom det samordnade yttrandet, upprättat av värdnämnden/,
  )
  assert.ok(joint.basis.includes('Samordnat yttrande, upprättat av värdnämnden'))
  assert.doesNotMatch(after, /Byt till de orden/)
  assert.match(left, /talar om ett samordnat yttrande, men ni svarar själva/)
  assert.deepEqual(await memoNow(), own)
})

test('I-18 B-15 the one that writes releases another with a reason, registered with both and told, and it goes on with its own', async () => {
  const all = await two(world)
  const { round, host, member, hostCase, memberCase, at } = all
  await anApprovedStatement(member, memberCase, 'Egna ord om samordningen.')
  await join(all, { laysAside: true })
  const reason = 'Vi har olika uppfattning om samordningen.'
  const path = `/cases/${hostCase}/referral-answer/members/${all.memberId}/release`

  const unsaid = await host.officer.post(`${at.host}/samordna/${all.memberId}/slapp`, { reason: ' ' })
  const stranger = await member.officer.api(path, { reason })
  const done = await host.officer.api(path, { reason })
  const again = await host.officer.api(path, { reason })
  const tab = await (await member.officer.get(at.member)).text()
  const begun = await member.officer.api(`/cases/${memberCase}/referral-answer/begin`, {})
  const own = await answerOf(await statementOf(all), draft)

  assert.deepEqual([unsaid.status, stranger.status, done.status, again.status], [422, 403, 204, 409])
  assert.match(await unsaid.text(), /Skriv varför ni släpper dem/)
  assert.match(tab, /Värdnämnden släppte er[^]*Skäl: Vi har olika uppfattning[^]*Fortsätt på ert eget yttrande/)
  assert.deepEqual([begun.status, own.state], [200, 'approved'])
  const senders = `/arenden/${encodeURIComponent(round.theCase.referenceNumber)}/historik`
  for (const [by, page] of [
    [host.officer, at.host.replace('/remiss', '/historik')],
    [member.officer, at.member.replace('/remiss', '/historik')],
    [round.officer, senders],
  ] as const)
    assert.match(await (await by.get(page)).text(), /släppte fritidsnämnden ur det samordnade yttrandet: Vi har olika/)
  const [out, arrived] = await Promise.all(
    [hostCase, memberCase].map((caseId) => asking(world, (ctx) => listRecords(ctx, caseId))),
  )
  assert.deepEqual(
    [out, arrived].map((records) => records?.filter(({ title }) => title.startsWith('Värdnämnden släpper')).length),
    [1, 1],
  )
  const letters = await world.db
    .selectFrom('kernel.letters')
    .select(['subject', 'body'])
    .where('topic', '=', 'referral.release')
    .execute()
  assert.match(letters[0]?.body ?? '', /skriver inte längre yttrandet[^]*Skäl: Vi har olika uppfattning/)
})

test('I-18 I-23 one whose board has decided is not released', async () => {
  const all = await two(world)
  const { host, member, hostCase, memberCase } = all
  await join(all)
  await aBoardDecision(world, member, { caseId: memberCase, heldOn: days.heldOn, recordIds: [] })
  const late = await host.officer.api(`/cases/${hostCase}/referral-answer/members/${all.memberId}/release`, {
    reason: 'För sent.',
  })

  assert.equal(late.status, 409)
  assert.match(await late.text(), /Fritidsnämnden har redan beslutat/)
})

test('I-18 I-23 one whose board decides at the very moment is not released', async () => {
  const all = await two(world)
  const { host, hostCase, memberId } = all
  await join(all)
  const path = `/cases/${hostCase}/referral-answer/members/${memberId}/release`

  const [decided, released] = await whileDeciding(all, () => host.officer.api(path, { reason: 'Samtidigt.' }))

  assert.deepEqual([decided.status, released.status], [200, 409])
  assert.match(await released.text(), /Fritidsnämnden har redan beslutat/)
})

test('I-18 I-23 one whose board decides the joint statement at the very moment does not leave it', async () => {
  const all = await two(world)
  await join(all)
  await anApprovedStatement(all.host, all.hostCase)
  await pass(all)

  const [decided, left] = await whileDeciding(all, () => leave(all))

  assert.deepEqual([decided.status, left.status], [200, 409])
  assert.match(await left.text(), /Nämnden har beslutat om det samordnade yttrandet/)
})

/** What is done when the board of the one that joined has decided, and its decision is not yet in the ledger of the case. */
async function whileDeciding(all: Together, act: () => Promise<Response>): Promise<[Response, Response]> {
  const { member, memberCase } = all
  const { itemId, decision } = await onAgenda(all)
  const holder = new pg.Client(world.connection)
  await holder.connect()
  await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [`registry.case:${memberCase}`])
  const deciding = member.secretary.api(`/agenda-items/${itemId}/decide`, decision)
  await untilWaiting(1)
  const acting = act()
  await untilWaiting(2)
  await holder.end()
  return Promise.all([deciding, acting])
}

async function onAgenda({ member, memberCase: caseId }: Together) {
  const meetingId = await aMeeting(world, member.board, { heldOn: days.heldOn })
  const itemId = await anItem(world, member.board, { meetingId, caseId })
  world.now = new Date(`${days.heldOn}T15:00:00+01:00`)
  return { itemId, decision: { outcome: 'as_proposed', points: ['Nämnden godkänner yttrandet.'] } }
}

async function untilWaiting(count: number): Promise<void> {
  for (let tries = 0; (await waiting(world)) < count; tries++) {
    assert.ok(tries < 1000, `Only ${await waiting(world)} wait`)
    await pause(10)
  }
}

test('I-18 my work says what answering together asks next, of the one that writes, of the one that joined and of one released', async () => {
  const all = await two(world)
  const { host, member, hostCase, memberCase } = all
  const given = async ({ board, officer }: typeof host, caseId: string) => {
    const registrar = await as(world, await aColleague(world, board, 'registrar', 'Rut Berg'))
    const reply = await registrar.api(`/cases/${caseId}/officer`, { officerId: officer.personId }, 'PUT')
    assert.ok(reply.ok, await reply.text())
  }
  await given(host, hostCase)
  await given(member, memberCase)
  const work = async ({ officer }: typeof host) => (await (await officer.get('/')).text()).replaceAll(/\s+/g, ' ')
  const both = async () => [await work(host), await work(member)] as const

  await join(all)
  const joined = await both()
  await anApprovedStatement(host, hostCase)
  const approved = await work(host)
  await pass(all)
  const sent = await both()
  await aRevisedStatement(host, hostCase, 'Värdnämnden har ändrat sig om samordningen.')
  await pass(all)
  const anew = await work(member)
  await host.officer.api(`/cases/${hostCase}/referral-answer/members/${all.memberId}/release`, { reason: 'Olika syn.' })
  const released = await both()

  assert.match(joined[0], /Skriv för flera[^]*Fritidsnämnden svarar tillsammans med er/)
  assert.match(joined[1], /Värdnämnden skriver yttrandet och har inte skickat det än/)
  assert.match(approved, /Fritidsnämnden har inte fått den godkända texten/)
  assert.match(sent[0], /Fritidsnämnden har fått yttrandet och har inte beslutat/)
  assert.match(sent[1], /Yttrandet från värdnämnden kom [^]*Skriv en tjänsteskrivelse/)
  assert.match(anew, /Ändrat yttrande från värdnämnden kom/)
  assert.match(released[1], /Värdnämnden släppte er ur det samordnade yttrandet/)
  assert.doesNotMatch(released[0], /Fritidsnämnden/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { aBody } from '../organisation/fixtures.ts'
import { answerOf, aSentRound } from '../referral/fixtures.ts'
import { mostWaiting } from '../referral/index.ts'
import { listLedger } from '../registry/index.ts'
import { aLinkedCompany, aWriter, linked, type TestLinked } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const words = 'Gäller förslaget även hyreslokaler?'
const anna = { name: 'Anna Lind', role: 'vd' }
const listed = z.array(z.object({ id: z.string(), bodyName: z.string().nullable(), words: z.string() }))
const onLink = z.object({
  replies: z.array(z.object({ question: z.string(), answer: z.string(), isOwn: z.boolean() })),
  waiting: z.array(z.object({ question: z.string() })),
})

/** Two companies that were asked in one round, each with its link; the first is the one that asks. */
async function twoLinked(): Promise<[TestLinked, TestLinked]> {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const names = ['Frågande Bolaget AB', 'Tysta Bolaget AB']
  const bodies: string[] = []
  for (const name of names) bodies.push(await aBody(world.db, { kind: 'company', name }))
  const round = await aSentRound(world, bodies)
  const of = (at: number) => linked(world, round, round.recipients[at]?.recipientId ?? '')
  const both = [await of(0), await of(1)] as const
  const asks = (await (await both[0].holder.get()).text()).includes('Frågande') ? 0 : 1
  return asks === 0 ? [both[0], both[1]] : [both[1], both[0]]
}

const askOn = ({ holder }: TestLinked, more: object = {}) => holder.api('/inquiries', { ...anna, words, ...more })
const pageOf = async ({ holder }: TestLinked) => (await holder.get()).text()
const stateOf = async ({ holder }: TestLinked) => answerOf(await holder.api(''), onLink)
const listOf = async ({ round }: TestLinked) =>
  answerOf(await round.officer.api(`/referrals/${round.roundId}/inquiries`), listed)

test('I-06 I-11 a body outside asks on its link, and the answer stands with everyone; nobody but the sender sees who asked', async () => {
  const [asker, other] = await twoLinked()
  const { round } = asker

  const sent = await asker.holder.post('/fraga', { ...anna, words })
  const waiting = await pageOf(asker)
  const beside = await pageOf(other)
  const senders = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  const work = await (await round.officer.get('/')).text()
  const [inquiry] = await listOf(asker)
  const reply = { answer: 'Ja, också dem.' }
  const replied = await round.officer.api(`/referrals/${round.roundId}/inquiries/${inquiry?.id}/reply`, reply)

  assert.equal(sent.status, 303)
  assert.equal(sent.headers.get('set-cookie'), null)
  assert.match(waiting, /hyreslokaler\?[^]*Er fråga[^]*Väntar på svar/)
  assert.doesNotMatch(beside, /hyreslokaler/)
  assert.match(senders, /Frågande Bolaget AB \(Anna Lind, vd\)[^<]*på den personliga länken/)
  assert.match(work, /Fråga om remissen/)
  assert.equal(replied.status, 200)
  assert.deepEqual(await stateOf(asker), { replies: [{ question: words, ...reply, isOwn: true }], waiting: [] })
  assert.deepEqual(await stateOf(other), { replies: [{ question: words, ...reply, isOwn: false }], waiting: [] })
  for (const page of [await pageOf(other), JSON.stringify(await stateOf(other))])
    assert.doesNotMatch(page, /Frågande|Anna Lind|Er fråga,/)
  const told = (await asking(world, (ctx) => listLedger(ctx, round.theCase.id))).filter(({ event }) =>
    ['referral.inquired', 'referral.replied'].includes(event),
  )
  assert.equal(told.length, 2)
  assert.doesNotMatch(JSON.stringify(told), /Frågande|Anna Lind/)
})

test('whoever writes on the link already asks by name; without one, or without words, the form comes back as it was', async () => {
  const [asker, other] = await twoLinked()
  const personId = await aWriter(asker.holder, 'Bo Ek', 'jurist')

  const known = await askOn(asker, { name: '', role: '', personId })
  const written = await askOn(asker, { ...anna, personId })
  const strange = await askOn(other, { name: '', role: '', personId })
  const nameless = await asker.holder.post('/fraga', { personId: '', name: '', role: 'vd', words })
  const silent = await asker.holder.post('/fraga', { personId, words: ' ' })

  assert.deepEqual(
    [known, written, strange, nameless, silent].map(({ status }) => status),
    [200, 200, 404, 422, 422],
  )
  assert.match(await nameless.text(), /Skriv ditt namn[^]*Gäller förslaget även hyreslokaler/)
  assert.match(await silent.text(), /Skriv frågan/)
  const { round } = asker
  const senders = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  for (const who of [/Bo Ek, jurist/, /Anna Lind, vd/]) assert.match(senders, who)
})

test('a question is taken after the last answer day too, while the referral is out; not when it is closed', async () => {
  const company = await aLinkedCompany(world)
  const { round } = company
  world.now = new Date('2024-01-03T10:00:00+01:00')

  const late = await askOn(company)
  await round.officer.api(`/referrals/${round.roundId}/close`, {})
  const closed = await askOn(company)

  assert.deepEqual([late.status, closed.status], [200, 409])
  assert.match(await closed.text(), /avslutad och det går inte att ställa fler frågor/)
  const page = await pageOf(company)
  assert.match(page, /hyreslokaler/)
  assert.doesNotMatch(page, /Ställ en fråga om remissen/)
})

test('of one body so many questions may wait for an answer, and no more', async () => {
  const company = await aLinkedCompany(world)

  for (let count = 0; count < mostWaiting; count += 1) assert.equal((await askOn(company)).status, 200)
  const more = await askOn(company)

  assert.equal(more.status, 409)
  assert.equal((await listOf(company)).length, mostWaiting)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, worldOf } from '../../../test/support.ts'
import { aRecord, markedCase, markedRecord } from '../registry/fixtures.ts'
import { getCase, listLedger, listRecords, type RecordItem } from '../registry/index.ts'
import { aDecidedAnswer, aDraft, anAnswerer, aSender, aSentRound, days, type TestSent } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const casesOf = ({ recipients }: TestSent) =>
  Promise.all(recipients.flatMap(({ caseId }) => caseId ?? []).map((id) => asking(world, (ctx) => getCase(ctx, id))))
const recordsOf = (caseId: string) => asking(world, (ctx) => listRecords(ctx, caseId))

test('I-10 the extract of the decision to send stands in every recipient’s case with the sender’s very file, and is a basis of its memo', async () => {
  const asked = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(
    world,
    asked.map(({ board }) => board.bodyId),
  )

  const senders = (await recordsOf(round.theCase.id)).find(({ kind }) => kind === 'extract')
  assert.ok(senders !== undefined)
  for (const { officer, board } of asked) {
    const { id } = (await casesOf(round)).find(({ authorityId }) => authorityId === board.authorityId) ?? { id: '' }
    const extract: RecordItem | undefined = (await recordsOf(id)).find((one) => one.originRecordId === senders.id)
    assert.deepEqual([extract?.direction, extract?.kind], ['in', 'decision'])
    assert.deepEqual(
      extract?.files.map(({ sha256 }) => sha256),
      senders.files.map(({ sha256 }) => sha256),
    )
    await officer.api(`/cases/${id}/referral-answer/begin`, {})
    const memo = await (await officer.api(`/cases/${id}/memo`)).text()
    assert.match(memo, /2023-10-02 § 1/)
    const received = (await asking(world, (ctx) => listLedger(ctx, id))).find(
      ({ event }) => event === 'referral.received',
    )
    assert.match(JSON.stringify(received?.facts), /2023-10-02 § 1/)
  }
})

test('B-09 a record that is marked does not go to another authority with the referral, and the reason is named', async () => {
  const answerer = await anAnswerer(world)
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [answerer.board.bodyId])
  await markedRecord(world, sender.board, sender.proposalId, { hidesTitle: false })

  const refused = await sender.officer.api(`/referrals/${roundId}/send`, {})

  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Hållbar lokal utveckling” är sekretessmarkerad/)
})

test('B-09 nothing leaves a case that is marked', async () => {
  const answerer = await anAnswerer(world)
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [answerer.board.bodyId])
  await markedCase(world, sender.board, sender.theCase.id)

  const refused = await sender.officer.api(`/referrals/${roundId}/send`, {})

  assert.ok([404, 409].includes(refused.status), `${refused.status}`)
})

test('B-09 a marked record does not come with a correction', async () => {
  const answerer = await anAnswerer(world)
  const round = await aSentRound(world, [answerer.board.bodyId])
  const added = await round.officer.api(`/cases/${round.theCase.id}/records`, {
    direction: 'internal',
    title: 'Bilaga om enskilda',
    secrecy: { provision: '26 kap. 1 § OSL', hidesTitle: false },
  })
  const { recordId } = await added.json()

  const refused = await round.officer.api(`/referrals/${round.roundId}/corrections`, {
    what: 'En bilaga saknades',
    recordIds: [recordId],
  })

  assert.equal(refused.status, 409)
})

test('B-09 an answer whose statement is marked is not dispatched', async () => {
  const { answerer, caseId, recordId } = await aDecidedAnswer(world, { adjustedOn: days.adjustedOn })
  await markedRecord(world, answerer.board, recordId)

  const refused = await answerer.secretary.api(`/cases/${caseId}/referral-answer/dispatch`, {})

  assert.equal(refused.status, 409)
})

test('a record that is struck and chosen for a referral at the same moment is the one or the other', async () => {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])
  const { id } = await aRecord(world, sender.board, { caseId: sender.theCase.id, title: 'Bilaga' })
  const registrar = await as(world, sender.board.registrarId)

  const replies = await collide(world, 'registry.records', id, [
    () => registrar.api(`/records/${id}/strike`, { reason: 'Registrerad två gånger' }),
    () => sender.officer.api(`/referrals/${roundId}/documents`, { recordIds: [id] }, 'PUT'),
  ])

  assert.equal(replies.filter(({ ok }) => ok).length, 1)
})

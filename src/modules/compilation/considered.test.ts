import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { worldOf } from '../../../test/support.ts'
import { aBoardDecision, anAdjustment, anAnswerer, answerOf, aSentRound, days } from '../referral/fixtures.ts'
import { aColleague, markedRecord } from '../registry/fixtures.ts'

const world = worldOf()

const matrix = z.object({
  columns: z.array(z.object({ name: z.string(), said: z.number(), setAside: z.number(), open: z.number() })),
  rows: z.array(
    z.object({ name: z.string(), hasAnswered: z.boolean(), said: z.array(z.object({ text: z.string() })).nullable() }),
  ),
})

/** Two boards that were asked, and the considerations that both are to go through. */
async function asked() {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const [one, other] = [await anAnswerer(world), await anAnswerer(world)]
  const round = await aSentRound(world, [one.board.bodyId, other.board.bodyId])
  const rows = await world.db
    .insertInto('drafting.considerations')
    .values(['Barn', 'Ekonomi'].map((name, position) => ({ name, position })))
    .returning(['id', 'name'])
    .execute()
  const cases = await world.db
    .selectFrom('referral.recipients')
    .select(['body_id', 'case_id'])
    .where('round_id', '=', round.roundId)
    .execute()
  const caseOf = (bodyId: string) => cases.find(({ body_id }) => body_id === bodyId)?.case_id ?? ''
  return { one, other, round, idOf: (name: string) => rows.find((row) => row.name === name)?.id ?? '', caseOf }
}

test('what the memos say of each consideration adds up over the bodies; TF 2:12 a draft is never among it', async () => {
  const { one, other, round, idOf, caseOf } = await asked()
  const [own, theirs] = [caseOf(one.board.bodyId), caseOf(other.board.bodyId)]
  for (const [{ officer }, caseId, text] of [
    [one, own, 'Barn har hörts i Kvastensjö.'],
    [other, theirs, 'Ett utkast om barn.'],
  ] as const) {
    await answerOf(await officer.api(`/cases/${caseId}/referral-answer/begin`, {}), z.unknown())
    const considered = [{ considerationId: idOf('Barn'), state: 'said', text }]
    await answerOf(await officer.api(`/cases/${caseId}/considerations`, { considered }, 'PUT'), z.unknown())
  }
  const statement = await approvedIn(own)
  await sendIn(own, statement)

  const page = await (await round.officer.get(`/remisser/${round.roundId}/hansyn`)).text()
  const told = await answerOf(await round.officer.api(`/referrals/${round.roundId}/considerations`), matrix)

  assert.match(page, /Barn har hörts i Kvastensjö/)
  assert.match(page, /har inte svarat/)
  assert.doesNotMatch(page, /utkast om barn/)
  assert.deepEqual(told.columns, [{ name: 'Barn', said: 1, setAside: 0, open: 0 }])
  const csv = await (await round.officer.get(`/remisser/${round.roundId}/hansyn.csv`)).text()
  assert.match(csv, /"Prövat: Barn har hörts i Kvastensjö\."/)
  assert.doesNotMatch(csv, /utkast om barn/)
  const workbook = await round.officer.get(`/remisser/${round.roundId}/hansyn.xlsx`)
  assert.equal(workbook.status, 200)
  const memo = await world.db
    .selectFrom('registry.records')
    .select('id')
    .where('case_id', '=', own)
    .where('kind', '=', 'memo')
    .executeTakeFirstOrThrow()
  await markedRecord(world, { ...one.board, registrarId: await aColleague(world, one.board, 'registrar') }, memo.id)
  assert.doesNotMatch(await (await round.officer.get(`/remisser/${round.roundId}/hansyn`)).text(), /Kvastensjö/)

  async function approvedIn(caseId: string): Promise<string> {
    const { officer, head } = one
    const memoDraft = await answerOf(
      await officer.api(`/cases/${caseId}/memo`),
      z.object({ draftId: z.string(), version: z.number() }),
    )
    await answerOf(
      await officer.api(`/drafts/${memoDraft.draftId}/memo`, {
        version: memoDraft.version,
        title: 'Remissvar',
        reference: { name: 'Elin Sand' },
        summary: 'Kort.',
        proposals: ['Nämnden lämnar yttrandet över remissen som sitt eget.'],
        sendTo: 'Kommunstyrelsen',
        responsible: ['Karin Ek, direktör'],
      }),
      z.unknown(),
    )
    const draft = await answerOf(
      await officer.api(`/cases/${caseId}/statement`),
      z.looseObject({ draftId: z.string(), version: z.number() }),
    )
    await answerOf(
      await officer.api(`/drafts/${draft.draftId}/statement`, {
        version: draft.version,
        title: 'Yttrande',
        stance: 'support',
        outside: 'Bra.',
      }),
      z.unknown(),
    )
    const { submissionId } = await answerOf(
      await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] }),
      z.object({ submissionId: z.string() }),
    )
    const { digest } = await answerOf(
      await head.api(`/submissions/${submissionId}`),
      z.looseObject({ digest: z.string() }),
    )
    await answerOf(await head.api(`/submissions/${submissionId}/approve`, { digest }), z.unknown())
    const { recordId } = await answerOf(
      await officer.api(`/cases/${caseId}/statement`),
      z.looseObject({ recordId: z.string() }),
    )
    return recordId
  }

  async function sendIn(caseId: string, recordId: string): Promise<void> {
    const decision = await aBoardDecision(world, one, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
    await anAdjustment(world, one, { ...decision, on: days.adjustedOn })
    await answerOf(await one.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {}), z.unknown())
  }
})

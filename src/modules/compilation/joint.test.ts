import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import {
  aBoardDecision,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  answerOf,
  aSentRound,
  days,
} from '../referral/fixtures.ts'
import { listRecipients } from '../referral/index.ts'
import { listRecords } from '../registry/index.ts'
import { sheetsOf } from './model.ts'
import { getCompilation } from './queries.ts'

const start = '2023-10-03T09:00:00+02:00'
const world = worldOf(start)

test('I-18 I-25 those who answer together are counted on each question, with their reservations, and the workbook says where the words stand', async () => {
  world.now = new Date(start)
  const host = await anAnswerer(world, { name: 'värdnämnden' })
  const member = await anAnswerer(world, { name: 'fritidsnämnden' })
  const round = await aSentRound(world, [host.board.bodyId, member.board.bodyId])
  const asked = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const [members, hosts] = ['fritidsnämnden', 'värdnämnden'].map((name) => asked.find((one) => one.bodyName === name))
  const [hostCase, memberCase] = [hosts?.caseId ?? '', members?.caseId ?? '']
  await member.officer.api(`/cases/${memberCase}/referral-answer/join`, { hostId: hosts?.id })
  const statementId = await anApprovedStatement(host, hostCase)
  await host.officer.api(`/cases/${hostCase}/referral-answer/pass-statement`, {})
  const got = (await asking(world, (ctx) => listRecords(ctx, memberCase))).find(({ kind }) => kind === 'statement')
  for (const [answerer, caseId, recordId] of [
    [host, hostCase, statementId],
    [member, memberCase, got?.id ?? ''],
  ] as const) {
    const reservations = answerer === member ? 'L reserverar sig.' : 'S reserverar sig.'
    const facts = { caseId, heldOn: days.heldOn, recordIds: [recordId], reservations }
    await anAdjustment(world, answerer, { ...(await aBoardDecision(world, answerer, facts)), on: days.adjustedOn })
    await answerOf(await answerer.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {}), z.unknown())
    world.now = new Date(start)
  }

  const page = await (await round.officer.get(`/remisser/${round.roundId}/sammanstallning?vy=fraga&fraga=2`)).text()
  const workbook = sheetsOf(await asking(world, (ctx) => getCompilation(ctx, round.roundId)), days.adjustedOn)

  assert.match(page, /Tillstyrker 2/)
  assert.match(page, /S reserverar sig\./)
  assert.match(page, /Reservationer: Fritidsnämnden[^]*L reserverar sig\./)
  const [matrix, answers] = workbook.map(({ rows }) => JSON.stringify(rows))
  assert.match(matrix ?? '', /Samordnat yttrande, se värdnämnden/)
  assert.match(answers ?? '', /Samordnat yttrande, se värdnämnden/)
})

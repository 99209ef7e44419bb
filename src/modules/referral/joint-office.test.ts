import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { aBody } from '../organisation/fixtures.ts'
import { anAnswerer, anApprovedStatement, answerOf, aSentRound } from './fixtures.ts'
import { listRecipients } from './queries.ts'

const start = '2023-10-03T09:00:00+02:00'
const world = worldOf(start)

test('I-18 an administration that answers with another says that its head stands behind the words', async () => {
  world.now = new Date(start)
  const [host, office] = [
    await anAnswerer(world, { name: 'värdnämnden' }),
    await anAnswerer(world, { name: 'kontorsnämnden' }),
  ]
  const { authorityId } = office.board
  const officeId = await aBody(world.db, { kind: 'administration', authorityId, name: 'kontoret' })
  const round = await aSentRound(world, [host.board.bodyId, officeId])
  const asked = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const of = (name: string) => asked.find(({ bodyName }) => bodyName === name)
  const [hostCase, officeCase] = [of('värdnämnden')?.caseId ?? '', of('kontoret')?.caseId ?? '']
  await office.officer.api(`/cases/${officeCase}/referral-answer/join`, { hostId: of('värdnämnden')?.id })
  await anApprovedStatement(host, hostCase)
  await answerOf(await host.officer.api(`/cases/${hostCase}/referral-answer/pass-statement`, {}), z.unknown())
  await office.officer.api(`/cases/${officeCase}/referral-answer/begin`, {})

  const dispatch = (more: object) => office.officer.api(`/cases/${officeCase}/referral-answer/dispatch`, more)

  const tab = await (await office.officer.get(`/arenden/${of('kontoret')?.referenceNumber}/remiss`)).text()
  const silent = await dispatch({})
  const said = await silent.text()
  await answerOf(await dispatch({ isAsDecided: true }), z.unknown())

  assert.match(tab, /Chefen står bakom det samordnade yttrandet/)
  assert.equal(silent.status, 422)
  assert.match(said, /Bekräfta att chefen står bakom/)
})

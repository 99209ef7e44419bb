/** Who has seen a marked case among referrals and in a compilation (E-17, J-08). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { markedCase, readersOf } from '../registry/fixtures.ts'
import { aRecipient, aRound, aVisitor } from './fixtures.ts'

const world = worldOf('2024-01-08T09:00:00+01:00')

async function aMarkedRound() {
  const round = await aRound(world)
  await markedCase(world, round.sender, round.theCase.id)
  const visitor = await as(world, await aVisitor(world))
  return { ...round, visitor, registrar: await as(world, round.sender.registrarId) }
}

const seen = async (caseId: string) =>
  (await readersOf(world, caseId)).map(({ personId, seenIn }) => [personId, seenIn] as const)

const doors = [
  { path: () => '/remisser?visa=all', visitor: 200, seenIn: 'referral' },
  { path: () => '/api/v1/referrals', visitor: 200, seenIn: 'referral' },
  { path: (id: string) => `/remisser/${id}`, visitor: 404, seenIn: 'referral' },
  // The page reads the case too, for its heading: that is a reading.
  { path: (id: string) => `/remisser/${id}/sammanstallning`, visitor: 404, seenIn: null },
  { path: (id: string) => `/api/v1/referrals/${id}/compilation`, visitor: 404, seenIn: 'compilation' },
]
for (const { path, visitor: status, seenIn } of doors) {
  test(`E-17 J-08 who sees the referral of a marked case at ${path(':id')} is noted, and nobody who does not see it`, async () => {
    const { id, theCase, visitor, registrar } = await aMarkedRound()

    const replies = [await visitor.get(path(id)), await registrar.get(path(id))]

    assert.deepEqual(
      replies.map((reply) => reply.status),
      [status, 200],
    )
    assert.ok((await replies[1]?.text())?.includes('Ett långsiktigt områdeslyft'))
    assert.deepEqual(await seen(theCase.id), [[registrar.personId, seenIn]])
  })
}

test('E-17 J-08 a marked case that answers is noted for who sees it among those asked, and not for who sees the rest', async () => {
  const round = await aRound(world)
  const recipientId = await aRecipient(world, round)
  const asked = await world.db
    .selectFrom('referral.recipients as x')
    .innerJoin('registry.cases as c', 'c.id', 'x.case_id')
    .select(['c.id', 'c.opened_by as registrarId'])
    .where('x.id', '=', recipientId)
    .executeTakeFirstOrThrow()
  const registrarId = asked.registrarId ?? ''
  await markedCase(world, { ...round.sender, registrarId }, asked.id)
  const [sender, registrar] = [await as(world, round.officerId), await as(world, registrarId)]

  for (const who of [sender, registrar])
    for (const tab of ['', '/sammanstallning']) assert.equal((await who.get(`/remisser/${round.id}${tab}`)).status, 200)

  assert.deepEqual(await seen(asked.id), [
    [registrar.personId, 'referral'],
    [registrar.personId, 'compilation'],
  ])
})

test('E-17 one who opens the marked case has read it, and is not also noted for the referral that stands on its page', async () => {
  const { theCase, registrar } = await aMarkedRound()

  assert.equal((await registrar.get(`/arenden/${theCase.id}/remiss`)).status, 200)

  assert.deepEqual(await seen(theCase.id), [[registrar.personId, null]])
})

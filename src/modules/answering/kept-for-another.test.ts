/** What lies here for somebody else has not come in (TF 2:9, 2:13). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { listRecords } from '../registry/index.ts'
import { aLinkedCompany, aWriter } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

test('B-24 what a body keeps here for itself has not come in: it is received when it is handed in, and not a moment before', async () => {
  const { holder, round } = await aLinkedCompany(world)
  const personId = await aWriter(holder)
  const draft = 'Vi vill inte att någon läser det här än.'
  const { id: caseId, authorityId, referenceNumber } = round.theCase
  const came = async () =>
    (await asking(world, (ctx) => listRecords(ctx, caseId))).filter((one) => one.direction === 'in')
  const shown = async () => {
    const doors = [`/arenden/${referenceNumber}/handlingar`, '/handlingar', '/inkorg', '/sok?q=någon läser', '/']
    const pages = await Promise.all(doors.map(async (door) => (await round.officer.get(door)).text()))
    return pages.filter((page) => page.includes(draft)).length
  }
  const waiting = () =>
    world.db.selectFrom('intake.messages').select('id').where('authority_id', '=', authorityId).execute()

  await holder.api(`/people/${personId}/save`, { outside: draft, seen: {} })
  const kept = { came: (await came()).length, shown: await shown(), waiting: (await waiting()).length }
  world.now = new Date('2023-10-05T09:00:00+02:00')
  await holder.api(`/people/${personId}/submit`, { answers: [], outside: draft })
  world.now = new Date('2023-10-03T09:00:00+02:00')

  assert.deepEqual(kept, { came: 0, shown: 0, waiting: 0 })
  assert.deepEqual(
    (await came()).map(({ datedOn, kind }) => [datedOn, kind]),
    [['2023-10-05', 'statement']],
  )
})

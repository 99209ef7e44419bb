/** Who has seen a marked case at a meeting, and in their own work (E-17, J-08). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { markedCase, readersOf } from '../registry/fixtures.ts'
import { aBoard, anAgenda } from './fixtures.ts'

const world = worldOf('2023-12-19T15:00:00+01:00')

async function aMarkedItem() {
  const board = await aBoard(world)
  const { meetingId, items } = await anAgenda(world, board, { heldOn: '2023-12-19' })
  const caseId = items[0]?.theCase.id ?? ''
  await markedCase(world, board, caseId)
  const [registrar, secretary] = [await as(world, board.registrarId), await as(world, board.secretaryId)]
  const access = { reason: 'Skriver protokollet', until: '2099-01-01' }
  assert.equal((await registrar.api(`/cases/${caseId}/access/${board.secretaryId}`, access, 'PUT')).status, 200)
  const seen = async () => (await readersOf(world, caseId)).map(({ personId, seenIn }) => [personId, seenIn])
  return { meetingId, caseId, secretary, officer: await as(world, board.officerId), seen }
}

test('E-17 J-08 a marked case that stands in one’s work from a module downstream is noted as seen there', async () => {
  const { secretary, officer, seen } = await aMarkedItem()

  const pages = [await (await officer.get('/')).text(), await (await secretary.get('/')).text()]

  assert.deepEqual(
    pages.map((page) => page.includes('Ärende 1')),
    [false, true],
  )
  assert.deepEqual(await seen(), [[secretary.personId, 'work']])
})

for (const door of ['/sammantraden/', '/api/v1/meetings/']) {
  test(`E-17 J-08 a marked case on an agenda is noted as seen there, at ${door}`, async () => {
    const { meetingId, secretary, officer, seen } = await aMarkedItem()

    for (const who of [officer, secretary]) assert.equal((await who.get(door + meetingId)).status, 200)

    assert.deepEqual(await seen(), [[secretary.personId, 'meeting']])
  })
}

test('E-17 a decision of a marked case asked for by its id is a reading of the case', async () => {
  const { meetingId, secretary, officer, seen } = await aMarkedItem()
  const { agenda } = await (await secretary.api(`/meetings/${meetingId}`)).json()
  const decided = { outcome: 'as_proposed', points: ['Nämnden godkänner yttrandet.'] }
  const { decisionId } = await (await secretary.api(`/agenda-items/${agenda[0].id}/decide`, decided)).json()
  const before = (await seen()).length

  const replies = [await officer.api(`/decisions/${decisionId}`), await secretary.api(`/decisions/${decisionId}`)]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [404, 200],
  )
  assert.deepEqual((await seen()).slice(before), [[secretary.personId, null]])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { aMeeting } from '../meetings/fixtures.ts'
import { aDraft, aSender, aSentRound, anAnswerer } from './fixtures.ts'
import { worstFirst, type Load } from './model/load.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

test('before it is sent one sees what each body carries, and whether its calendar can meet the date', async () => {
  const soon = await anAnswerer(world, { name: 'fritidsnämnden' })
  const slow = await anAnswerer(world, { name: 'servicenämnden' })
  await aMeeting(world, soon.board, { heldOn: '2023-12-12' })
  await aMeeting(world, slow.board, { heldOn: '2024-01-30' })
  await aSentRound(world, [slow.board.bodyId])
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [soon.board.bodyId, slow.board.bodyId])

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const panel = page.slice(page.indexOf('id="belastning"'))

  assert.match(panel, /Hinner, nämnd 12 dec/)
  assert.match(panel, /Hinner inte, första möjliga nämnd 30 jan/)
  assert.ok(panel.indexOf('30 jan') < panel.indexOf('12 dec'), 'the one who cannot comes first')
  assert.match(panel, /Helgdagar på vardagar under svarstiden: 25 dec, 26 dec\./)
  assert.match(panel, /inga tidigare svar/)
})

test('those who cannot meet the date come first, then those who are oftenest late, then those who carry the most', () => {
  const one = (bodyName: string, facts: Partial<Load>): Load => ({
    bodyId: bodyName,
    bodyName,
    openRounds: 0,
    answered: 4,
    late: 0,
    medianDays: 60,
    decidesOn: '2023-12-19',
    canMeet: true,
    ...facts,
  })
  const sorted = worstFirst([
    one('a', {}),
    one('b', { openRounds: 3 }),
    one('c', { late: 2 }),
    one('d', { canMeet: false }),
  ])
  assert.deepEqual(
    sorted.map(({ bodyName }) => bodyName),
    ['d', 'c', 'b', 'a'],
  )
})

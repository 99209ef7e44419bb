import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { worldOf } from '../../../test/support.ts'
import { openBell } from '../../kernel/bell.ts'
import { aWrittenMemo, draftOf } from './fixtures.ts'
import { topicOf } from './model/shared-text.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

test('that one is still here rings for nobody; that one comes, moves or leaves does', async () => {
  const office = await aWrittenMemo(world)
  const { draftId } = await draftOf(office, 'memo')
  let rings = 0
  const bell = openBell(world.db)
  bell.hear(topicOf(draftId), () => (rings += 1))
  const heard = async (count: number) => {
    for (let tries = 0; tries < 100 && rings < count; tries++) await pause(50)
    assert.equal(rings, count)
  }
  await heard(1) // once when it has begun to listen
  const says = (more: object) => office.head.api(`/drafts/${draftId}/presence`, { client: 'flik', ...more })

  await says({ field: 'body' })
  await heard(2)
  await says({ field: 'body' })
  await says({ field: 'body' })
  await says({ field: 'summary' })
  await heard(3)
  await says({ isLeaving: true })
  await heard(4)

  await bell.close()
})

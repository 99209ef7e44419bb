import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../support.ts'
import { knock } from './knocking.ts'
import { tornMemos } from './memos.ts'

const world = worldOf()

test('no door answers rubbish, or what is nearly right, with a bug or not at all', async () => {
  const bad = await knock(world, { times: 1000, seed: 1541 })

  assert.deepEqual(bad, [])
})

test('memos with pieces cut out, doubled and strewn with rubbish are read without falling or hanging', () => {
  assert.deepEqual(tornMemos({ times: 400, seed: 1541 }), [])
})

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { worldOf } from '../../test/support.ts'
import { theSystem } from './context.ts'
import { reading, writing, type ReadDb } from './db.ts'
import { together } from './together.ts'

const world = worldOf()

const roleNow = async (db: ReadDb) =>
  (await db.selectNoFrom(sql<string>`current_user`.as('role')).executeTakeFirstOrThrow()).role

test('answers come in the order of the questions, however long each takes', async () => {
  assert.deepEqual(await together([pause(20, 'first'), pause(1, 'second')]), ['first', 'second'])
})

test('an error is thrown when all have answered, not before', async () => {
  let isAnswered = false
  const slow = pause(30).then(() => (isAnswered = true))

  await assert.rejects(together<unknown>([Promise.reject(new Error('Nej')), slow]), /Nej/)

  assert.equal(isAnswered, true)
})

test('questions asked beside each other in one snapshot are all asked as the application, from the first on', async () => {
  const roles = await reading(world.db, theSystem, (db) => together(Array.from({ length: 12 }, () => roleNow(db))))

  assert.deepEqual(new Set(roles), new Set(['kraftsam_app']))
})

test('a change that fails leaves nothing, and its connection is as good as new', async () => {
  const key = 'together.test'
  const change = (fails: boolean) =>
    writing(world.db, theSystem, async (tx) => {
      await tx.insertInto('kernel.settings').values({ key, value: '{}' }).execute()
      if (fails) throw new Error('Nej')
    })
  const kept = () =>
    reading(world.db, theSystem, (db) =>
      db.selectFrom('kernel.settings').select('key').where('key', '=', key).execute(),
    )

  await assert.rejects(change(true), /Nej/)
  assert.deepEqual(await kept(), [])

  await change(false)
  assert.deepEqual(await kept(), [{ key }])
})

test('whoever asks on when the snapshot is over is refused, and reaches nobody else’s connection', async () => {
  let later: Promise<string> | undefined

  await reading(world.db, theSystem, async (db) => {
    later = pause(50).then(() => roleNow(db))
    later.catch(() => {})
    return roleNow(db)
  })

  await assert.rejects(later ?? Promise.resolve(), /is over/)
})

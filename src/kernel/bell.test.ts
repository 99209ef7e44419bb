import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { doing, worldOf } from '../../test/support.ts'
import { openBell, ring } from './bell.ts'
import { command } from './command.ts'
import { allowAnywhere } from './context.ts'
import { Refused } from './errors.ts'

const world = worldOf()

const ringing = command('kernel.ring', z.object({ topic: z.string(), isRefused: z.boolean() }), async (ctx, given) => {
  allowAnywhere(ctx)
  await ring(ctx, given.topic)
  if (given.isRefused) throw new Refused(['Nej.'])
})

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await pause(50)
  assert.ok(isSo())
}

test('every process hears what is committed on what it listens to, and nothing else', async () => {
  const heard: string[] = []
  const bells = [openBell(world.db), openBell(world.db)]
  bells.forEach((bell, at) => bell.hear('a', () => heard.push(`a${at}`)))
  await until(() => heard.length === 2) // each is woken once when it has begun to listen
  heard.length = 0

  await assert.rejects(doing(world, ringing, { topic: 'a', isRefused: true }))
  await doing(world, ringing, { topic: 'b', isRefused: false })
  await doing(world, ringing, { topic: 'a', isRefused: false })

  await until(() => heard.length === 2)
  assert.deepEqual(heard.toSorted(), ['a0', 'a1'])
  for (const bell of bells) await bell.close()
})

test('a bell whose connection breaks listens again, and wakes those who may have missed something', async () => {
  let woken = 0
  const bell = openBell(world.db)
  bell.hear('a', () => woken++)
  await until(() => woken === 1)

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`.execute(world.db)

  await until(() => woken === 2)
  await doing(world, ringing, { topic: 'a', isRefused: false })
  await until(() => woken === 3)
  await bell.close()
})

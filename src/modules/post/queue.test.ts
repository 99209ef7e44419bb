import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { worldOf } from '../../../test/support.ts'
import { calm } from '../../kernel/db.ts'
import { startWorker } from '../../kernel/jobs.ts'
import { openLog } from '../../kernel/log.ts'
import { postJobs } from '../../kernel/post-office.ts'
import { aRegistry } from '../registry/fixtures.ts'
import { aLetter, aMailServer } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

test('slow mail takes one place of the worker, and what else there is to do is done meanwhile', async () => {
  const registry = await aRegistry(world)
  const server = await aMailServer()
  const pool = calm(new pg.Pool({ ...world.connection, max: 5 }))
  const { actor: _, now: __, ...base } = world.caller()
  const ground = { ...base, clock: () => world.now, log: openLog('silent') }
  let sending = 0
  let most = 0
  const readWhile: number[] = []
  server.saying.meanwhile = async () => {
    most = Math.max(most, (sending += 1))
    for (let tries = 0; tries < 400 && readWhile.length === 0; tries++) await pause(25)
    sending -= 1
  }
  const ids = [1, 2, 3].map(() => aLetter(world, registry.authorityId))
  await Promise.all(ids)
  await pool.query(`select kernel.enqueue('desk.read-document', '{}', 'after the mail')`)

  const read = async () => {
    for (let tries = 0; tries < 400 && sending === 0; tries++) await pause(25)
    readWhile.push(sending)
  }
  const worker = await startWorker(pool, { ...postJobs(server.settings), 'desk.read-document': read }, ground)
  for (let tries = 0; tries < 400 && server.delivered.length < 3; tries++) await pause(25)
  await worker.stop()
  await pool.end()

  assert.deepEqual([server.delivered.length, most, readWhile], [3, 1, [1]])
})

test('the queue of a worker that was killed is let go within ten minutes and the next taking up, not before', async () => {
  const registry = await aRegistry(world)
  await aLetter(world, registry.authorityId)
  const client = new pg.Client(world.connection)
  await client.connect()
  const queue = 'graphile_worker._private_job_queues'
  const isFree = async (minutesAgo: number) => {
    await client.query(
      `update ${queue} set locked_by = 'killed', locked_at = now() - $1::int * interval '1 minute'
      where queue_name = 'post'`,
      [minutesAgo],
    )
    await postJobs((await aMailServer()).settings)['kernel.post-waiting']?.(world.caller(), {})
    return (await client.query(`select is_available as free from ${queue} where queue_name = 'post'`)).rows
  }

  const [soon, later] = [await isFree(2), await isFree(11)]

  await client.end()
  assert.deepEqual([soon, later], [[{ free: false }], [{ free: true }]])
})

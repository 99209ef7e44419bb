import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { worldOf } from '../../test/support.ts'
import { jobs, schedules } from '../app.ts'
import { theSystem, type Write } from './context.ts'
import { calm, writing } from './db.ts'
import { doInTurn, enqueue, startWorker } from './jobs.ts'
import { openLog } from './log.ts'

declare module './jobs.ts' {
  interface Jobs {
    'test.ring': { bell: string }
  }
}

const world = worldOf()

function inTransaction(work: (ctx: Write) => Promise<void>): Promise<void> {
  return writing(world.db, theSystem, (db) => work({ ...world.caller(), db, guard: { verb: 'test', asked: true } }))
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await pause(25)
}

test('what is queued is done if, and only if, the change is committed; what fails is tried again', async () => {
  const rung: string[] = []
  const pool = calm(new pg.Pool({ ...world.connection, max: 5 }))
  const { db, files } = world
  const base = { db, files, slots: () => [], isDemo: true, clock: () => world.now, log: openLog('silent') }
  const ring = async (_: unknown, payload: unknown) => {
    rung.push(JSON.stringify(payload))
    if (rung.length === 1) throw new Error('the rope broke')
  }
  const worker = await startWorker(pool, { 'test.ring': ring }, base)

  await inTransaction((ctx) => enqueue(ctx, 'test.ring', { bell: 'stora' }))
  const undone = inTransaction(async (ctx) => {
    await enqueue(ctx, 'test.ring', { bell: 'lilla' })
    throw new Error('changed my mind')
  })

  await assert.rejects(undone, /changed my mind/)
  await until(() => rung.length >= 2)
  assert.deepEqual([...new Set(rung)], ['{"bell":"stora"}'])
  await worker.stop()
  await pool.end()
})

test('one that cannot be done stops nobody behind it, undoes itself alone, and is told of last', async () => {
  const { sql } = await import('kysely')
  const ring = (ctx: Write, bell: string) => enqueue(ctx, 'test.ring', { bell }, `in turn ${bell}`)
  const bells = ['a', 'b', 'c']

  const done = doInTurn(
    { ...world.caller(), actor: theSystem },
    {
      verb: 'test.ring',
      list: async () => bells,
      each: async (ctx, bell) => {
        await ring(ctx, bell)
        if (bell === 'a') await sql`select 1 / 0`.execute(ctx.db)
        if (bell === 'b') throw new Error('the rope broke')
      },
    },
  )

  await assert.rejects(done, /division by zero/)
  const client = new pg.Client(world.connection)
  await client.connect()
  const { rows } = await client.query(`select key from graphile_worker.jobs where key like 'in turn%'`)
  await client.end()
  assert.deepEqual(rows, [{ key: 'in turn c' }])
})

test('the application role cannot reach the queue but through the one function', async () => {
  const { sql } = await import('kysely')
  await assert.rejects(
    writing(world.db, theSystem, (tx) => sql`select * from graphile_worker._private_jobs`.execute(tx)),
    /permission denied/,
  )
})

test('what is done by the clock is known to the queue, and no job of the house is scheduled that is not there', async () => {
  const pool = calm(new pg.Pool({ ...world.connection, max: 5 }))
  const { db, files } = world
  const base = { db, files, slots: () => [], isDemo: true, clock: () => world.now, log: openLog('silent') }

  const worker = await startWorker(pool, jobs, { ...base, schedules })
  let known: string[] = []
  for (let tries = 0; tries < 200 && known.length === 0; tries++) {
    await pause(25)
    const { rows } = await pool.query<{ identifier: string }>(
      'select identifier from graphile_worker._private_known_crontabs',
    )
    known = rows.map(({ identifier }) => identifier)
  }
  await worker.stop()
  await pool.end()

  assert.deepEqual(known.toSorted(), [...new Set(schedules.map(({ job }) => job))].toSorted())
  assert.ok(known.includes('kernel.sweep'))
  assert.deepEqual(
    schedules.filter(({ job }) => !(job in jobs)),
    [],
  )
})

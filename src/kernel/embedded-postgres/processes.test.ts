import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ask,
  eventually,
  holdPostgres,
  kill,
  pathWithOnly,
  temporaryFolder,
} from '../../../test/support/postgres-processes.ts'
import { startPostgres } from '../embedded-postgres.ts'
import { isAlive } from './processes.ts'

const settings = { fsync: 'off' }

test('whoever comes second uses the server of the first, and leaves it running', async () => {
  const folder = temporaryFolder()
  const holder = await holdPostgres(folder)

  const second = await startPostgres({ folder })

  assert.equal(second.ours, false)
  assert.equal(second.pid(), holder.pid)
  await second.stop()
  assert.equal(await ask(second, 'select 1'), '1')
  await holder.release()
  assert.equal(isAlive(holder.pid), false)
})

test('two first starts at once end with one server that both use', async () => {
  const folder = temporaryFolder()

  const both = await Promise.all([holdPostgres(folder), holdPostgres(folder)])

  assert.equal(both[0].pid, both[1].pid)
  assert.deepEqual(both.map(({ ours }) => ours).sort(), [false, true])
  await Promise.all(both.map((holder) => holder.release()))
  assert.equal(isAlive(both[0].pid), false)
})

test('a server whose owner is killed ends by itself, and what it held is there at the next start', async () => {
  const folder = temporaryFolder()
  const holder = await holdPostgres(folder)
  const guest = await startPostgres({ folder })
  await ask(guest, `create table kept as select 'yttrande' as word`)

  await kill(holder)
  await eventually(() => !isAlive(holder.pid))
  const next = await startPostgres({ folder, settings })

  assert.equal(next.ours, true)
  assert.equal(await ask(next, 'select word from kept'), 'yttrande')
  await next.stop()
})

test('a start in the very moment when an orphan is ending waits for it and then starts', async () => {
  const folder = temporaryFolder()
  const holder = await holdPostgres(folder)

  await kill(holder)
  const next = await startPostgres({ folder, settings })

  assert.notEqual(next.pid(), holder.pid)
  assert.equal(next.ours, true)
  assert.equal(await ask(next, 'select 1'), '1')
  await next.stop()
})

test('an orphan that nothing ended is taken over by the next start, and stopped by it', async () => {
  const folder = temporaryFolder()
  const holder = await holdPostgres(folder, { env: { PATH: pathWithOnly(temporaryFolder(), ['true']) } })
  await kill(holder)
  assert.equal(isAlive(holder.pid), true)

  const next = await startPostgres({ folder, settings })

  assert.equal(next.pid(), holder.pid)
  assert.equal(next.ours, true)
  await next.stop()
  assert.equal(isAlive(holder.pid), false)
})

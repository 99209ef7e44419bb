import assert from 'node:assert/strict'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { chooseGuard, isOpenToAll } from './guard.ts'
import { isAlive } from './processes.ts'
import {
  eventually,
  hasNamespaces,
  holdPostgres,
  kill,
  pathWithOnly,
  temporaryFolder,
  userOf,
  withoutNamespaces,
} from '../../../test/support/postgres-processes.ts'
import { startPostgres } from '../embedded-postgres.ts'

const us = process.getuid?.() ?? 0
const nobody = 65534
const refused = hasNamespaces ? withoutNamespaces : {}

/** As root: somebody who is not. A project in a closed folder can only be read with one right of root's kept. */
const asNobody = {
  prefix: [
    ...['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'],
    ...(isOpenToAll(import.meta.filename) ? [] : ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']),
  ],
}

test('whoever is not root runs it plainly, as themselves', async () => {
  const folder = us === 0 ? temporaryFolder(nobody) : temporaryFolder()

  const holder = await holdPostgres(folder, us === 0 ? asNobody : {})

  assert.notEqual(holder.uid, 0)
  assert.equal(await userOf(holder.pid), holder.uid)
  assert.equal((await stat(join(folder, 'cluster'))).uid, holder.uid)
  assert.equal((await readFile(`/proc/${holder.pid}/uid_map`, 'utf8')).trim().split(/\s+/)[0], '0')
  await holder.release()
  assert.equal(isAlive(holder.pid), false)
})

test('root runs it in a user namespace where files stay ours, or as nobody where that is refused', async () => {
  const folder = temporaryFolder()

  const postgres = await startPostgres({ folder, settings: { fsync: 'off' } })

  const owner = (await stat(join(folder, 'cluster'))).uid
  assert.equal(owner, us === 0 && !hasNamespaces ? nobody : us)
  assert.equal(await userOf(postgres.pid()), owner)
  await postgres.stop()
})

test('where root may make no user namespace it runs as nobody, and ends with its owner all the same', async () => {
  const folder = temporaryFolder()

  const holder = await holdPostgres(folder, us === 0 ? refused : {})

  assert.equal(await userOf(holder.pid), us === 0 ? nobody : us)
  await kill(holder)
  await eventually(() => !isAlive(holder.pid))
})

test('a folder that was made in one way goes on in the other', async () => {
  const folder = temporaryFolder()
  await (await startPostgres({ folder, settings: { fsync: 'off' } })).stop()

  const holder = await holdPostgres(folder, us === 0 ? refused : {})
  await holder.release()
  const back = await startPostgres({ folder, settings: { fsync: 'off' } })

  assert.equal(holder.ours, true)
  assert.equal(back.ours, true)
  assert.equal(await userOf(back.pid()), us === 0 && !hasNamespaces ? nobody : us)
  await back.stop()
})

test('nobody reaches a cluster in a folder that only root may walk through', async () => {
  const closed = temporaryFolder()
  await chmod(closed, 0o700)
  await mkdir(join(closed, 'data'))

  const holder = await holdPostgres(join(closed, 'data'), us === 0 ? refused : {})

  assert.equal(holder.ours, true)
  await kill(holder)
  await eventually(() => !isAlive(holder.pid))
})

test('without setpriv it still starts, and it is known that it will not end by itself', () => {
  const folder = temporaryFolder()
  const env = { PATH: pathWithOnly(folder, ['true']) }

  const guard = chooseGuard([folder], env)

  assert.equal(guard.diesWithUs, false)
  assert.deepEqual(guard.prefix, [])
  assert.notEqual(guard.spawnAs?.uid ?? us, 0)
})

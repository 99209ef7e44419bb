import assert from 'node:assert/strict'
import { test } from 'node:test'
import { temporaryFolder } from '../support/postgres-processes.ts'
import { hire, startWeb, stopWeb, storeOf } from './house.ts'
import { brokenPromises } from './promises.ts'
import { work, type Work } from './registering.ts'
import { underFire } from './under-fire.ts'
import { setTimeout as sleep } from 'node:timers/promises'

test('B-16 64 registrars on three web processes get numbers without gaps or doubles, each in order, and nothing deadlocks', async () => {
  const folder = temporaryFolder()
  const webs = [await startWeb(folder), await startWeb(folder), await startWeb(folder)]
  const db = storeOf(folder)
  const staff = await hire(db, { registrars: 64, authorities: 3 })
  const tasks: Work[] = []

  const working = staff.map((who, n) => {
    const task: Work = { promised: [], wrong: [], stop: false }
    tasks.push(task)
    return work(who, () => [webs[n % 3]?.address ?? ''], task)
  })
  // At least four seconds, and on a busy machine until each has had a turn.
  const registered = () => tasks.reduce((sum, { promised }) => sum + promised.length, 0)
  await sleep(4000)
  for (let waits = 0; registered() <= 64 && waits < 300; waits++) await sleep(200)
  tasks.forEach((task) => (task.stop = true))
  await Promise.all(working)

  const promised = tasks.flatMap((task) => task.promised)
  assert.ok(promised.length > 64, `only ${promised.length} were registered`)
  assert.deepEqual(
    tasks.flatMap((task) => task.wrong),
    [],
  )
  assert.deepEqual(await brokenPromises(db, folder, promised), [])
  for (const { promised: own } of tasks) {
    const numbers = own.flatMap(({ recordNumber }) =>
      recordNumber === undefined ? [] : [Number(recordNumber.split(':')[1])],
    )
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    )
  }
  await db.destroy()
  await Promise.all(webs.toReversed().map(stopWeb))
})

test('what was acknowledged is there after web processes and PostgreSQL were killed under load, and nothing is half', async () => {
  const { promised, broken, wrong } = await underFire({ folder: temporaryFolder(), kills: 4, registrars: 16 })

  assert.ok(promised > 20, `only ${promised} promises were made`)
  assert.deepEqual(wrong, [])
  assert.deepEqual(broken, [])
})

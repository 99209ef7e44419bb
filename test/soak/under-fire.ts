/** Registrars at work while processes are killed at random moments; then the promises are counted. */

import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { hire, isBack, killWeb, postgresPid, startWeb, stopWeb, storeOf, type WebProcess } from './house.ts'
import { brokenPromises } from './promises.ts'
import { work, type Work } from './registering.ts'

/** Seconds for a store to come back: on a machine that has much else to do, slow is no broken promise. */
const patience = 300

export type Fire = {
  readonly folder: string
  readonly kills: number
  readonly registrars: number
  /** Milliseconds after which no more are killed and the promises are counted; without it, all kills are made. */
  readonly atMost?: number
}
export type Result = {
  /** How many were killed. */
  readonly killed: number
  readonly promised: number
  readonly broken: readonly string[]
  readonly wrong: readonly string[]
}

/** Two web processes; each kill takes one of them or the database, in turn, after some moments of work. */
export async function underFire(
  { folder, kills, registrars, atMost = Number.POSITIVE_INFINITY }: Fire,
  says: (words: string) => void = () => {},
): Promise<Result> {
  let webs = [await startWeb(folder), await startWeb(folder)]
  const db = storeOf(folder)
  const task: Work = { promised: [], wrong: [], stop: false }
  const staff = await hire(db, { registrars, authorities: 4 })
  await db.destroy()
  const working = staff.map((who) => work(who, () => webs.map(({ address }) => address), task))
  const until = performance.now() + atMost
  let killed = 0
  for (let n = 0; n < kills && performance.now() < until; n++) {
    await sleep(randomInt(50, 600))
    webs = n % 2 === 0 ? await killOne(webs, folder, n % 4 === 0 ? 0 : 1) : await killPostgres(webs, folder)
    killed = n + 1
    says(`${killed} of ${kills} kills, ${task.promised.length} promises`)
  }
  await sleep(500)
  task.stop = true
  await Promise.all(working)
  const after = storeOf(folder)
  const broken = await brokenPromises(after, folder, task.promised)
  await after.destroy()
  await Promise.all(webs.toReversed().map(stopWeb))
  return { killed, promised: task.promised.length, broken, wrong: task.wrong }
}

async function killOne(webs: readonly WebProcess[], folder: string, at: number): Promise<WebProcess[]> {
  const struck = webs[at]
  if (struck === undefined) return [...webs]
  await killWeb(struck)
  const risen = await startWeb(folder)
  for (const { address } of webs.filter((web) => web !== struck)) await isBack(address, patience)
  return webs.map((web) => (web === struck ? risen : web))
}

async function killPostgres(webs: readonly WebProcess[], folder: string): Promise<WebProcess[]> {
  const pid = postgresPid(folder)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  await sleep(50)
  for (const { address } of webs) await isBack(address, patience)
  return [...webs]
}

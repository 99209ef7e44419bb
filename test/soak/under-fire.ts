/** Registrars at work while processes are killed at random moments; then the promises are counted. */

import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { hire, isBack, killWeb, postgresPid, startWeb, stopWeb, storeOf, type WebProcess } from './house.ts'
import { brokenPromises } from './promises.ts'
import { work, type Work } from './registering.ts'

export type Fire = { readonly folder: string; readonly kills: number; readonly registrars: number }
export type Result = {
  readonly promised: number
  readonly broken: readonly string[]
  readonly wrong: readonly string[]
}

/** Two web processes; each kill takes one of them or the database, in turn, after some moments of work. */
export async function underFire(
  { folder, kills, registrars }: Fire,
  says: (words: string) => void = () => {},
): Promise<Result> {
  let webs = [await startWeb(folder), await startWeb(folder)]
  const db = storeOf(folder)
  const task: Work = { promised: [], wrong: [], stop: false }
  const staff = await hire(db, { registrars, authorities: 4 })
  await db.destroy()
  const working = staff.map((who) => work(who, () => webs.map(({ address }) => address), task))
  for (let n = 0; n < kills; n++) {
    await sleep(randomInt(50, 600))
    webs = n % 2 === 0 ? await killOne(webs, folder, n % 4 === 0 ? 0 : 1) : await killPostgres(webs, folder)
    says(`${n + 1} of ${kills} kills, ${task.promised.length} promises`)
  }
  await sleep(500)
  task.stop = true
  await Promise.all(working)
  const after = storeOf(folder)
  const broken = await brokenPromises(after, folder, task.promised)
  await after.destroy()
  await Promise.all(webs.toReversed().map(stopWeb))
  return { promised: task.promised.length, broken, wrong: task.wrong }
}

async function killOne(webs: readonly WebProcess[], folder: string, at: number): Promise<WebProcess[]> {
  const struck = webs[at]
  if (struck === undefined) return [...webs]
  await killWeb(struck)
  const risen = await startWeb(folder)
  for (const { address } of webs.filter((web) => web !== struck)) await isBack(address)
  return webs.map((web) => (web === struck ? risen : web))
}

async function killPostgres(webs: readonly WebProcess[], folder: string): Promise<WebProcess[]> {
  const pid = postgresPid(folder)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  await sleep(50)
  for (const { address } of webs) await isBack(address)
  return [...webs]
}

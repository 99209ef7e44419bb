/** Measures a server from outside, and the same SQL raw on as many connections. */

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Answers, Load } from './client.ts'

const execute = promisify(execFile)
const client = join(import.meta.dirname, 'client.ts')

/** Through HTTP, from a process of its own. */
export async function askedOf(load: Load): Promise<Answers> {
  const { stdout } = await execute(process.execPath, [client, JSON.stringify(load)], { maxBuffer: 1e7 })
  // oxlint-disable-next-line typescript/consistent-type-assertions -- what `client.ts` beside it prints
  return JSON.parse(stdout) as Answers
}

/** The same work in bare SQL, so many at once, each on a connection of its own. Gives how many a second. */
export async function raw(
  connection: pg.ClientConfig,
  {
    atOnce,
    seconds,
    work,
  }: { atOnce: number; seconds: number; work: (client: pg.Client, turn: number) => Promise<unknown> },
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const one = new pg.Client(connection)
      await one.connect()
      return one
    }),
  )
  let turn = 0
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  await Promise.all(
    clients.map(async (one) => {
      while (performance.now() < until) await work(one, turn++)
    }),
  )
  const taken = (performance.now() - began) / 1000
  await Promise.all(clients.map((one) => one.end()))
  return turn / taken
}

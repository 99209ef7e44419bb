/** Registrars who register without pause, and what they were promised. */

import { randomBytes, randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Registrar } from './house.ts'

/** What a registrar was told is registered: a case by its number, or a record in the authority's registry. */
export type Promised = {
  readonly caseId: string
  readonly referenceNumber: string
  readonly recordId?: string
  readonly recordNumber?: string
}

export type Work = {
  readonly promised: Promised[]
  /** Answers that were neither yes nor a calm no: anything but 2xx, 503, 507 or a broken connection. */
  readonly wrong: string[]
  stop: boolean
}

const opened = z.object({ caseId: z.string(), referenceNumber: z.string() })
const registered = z.object({ recordId: z.string(), number: z.string() })
const uploaded = z.object({ uploads: z.array(z.object({ id: z.string() })).min(1) })

/** Works until told to stop: opens cases and registers in them, every fourth record with a file. */
export async function work(who: Registrar, addresses: () => readonly string[], task: Work): Promise<void> {
  while (!task.stop) {
    const at = addresses()
    const address = at[randomInt(Math.max(at.length, 1))]
    if (address === undefined) await sleep(20)
    else await once(who, address, task)
  }
}

/** Opens a case with its first record, then two more records. */
async function once(who: Registrar, address: string, task: Work): Promise<void> {
  const theCase = await call(who, `${address}/api/v1/cases`, { authorityId: who.authorityId, title: 'Under eld' }, task)
  if (theCase === undefined) {
    await sleep(10)
    return
  }
  const { caseId, referenceNumber } = opened.parse(theCase)
  task.promised.push({ caseId, referenceNumber })
  for (let n = 0; n < 3 && !task.stop; n++) {
    const files = n === 0 ? await aFile(who, address, task) : []
    const facts = { direction: 'in', kind: 'letter', title: `Handling ${n + 1}`, party: 'Någon', files }
    const record = await call(who, `${address}/api/v1/cases/${caseId}/records`, facts, task)
    if (record === undefined) return
    const { recordId, number } = registered.parse(record)
    task.promised.push({ caseId, referenceNumber, recordId, recordNumber: number })
  }
}

async function aFile(who: Registrar, address: string, task: Work): Promise<string[]> {
  const body = new FormData()
  body.append('files', new Blob([randomBytes(20_000)]), 'bilaga.bin')
  const sent = await ask(who, `${address}/api/v1/uploads`, body, task)
  return sent === undefined ? [] : uploaded.parse(sent).uploads.map(({ id }) => id)
}

function call(who: Registrar, url: string, facts: object, task: Work): Promise<unknown> {
  return ask(who, url, JSON.stringify(facts), task)
}

/** Undefined: nothing was promised. */
async function ask(who: Registrar, url: string, body: string | FormData, task: Work): Promise<unknown> {
  const headers: Record<string, string> = { authorization: `Bearer ${who.bearer}` }
  if (typeof body === 'string') headers['content-type'] = 'application/json'
  try {
    const reply = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) })
    if (reply.ok) return await reply.json()
    if (reply.status !== 503 && reply.status !== 507) task.wrong.push(`${reply.status} ${await reply.text()}`)
  } catch {
    // the connection broke: nothing was promised
  }
  return undefined
}

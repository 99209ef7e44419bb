/** `kraftsam verify`: whether everything that was promised is there and as it was. Exit code 1 when anything is not. */

import type pg from 'pg'
import { NotFound } from '../../../kernel/errors.ts'
import type { FileStore } from '../../../kernel/files.ts'
import { theSystem } from '../../../kernel/context.ts'
import { verifyStore, type Verified } from '../queries/verify-store.ts'
import { caseNumbered } from '../../registry/index.ts'
import { Misused, optional, type OpenHouse, type Streams, type Verb } from '../model.ts'
import { inside } from '../queries/house.ts'
import { text as words } from '../text.ts'
import { text } from '../text/keeping.ts'
import { openBar } from '../views/progress.ts'

export const verb: Verb = {
  options: { case: { type: 'string' } },
  async run(given, house, streams) {
    if (given.words.length > 0) throw new Misused(words.tooMany(given.words.join(' ')))
    const found = await inside(house, (open) => verifyHouse(open, optional(given, 'case'), streams))
    streams.out(JSON.stringify(found))
    return found.isWhole ? 0 : 1
  },
}

/** The whole house, or one case by its number. Throws `NotFound` for a number that no case has. */
export async function verifyHouse(open: OpenHouse, number: string | undefined, streams: Streams): Promise<Verified> {
  const { files } = open.caller(theSystem)
  const bar = openBar(streams.progress)
  const client = await open.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local work_mem = '64MB'`)
    const caseId = number === undefined ? null : await caseIdOf(client, number)
    return await verifyWith({ client, files }, caseId, bar)
  } finally {
    client.release(true)
  }
}

function verifyWith(
  store: { readonly client: pg.PoolClient; readonly files: FileStore },
  caseId: string | null,
  bar: ReturnType<typeof openBar>,
): Promise<Verified> {
  return verifyStore(store, { caseId }, ({ stage, done, of }) => bar({ stage, done, part: of === 0 ? 1 : done / of }))
}

async function caseIdOf(client: pg.PoolClient, number: string): Promise<string> {
  const id = await caseNumbered(client, number)
  if (id === null) throw new NotFound(text.noCase(number))
  return id
}

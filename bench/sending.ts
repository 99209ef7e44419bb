/** Sending a referral to three hundred at once, as one command: numbers, cases, records, files and ledgers of each. */

import { aDraft, aSender, type TestSender } from '../src/modules/referral/fixtures.ts'
import { aBody, anAuthority } from '../src/modules/organisation/fixtures.ts'
import type { World } from '../test/support.ts'
import { median, milliseconds, type Line } from './table.ts'

const recipients = 300
/** How many of them have no case here, and get a letter with a link and a Word form of their own. */
const outside = 30
const runs = 5

/** Each run is a round of its own to the same three hundred. */
export async function sendingTimes(world: World): Promise<Line[]> {
  const authorities: string[] = []
  for (let count = 0; count < recipients; count++) authorities.push((await anAuthority(world.db)).bodyId)
  const companies: string[] = []
  for (let count = 0; count < outside; count++) companies.push(await aCompany(world, count))
  const sender = await aSender(world)
  const mixed = [...authorities.slice(outside), ...companies]
  return [
    {
      what: `a referral sent to ${recipients} authorities, each with a case of its own`,
      took: milliseconds(await timeToSend(world, sender, authorities)),
      beside: '',
    },
    {
      what: `a referral sent to ${recipients - outside} authorities and ${outside} bodies outside, each with a letter, a link and a Word form`,
      took: milliseconds(await timeToSend(world, sender, mixed)),
      beside: '',
    },
  ]
}

async function aCompany(world: World, count: number): Promise<string> {
  const id = await aBody(world.db, { kind: 'company', name: `Bolaget ${count} AB` })
  const email = `remiss@bolaget-${count}.example`
  await world.db.updateTable('organisation.bodies').set({ email }).where('id', '=', id).execute()
  return id
}

async function timeToSend(world: World, sender: TestSender, bodies: readonly string[]): Promise<number> {
  const drafts: string[] = []
  for (let count = 0; count <= runs; count++) drafts.push(await aDraft(world, sender, bodies))
  return median(runs, async () => {
    const reply = await sender.officer.api(`/referrals/${drafts.pop() ?? ''}/send`, {})
    if (reply.status !== 200) throw new Error(`Sending answered ${reply.status} ${await reply.text()}`)
  })
}

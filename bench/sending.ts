/** Sending a referral to three hundred at once, as one command: numbers, cases, records, files and ledgers of each. */

import { aDraft, aSender } from '../src/modules/referral/fixtures.ts'
import { anAuthority } from '../src/modules/organisation/fixtures.ts'
import type { World } from '../test/support.ts'
import { median, milliseconds, type Line } from './table.ts'

const recipients = 300

/** Each run is a round of its own to the same three hundred authorities. */
export async function sendingTimes(world: World): Promise<Line[]> {
  const bodies: string[] = []
  for (let count = 0; count < recipients; count++) bodies.push((await anAuthority(world.db)).bodyId)
  const sender = await aSender(world)
  const drafts: string[] = []
  for (let count = 0; count < 6; count++) drafts.push(await aDraft(world, sender, bodies))
  const took = await median(5, async () => {
    const reply = await sender.officer.api(`/referrals/${drafts.pop() ?? ''}/send`, {})
    if (reply.status !== 200) throw new Error(`Sending answered ${reply.status} ${await reply.text()}`)
  })
  return [
    {
      what: `a referral sent to ${recipients} authorities, each with a case of its own`,
      took: milliseconds(took),
      beside: '',
    },
  ]
}

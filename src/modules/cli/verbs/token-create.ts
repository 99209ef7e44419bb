/** `kraftsam token create --as EMAIL`: a key for a program that acts as that person. Shown once. */

import { perform } from '../../../kernel/command.ts'
import { createToken } from '../../organisation/index.ts'
import { actorAt, inside } from '../queries/house.ts'
import { Misused, needed, optional, type Verb } from '../model.ts'
import { text } from '../text.ts'

export const verb: Verb = {
  options: { as: { type: 'string' }, name: { type: 'string' }, days: { type: 'string' } },
  async run(given, house, streams) {
    if (given.words.length > 0) throw new Misused(text.tooMany(given.words.join(' ')))
    const email = needed(given, 'as', text.noWho)
    const input = { name: optional(given, 'name') ?? 'kraftsam', days: optional(given, 'days') }
    const made = await inside(house, async (open) =>
      perform(createToken, open.caller(await actorAt(open, email)), input),
    )
    streams.out(JSON.stringify(made))
    return 0
  },
}

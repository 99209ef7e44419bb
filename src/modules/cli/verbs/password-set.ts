/** `kraftsam password set EMAIL`: whoever runs the machine sets a password, read from stdin so that no history keeps it. */

import { perform } from '../../../kernel/command.ts'
import { theSystem } from '../../../kernel/context.ts'
import { actorAt, commandCalled, inside } from '../queries/house.ts'
import { Misused, type Verb } from '../model.ts'
import { text } from '../text.ts'

export const verb: Verb = {
  options: {},
  async run({ words }, house, streams) {
    const [email, ...more] = words
    if (email === undefined) throw new Misused(text.noEmail)
    if (more.length > 0) throw new Misused(text.tooMany(more.join(' ')))
    const next = new TextDecoder().decode(await streams.input()).replace(/\r?\n$/, '')
    await inside(house, async (open) => {
      const { personId } = await actorAt(open, email)
      await perform(commandCalled(open.routes, 'organisation.set-password'), open.caller(theSystem), { personId, next })
    })
    streams.out(JSON.stringify({ email, changed: true }))
    return 0
  },
}

/** `kraftsam run COMMAND [JSON] --as EMAIL`: the third door to every command, beside form and API. */

import { z } from 'zod'
import { perform } from '../../../kernel/command.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { actorAt, commandCalled, commandsOf, inside } from '../queries/house.ts'
import { Misused, needed, type House, type Streams, type Verb } from '../model.ts'
import { text } from '../text.ts'

export const verb: Verb = {
  options: { as: { type: 'string' }, list: { type: 'boolean' } },
  async run(given, house, streams) {
    if (given.options['list'] === true) return list(house, streams)
    const [id, json, ...more] = given.words
    if (id === undefined) throw new Misused(text.noCommand)
    if (more.length > 0) throw new Misused(text.tooMany(more.join(' ')))
    const email = needed(given, 'as', text.noWho)
    const input = await inputOf(json, streams)
    const result = await inside(house, async (open) => {
      const command = commandCalled(open.routes, id)
      return perform(command, open.caller(await actorAt(open, email)), input)
    })
    streams.out(JSON.stringify(result ?? null))
    return 0
  },
}

/** A line for each command: its id and the schema of its input. Needs no store. */
async function list(house: House, streams: Streams): Promise<number> {
  for (const { id, input } of commandsOf(await house.routes()).values()) {
    const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
    streams.out(JSON.stringify({ id, input: schema }))
  }
  return 0
}

/** As an argument, from stdin for `-`, or nothing. */
async function inputOf(json: string | undefined, streams: Streams): Promise<unknown> {
  const written = json === '-' ? new TextDecoder().decode(await streams.input()) : (json ?? '{}')
  try {
    const value: unknown = JSON.parse(written)
    return value
  } catch {
    throw new Invalid({ '': text.notJson(json === '-' ? 'stdin' : written) })
  }
}

/** `kraftsam export compilation ROUND`: the compiled answers as PDF, Word, Excel or JSON. */

import { z } from 'zod'
import { theSystem } from '../../../kernel/context.ts'
import { reading } from '../../../kernel/db.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { compilationFile, compilationJson, formats, getCompilation, type Compilation } from '../../compilation/index.ts'
import { Misused, needed, optional, type Given, type House, type Verb } from '../model.ts'
import { writeOut } from '../queries/files.ts'
import { actorAt, inside } from '../queries/house.ts'
import { text } from '../text.ts'

const known = [...formats, 'json'].join(', ')

export const verb: Verb = {
  options: { format: { type: 'string' }, out: { type: 'string' }, as: { type: 'string' } },
  async run(given, house, streams) {
    const [roundId, ...more] = given.words
    if (roundId === undefined) throw new Misused(text.noRound)
    if (more.length > 0) throw new Misused(text.tooMany(more.join(' ')))
    const asked = needed(given, 'format', text.noFormat(known))
    const format = formats.find((one) => one === asked)
    if (format === undefined && asked !== 'json') throw new Misused(text.noFormat(known))
    const out = format === undefined ? optional(given, 'out') : needed(given, 'out', text.noOut)

    const compilation = await compilationOf(house, given, roundId)

    const json = JSON.stringify(compilationJson(compilation))
    if (out === undefined) streams.out(json)
    else if (format === undefined) await writeOut(out, new TextEncoder().encode(`${json}\n`), streams)
    else await writeOut(out, (await compilationFile(compilation, format, swedishDay(house.clock()))).bytes, streams)
    return 0
  },
}

/** As the person given, or as the system that owns the store. Throws `NotFound`. */
function compilationOf(house: House, given: Given, roundId: string): Promise<Compilation> {
  if (!z.uuid().safeParse(roundId).success) throw new NotFound(text.noRoundLike(roundId))
  const email = optional(given, 'as')
  return inside(house, async (open) => {
    const actor = email === undefined ? theSystem : await actorAt(open, email)
    return reading(open.db, actor, (db) => getCompilation({ ...open.caller(actor), db }, roundId))
  })
}

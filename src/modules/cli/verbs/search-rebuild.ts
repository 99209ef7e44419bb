/** `kraftsam search rebuild`: makes all that searching stands on anew, or goes on where it stopped. */

import { rebuildSearch } from '../../search/index.ts'
import { inside } from '../queries/house.ts'
import { Misused, type Verb } from '../model.ts'
import { text } from '../text.ts'

/** A line is written each time so many more are done. */
const stride = 20_000

export const verb: Verb = {
  options: { anew: { type: 'boolean' } },
  async run(given, house, streams) {
    if (given.words.length > 0) throw new Misused(text.tooMany(given.words.join(' ')))
    const done = await inside(house, (open) =>
      rebuildSearch(open.db, {
        isAnew: given.options['anew'] === true,
        progress: ({ stage, count }) => {
          if (count % stride === 0) streams.err(text.rebuilding[stage](count))
        },
      }),
    )
    streams.out(JSON.stringify(done))
    return 0
  },
}

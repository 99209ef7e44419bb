/** `kraftsam serve`: the same as `npm start`, for those who run it as a service. */

import { Misused, type Verb } from '../model.ts'
import { text } from '../text.ts'

export const verb: Verb = {
  options: {},
  async run({ words }, house, streams) {
    if (words.length > 0) throw new Misused(text.tooMany(words.join(' ')))
    await house.serve(({ port, greeting }) => {
      streams.err(greeting)
      streams.out(JSON.stringify({ address: `http://localhost:${port}`, port }))
    })
    return 0
  },
}

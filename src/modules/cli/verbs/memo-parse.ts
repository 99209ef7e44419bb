/** `kraftsam memo parse FILE…`: the contract that scripts depend on (one JSON object per file, a line each). */

import { textOf } from '../../../kernel/file-text.ts'
import { readMemo, type ReadMemo } from '../../reading/index.ts'
import { bytesOf } from '../queries/files.ts'
import { Misused, optional, type Streams, type Verb } from '../model.ts'
import { problemOf } from '../views/problems.ts'
import { text } from '../text.ts'

export const verb: Verb = {
  options: { 'answer-by': { type: 'string' } },
  async run(given, _house, streams) {
    if (given.words.length === 0) throw new Misused(text.noFile)
    const answerBy = optional(given, 'answer-by')
    if (answerBy !== undefined && !isDay(answerBy)) throw new Misused(text.notADay)
    let unread = 0
    for (const file of given.words) {
      try {
        streams.out(JSON.stringify(await parsed(file, answerBy, streams)))
      } catch (error) {
        unread++
        streams.err(JSON.stringify(problemOf(error, file)))
      }
    }
    return unread === 0 ? 0 : 1
  },
}

async function parsed(file: string, answerBy: string | undefined, streams: Streams): Promise<ReadMemo> {
  const { text: written } = await textOf(await bytesOf(file, streams), file)
  return readMemo(written, { file, ...(answerBy === undefined ? {} : { answerBy }) })
}

function isDay(written: string): boolean {
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written)
}

/** `kraftsam memo check FILE…`: what the checks say of memos in files (one JSON object per file, a line each). */

import { textOf } from '../../../kernel/file-text.ts'
import { checkWriting, nothingKnown, usualRules, writtenFrom } from '../../checking/index.ts'
import { readMemo } from '../../reading/index.ts'
import { bytesOf } from '../queries/files.ts'
import { Misused, optional, type Streams, type Verb } from '../model.ts'
import { problemOf } from '../views/problems.ts'
import { text } from '../text.ts'

export const verb: Verb = {
  options: { 'answer-by': { type: 'string' } },
  async run(given, _house, streams) {
    if (given.words.length === 0) throw new Misused(text.noFile)
    const answerBy = optional(given, 'answer-by') ?? null
    if (answerBy !== null && !/^\d{4}-\d{2}-\d{2}$/.test(answerBy)) throw new Misused(text.notADay)
    let unread = 0
    for (const file of given.words) {
      try {
        streams.out(JSON.stringify(await checked(file, answerBy, streams)))
      } catch (error) {
        unread++
        streams.err(JSON.stringify(problemOf(error, file)))
      }
    }
    return unread === 0 ? 0 : 1
  },
}

/** By the usual rules and without a store: no body, number or record is known but those in the memo itself. */
async function checked(file: string, answerBy: string | null, streams: Streams) {
  const { text: written } = await textOf(await bytesOf(file, streams), file)
  const memo = readMemo(written, { file, ...(answerBy !== null && { answerBy }) })
  const known = { ...nothingKnown, caseNumber: memo.caseNumber, answerBy }
  const findings = checkWriting(writtenFrom(memo, written), known, usualRules)
  return {
    file,
    findings: findings.map(({ code, severity, message, quote, why, source }) => ({
      code,
      severity,
      message,
      quote,
      why,
      source,
    })),
  }
}

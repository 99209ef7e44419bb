/** How disclosure reads what a person or a program sends. */

import { z } from 'zod'
import { choice, manyLines } from '../../../kernel/fields.ts'
import { patterns } from '../model/mask.ts'
import { text } from '../text.ts'

const mostWords = 200
const longestWord = 200

/** Words to mask: a list, or a text with one on each line. */
export const wordList = z.preprocess(
  (value) => {
    const list = typeof value === 'string' ? value.split(/\r?\n/) : Array.isArray(value) ? value : []
    return [
      ...new Set(list.map((word) => (typeof word === 'string' ? manyLines(word) : word)).filter((word) => word !== '')),
    ]
  },
  z
    .array(
      z
        .string()
        .min(2, { error: () => text.invalid.wordTooShort })
        .max(longestWord, { error: () => text.invalid.tooLong(longestWord) }),
    )
    .max(mostWords),
)

export const patternList = z.array(choice(patterns)).default([])
export const numberList = z.array(z.coerce.number().int().min(0).max(1_000_000)).max(100_000).default([])

/** What is wrong with an input, in the language of the moment, where a schema has no words of its own. */

import { z } from 'zod'
import { language, words } from './words.ts'

const swedish = z.locales.sv().localeError
const english = z.locales.en().localeError

const text = words(
  {
    missing: 'Fyll i det här.',
    id: 'Ska vara ett id (UUID), till exempel 3f2b8c1e-5d4a-4f6b-9c7d-0a1b2c3d4e5f.',
    tooLong: (most: number | bigint) => `Högst ${most} tecken.`,
    day: 'Skriv datumet som 2026-11-24.',
    email: 'Skriv en hel e-postadress, till exempel namn@kommun.se.',
  },
  {
    missing: 'Fill this in.',
    id: 'Must be an id (UUID), such as 3f2b8c1e-5d4a-4f6b-9c7d-0a1b2c3d4e5f.',
    tooLong: (most: number | bigint) => `At most ${most} characters.`,
    day: 'Write the date as 2026-11-24.',
    email: 'Write a whole e-mail address, such as name@municipality.se.',
  },
)

type Issue = Parameters<typeof swedish>[0]

/** The library's words are a programmer's; the common ones are said as one says them. */
function plainly(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return text.missing
  if (issue.code === 'too_big' && issue.origin === 'string') return text.tooLong(issue.maximum)
  if (issue.code !== 'invalid_format') return undefined
  const said: Readonly<Record<string, string>> = { uuid: text.id, date: text.day, email: text.email }
  return said[issue.format]
}

z.config({ localeError: (issue) => plainly(issue) ?? (language() === 'sv' ? swedish(issue) : english(issue)) })

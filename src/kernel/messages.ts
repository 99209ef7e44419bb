/** What is wrong with an input, in the language of the moment, where a schema has no words of its own. */

import { z } from 'zod'
import { language } from './words.ts'

const swedish = z.locales.sv().localeError
const english = z.locales.en().localeError

z.config({ localeError: (issue) => (language() === 'sv' ? swedish(issue) : english(issue)) })

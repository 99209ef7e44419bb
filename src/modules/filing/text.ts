/** The words of the registers behind the registry. */

import { words } from '../../kernel/words.ts'
import { english } from './text/english.ts'
import { swedish } from './text/swedish.ts'

export const text = words(swedish, english)

/** Every word that `delegation` shows. */

import { words } from '../../kernel/words.ts'
import { english } from './text/english.ts'
import { englishLaw } from './text/law-english.ts'
import { swedishLaw } from './text/law-swedish.ts'
import { englishScheme } from './text/scheme-english.ts'
import { swedishScheme } from './text/scheme-swedish.ts'
import { swedish } from './text/swedish.ts'

export const text = words(
  { ...swedish, ...swedishScheme, ...swedishLaw },
  { ...english, ...englishScheme, ...englishLaw },
)

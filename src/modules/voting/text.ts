/** Every word that `voting` shows. */

import { words } from '../../kernel/words.ts'
import { english } from './text/english.ts'
import { swedish } from './text/swedish.ts'

export const text = words(swedish, english)

/** The words of registering. */

import { words } from '../../../kernel/words.ts'
import { registerEn } from './register-en.ts'
import { registerSv } from './register-sv.ts'

export const text = words(registerSv, registerEn)

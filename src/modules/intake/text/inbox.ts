/** The words of e-mail in and the inbox. */

import { words } from '../../../kernel/words.ts'
import { inboxEn } from './inbox-en.ts'
import { inboxSv } from './inbox-sv.ts'

export const text = words(inboxSv, inboxEn)

/** Every word that `meetings` shows. */

import { words } from '../../kernel/words.ts'
import type { Outcome } from './model/decision.ts'
import { english } from './text/english.ts'
import { swedish } from './text/swedish.ts'

export const text = words(swedish, english)

/** How a decision went, in words. */
export function outcomeLabel(outcome: Outcome): string {
  return text.outcome[outcome]
}

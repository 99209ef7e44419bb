/** The facts of an event as words. An event may be old and shaped otherwise, so a fact is looked at before it is said. */

import { dayText } from '../../../kernel/ui/index.ts'

/** A text or a number; nothing for what is neither. */
export function factWord(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** "tis 19 dec 2023" from an ISO day. */
export function factDay(value: unknown): string {
  return dayText(factWord(value))
}

/** How reminders read in the history. */

import type { LedgerWords } from '../../registry/index.ts'
import { text } from '../text/reminders.ts'

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

export const reminderWords: readonly LedgerWords[] = [
  {
    event: 'referral.reminded',
    say: ({ bodies, withoutAddress }) => {
      const reached = listOf(bodies)
      const missed = listOf(withoutAddress)
      const said = text.ledger.reminded(reached.length, reached.join(', '))
      return missed.length === 0 ? said : `${said}. ${text.ledger.missed(missed.join(', '))}`
    },
  },
  { event: 'referral.reminders-set', say: () => text.ledger.set },
]

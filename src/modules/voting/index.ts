/** The face of `voting`: claims, the order of putting, votes and reservations at the table, one item at a time. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { enterClaim } from './commands/claims.ts'
export { enterNote } from './commands/notes.ts'
export { findByAcclamation, voteOpenly, voteSecretly } from './commands/questions.ts'

export const votingModule: Module = {
  name: 'voting',
  routes,
  slots,
  grants: {
    'voting.enter-claim': ['secretary'],
    'voting.withdraw-claim': ['secretary'],
    'voting.choose-main': ['secretary'],
    'voting.find': ['secretary'],
    'voting.vote-openly': ['secretary'],
    'voting.vote-secretly': ['secretary'],
    'voting.take-back': ['secretary'],
    'voting.enter-note': ['secretary'],
    'voting.write-note': ['secretary'],
    'voting.remove-note': ['secretary'],
  },
}

/** The face of `delegation`: schemes, decisions in the board's place, and that the board is told of them. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'

export {
  adoptScheme,
  decideByDelegation,
  decideUrgently,
  decideWithDocument,
  importScheme,
  nameDirector,
  passOn,
  report as reportDelegated,
} from './commands.ts'
export { decisionNumber, type DelegatedDecision, type RuleInForce, type Scheme } from './model.ts'
export {
  findSchemeInForce,
  getDelegated,
  listDelegated,
  listDelegatedInCase,
  listRulesInForce,
  listRulesOf,
  listUsableRules,
  type Usable,
} from './queries.ts'
export type { DecisionFacts } from './papers.ts'

const keepers = ['secretary', 'registrar']

export const delegationModule: Module = {
  name: 'delegation',
  routes,
  slots,
  navigation: [{ key: 'delegation', order: 45, label: () => text.navigation, href: '/delegation', may: 'someone' }],
  grants: {
    'delegation.begin-scheme': keepers,
    'delegation.import-scheme': keepers,
    'delegation.put-rule': keepers,
    'delegation.remove-rule': keepers,
    'delegation.adopt-scheme': keepers,
    'delegation.name-director': keepers,
    'delegation.pass-on': ['head'],
    'delegation.take-back': ['head'],
    // Who may decide is said by the rule: here only that one serves at the authority at all.
    'delegation.decide': ['*'],
    'delegation.decide-urgently': ['chair', 'first_vice_chair', 'second_vice_chair', 'member'],
    'delegation.report': keepers,
    'delegation.write-minutes': keepers,
    'delegation.notice-minutes': keepers,
  },
}

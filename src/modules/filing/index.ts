/** Contacts, the classification plan and case types: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'

export { addCaseType, keepClasses, rememberContact, type Remembered } from './commands.ts'
export {
  blanksIn,
  readPlan,
  type CaseType,
  type Contact,
  type ContactKind,
  type FilingDirection,
  type PlanClass,
} from './model.ts'
export {
  getCaseType,
  latestContactNames,
  listCaseTypes,
  listClasses,
  listContacts,
  listOfficersAt,
  suggestContacts,
  type OfficerAt,
} from './queries.ts'
export { ruleText } from './views/classes.ts'

export const filingModule: Module = {
  name: 'filing',
  routes,
  grants: {
    'filing.add-contact': ['registrar', 'administrator', 'case_officer', 'secretary'],
    'filing.edit-contact': ['registrar', 'administrator'],
    'filing.use-contact': ['registrar', 'administrator'],
    'filing.read-classes': ['registrar', 'administrator'],
    'filing.import-classes': ['registrar', 'administrator'],
    'filing.import-shared-classes': ['administrator'],
    'filing.add-case-type': ['registrar', 'administrator'],
    'filing.edit-case-type': ['registrar', 'administrator'],
    'filing.use-case-type': ['registrar', 'administrator'],
  },
}

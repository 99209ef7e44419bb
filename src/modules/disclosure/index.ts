/** Requests for public records, how they are tested, and what is given out: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { openRequests } from './slots.ts'
import { text } from './text.ts'
import { ledgerWords } from './views/history.ts'

export { answerRequest, askForDecision, assess, chooseRecords, describe, register } from './commands.ts'
export { timerFrom, type DisclosureRequest } from './model/request.ts'

const workers = ['registrar', 'case_officer', 'head']

export const disclosureModule: Module = {
  name: 'disclosure',
  routes,
  navigation: [{ key: 'disclosure', order: 55, label: () => text.title, href: '/utlamnanden', may: 'disclosure.read' }],
  slots: {
    'work.list': [openRequests],
    'ledger.words': ledgerWords,
    'record.tie': [{ module: 'disclosure', why: () => text.tie }],
  },
  grants: {
    'disclosure.read': workers,
    'disclosure.register': workers,
    'disclosure.choose-records': workers,
    'disclosure.drop-record': workers,
    'disclosure.hand-over': ['registrar', 'head'],
    'disclosure.assess': workers,
    'disclosure.treat-file': workers,
    'disclosure.mask': workers,
    'disclosure.attach-masked': workers,
    'disclosure.answer': workers,
    'disclosure.withdraw': workers,
    'disclosure.ask-for-decision': workers,
    'disclosure.draft-refusal': workers,
    // Who may decide is said by the rule of the delegation scheme; the board when there is none.
    'disclosure.refuse': workers,
    'disclosure.refer': workers,
    'disclosure.send-boards': workers,
    'disclosure.describe': ['registrar', 'head', 'administrator'],
  },
}

/** Cases, records, numbers and the ledger: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { text } from './text.ts'
import { noteWorkSeen } from './queries.ts'
import { myCases } from './slots.ts'
import { correctionWords } from './views/corrections.ts'
import { ledgerWords } from './views/history.ts'
import { importedWords } from './views/imported.ts'
import { placingWords } from './views/placing.ts'

export { assignOfficer, closeCase } from './commands.ts'
export { linkCases, setDue } from './commands/change.ts'
export { hides, meantToMark } from './commands/input.ts'
export { casesChanged, recordsChanged } from './commands/changed.ts'
export { importRegistry, type ImportAsked, type ImportDone, type ImportProgress } from './commands/import.ts'
export { holdCounts, writeLedger, writeLedgers, type Entry } from './commands/ledger.ts'
export { linkMany, openCases, registerRecords, type OpenedCase, type PlainRecord } from './commands/many.ts'
export { moveRecord, strikeRecord } from './commands/placing.ts'
export { openCase, type NewCase } from './commands/open.ts'
export { registerRecord, type NewFile, type NewRecord } from './commands/register.ts'
export {
  caseHref,
  checkChain,
  currentFiles,
  directions,
  isProvision,
  leftOut,
  provisions,
  readNumber,
  recordHref,
  recordKinds,
  recordNumber,
  saysHiddenTitle,
  type Case,
  type CaseKind,
  type CaseNext,
  type CaseStep,
  type CaseTab,
  type Changed,
  type ChainFault,
  type Direction,
  type LedgerEntry,
  type LedgerWords,
  type LinkKind,
  type Marked,
  type NewMarking,
  type NumberAsked,
  type RecordFile,
  type RecordItem,
  type RecordKind,
  type RecordTie,
  type SeenIn,
  type Step,
} from './model.ts'
export { factDay, factWord } from './views/facts.ts'
export { findDuplicates, sayTwins, twinsOf, type Duplicate, type Twin } from './queries/duplicates.ts'
export {
  getCase,
  getFile,
  noteReading,
  noteSeen,
  seeingCases,
  unveil,
  getRecord,
  holdRecords,
  listLedger,
  listLinkedCases,
  listRecords,
  listStandingRecords,
  lockCase,
  type LinkedCase,
} from './queries.ts'
export { importFaults, type ImportFaultLine } from './queries/import-report.ts'
export {
  askEach,
  caseNumbered,
  verifyRegistry,
  type Blame,
  type RegistryCounts,
  type Scope,
  type StoreFault,
  type VerifyProgress,
} from './queries/verify.ts'
export { twinsTick } from './views/record-form.ts'
export { directionLabel, recordKindLabel, sizeText } from './views/labels.ts'
export { struckTag } from './views/placing.ts'
export { secretTag } from './views/secrecy.ts'
export { caseFrame } from './slots.ts'

export const registryModule: Module = {
  name: 'registry',
  routes,
  navigation: [{ key: 'cases', order: 20, label: () => text.registry, href: '/arenden', may: 'someone' }],
  slots: {
    'work.list': [myCases],
    'work.seen': [{ note: noteWorkSeen }],
    'ledger.words': [...ledgerWords, ...correctionWords, ...placingWords, importedWords],
  },
  grants: {
    'registry.open-case': ['registrar', 'case_officer', 'secretary', 'head'],
    'registry.register-record': ['registrar', 'case_officer', 'secretary', 'head'],
    'registry.correct-record': ['registrar'],
    'registry.file-case': ['registrar'],
    'registry.move-record': ['registrar'],
    'registry.strike-record': ['registrar'],
    'registry.add-file-version': ['registrar', 'case_officer', 'secretary'],
    'registry.assign-officer': ['registrar', 'head', 'secretary'],
    'registry.edit-case': ['registrar', 'case_officer'],
    'registry.close-case': ['registrar', 'case_officer'],
    'registry.reopen-case': ['registrar'],
    'registry.read-secret': ['registrar'],
    'registry.mark-record': ['registrar', 'case_officer'],
    'registry.mark-case': ['registrar', 'case_officer'],
    'registry.change-marking': ['registrar', 'case_officer'],
    'registry.lift-marking': ['registrar', 'case_officer'],
    'registry.grant-access': ['registrar', 'case_officer'],
    'registry.revoke-access': ['registrar', 'case_officer'],
  },
}

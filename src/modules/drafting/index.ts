/** Memos and statements: written, approved by the heads, and registered. */

import type { Module } from '../../kernel/module.ts'
import { tellJob, tellSchedule } from './commands/tell.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'
import { text as considerationText } from './text/considerations.ts'
import { chainText } from './views/chain-text.ts'
import './model/slots.ts'

export { approveDrafts } from './commands/approval.ts'
export { arrangeAbsence, saveChain } from './commands/chain.ts'
export { saveMemo, saveStatement } from './commands/save.ts'
export { setAside, takeUp } from './commands/set-aside.ts'
export { submitDrafts } from './commands/submit.ts'
export { isApprovedByAll } from './model/chain.ts'
export { digestOf } from './model/digest.ts'
export {
  type Approval,
  type Draft,
  type DraftKind,
  type MemoDraft,
  type StatementDraft,
  type Submission,
  obstaclesToWriting,
} from './model/draft.ts'
export { memoContent, planLine, type MemoContent, type PlanLine, type Responsible } from './model/memo.ts'
export { answerFile, asUploads, fileLine, filesAmong, type AnswerFile } from './model/answer-files.ts'
export { tookFiles } from './commands/answer-files.ts'
export {
  answerInput,
  answerWith,
  errorsIn,
  faultsOf,
  isAnswered,
  statementAnswer,
  unanswered,
  type AnswerInput,
  type StatementAnswer,
} from './model/answer.ts'
export { askedAmong, conditionText, isAsked, possibleAnswers, type PossibleAnswer } from './model/condition.ts'
export {
  answerItems,
  hasItems,
  itemLabels,
  itemLines,
  itemsOf,
  noItems,
  typedOf,
  yesNoLabel,
  yesNos,
  type AnswerItems,
  type ItemLine,
  type ProcessRow,
} from './model/items.ts'
export { numberText, readNumber } from './model/number.ts'
export {
  questionKinds,
  questionSettings,
  settingsOf,
  kindsWithPosition,
  takesStance,
  condition,
  type Condition,
  type QuestionKind,
  type QuestionSettings,
} from './model/question.ts'
export { positionLabel, positions, stance, stanceLabel, stances, type Position, type Stance } from './model/stance.ts'
export {
  answeredOf,
  faultsOfStatement,
  statementContent,
  statementParts,
  withAnswers,
  type StatementContent,
  type StatementParts,
} from './model/statement.ts'
export {
  answerChoices,
  approversOfCase,
  findApproved,
  findAsideStatement,
  findDraft,
  findToLayAside,
  getDraft,
  headsOfCase,
  listAside,
  lockDraft,
  summaryOf,
  type ApprovedMemo,
  type ApprovedStatement,
  type ToLayAside,
} from './queries.ts'
export { keepVersion, startMemo, startStatement, writePlanning } from './commands/steps.ts'
export { conditionLine, shownIfAsked } from './views/answer-condition.ts'
export { answerField, type AnswerChoices, type AnswerFieldProps } from './views/answer-field.ts'
export { answerBlocks, enclosureLines } from './model/answer-paper.ts'
export { addConsideration, beginConsiderations, changeConsideration } from './commands/considerations.ts'
export { consider } from './commands/consider.ts'
export { considered, consideredLabel, type Considered, type Consideration } from './model/consideration.ts'
export { listConsiderations } from './queries/considerations.ts'
export { panelScreen } from './routes/panels.ts'
export { type DraftPanel } from './model/slots.ts'
export { write } from './commands/save.ts'
export { mended } from './model/mending.ts'
export { writtenOf } from './model/written.ts'
export { ownCase } from './routes/tabs.ts'
export { shortQuote, writtenLink } from './views/written-link.ts'
export { tabOf } from './views/parts.ts'
export { asSent } from './commands/sent.ts'
export { canonical } from './model/digest.ts'
export { memoPaper, paperFrame, statementPaper, type PaperFrame } from './papers.ts'

const writers = ['case_officer', 'secretary', 'head'] as const
const heads = ['head'] as const
const keepers = ['administrator', 'secretary', 'registrar'] as const

const grants = {
  'drafting.start-memo': writers,
  'drafting.start-statement': writers,
  'drafting.save-memo': writers,
  'drafting.save-statement': writers,
  'drafting.restore': writers,
  'drafting.write-steps': writers,
  'drafting.be-present': writers,
  'drafting.read-memo': writers,
  'drafting.take-reading': writers,
  'drafting.mend': writers,
  'drafting.undo-mend': writers,
  'drafting.let-stand': writers,
  'drafting.take-up': writers,
  'drafting.submit': writers,
  'drafting.withdraw': writers,
  'drafting.revise': writers,
  'drafting.add-approver': writers,
  'drafting.approve': heads,
  'drafting.return': heads,
  'drafting.save-chain': keepers,
  'drafting.consider': writers,
  'drafting.begin-considerations': ['administrator'],
  'drafting.add-consideration': keepers,
  'drafting.change-consideration': keepers,
  'drafting.move-consideration': keepers,
  'drafting.end-consideration': keepers,
  'drafting.take-back-consideration': keepers,
  'drafting.arrange-absence': [...heads, ...keepers],
  'drafting.withdraw-absence': [...heads, ...keepers],
}

export const draftingModule: Module = {
  name: 'drafting',
  routes,
  slots,
  grants,
  jobs: { 'drafting.tell-waiting': tellJob },
  schedules: [tellSchedule],
  navigation: [
    {
      key: 'considerations',
      order: 93,
      label: () => considerationText.panel,
      href: '/hansyn',
      may: 'drafting.add-consideration',
      isApart: true,
    },
    { key: 'approvals', order: 45, label: () => text.approvals, href: '/godkannanden', may: 'drafting.approve' },
    {
      key: 'chain',
      order: 91,
      label: () => chainText.navigation,
      href: '/godkannanden/kedja',
      may: 'drafting.save-chain',
      isApart: true,
    },
  ],
}

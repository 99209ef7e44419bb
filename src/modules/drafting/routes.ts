/** The doors of drafting. */

import { endpoint, form, type Route } from '../../kernel/http/route.ts'
import {
  addApprover,
  approveDrafts,
  arrangeAbsence,
  beginMemo,
  beginStatement,
  readMemoFile,
  returnDrafts,
  reviseDraft,
  saveChain,
  saveMemo,
  saveStatement,
  submitDrafts,
  takeReading,
  withdrawAbsence,
  withdrawDrafts,
} from './commands.ts'
import { answers } from './routes/answers.ts'
import { approvals, oneSubmission, send } from './routes/approval.ts'
import { chain } from './routes/chain.ts'
import { checkRoutes } from './routes/checks.ts'
import { considerationRoutes } from './routes/considerations.ts'
import { docxOf, draftPaper, fileOf, pdfOf } from './routes/papers.ts'
import { history } from './routes/history.ts'
import { together } from './routes/together.ts'
import { memoTab, reading, statementTab } from './routes/tabs.ts'
import { chainText } from './views/chain-text.ts'
import { text } from './views/text.ts'

type Input = Record<string, string>
const caseOf = (input: Input) => `/arenden/${encodeURIComponent(input['caseId'] ?? '')}`
const toMemo = (input: Input) => `${caseOf(input)}/tjansteskrivelse`
const toStatement = (input: Input) => `${caseOf(input)}/yttrande`
const toSubmission = (input: Input) => `/godkannanden/${input['submissionId']}`

/** Where a row was added without JavaScript. */
const isPlace = /^(?:forslag-till-beslut|ansvariga|fraga-\d{1,3})$/

/** After saving: on to the heads, or back to where one was. */
function afterSaving(back: (input: Input) => string) {
  return (input: Input) => {
    const { next = 'stay' } = input
    if (next === 'send') return `${caseOf(input)}/skicka-for-godkannande`
    return isPlace.test(next) ? `${back(input)}#${next}` : back(input)
  }
}

const memoPath = memoTab.path
const statementPath = statementTab.path
const onePath = oneSubmission.path

const forms: readonly Route[] = [
  form(`${memoPath}/borja`, beginMemo, { back: memoPath, then: toMemo }),
  form(`${memoPath}/spara`, saveMemo, { back: memoPath, then: afterSaving(toMemo), says: () => text.saved }),
  form(`${memoPath}/las-in`, readMemoFile, {
    back: memoPath,
    then: (input, { uploadId }) => `${toMemo(input)}/inlasning/${uploadId}`,
  }),
  form(reading.path, takeReading, { back: reading.path, then: toMemo, says: () => text.reading.used }),
  form(`${memoPath}/ny-version`, reviseDraft, { back: memoPath, then: toMemo, says: () => text.revised }),
  form(`${statementPath}/borja`, beginStatement, { back: statementPath, then: toStatement }),
  form(`${statementPath}/spara`, saveStatement, {
    back: statementPath,
    then: afterSaving(toStatement),
    says: () => text.saved,
  }),
  form(`${statementPath}/ny-version`, reviseDraft, {
    back: statementPath,
    then: toStatement,
    says: () => text.revised,
  }),
  form(send.path, submitDrafts, { back: send.path, then: toMemo, says: () => text.submitted }),
  form(chain.path, saveChain, { back: chain.path, then: () => chain.path, says: () => chainText.saved }),
  form('/godkannanden/franvaro', arrangeAbsence, {
    back: chain.path,
    then: () => chain.path,
    says: () => chainText.arranged,
  }),
  form('/godkannanden/franvaro/:absenceId/avsluta', withdrawAbsence, {
    back: chain.path,
    then: () => chain.path,
    says: () => chainText.ended,
  }),
  form(`${onePath}/godkann`, approveDrafts, { back: onePath, then: () => approvals.path, says: () => text.approved }),
  form(`${onePath}/skicka-tillbaka`, returnDrafts, {
    back: onePath,
    then: () => approvals.path,
    says: () => text.returned,
  }),
  form(`${onePath}/ta-tillbaka`, withdrawDrafts, { back: onePath, then: toSubmission, says: () => text.withdrawn }),
  form(`${onePath}/fraga-en-till`, addApprover, { back: onePath, then: toSubmission, says: () => text.added }),
]

const api: readonly Route[] = [
  endpoint('/cases/:caseId/memo', beginMemo),
  endpoint('/cases/:caseId/memo/read', readMemoFile),
  endpoint('/cases/:caseId/memo/readings/:uploadId', takeReading),
  endpoint('/cases/:caseId/statement', beginStatement),
  endpoint('/cases/:caseId/revise/:kind', reviseDraft),
  endpoint('/cases/:caseId/submit', submitDrafts),
  endpoint('/drafts/:draftId/memo', saveMemo),
  endpoint('/drafts/:draftId/statement', saveStatement),
  endpoint('/submissions/:submissionId/approve', approveDrafts),
  endpoint('/submissions/:submissionId/return', returnDrafts),
  endpoint('/submissions/:submissionId/withdraw', withdrawDrafts),
  endpoint('/submissions/:submissionId/approvers', addApprover),
  endpoint('/authorities/:authorityId/approval-chain', saveChain, 'PUT'),
  endpoint('/authorities/:authorityId/absences', arrangeAbsence),
  endpoint('/absences/:absenceId/withdraw', withdrawAbsence),
  ...answers,
  ...together,
  ...history,
]

export const routes: readonly Route[] = [
  memoTab,
  reading,
  statementTab,
  send,
  approvals,
  chain,
  oneSubmission,
  draftPaper,
  pdfOf,
  docxOf,
  fileOf,
  ...checkRoutes,
  ...considerationRoutes,
  ...forms,
  ...api,
]

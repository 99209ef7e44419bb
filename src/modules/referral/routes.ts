/** The doors of the referrals. */

import { endpoint, form, type Route } from '../../kernel/http/route.ts'
import { caseHref } from '../registry/index.ts'
import {
  addQuestion,
  beginAnswer,
  closeRound,
  copyRound,
  correctReferral,
  discardDraft,
  dispatchAnswer,
  editQuestion,
  editRound,
  enterAnswer,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
  sendNextTurn,
  sendReferral,
  setDocuments,
  keepRecipients,
  setRecipients,
  setTurns,
  setWays,
  startRound,
} from './commands.ts'
import { answers } from './routes/answers.ts'
import { following } from './routes/following.ts'
import { pages } from './routes/pages.ts'
import { recipients } from './routes/recipients.ts'
import { reminders } from './routes/reminders.ts'
import { text } from './text.ts'
import { text as loadText } from './text/load.ts'
import { text as turnText } from './text/turns.ts'

type Input = Readonly<Record<string, string>>

const round = '/remisser/:roundId'
const roundOf = ({ roundId }: Input) => `/remisser/${roundId}`
const tab = '/arenden/:caseId/remiss'
const tabOf = ({ caseId = '' }: Input) => caseHref({ referenceNumber: caseId }, 'remiss')

const inDraft = (part: string) => ({
  back: round,
  then: (input: Input) => `${roundOf(input)}#${part}`,
  says: () => text.draft.saved,
})

const started = { then: (_: Input, { roundId }: { roundId: string }) => `/remisser/${roundId}` }

const forms: readonly Route[] = [
  form('/remisser/ny', startRound, { back: '/remisser/ny', ...started }),
  form(`${tab}/ny`, startRound, { back: tab, ...started }),
  form(`${round}/uppgifter`, editRound, inDraft('uppgifter')),
  form(`${round}/fragor`, addQuestion, inDraft('fragor')),
  form(`${round}/fragor/:questionId`, editQuestion, inDraft('fragor')),
  form(`${round}/fragor/:questionId/flytta`, moveQuestion, inDraft('fragor')),
  form(`${round}/fragor/:questionId/ta-bort`, removeQuestion, inDraft('fragor')),
  form(`${round}/fragor/:questionId/lagg-tillbaka`, restoreQuestion, inDraft('fragor')),
  form(`${round}/kopiera`, copyRound, inDraft('fragor')),
  form(`${round}/handlingar`, setDocuments, inDraft('handlingar')),
  form(`${round}/instanser`, setRecipients, inDraft('instanser')),
  form(`${round}/satt`, setWays, inDraft('satt')),
  form(`${round}/turordning`, setTurns, inDraft('turordning')),
  form(`${round}/omgang`, sendNextTurn, {
    back: round,
    then: roundOf,
    says: ({ cases }) => turnText.sent(cases.length),
  }),
  form(`${round}/farre`, keepRecipients, {
    back: round,
    then: (input, { removed }) =>
      `${roundOf(input)}${removed === 0 ? '' : `?angra=${encodeURIComponent(input['before'] ?? '')}`}#belastning`,
    says: ({ removed }) => (removed === 0 ? loadText.noneTaken : loadText.fewerSaid),
  }),
  form(`${round}/skicka`, sendReferral, { back: round, then: roundOf, says: () => text.draft.sent }),
  form(`${round}/avsluta`, closeRound, { back: round, then: roundOf, says: () => text.follow.closed }),
  form(`${round}/rattelse`, correctReferral, { back: round, then: roundOf, says: () => text.follow.corrected }),
  form(`${round}/kasta`, discardDraft, {
    back: round,
    then: (_, { referenceNumber }) => caseHref({ referenceNumber }, 'remiss'),
    says: () => text.draft.discarded,
  }),
  form(`${round}/svar/:recipientId`, enterAnswer, {
    back: `${round}/svar/:recipientId`,
    then: (input) => `${roundOf(input)}/svar/${input['recipientId']}`,
    says: () => text.enter.saved,
  }),
  form(`${tab}/paborja`, beginAnswer, {
    back: tab,
    then: (_, { referenceNumber }) => caseHref({ referenceNumber }, 'yttrande'),
    says: () => text.tab.begun,
  }),
  form(`${tab}/expediera`, dispatchAnswer, { back: tab, then: tabOf, says: () => text.tab.dispatched }),
]

const api: readonly Route[] = [
  endpoint('/cases/:caseId/referrals', startRound),
  endpoint('/referrals/:roundId', editRound, 'PUT'),
  endpoint('/referrals/:roundId/questions', addQuestion),
  endpoint('/referrals/:roundId/questions/:questionId', editQuestion, 'PUT'),
  endpoint('/referrals/:roundId/questions/:questionId/move', moveQuestion),
  endpoint('/referrals/:roundId/questions/:questionId/remove', removeQuestion),
  endpoint('/referrals/:roundId/questions/:questionId/restore', restoreQuestion),
  endpoint('/referrals/:roundId/copy', copyRound),
  endpoint('/referrals/:roundId/documents', setDocuments, 'PUT'),
  endpoint('/referrals/:roundId/recipients', setRecipients, 'PUT'),
  endpoint('/referrals/:roundId/fewer', keepRecipients),
  endpoint('/referrals/:roundId/ways', setWays, 'PUT'),
  endpoint('/referrals/:roundId/turns', setTurns, 'PUT'),
  endpoint('/referrals/:roundId/send', sendReferral),
  endpoint('/referrals/:roundId/next-turn', sendNextTurn),
  endpoint('/referrals/:roundId/corrections', correctReferral),
  endpoint('/referrals/:roundId/close', closeRound),
  endpoint('/referrals/:roundId/discard', discardDraft),
  endpoint('/referrals/:roundId/recipients/:recipientId/answer', enterAnswer),
  endpoint('/cases/:caseId/referral-answer/begin', beginAnswer),
  endpoint('/cases/:caseId/referral-answer/dispatch', dispatchAnswer),
]

export const routes: readonly Route[] = [
  ...recipients,
  ...pages,
  ...forms,
  ...following,
  ...reminders,
  ...answers,
  ...api,
]

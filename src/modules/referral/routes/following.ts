/** The doors of what passes between the sender and those asked while a round is out. */

import { z } from 'zod'
import { answer, endpoint, form, stream, type Route } from '../../../kernel/http/route.ts'
import { may, type Read } from '../../../kernel/context.ts'
import { caseHref } from '../../registry/index.ts'
import {
  askForTime,
  decideExtension,
  enterInquiry,
  enterRequest,
  giveTime,
  inquire,
  joinStatement,
  leaveStatement,
  mendMemo,
  passStatement,
  releaseMember,
  replyToAll,
  sendDraftAnswer,
} from '../commands.ts'
import { markOf, type Inquiry } from '../model.ts'
import { getRound, listExtensions, listInquiries, listRecipients } from '../queries.ts'
import { listNeeds } from '../queries/needs.ts'
import { text } from '../text/extensions.ts'
import { text as inquiryText } from '../text/inquiries.ts'
import { text as jointText } from '../text/joint.ts'
import { text as memoText } from '../text/memo-words.ts'
import { text as releaseText } from '../text/release.ts'
import { text as standingText } from '../text/standing.ts'

type Input = Readonly<Record<string, string>>

const round = '/remisser/:roundId'
const toRound = (part: string) => ({
  back: round,
  then: ({ roundId }: Input) => `/remisser/${roundId}#${part}`,
})

const toTab = {
  back: '/arenden/:caseId/remiss',
  then: ({ caseId = '' }: Input) => caseHref({ referenceNumber: caseId }, 'remiss#samordnat'),
}

const extension = z.object({
  id: z.uuid(),
  recipientId: z.uuid(),
  bodyName: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  channel: z.enum(['system', 'mail', 'phone', 'letter']).nullable(),
  askedOn: z.string().nullable(),
  wantedOn: z.string().nullable(),
  reason: z.string().nullable(),
  requestInId: z.uuid().nullable(),
  until: z.string().nullable(),
  ground: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedByName: z.string().nullable(),
  decisionOutId: z.uuid().nullable(),
})

const inquiry = z.object({
  id: z.uuid(),
  bodyName: z.string().nullable().describe('Null where it does not want to be named, but for the sender'),
  channel: z
    .enum(['system', 'link', 'mail', 'phone', 'letter'])
    .nullable()
    .describe('How it was asked; null where bodyName is'),
  words: z.string(),
  askedAt: z.date(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
})

function openInquiry(one: Inquiry, isOurs: boolean): z.input<typeof inquiry> {
  const { id, words, askedAt, answer: said, answeredAt, bodyName, channel } = one
  const isNamed = one.namesAsker || isOurs
  const who = isNamed ? { bodyName, channel } : { bodyName: null, channel: null }
  return { id, words, askedAt, answer: said, answeredAt, ...who }
}

/** How all who were asked stand, as one mark. What is written in the ledgers of their cases rings for the round. */
function standingOf({ roundId }: { roundId: string }) {
  let told = ''
  return async (ctx: Read) => {
    const round = await getRound(ctx, roundId)
    const recipients = await listRecipients(ctx, round.id)
    const mark = markOf(recipients, await listNeeds(ctx, { round, recipients }))
    if (mark === told) return null
    told = mark
    return { mark }
  }
}

export const following: readonly Route[] = [
  stream('/referrals/:roundId/news', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    topic: ({ roundId }) => `referral.${roundId}`,
    look: standingOf,
  }),
  form('/arenden/:caseId/remiss/svarstid', askForTime, {
    back: '/arenden/:caseId/remiss',
    then: ({ caseId = '' }) => caseHref({ referenceNumber: caseId }, 'remiss'),
    says: () => text.asked,
  }),
  form('/arenden/:caseId/remiss/utkast', sendDraftAnswer, {
    back: '/arenden/:caseId/remiss',
    then: ({ caseId = '' }) => caseHref({ referenceNumber: caseId }, 'remiss'),
    says: () => standingText.sent,
  }),
  endpoint('/cases/:caseId/referral-answer/draft', sendDraftAnswer),
  form('/arenden/:caseId/remiss/fraga', inquire, {
    back: '/arenden/:caseId/remiss',
    then: ({ caseId = '' }) => caseHref({ referenceNumber: caseId }, 'remiss'),
    says: () => inquiryText.asked,
  }),
  form('/arenden/:caseId/remiss/samordna', joinStatement, { ...toTab, says: () => jointText.joined }),
  form('/arenden/:caseId/remiss/samordna/lamna', leaveStatement, { ...toTab, says: () => jointText.left }),
  form('/arenden/:caseId/remiss/samordna/skicka', passStatement, { ...toTab, says: () => jointText.passed }),
  form('/arenden/:caseId/remiss/samordna/:memberId/slapp', releaseMember, { ...toTab, says: () => releaseText.done }),
  form('/arenden/:caseId/remiss/ord-i-skrivelsen', mendMemo, {
    back: '/arenden/:caseId/remiss',
    then: ({ caseId = '' }) => caseHref({ referenceNumber: caseId }, 'remiss'),
    says: () => memoText.changed,
  }),
  endpoint('/cases/:caseId/referral-answer/members/:memberId/release', releaseMember),
  endpoint('/cases/:caseId/referral-answer/memo-words', mendMemo),
  endpoint('/cases/:caseId/referral-answer/join', joinStatement),
  endpoint('/cases/:caseId/referral-answer/leave', leaveStatement),
  endpoint('/cases/:caseId/referral-answer/pass-statement', passStatement),
  form(`${round}/fragor-och-svar/:inquiryId`, replyToAll, {
    ...toRound('fragor-och-svar'),
    says: () => inquiryText.replied,
  }),
  form(`${round}/fragor-och-svar`, enterInquiry, {
    ...toRound('fragor-och-svar'),
    says: () => inquiryText.entered,
  }),
  endpoint('/referrals/:roundId/inquiries', enterInquiry),
  endpoint('/cases/:caseId/referral-answer/inquiries', inquire),
  endpoint('/referrals/:roundId/inquiries/:inquiryId/reply', replyToAll),
  answer('/referrals/:roundId/inquiries', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: z.array(inquiry),
    show: async (ctx, { roundId }) => {
      const { id, authorityId } = await getRound(ctx, roundId)
      const isOurs = may(ctx.actor, 'referral.reply', authorityId)
      return (await listInquiries(ctx, id)).map((one) => openInquiry(one, isOurs))
    },
  }),
  form(`${round}/begaran`, enterRequest, { ...toRound('svarstid'), says: () => text.entered }),
  form(`${round}/svarstid/:extensionId`, decideExtension, { ...toRound('svarstid'), says: () => text.decidedSaid }),
  form(`${round}/ny-svarstid`, giveTime, { ...toRound('svarstid'), says: ({ recipients }) => text.gave(recipients) }),
  endpoint('/cases/:caseId/referral-answer/more-time', askForTime),
  endpoint('/referrals/:roundId/recipients/:recipientId/more-time', enterRequest),
  endpoint('/referrals/:roundId/extensions/:extensionId/decide', decideExtension),
  endpoint('/referrals/:roundId/extensions', giveTime),
  answer('/referrals/:roundId/extensions', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: z.array(extension),
    show: async (ctx, { roundId }) => listExtensions(ctx, { roundId: (await getRound(ctx, roundId)).id }),
  }),
]

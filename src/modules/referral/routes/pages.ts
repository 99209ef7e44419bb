/** What a person sees of the referrals, and the files they can save. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { download, page, type Route } from '../../../kernel/http/route.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { together } from '../../../kernel/together.ts'
import type { Rejected } from '../../../kernel/ui/index.ts'
import { answerChoices, findDraft } from '../../drafting/index.ts'
import { caseFrame, getCase, listRecords, listStandingRecords, type Case } from '../../registry/index.ts'
import {
  filters,
  isAsked,
  markOf,
  nextTurn,
  possibleHosts,
  orders,
  usualOrder,
  type Recipient,
  type Round,
} from '../model.ts'
import {
  findAnswer,
  findOwnText,
  findRelease,
  findRecipient,
  getRecipient,
  getRound,
  isBegun,
  listAskable,
  listContacts,
  listDoubles,
  listDraftAnswers,
  listExtensions,
  listInquiries,
  listIssuers,
  listMembers,
  listOwnDoubles,
  listPassed,
  listRemovedQuestions,
  listRecipientLists,
  listRecipients,
  listRounds,
  listUnanswered,
  listSendingDecisions,
  readiness,
} from '../queries.ts'
import { listLoad } from '../queries/load.ts'
import { listNeeds } from '../queries/needs.ts'
import { listReminded, remindersOf } from '../queries/reminders.ts'
import { obstaclesToMore } from '../queries/turns.ts'
import { text } from '../text.ts'
import { answerScreen } from '../views/answer.ts'
import { askedBody, sendingBody } from '../views/case-tab.ts'
import { followUpCsv } from '../views/csv.ts'
import { draftScreen } from '../views/draft.ts'
import { enterScreen } from '../views/enter.ts'
import { followScreen } from '../views/follow-up.ts'
import { listScreen, listViews, newScreen, type ListView } from '../views/list.ts'
import { letters } from './letter.ts'

const rowsOnAPage = 50
const oneRound = z.object({ roundId: z.uuid() })

const list = page('/remisser', {
  may: 'someone',
  params: z.object({ visa: z.enum(listViews).optional().catch(undefined), efter: z.string().optional() }),
  show: async (ctx, { visa, efter }) => {
    const view = visa ?? (await firstView(ctx))
    const rounds = await listRounds(ctx, { ...filterOf(ctx, view), ...afterOf(efter), limit: rowsOnAPage + 1 })
    const shown = rounds.slice(0, rowsOnAPage)
    const last = shown.at(-1)
    const next = last && `/remisser?visa=${view}&efter=${last.createdAt.toISOString()}_${last.id}`
    const more = rounds.length > rowsOnAPage ? next : undefined
    return listScreen({ rounds: shown, view, more, actor: ctx.actor, today: today(ctx) })
  },
})

/** Whoever sends referrals begins with those, once there are any; everyone else with those to answer. */
async function firstView(ctx: Read): Promise<ListView> {
  if (!may(ctx.actor, 'referral.send', ctx.actor.at)) return 'to'
  const own = await listRounds(ctx, { ...filterOf(ctx, 'by'), limit: 1 })
  return own.length > 0 ? 'by' : 'to'
}

function filterOf(ctx: Read, view: ListView) {
  const at = ctx.actor.at
  if (view === 'all' || at === null) return {}
  if (view === 'to') return { sentTo: at }
  return view === 'drafts' ? { sentBy: at, states: ['draft'] as const } : { sentBy: at }
}

const place = z.tuple([z.iso.datetime(), z.uuid()])

/** An address that cannot be read begins from the top. */
function afterOf(efter: string | undefined) {
  const read = place.safeParse(efter?.split('_'))
  return read.success ? { after: { createdAt: read.data[0], id: read.data[1] } } : {}
}

const fresh = page('/remisser/ny', {
  may: 'referral.start',
  params: z.object({ arende: z.string().optional(), fran: z.uuid().optional().catch(undefined) }),
  show: async (ctx, { arende, fran }, rejected) => {
    const { at } = ctx.actor
    const earlier = at === null ? [] : await listRounds(ctx, { sentBy: at, limit: 100 })
    return newScreen({ caseNumber: arende, from: fran, earlier, rejected })
  },
})

/** Those who were asked before some were left out, so that they can be taken back. */
const leftOut = z
  .string()
  .transform((ids) => ids.split(','))
  .pipe(z.array(z.uuid()).max(200))
  .catch([])
  .default([])

const oneReferral = page('/remisser/:roundId', {
  may: 'someone',
  params: z.object({
    roundId: z.uuid(),
    visa: z.enum(filters).optional().catch(undefined),
    ordna: z.enum(orders).optional().catch(undefined),
    angra: leftOut,
  }),
  show: async (ctx, { roundId, visa, ordna, angra }, rejected) => {
    const round = await getRound(ctx, roundId)
    if (round.state === 'draft') return showDraft(ctx, round, { before: angra, rejected })
    const isOurs = may(ctx.actor, 'referral.correct', round.authorityId)
    const recipients = await listRecipients(ctx, roundId)
    const reminders = isOurs ? await remindersShown(ctx, roundId) : undefined
    const needs = await listNeeds(ctx, { round, recipients })
    return followScreen({
      ...(reminders !== undefined && { reminders }),
      round,
      recipients,
      needs,
      mark: markOf(recipients, needs),
      extensions: await listExtensions(ctx, { roundId }),
      inquiries: await listInquiries(ctx, roundId),
      doubles: await listDoubles(ctx, roundId, recipients),
      stopped: nextTurn(round.inTurn) === null ? [] : await obstaclesToMore(ctx, round),
      filter: visa ?? 'all',
      order: ordna ?? usualOrder,
      records: isOurs ? await listStandingRecords(ctx, round.caseId) : [],
      actor: ctx.actor,
      today: today(ctx),
      rejected,
    })
  },
})

/** For the sender: when reminders leave, and who has had one. */
async function remindersShown(ctx: Read, roundId: string) {
  return { days: await remindersOf(ctx, roundId), reminded: await listReminded(ctx, roundId) }
}

type Shown = { readonly before: readonly string[]; readonly rejected: Rejected | undefined }

async function showDraft(ctx: Read, round: Round, { before, rejected }: Shown) {
  const { authorityId, caseId } = round
  const recipients = await listRecipients(ctx, round.id)
  return draftScreen({
    round,
    recipients,
    before,
    load: await listLoad(ctx, round, recipients),
    doubles: await listDoubles(ctx, round.id, recipients),
    issuers: await listIssuers(ctx, authorityId),
    decisions: await listSendingDecisions(ctx, caseId),
    contacts: await listContacts(ctx, authorityId),
    records: await listStandingRecords(ctx, caseId),
    askable: await listAskable(ctx, authorityId),
    lists: await listRecipientLists(ctx, authorityId),
    removed: await listRemovedQuestions(ctx, round.id),
    earlier: await earlierRounds(ctx, round),
    today: today(ctx),
    rejected,
  })
}

/** The sender's own rounds that have something to copy, the newest first. */
async function earlierRounds(ctx: Read, { id, authorityId }: Pick<Round, 'id' | 'authorityId'>) {
  const rounds = await listRounds(ctx, { sentBy: authorityId, limit: 100 })
  return rounds.filter((round) => round.id !== id)
}

const oneAnswer = page('/remisser/:roundId/svar/:recipientId', {
  may: 'someone',
  params: z.object({ roundId: z.uuid(), recipientId: z.uuid() }),
  show: async (ctx, { roundId, recipientId }, rejected) => {
    const round = await getRound(ctx, roundId)
    const recipient = await getRecipient(ctx, recipientId)
    if (recipient.roundId !== round.id || !(isAsked(recipient) || round.state === 'draft')) throw new NotFound()
    const answer = await findAnswer(ctx, recipientId)
    const ways = await waysOf(ctx, { round, recipient })
    const isToEnter = answer === null && recipient.caseId === null && round.state !== 'draft'
    if (isToEnter && may(ctx.actor, 'referral.enter-answer', round.authorityId))
      return enterScreen({ round, recipient, ways, today: today(ctx), choices: await answerChoices(ctx), rejected })
    const drafts = await listDraftAnswers(ctx, { recipientId })
    return answerScreen({ round, recipient, answer, drafts, ways, today: today(ctx) })
  },
})

/** Other ways to answer, for a body outside; nothing for one that answers in its own case. */
async function waysOf(ctx: Read, about: { round: Round; recipient: Recipient }): Promise<Html[]> {
  if (about.recipient.caseId !== null) return []
  const parts = ctx.slots('recipient.outside').toSorted((a, b) => a.order - b.order)
  const shown = await together(parts.map((part) => part.show(ctx, about)))
  return shown.filter((part) => part !== null)
}

const caseTab = page('/arenden/:caseId/remiss', {
  may: 'someone',
  params: z.object({ caseId: z.string().min(1) }),
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await getCase(ctx, caseId)
    const body = (await askedOf(ctx, theCase, rejected)) ?? (await sendingOf(ctx, theCase))
    return {
      title: `${theCase.referenceNumber} · ${text.tab.label}`,
      section: 'cases',
      width: 'wide',
      body: await caseFrame(ctx, theCase, { tab: 'referral', body }),
    }
  },
})

async function askedOf(ctx: Read, theCase: Case, rejected: Rejected | undefined) {
  const recipient = await findRecipient(ctx, theCase.id)
  if (recipient === null) return null
  const records = await listRecords(ctx, theCase.id)
  return html`${askedBody({
    theCase,
    round: await getRound(ctx, recipient.roundId),
    recipient,
    records: records.filter(({ direction }) => direction === 'in'),
    ready: await readiness(ctx, theCase.id, recipient),
    extensions: await listExtensions(ctx, { recipientId: recipient.id }),
    inquiries: await listInquiries(ctx, recipient.roundId),
    doubles: await listOwnDoubles(ctx, recipient),
    hosts: await hostsFor(ctx, recipient),
    members: await listMembers(ctx, recipient.id),
    passed: await listPassed(ctx, recipient),
    ownText: await findOwnText(ctx, theCase.id),
    release: await findRelease(ctx, recipient),
    isBegun: await isBegun(ctx, theCase.id, recipient),
    memo: await findDraft(ctx, theCase.id, 'memo'),
    actor: ctx.actor,
    today: today(ctx),
    rejected,
  })}`
}

/** With whom it may answer, where it writes for itself and has not answered. */
async function hostsFor(ctx: Read, recipient: Recipient) {
  const isOpen = recipient.answer === null && recipient.jointWith === null
  return isOpen ? possibleHosts(await listUnanswered(ctx, recipient.roundId), recipient) : []
}

async function sendingOf(ctx: Read, theCase: Case) {
  const rounds = await listRounds(ctx, { caseId: theCase.id })
  return sendingBody({ theCase, rounds, actor: ctx.actor, today: today(ctx) })
}

const csv = download('/remisser/:roundId/uppfoljning.csv', {
  may: 'someone',
  params: oneRound,
  send: async (ctx, { roundId }) => {
    const round = await getRound(ctx, roundId)
    const body = followUpCsv(await listRecipients(ctx, roundId))
    return { name: text.csv.file(round.referenceNumber), mediaType: 'text/csv', inline: false, body }
  },
})

export const pages: readonly Route[] = [list, fresh, oneReferral, oneAnswer, caseTab, csv, ...letters]

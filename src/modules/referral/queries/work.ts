/** What there is to do with referrals: on the sending side, and where they are answered. */

import { sql } from 'kysely'
import { may, today, type Read } from '../../../kernel/context.ts'
import { addDays, swedishDay } from '../../../kernel/time.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { headsOfCase } from '../../drafting/index.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { caseHref, noteSeen } from '../../registry/index.ts'
import { settling } from '../model/answer.ts'
import { text } from '../text.ts'
import { text as headText } from '../text/heads.ts'
import { text as inquiryText } from '../text/inquiries.ts'
import { text as standingText } from '../text/standing.ts'
import { text as timeText } from '../text/extensions.ts'
import { text as turnText } from '../text/turns.ts'
import { listOwnRequests, listRequestsFrom, listWaitingRequests } from './extensions.ts'
import { listToReply } from './inquiries.ts'
import { listJointWork } from './joint-work.ts'
import { listRounds, type RoundRow } from './rounds.ts'
import { listStoppedTurns } from './turns.ts'

/** Officers see their cases that are due within this many days from the registry already. */
const registryDays = 30

/** For the authority where one is. */
export async function listWork(ctx: Read): Promise<WorkItem[]> {
  const { at } = ctx.actor
  if (at === null) return []
  const sending = may(ctx.actor, 'referral.send', at)
    ? [...(await stoppedTurns(ctx, at)), ...(await roundsOf(ctx, at))]
    : []
  const dispatching = may(ctx.actor, 'referral.dispatch-answer', at) ? await toDispatch(ctx, at) : []
  const replying = may(ctx.actor, 'referral.reply', at) ? await toReply(ctx, at) : []
  const deciding = may(ctx.actor, 'referral.decide-extension', at) ? await toDecideTime(ctx, at) : []
  return [
    ...replying,
    ...deciding,
    ...(await awaitingTime(ctx)),
    ...(await askedByOfficers(ctx, at)),
    ...sending,
    ...dispatching,
    ...(await listJointWork(ctx)),
    ...(await toAnswer(ctx)),
  ]
}

async function roundsOf(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const rounds = await listRounds(ctx, { sentBy: authorityId, states: ['draft', 'sent'], seenIn: 'work', limit: 100 })
  return rounds.flatMap((round) => (round.state === 'draft' ? [unfinished(round)] : missing(round)))
}

function unfinished(round: RoundRow): WorkItem {
  const { finish, notSent, continue: action } = text.work
  return {
    group: 'now',
    title: `${finish}: ${round.title}`,
    href: `/remisser/${round.id}`,
    reference: round.referenceNumber,
    detail: notSent,
    due: round.answerBy,
    action,
  }
}

function missing({ id, title, referenceNumber, answerBy, asked, answered, overdue }: RoundRow): WorkItem[] {
  if (answerBy === null || answered >= asked) return []
  const isLate = overdue > 0
  return [
    {
      group: isLate ? 'now' : 'waiting',
      title,
      href: `/remisser/${id}${isLate ? '?visa=late' : ''}`,
      reference: referenceNumber,
      detail: isLate ? text.work.late(overdue) : text.work.waiting(asked - answered, asked),
      due: answerBy,
      action: text.work.follow,
    },
  ]
}

/** Turns that would have gone by themselves, had their day not passed and nothing been marked as secret (I-06). */
async function stoppedTurns(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const { title, detail, secret, action } = turnText.work
  return (await listStoppedTurns(ctx, authorityId)).map((row) => ({
    group: 'now',
    title: title(row.turn, row.title),
    href: `/remisser/${row.roundId}#turordning`,
    reference: row.referenceNumber,
    detail: row.isSecret ? secret : detail,
    due: null,
    action,
  }))
}

/** Requests for more time that wait for our decision (I-32). */
async function toDecideTime(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const { decide, detail, action } = timeText.work
  return (await listWaitingRequests(ctx, authorityId)).map((row) => ({
    group: 'now',
    title: `${decide}: ${row.title}`,
    href: `/remisser/${row.roundId}#svarstid`,
    reference: row.referenceNumber,
    detail: detail(row.bodyName, dayText(row.wantedOn ?? '')),
    due: null,
    action,
    isNew: row.askedOn === today(ctx),
  }))
}

/** Questions about our rounds that nobody has answered. */
async function toReply(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  return (await listToReply(ctx, authorityId)).map((row) => ({
    group: 'now',
    title: `${inquiryText.work.title}: ${row.title}`,
    href: `/remisser/${row.roundId}#fragor-och-svar`,
    reference: row.referenceNumber,
    detail: row.words.length > 120 ? `${row.words.slice(0, 120)} …` : row.words,
    due: null,
    action: inquiryText.work.action,
  }))
}

/** The officer's own requests that the sender has not decided. */
async function awaitingTime(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (personId === null) return []
  return (await listOwnRequests(ctx, personId)).map((row) => ({
    group: 'waiting',
    title: `${timeText.work.waits}: ${row.title}`,
    href: caseHref(row, 'remiss#svarstid'),
    reference: row.referenceNumber,
    detail: timeText.work.waitsDetail(dayText(row.wantedOn ?? '')),
    due: row.dueOn,
    action: null,
  }))
}

/** For a head who answers for the memo: their officers' requests that wait (I-17). */
async function askedByOfficers(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (!may(ctx.actor, 'drafting.approve', authorityId)) return []
  const items: WorkItem[] = []
  for (const row of await listRequestsFrom(ctx, authorityId)) {
    const heads = row.officerId === personId ? [] : await headsOfCase(ctx, row)
    if (!heads.some(({ id }) => id === personId)) continue
    if (row.isSecret) noteSeen(ctx, 'work', [{ caseId: row.id }])
    items.push({
      group: 'waiting',
      title: headText.work(row.title),
      href: caseHref(row, 'remiss#svarstid'),
      reference: row.referenceNumber,
      detail: headText.workDetail(row.askedByName, dayText(row.wantedOn ?? '')),
      due: row.dueOn,
      action: null,
    })
  }
  return items
}

/** Asked, not answered, and of a case that is still open. */
function unanswered(ctx: Read) {
  return ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('registry.cases as c', 'c.id', 'x.case_id')
    .innerJoin('organisation.bodies as issuer', 'issuer.id', 'r.issuer_id')
    .where('c.state', '=', 'open')
    .where(sql<boolean>`not exists (select from referral.answers s where s.recipient_id = x.id)`)
    .select(['c.id', 'c.title', 'c.reference_number as referenceNumber', 'c.due_on as dueOn', 'issuer.name as issuer'])
    .orderBy('c.due_on')
    .limit(50)
}

/** Decided and adjusted, but not sent to the one who asked. */
async function toDispatch(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const rows = await unanswered(ctx)
    .innerJoin('meetings.decisions as d', 'd.case_id', 'c.id')
    .where('c.authority_id', '=', authorityId)
    .where('d.state', '=', 'adjusted')
    .where('d.is_proposal', '=', false)
    .where('d.outcome', 'in', settling)
    .select('d.adjusted_on as adjustedOn')
    .execute()
  const inItsPlace = await delegatedToDispatch(ctx, authorityId)
  const decided = rows.map((row) => ({
    ...row,
    detail: row.adjustedOn === null ? '' : text.work.adjusted(row.adjustedOn),
  }))
  return [...decided, ...inItsPlace].map((row) => ({
    group: 'now',
    title: `${text.work.dispatch}: ${row.title}`,
    href: caseHref(row, 'remiss'),
    reference: row.referenceNumber,
    detail: row.detail,
    due: row.dueOn,
    action: text.work.doDispatch,
  }))
}

/** Decided by delegation or by the chair, which needs no adjustment (I-23), as `findDelegated` reads it: no board settled it. */
async function delegatedToDispatch(ctx: Read, authorityId: string) {
  const rows = await unanswered(ctx)
    .innerJoin('delegation.decisions as g', 'g.case_id', 'c.id')
    .innerJoin('delegation.rules as l', 'l.id', 'g.rule_id')
    .where('c.authority_id', '=', authorityId)
    .where((row) => row.or([row('g.is_urgent', '=', true), row('l.nature', '=', 'statement')]))
    .where(sql<boolean>`not exists (select from delegation.decisions later where later.corrects_id = g.id)`)
    .where(
      sql<boolean>`not exists (select from meetings.decisions m
        where m.case_id = c.id and not m.is_proposal and m.outcome = any (${settling}::text[]))`,
    )
    .select(['g.year', 'g.number'])
    .execute()
  return rows.map((row) => ({ ...row, detail: standingText.work.delegated(`D ${row.year}:${row.number}`) }))
}

/** The officer's own referrals with a longer way to go; nearer ones stand among the registry's cases. */
async function toAnswer(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (personId === null) return []
  const rows = await unanswered(ctx)
    .where('c.officer_id', '=', personId)
    .where('x.joint_with', 'is', null) // it stands among those who answer together
    .where((row) => row.or([row('c.due_on', 'is', null), row('c.due_on', '>', addDays(today(ctx), registryDays))]))
    .select('r.sent_at as sentAt')
    .execute()
  return rows.map((row) => ({
    group: 'now',
    title: row.title,
    href: caseHref(row, 'remiss'),
    reference: row.referenceNumber,
    detail: text.work.from(row.issuer),
    due: row.dueOn,
    action: text.work.open,
    isNew: row.sentAt !== null && swedishDay(row.sentAt) === today(ctx),
  }))
}

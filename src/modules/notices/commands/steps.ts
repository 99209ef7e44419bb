/** Putting a notice on the board, as a step of what causes it. */

import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { getBody } from '../../organisation/index.ts'
import { writeLedgers } from '../../registry/index.ts'
import { canBeAppealed, daysPostedLate, isOfMinutes, periodOf, type NoticeKind } from '../model/notice.ts'
import { findPlace, listTold } from '../queries/notices.ts'

export type NewNotice = {
  readonly authorityId: string
  readonly bodyId: string
  readonly kind: NoticeKind
  readonly title: string
  readonly words: string | null
  readonly meetingId: string | null
  readonly meetingOn: string | null
  readonly paragraphs: string | null
  readonly adjustedOn: string | null
  /** The last day it is up, for what has no appeal period. */
  readonly through: string | null
  readonly askedBy: string | null
  readonly replaces: string | null
  /** The decisions whose adjustment it tells of. */
  readonly decisionIds: readonly string[]
}

/** What a notice has nothing of, for those who write the rest. */
export const blank = {
  words: null,
  meetingId: null,
  meetingOn: null,
  paragraphs: null,
  adjustedOn: null,
  through: null,
  askedBy: null,
  replaces: null,
  decisionIds: [],
} as const

/** Posts a notice now, with the days the law gives it, and says so in each case it tells of (A-69 … A-71). Gives its id. */
export async function postNotice(ctx: Write, facts: NewNotice): Promise<string> {
  const { id: noticeId } = await ctx.db
    .insertInto('notices.notices')
    .values({
      authority_id: facts.authorityId,
      body_id: facts.bodyId,
      kind: facts.kind,
      title: facts.title,
      words: facts.words,
      meeting_id: facts.meetingId,
      meeting_on: facts.meetingOn,
      paragraphs: facts.paragraphs,
      adjusted_on: facts.adjustedOn,
      kept_at: canBeAppealed(facts.kind) || isOfMinutes(facts.kind) ? await findPlace(ctx, facts.bodyId) : null,
      posted_at: ctx.now,
      posted_on: today(ctx),
      posted_by: actingPerson(ctx),
      ...daysOf(ctx, facts),
      replaces: facts.replaces,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (facts.askedBy !== null)
    await ctx.db.insertInto('notices.requests').values({ notice_id: noticeId, asked_by: facts.askedBy }).execute()
  if (facts.decisionIds.length > 0) await tellOf(ctx, noticeId, facts)
  return noticeId
}

function daysOf(ctx: Write, { kind, meetingOn, through }: NewNotice) {
  const { lastAppealOn, endsOn } = periodOf(kind, { postedOn: today(ctx), meetingOn, through })
  return { last_appeal_on: lastAppealOn, ends_on: endsOn }
}

async function tellOf(ctx: Write, noticeId: string, facts: NewNotice): Promise<void> {
  const { decisionIds, adjustedOn } = facts
  await ctx.db
    .insertInto('notices.decisions')
    .values(decisionIds.map((id) => ({ notice_id: noticeId, decision_id: id })))
    .execute()
  const body = (await getBody(ctx, facts.bodyId)).name
  const postedOn = today(ctx)
  const lastAppealOn = daysOf(ctx, facts).last_appeal_on
  const daysLate = daysPostedLate({ adjustedOn, postedOn })
  const told = await listTold(ctx, noticeId)
  await writeLedgers(
    ctx,
    told.map(({ caseId, decisionId, paragraph }) => ({
      caseId,
      event: facts.replaces === null ? 'notices.posted' : 'notices.posted-anew',
      facts: { noticeId, decisionId, body, paragraph, postedOn, lastAppealOn, daysLate },
    })),
  )
}

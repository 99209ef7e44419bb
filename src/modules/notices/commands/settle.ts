import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { choice, day, maybeId, words } from '../../../kernel/fields.ts'
import { writeLedgers } from '../../registry/index.ts'
import { breakOutcomes, canBeAppealed, obstaclesToWithholding } from '../model/notice.ts'
import { listOpenBreaks } from '../queries/breaks.ts'
import { getNotice, listTold, listToldIds } from '../queries/notices.ts'
import { text } from '../text.ts'
import { blank, postNotice } from './steps.ts'

const toSettle = z.object({
  noticeId: z.uuid(),
  outcome: choice(breakOutcomes),
  reason: words(2000, () => text.invalid.reason),
})

/**
 * Settles the breaks in a notice's period (A-72, KL 13:5): either it is posted anew, with a whole appeal period from today, or the
 * breaks are found to be of no importance, with the reason. The notice itself stays up to its day all the same (A-71).
 */
export const settleBreaks = command('notices.settle-breaks', toSettle, async (ctx, { noticeId, outcome, reason }) => {
  const notice = await getNotice(ctx, noticeId)
  allowAt(ctx, notice.authorityId)
  // One at a time: the second then finds nothing left to settle.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notices.settle ${noticeId}`}, 0))`.execute(ctx.db)
  const open = await listOpenBreaks(ctx, noticeId)
  refuseIf(open.length === 0 ? [text.obstacle.noBreak] : [])
  await ctx.db
    .insertInto('notices.settled')
    .values(
      open.map(({ wentDown }) => ({
        notice_id: noticeId,
        went_down: wentDown,
        outcome,
        reason,
        settled_at: ctx.now,
        settled_by: actingPerson(ctx),
      })),
    )
    .execute()
  if (outcome === 'stands') return { noticeId }
  const decisionIds = await listToldIds(ctx, noticeId)
  return { noticeId: await postNotice(ctx, { ...blank, ...notice, replaces: noticeId, decisionIds }) }
})

const appeal = z.object({ noticeId: z.uuid(), decisionId: maybeId, cameOn: day })

/**
 * Notes that an appeal has come in: the decision has no legal force until it is settled (A-83). That it came too late is for the court
 * to say, so the day stops nothing.
 */
export const noteAppeal = command('notices.note-appeal', appeal, async (ctx, { noticeId, decisionId, cameOn }) => {
  const notice = await getNotice(ctx, noticeId)
  allowAt(ctx, notice.authorityId)
  const told = await listTold(ctx, noticeId)
  const meant = told.filter((one) => decisionId === null || one.decisionId === decisionId)
  if (decisionId !== null && meant.length === 0) throw new Invalid({ decisionId: text.invalid.otherDecision })
  if (cameOn > today(ctx)) throw new Invalid({ cameOn: text.invalid.dayToCome })
  refuseIf(canBeAppealed(notice.kind) ? [] : [text.obstacle.noAppeal])
  await ctx.db
    .insertInto('notices.appeals')
    .values({
      notice_id: noticeId,
      decision_id: decisionId,
      came_on: cameOn,
      noted_at: ctx.now,
      noted_by: actingPerson(ctx),
    })
    .execute()
  await writeLedgers(
    ctx,
    meant.map((one) => ({
      caseId: one.caseId,
      event: 'notices.appealed',
      facts: { noticeId, decisionId: one.decisionId, body: notice.bodyName, paragraph: one.paragraph, cameOn },
    })),
  )
})

const toWithhold = z.object({ noticeId: z.uuid(), reason: words(2000, () => text.invalid.reason) })

/**
 * Takes away the words of a notice that must not be public, from now on (E-05, E-07). The notice stays up to its day, with its body, its
 * §§ and its days (A-71), and says that its words are withheld.
 */
export const withhold = command('notices.withhold', toWithhold, async (ctx, { noticeId, reason }) => {
  const notice = await getNotice(ctx, noticeId)
  allowAt(ctx, notice.authorityId)
  refuseIf(obstaclesToWithholding(notice))
  await ctx.db
    .insertInto('notices.withheld')
    .values({ notice_id: noticeId, reason, withheld_at: ctx.now, withheld_by: actingPerson(ctx) })
    .execute()
})

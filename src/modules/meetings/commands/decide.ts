import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { together } from '../../../kernel/together.ts'
import { getBody } from '../../organisation/index.ts'
import { writeLedger } from '../../registry/index.ts'
import { isOnlyProposal, obstaclesToCorrecting, obstaclesToDeciding, outcomes, stateAfter } from '../model/decision.ts'
import { maybe, points, ticked } from '../model/input.ts'
import { meetingKinds, type ItemState, type Meeting } from '../model/meeting.ts'
import { hasDecisionsIn, lockDecision } from '../queries/decisions.ts'
import { getMeeting, lockItem } from '../queries/meetings.ts'
import type { Deciding } from '../slots.ts'
import { text } from '../text.ts'

const words = {
  outcome: z.enum(outcomes, { error: () => text.invalid.noOutcome }),
  points: points.refine((list) => list.length > 0, { error: () => text.invalid.noPoints }),
  reservations: maybe,
}

const toDecide = z.object({ itemId: z.uuid(), ...words, isProposal: ticked })

/** Records what a body decided about an item, under the body's next § of the year. */
export const decide = command('meetings.decide', toDecide, async (ctx, { itemId, outcome, ...said }) => {
  const item = await lockItem(ctx, itemId)
  const meeting = await getMeeting(ctx, item.meetingId)
  allowAt(ctx, meeting.authorityId)
  const others = await othersOf(ctx, meeting, { itemId, outcome })
  refuseIf([...obstaclesToDeciding({ meeting, item }, today(ctx)), ...others])

  const isProposal = isOnlyProposal(meeting.bodyKind, said.isProposal)
  const year = Number(meeting.heldOn.slice(0, 4))
  const paragraph = await nextParagraph(ctx, meeting.bodyId, year)
  const { id: decisionId } = await ctx.db
    .insertInto('meetings.decisions')
    .values({
      item_id: itemId,
      meeting_id: meeting.id,
      body_id: meeting.bodyId,
      case_id: item.caseId,
      year,
      paragraph,
      outcome,
      points: said.points,
      reservations: said.reservations,
      decided_on: meeting.heldOn,
      is_proposal: isProposal,
      secretary_id: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await settle(ctx, itemId, stateAfter(outcome))
  await ctx.db.updateTable('meetings.meetings').set({ state: 'held' }).where('id', '=', meeting.id).execute()

  const { bodyName: body, heldOn: decidedOn } = meeting
  await writeLedger(ctx, item.caseId, 'meetings.decided', {
    decisionId,
    body,
    paragraph,
    decidedOn,
    outcome,
    isProposal,
  })
  return { decisionId, year, paragraph }
})

/** What those downstream have against it. */
async function othersOf(ctx: Write, meeting: Meeting, deciding: Deciding): Promise<string[]> {
  const all = await together(ctx.slots('decision.obstacle').map(({ list }) => list(ctx, meeting, deciding)))
  return all.flat()
}

/** The row is locked until the decision is committed, so that no § is skipped or used twice. */
async function nextParagraph(ctx: Write, bodyId: string, year: number): Promise<number> {
  const { last } = await ctx.db
    .insertInto('meetings.series')
    .values({ body_id: bodyId, year, last: 1 })
    .onConflict((same) =>
      same.columns(['body_id', 'year']).doUpdateSet((eb) => ({ last: eb('meetings.series.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

async function settle(ctx: Write, itemId: string, state: ItemState): Promise<void> {
  await ctx.db.updateTable('meetings.items').set({ state }).where('id', '=', itemId).execute()
}

const toCorrect = z.object({ decisionId: z.uuid(), ...words })

/** Puts a slip right while the minutes are not adjusted; the ledger keeps what it said before. */
export const correctDecision = command(
  'meetings.correct-decision',
  toCorrect,
  async (ctx, { decisionId, ...after }) => {
    const decision = await lockDecision(ctx, decisionId)
    const meeting = await getMeeting(ctx, decision.meetingId)
    allowAt(ctx, meeting.authorityId)
    refuseIf(obstaclesToCorrecting(decision))
    await ctx.db.updateTable('meetings.decisions').set(after).where('id', '=', decisionId).execute()
    await settle(ctx, decision.itemId, stateAfter(after.outcome))
    const { outcome, points, reservations, bodyName: body, paragraph } = decision
    const before = { outcome, points, reservations }
    await writeLedger(ctx, decision.caseId, 'meetings.corrected', { decisionId, body, paragraph, before })
  },
)

const count = z.coerce.number({ error: () => text.invalid.notANumber }).int({ error: () => text.invalid.notANumber })
const toContinue = z.object({
  bodyId: z.uuid({ error: () => text.invalid.noBody }),
  year: count.min(1900).max(2200),
  last: count.min(0, { error: () => text.invalid.notANumber }).max(99_999, { error: () => text.invalid.notANumber }),
})

/** Goes on from the § a body had reached elsewhere when it began to use the system in the middle of a year. */
export const continueSeries = command('meetings.continue-series', toContinue, async (ctx, { bodyId, year, last }) => {
  const body = await getBody(ctx, bodyId)
  allowAt(ctx, body.authorityId)
  if (!meetingKinds.some((kind) => kind === body.kind)) throw new Invalid({ bodyId: text.invalid.bodyDoesNotMeet })
  await ctx.db
    .insertInto('meetings.series')
    .values({ body_id: bodyId, year, last })
    .onConflict((same) => same.columns(['body_id', 'year']).doUpdateSet({ last }))
    .execute()
  // Asked after the row is ours: a decision made at the same moment has been committed or waits for us.
  refuseIf((await hasDecisionsIn(ctx, { bodyId, year })) ? [text.obstacle.seriesBegun] : [])
})

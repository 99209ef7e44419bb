import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { choice, maybeId, maybeLine, tick } from '../../../kernel/fields.ts'
import { getItem, getMeeting, type AgendaItem, type Meeting } from '../../meetings/index.ts'
import { writeLedger } from '../../registry/index.ts'
import { grounds, groundsAt } from '../model/serving.ts'
import { isRollCalled, rollOf, type MeetingRoll } from '../queries/roll.ts'
import { text } from '../text.ts'

const people = z.array(z.uuid()).max(500).default([])
const person = z.uuid({ error: () => text.invalid.person })

const toCall = z.object({
  meetingId: z.uuid(),
  present: people.describe('Members and substitutes who are there, by their ids'),
  atDistance: people.describe('Those of them who take part at a distance'),
  seen: maybeLine(40).describe('When the roll that the form was drawn from was written; left out, nothing is compared'),
  distanceChecked: tick.describe('The chair has checked sound and picture (A-13)'),
})

/**
 * Enters the roll (upprop): who is there. May be entered anew until the minutes are adjusted; who came late or left early stays noted
 * for those who are still ticked.
 */
export const callRoll = command(
  'roll.call',
  toCall,
  async (ctx, { meetingId, present, atDistance, seen, distanceChecked }) => {
    const opened = await openFor(ctx, meetingId)
    const { elected, present: before, calledAt } = opened.roll
    const isStale = seen !== null && seen !== (calledAt?.toISOString() ?? '-')
    refuseIf(isStale ? [text.obstacle.changedMeanwhile] : [])
    if (present.length === 0) throw new Invalid({ present: text.invalid.nobodyPresent })
    if (present.some((id) => !elected.some(({ personId }) => personId === id)))
      throw new Invalid({ present: text.invalid.notElected })
    const away = atDistance.filter((id) => present.includes(id))
    if (away.length > 0 && !distanceChecked) throw new Invalid({ distanceChecked: text.invalid.distance })
    const called = { distance_checked: distanceChecked, called_by: actingPerson(ctx), called_at: ctx.now }
    await ctx.db
      .insertInto('roll.calls')
      .values({ meeting_id: meetingId, ...called })
      .onConflict((on) => on.column('meeting_id').doUpdateSet(called))
      .execute()
    await ctx.db.deleteFrom('roll.present').where('meeting_id', '=', meetingId).execute()
    const rows = [...new Set(present)].map((personId) => {
      const known = before.find((one) => one.personId === personId)
      return {
        meeting_id: meetingId,
        person_id: personId,
        at_distance: away.includes(personId),
        from_item_id: known?.fromItemId ?? null,
        until_item_id: known?.untilItemId ?? null,
      }
    })
    await ctx.db.insertInto('roll.present').values(rows).execute()
    return { meetingId, present: rows.length }
  },
)

const toMove = z.object({
  meetingId: z.uuid(),
  personId: person,
  fromItemId: maybeId.describe('Came before this item; nothing: was there from the beginning'),
  untilItemId: maybeId.describe('Left after this item; nothing: stayed to the end'),
})

/** Notes that somebody came late or left early (A-19, A-20, A-54). */
export const moveInRoll = command(
  'roll.move',
  toMove,
  async (ctx, { meetingId, personId, fromItemId, untilItemId }) => {
    const opened = await openFor(ctx, meetingId)
    const { isCalled, present, items } = opened.roll
    refuseIf(isCalled ? [] : [text.obstacle.notCalled])
    if (!present.some((one) => one.personId === personId)) throw new Invalid({ personId: text.invalid.notPresent })
    const placeOf = (id: string) => items.findIndex((item) => item.id === id)
    const [from, until] = [
      fromItemId === null ? 0 : placeOf(fromItemId),
      untilItemId === null ? items.length : placeOf(untilItemId),
    ]
    if (from === -1) throw new Invalid({ fromItemId: text.invalid.item })
    if (until === -1) throw new Invalid({ untilItemId: text.invalid.item })
    if (from > until) throw new Invalid({ untilItemId: text.invalid.order })
    await ctx.db
      .updateTable('roll.present')
      .set({ from_item_id: fromItemId, until_item_id: untilItemId })
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .execute()
    await ctx.db.updateTable('roll.calls').set({ called_at: ctx.now }).where('meeting_id', '=', meetingId).execute()
    return { meetingId }
  },
)

const toRecuse = z.object({
  itemId: z.uuid({ error: () => text.invalid.item }),
  personId: person,
  ground: choice(grounds),
})

/** Notes that somebody has stepped out of an item for conflict of interest (jäv, A-24, A-25, A-27). */
export const recuse = command('roll.recuse', toRecuse, async (ctx, { itemId, personId, ground }) => {
  const opened = await openItem(ctx, itemId)
  const { meeting, item, roll } = opened
  if (!roll.elected.some((one) => one.personId === personId)) throw new Invalid({ personId: text.invalid.notElected })
  if (!groundsAt(meeting.bodyKind).includes(ground)) throw new Invalid({ ground: text.invalid.ground })
  const noted = { ground, noted_by: actingPerson(ctx), noted_at: ctx.now }
  await ctx.db
    .insertInto('roll.recusals')
    .values({ item_id: itemId, person_id: personId, ...noted })
    .onConflict((on) => on.columns(['item_id', 'person_id']).doUpdateSet(noted))
    .execute()
  await writeLedger(ctx, item.caseId, 'roll.recused', { body: meeting.bodyName })
  return { meetingId: meeting.id }
})

/** Takes such a note away, when it was wrong. */
export const withdrawRecusal = command(
  'roll.withdraw-recusal',
  toRecuse.omit({ ground: true }),
  async (ctx, { itemId, personId }) => {
    const opened = await openItem(ctx, itemId)
    const { meeting, item } = opened
    const { numDeletedRows } = await ctx.db
      .deleteFrom('roll.recusals')
      .where('item_id', '=', itemId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new Invalid({ personId: text.invalid.person })
    await writeLedger(ctx, item.caseId, 'roll.recusal-withdrawn', { body: meeting.bodyName })
    return { meetingId: meeting.id }
  },
)

type Opened = { readonly meeting: Meeting; readonly roll: MeetingRoll }

/** A meeting whose roll may be written, held so that two secretaries do it one after the other. */
async function openFor(ctx: Write, meetingId: string): Promise<Opened> {
  const meeting = await getMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  await holdRoll(ctx, meetingId)
  const obstacles: string[] = []
  if (meeting.heldOn > today(ctx)) obstacles.push(text.obstacle.notYet)
  if (meeting.state === 'cancelled') obstacles.push(text.obstacle.cancelled)
  const roll = await rollOf(ctx, meeting)
  if (roll.items.length > 0 && roll.items.every(({ isAdjusted }) => isAdjusted)) obstacles.push(text.obstacle.adjusted)
  refuseIf(obstacles)
  return { meeting, roll }
}

async function openItem(ctx: Write, itemId: string): Promise<Opened & { readonly item: AgendaItem }> {
  const item = await getItem(ctx, itemId)
  const opened = await openFor(ctx, item.meetingId)
  const isAdjusted = opened.roll.items.some((one) => one.id === itemId && one.isAdjusted)
  const isOn = opened.roll.items.some((one) => one.id === itemId)
  refuseIf([
    ...(opened.roll.isCalled ? [] : [text.obstacle.notCalled]),
    ...(isAdjusted ? [text.obstacle.adjusted] : []),
    ...(isOn ? [] : [text.obstacle.notOnAgenda]),
  ])
  return { ...opened, item }
}

/** One meeting's roll at a time: held to the end of the transaction, by those who decide and adjust too. */
export async function holdRoll(ctx: Write, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roll ${meetingId}`}, 0))`.execute(ctx.db)
}

/** Keeps who served for these items as their §§ are adjusted (A-62). */
export async function settleRoll(ctx: Write, meeting: Meeting, itemIds: readonly string[]): Promise<void> {
  if (!(await isRollCalled(ctx, meeting.id))) return
  const { items, rolls } = await rollOf(ctx, meeting)
  const rows = rolls.flatMap((roll, at) => {
    const id = items[at]?.id
    return id === undefined || !itemIds.includes(id)
      ? []
      : [{ item_id: id, serving: JSON.stringify(roll), settled_at: ctx.now }]
  })
  if (rows.length > 0) await ctx.db.insertInto('roll.settled').values(rows).execute()
}

/** A meeting that is moved or cancelled has no roll any more: it was another day's. */
export async function dropRoll(ctx: Write, meetingId: string): Promise<void> {
  if (!(await isRollCalled(ctx, meetingId))) return
  const { items } = await rollOf(ctx, await getMeeting(ctx, meetingId))
  for (const { id } of items) await ctx.db.deleteFrom('roll.recusals').where('item_id', '=', id).execute()
  await ctx.db.deleteFrom('roll.present').where('meeting_id', '=', meetingId).execute()
  await ctx.db.deleteFrom('roll.calls').where('meeting_id', '=', meetingId).execute()
}

declare module '../../../kernel/events.ts' {
  interface Events {
    // Who, and on which ground, stands in the roll alone, which others do not read before the extract (B-20).
    'roll.recused': { body: string }
    'roll.recusal-withdrawn': { body: string }
  }
}

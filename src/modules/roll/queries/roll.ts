import { sql } from 'kysely'
import { z } from 'zod'
import type { Read, Write } from '../../../kernel/context.ts'
import { speaking } from '../../../kernel/words.ts'
import type { Meeting } from '../../meetings/index.ts'
import { grounds, servingOf, withVacancies, type Elected, type Ground, type ItemRoll } from '../model/serving.ts'
import { text } from '../text.ts'

export type PresentRow = {
  readonly personId: string
  readonly atDistance: boolean
  readonly fromItemId: string | null
  readonly untilItemId: string | null
}

export type RecusalRow = { readonly itemId: string; readonly personId: string; readonly ground: Ground }

export type RollItem = {
  readonly id: string
  readonly title: string | null
  readonly isDecided: boolean
  readonly isAdjusted: boolean
}

export type MeetingRoll = {
  readonly isCalled: boolean
  /** When it was last written; what a form was drawn from. */
  readonly calledAt: Date | null
  readonly distanceChecked: boolean
  readonly elected: readonly Elected[]
  /** All of them in order; `title` is null where the reader may not see the case. */
  readonly items: readonly RollItem[]
  readonly present: readonly PresentRow[]
  readonly recusals: readonly RecusalRow[]
  /** One for each item, in its order; empty until the roll is called. */
  readonly rolls: readonly ItemRoll[]
}

const keptPerson = z.object({
  personId: z.string(),
  name: z.string(),
  party: z.string().nullable(),
  role: z.enum(['chair', 'first_vice_chair', 'second_vice_chair', 'member', 'substitute']),
  order: z.number().nullable(),
})
/** As it was kept when the § was adjusted. */
const keptRoll = z.object({
  serving: z.array(
    keptPerson.pick({ personId: true, name: true, party: true }).extend({ inPlaceOf: z.string().nullable() }),
  ),
  besides: z.array(keptPerson),
  recused: z.array(z.object({ name: z.string(), ground: z.enum(grounds) })),
  seats: z.number(),
  stepped: z.number(),
})

const inOrder = ['chair', 'first_vice_chair', 'second_vice_chair', 'member', 'substitute'] as const

/** Those elected at a body on a day, the chair first, each once; substitutes in their order. */
export async function listElected(ctx: Read | Write, bodyId: string, day: string): Promise<Elected[]> {
  const rows = await ctx.db
    .selectFrom('organisation.memberships as m')
    .innerJoin('organisation.people as p', 'p.id', 'm.person_id')
    .select(['m.person_id as personId', 'p.name', 'm.party', 'm.role', 'm.substitute_order as order'])
    .where('m.body_id', '=', bodyId)
    .where('m.valid_from', '<=', day)
    .where((is) => is.or([is('m.valid_to', 'is', null), is('m.valid_to', '>=', day)]))
    .where('m.role', 'in', inOrder)
    .orderBy('m.substitute_order')
    .orderBy('p.name')
    .orderBy('m.person_id')
    .execute()
  const seats = inOrder.flatMap((role) => rows.flatMap((row) => (row.role === role ? [{ ...row, role }] : [])))
  return seats.filter((one, index) => seats.findIndex(({ personId }) => personId === one.personId) === index)
}

/** How many seats a body has by its rules; null where nobody has said. */
export async function seatsOf(ctx: Read | Write, bodyId: string): Promise<number | null> {
  const row = await ctx.db.selectFrom('roll.seats').where('body_id', '=', bodyId).select('seats').executeTakeFirst()
  return row?.seats ?? null
}

/** All that is known of who was there, and who served for each item. Eight statements. */
export async function rollOf(
  ctx: Read | Write,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'heldOn'>,
): Promise<MeetingRoll> {
  const call = await ctx.db
    .selectFrom('roll.calls')
    .select(['distance_checked as distanceChecked', 'called_at as calledAt'])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  const elected = await listElected(ctx, meeting.bodyId, meeting.heldOn)
  const items = await listItems(ctx, meeting.id)
  const present = await ctx.db
    .selectFrom('roll.present')
    .select([
      'person_id as personId',
      'at_distance as atDistance',
      'from_item_id as fromItemId',
      'until_item_id as untilItemId',
    ])
    .where('meeting_id', '=', meeting.id)
    .execute()
  const recusals = await listRecusals(ctx, items)
  const known = {
    isCalled: call !== undefined,
    calledAt: call?.calledAt ?? null,
    distanceChecked: call?.distanceChecked === true,
    elected,
    items,
    present,
    recusals,
  }
  if (!known.isCalled) return { ...known, rolls: [] }
  const seated = await withSeats(ctx, meeting.bodyId, elected)
  return { ...known, rolls: await asAdjusted(ctx, items, reckon({ ...known, elected: seated })) }
}

/** with the seats that stand empty, by the name they have in the minutes. */
async function withSeats(ctx: Read | Write, bodyId: string, elected: readonly Elected[]): Promise<Elected[]> {
  const name = speaking('sv', () => text.seats.vacantSeat)
  return withVacancies(elected, await seatsOf(ctx, bodyId), name)
}

function reckon({ elected, items, present, recusals }: Omit<MeetingRoll, 'rolls'>): ItemRoll[] {
  const placeOf = (id: string) => items.findIndex((item) => item.id === id)
  const placeOr = (id: string | null, otherwise: number) => {
    const place = id === null ? -1 : placeOf(id)
    return place === -1 ? otherwise : place
  }
  return servingOf({
    elected,
    items: items.length,
    present: present.map(({ personId, atDistance, fromItemId, untilItemId }) => ({
      personId,
      atDistance,
      from: placeOr(fromItemId, 0),
      until: placeOr(untilItemId, items.length),
    })),
    recusals: recusals.map(({ itemId, personId, ground }) => ({ personId, ground, item: placeOf(itemId) })),
  })
}

async function listRecusals(ctx: Read | Write, items: readonly RollItem[]): Promise<RecusalRow[]> {
  if (items.length === 0) return []
  const ids = items.map(({ id }) => id)
  return ctx.db
    .selectFrom('roll.recusals')
    .select(['item_id as itemId', 'person_id as personId', 'ground'])
    .where('item_id', 'in', ids)
    .orderBy('noted_at')
    .orderBy('person_id')
    .execute()
}

/** All on the agenda in their order, those the reader may not see without their title. */
async function listItems(ctx: Read | Write, meetingId: string): Promise<RollItem[]> {
  const { rows } = await sql<Omit<RollItem, 'title'>>`select id, is_decided as "isDecided", is_adjusted as "isAdjusted"
    from roll.agenda(${meetingId})`.execute(ctx.db)
  const seen = await ctx.db
    .selectFrom('meetings.items')
    .select(['id', 'title'])
    .where('meeting_id', '=', meetingId)
    .execute()
  return rows.map((row) => ({ ...row, title: seen.find(({ id }) => id === row.id)?.title ?? null }))
}

/** what stands in adjusted minutes stands, whatever is corrected afterwards. */
async function asAdjusted(
  ctx: Read | Write,
  items: readonly RollItem[],
  rolls: readonly ItemRoll[],
): Promise<ItemRoll[]> {
  const adjusted = items.flatMap(({ id, isAdjusted }) => (isAdjusted ? [id] : []))
  if (adjusted.length === 0) return [...rolls]
  const rows = await ctx.db
    .selectFrom('roll.settled')
    .select(['item_id as itemId', 'serving'])
    .where('item_id', 'in', adjusted)
    .execute()
  return rolls.map((roll) => {
    const kept = rows.find(({ itemId }) => itemId === items[roll.item]?.id)
    return kept === undefined ? roll : { ...keptRoll.parse(kept.serving), item: roll.item }
  })
}

/** Whether there is a roll at all. Asked first by those who decide and adjust: most meetings have none. */
export async function isRollCalled(ctx: Read | Write, meetingId: string): Promise<boolean> {
  const call = await ctx.db
    .selectFrom('roll.calls')
    .select('meeting_id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return call !== undefined
}

/** Who served for one item; null when the roll was never called. */
export async function rollOfItem(
  ctx: Read | Write,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'heldOn'>,
  itemId: string,
): Promise<ItemRoll | null> {
  if (!(await isRollCalled(ctx, meeting.id))) return null
  const { items, rolls } = await rollOf(ctx, meeting)
  return rolls[items.findIndex(({ id }) => id === itemId)] ?? null
}

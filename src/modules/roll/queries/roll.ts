import type { Read, Write } from '../../../kernel/context.ts'
import type { Meeting } from '../../meetings/index.ts'
import { servingOf, type Elected, type Ground, type ItemRoll } from '../model/serving.ts'

export type PresentRow = {
  readonly personId: string
  readonly atDistance: boolean
  readonly fromItemId: string | null
  readonly untilItemId: string | null
}

export type RecusalRow = { readonly itemId: string; readonly personId: string; readonly ground: Ground }

export type MeetingRoll = {
  readonly isCalled: boolean
  readonly distanceChecked: boolean
  readonly elected: readonly Elected[]
  readonly items: readonly { readonly id: string; readonly title: string; readonly isAdjusted: boolean }[]
  readonly present: readonly PresentRow[]
  readonly recusals: readonly RecusalRow[]
  /** One for each item, in its order; empty until the roll is called. */
  readonly rolls: readonly ItemRoll[]
}

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

/** All that is known of who was there, and who served for each item. Five statements. */
export async function rollOf(
  ctx: Read | Write,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'heldOn'>,
): Promise<MeetingRoll> {
  const call = await ctx.db
    .selectFrom('roll.calls')
    .select('distance_checked as distanceChecked')
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
  const recusals = await ctx.db
    .selectFrom('roll.recusals as r')
    .innerJoin('meetings.items as i', 'i.id', 'r.item_id')
    .select(['r.item_id as itemId', 'r.person_id as personId', 'r.ground'])
    .where('i.meeting_id', '=', meeting.id)
    .orderBy('r.noted_at')
    .orderBy('r.person_id')
    .execute()
  const known = {
    isCalled: call !== undefined,
    distanceChecked: call?.distanceChecked === true,
    elected,
    items,
    present,
    recusals,
  }
  return { ...known, rolls: known.isCalled ? reckon(known) : [] }
}

function reckon({ elected, items, present, recusals }: Omit<MeetingRoll, 'rolls'>): ItemRoll[] {
  const placeOf = (id: string) => items.findIndex((item) => item.id === id)
  // An item that the reader may not see is no limit.
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

/** On the agenda in their order, and whether the § is adjusted. What was withdrawn keeps its place only while somebody came or left there. */
async function listItems(ctx: Read | Write, meetingId: string) {
  const rows = await ctx.db
    .selectFrom('meetings.items as i')
    .leftJoin('meetings.decisions as d', 'd.item_id', 'i.id')
    .select(['i.id', 'i.title', 'd.state'])
    .where('i.meeting_id', '=', meetingId)
    .where((is) =>
      is.or([
        is('i.state', '<>', 'withdrawn'),
        is.exists(
          is
            .selectFrom('roll.present as p')
            .select('p.person_id')
            .where((at) =>
              at.or([at('p.from_item_id', '=', at.ref('i.id')), at('p.until_item_id', '=', at.ref('i.id'))]),
            ),
        ),
      ]),
    )
    .orderBy('i.position')
    .execute()
  return rows.map(({ state, ...item }) => ({ ...item, isAdjusted: state === 'adjusted' }))
}

/** Who served for one item; null when the roll was never called. */
export async function rollOfItem(
  ctx: Read | Write,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'heldOn'>,
  itemId: string,
): Promise<ItemRoll | null> {
  const { items, rolls } = await rollOf(ctx, meeting)
  return rolls[items.findIndex(({ id }) => id === itemId)] ?? null
}

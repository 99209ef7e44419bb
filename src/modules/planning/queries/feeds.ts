/** The days of a body and of a person, for their calendar programs. */

import { sql } from 'kysely'
import { actingPerson, today, type Read } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/time.ts'
import type { BodyKind } from '../../organisation/index.ts'
import type { FeedEvent } from '../model/feed.ts'
import { adjustmentOf, callOf, paperStopOf, usualLeadTimes, type LeadTimes } from '../model/lead-times.ts'
import { text } from '../text.ts'

const daysBack = 90
const daysAhead = 500

/** Meetings of bodies, with how they have changed and the bodies' own lead times. */
function meetingsToCome(ctx: Read) {
  return ctx.db
    .selectFrom('meetings.meetings as m')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .leftJoin('planning.lead_times as l', 'l.body_id', 'b.id')
    .where('m.held_on', '>=', addDays(today(ctx), -daysBack))
    .where('m.held_on', '<=', addDays(today(ctx), daysAhead))
    .select(['m.id', 'm.held_on as heldOn', 'm.starts_at as startsAt', 'm.place', 'm.state', 'm.sequence'])
    .select(['m.changed_at as changedAt', 'b.name', 'b.kind', 'l.version', 'l.call_days as callDays'])
    .select(['l.paper_days as paperDays', 'l.approval_days as approvalDays', 'l.adjust_days as adjustDays'])
    .orderBy('m.held_on')
    .limit(1000)
}

type Row = {
  readonly id: string
  readonly heldOn: string
  readonly startsAt: string | null
  readonly place: string | null
  readonly state: string
  readonly sequence: number
  readonly changedAt: Date
  readonly name: string
  readonly kind: BodyKind
  readonly version: number | null
} & { readonly [K in keyof LeadTimes]: number | null }

function leadOf({ kind, callDays, paperDays, approvalDays, adjustDays }: Row): LeadTimes {
  if (callDays === null || paperDays === null || approvalDays === null || adjustDays === null)
    return usualLeadTimes(kind)
  return { callDays, paperDays, approvalDays, adjustDays }
}

function meetingEvent(row: Row): FeedEvent {
  const { id, heldOn, startsAt, place, sequence, changedAt } = row
  return {
    uid: `meeting-${id}@kraftsam`,
    on: heldOn,
    startsAt,
    place,
    title: text.feed.meeting(row.name),
    sequence,
    changedAt,
    isCancelled: row.state === 'cancelled',
    isDeadline: false,
  }
}

/** A day that follows from a meeting: it changes when the meeting does, and when the body sets other lead times. */
function around(row: Row, { uid, on, title }: Pick<FeedEvent, 'uid' | 'on' | 'title'>): FeedEvent {
  return {
    ...meetingEvent(row),
    uid,
    on,
    title,
    startsAt: null,
    place: null,
    sequence: row.sequence + (row.version ?? 0),
    isDeadline: true,
  }
}

/** A body's meetings, with the days around them. */
export async function listBodyEvents(ctx: Read, bodyId: string): Promise<FeedEvent[]> {
  const rows = await meetingsToCome(ctx).where('m.body_id', '=', bodyId).execute()
  return rows.flatMap((row) => {
    const { id, heldOn, name } = row
    const lead = leadOf(row)
    return [
      meetingEvent(row),
      around(row, { uid: `stop-${id}@kraftsam`, on: paperStopOf({ heldOn, lead }), title: text.feed.paperStop(name) }),
      around(row, { uid: `call-${id}@kraftsam`, on: callOf({ heldOn, lead }), title: text.feed.call(name) }),
      around(row, {
        uid: `adjustment-${id}@kraftsam`,
        on: adjustmentOf(heldOn, lead.adjustDays),
        title: text.feed.adjustment(name),
      }),
    ]
  })
}

/** One's own days: the meetings of one's bodies, and the paper stops and last answer dates of one's own open cases. */
export async function listOwnEvents(ctx: Read): Promise<FeedEvent[]> {
  const personId = actingPerson(ctx)
  return [
    ...(await ownMeetings(ctx, personId)),
    ...(await ownStops(ctx, personId)),
    ...(await ownAnswerDates(ctx, personId)),
  ]
}

async function ownMeetings(ctx: Read, personId: string): Promise<FeedEvent[]> {
  const day = today(ctx)
  const rows = await meetingsToCome(ctx)
    .where('m.body_id', 'in', ({ selectFrom }) =>
      selectFrom('organisation.memberships as s')
        .select('s.body_id')
        .where('s.person_id', '=', personId)
        .where('s.valid_from', '<=', day)
        .where(({ or, eb }) => or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>=', day)])),
    )
    .execute()
  return rows.map(meetingEvent)
}

type Named = { readonly referenceNumber: string; readonly title: string; readonly isMarked: boolean }

/** A calendar lies open in a telephone and at another's server: of a case with anything marked only its number goes there. */
function nameOf({ referenceNumber, title, isMarked }: Named): string {
  return isMarked ? referenceNumber : `${referenceNumber} ${title}`
}

const isMarked = sql<boolean>`(c.is_secret or exists (
  select from registry.markings k where k.case_id = c.id and k.lifted_at is null))`.as('isMarked')

async function ownStops(ctx: Read, personId: string): Promise<FeedEvent[]> {
  const rows = await meetingsToCome(ctx)
    .innerJoin('planning.steps as s', 's.meeting_id', 'm.id')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .where('c.officer_id', '=', personId)
    .where('c.state', '=', 'open')
    .select(['c.id as caseId', 'c.reference_number as referenceNumber', 'c.title', isMarked])
    .execute()
  return rows.map((row) =>
    around(row, {
      uid: `stop-${row.id}-${row.caseId}@kraftsam`,
      on: paperStopOf({ heldOn: row.heldOn, lead: leadOf(row) }),
      title: text.feed.caseStop(`${row.name}, ${nameOf(row)}`),
    }),
  )
}

/** What can change the day or the words of a case in a calendar. */
const changing = ['case.opened', 'case.imported', 'case.edited', 'case.due-set', 'case.marked', 'record.marked']

async function ownAnswerDates(ctx: Read, personId: string): Promise<FeedEvent[]> {
  const rows = await ctx.db
    .selectFrom('registry.cases as c')
    .innerJoin('registry.ledger as g', (join) => join.onRef('g.case_id', '=', 'c.id').on('g.event', 'in', changing))
    .where('c.officer_id', '=', personId)
    .where('c.state', '=', 'open')
    .where('c.due_on', 'is not', null)
    .where('c.due_on', '>=', addDays(today(ctx), -daysBack))
    .groupBy('c.id')
    .select(['c.id', 'c.due_on as on', 'c.reference_number as referenceNumber', 'c.title', isMarked])
    .select(({ fn }) => [fn.max('g.at').as('changedAt'), fn.countAll<number>().as('count')])
    .orderBy('c.due_on')
    .limit(1000)
    .execute()
  return rows.flatMap((row) =>
    row.on === null
      ? []
      : [
          {
            uid: `due-${row.id}@kraftsam`,
            on: row.on,
            startsAt: null,
            place: null,
            title: text.feed.due(nameOf(row)),
            sequence: row.count - 1,
            changedAt: row.changedAt,
            isCancelled: false,
            isDeadline: true,
          },
        ],
  )
}

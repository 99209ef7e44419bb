/** The tables of `meetings`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface MeetingsTables {
  'meetings.decisions': {
    id: Generated<string>
    item_id: string
    meeting_id: string
    body_id: string
    case_id: string
    year: number
    paragraph: number
    outcome: 'as_proposed' | 'changed' | 'remitted' | 'tabled' | 'abstained'
    points: readonly string[]
    reservations: string | null
    decided_on: string
    state: Generated<'decided' | 'adjusted'>
    adjusted_on: string | null
    is_immediate: Generated<boolean>
    is_proposal: Generated<boolean>
    record_id: string | null
    secretary_id: string
  }
  'meetings.item_records': {
    item_id: string
    record_id: string
    position: number
  }
  'meetings.items': {
    id: Generated<string>
    meeting_id: string
    case_id: string
    position: number
    title: string
    proposal: Generated<readonly string[]>
    state: Generated<'on_agenda' | 'decided' | 'tabled' | 'remitted' | 'withdrawn'>
    summary: string | null
  }
  'meetings.meetings': {
    id: Generated<string>
    body_id: string
    held_on: string
    starts_at: string | null
    place: string | null
    state: Generated<'planned' | 'held' | 'cancelled'>
    is_demo: Generated<boolean>
    sequence: Generated<number>
    changed_at: Generated<Date>
    closed_at: Date | null
  }
  'meetings.moves': {
    id: Generated<string>
    meeting_id: string
    from_day: string
    to_day: string
    reason: string
    moved_at: Date
    moved_by: string | null
  }
  'meetings.series': {
    body_id: string
    year: number
    last: number
  }
}

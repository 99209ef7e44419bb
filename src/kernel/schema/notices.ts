/** The tables of `notices`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface NoticesTables {
  'notices.appeals': {
    id: Generated<string>
    notice_id: string
    decision_id: string | null
    came_on: string
    noted_at: Date
    noted_by: string
  }
  'notices.decisions': {
    notice_id: string
    decision_id: string
  }
  'notices.notices': {
    id: Generated<string>
    authority_id: string
    body_id: string
    kind: 'council_meeting' | 'board_meeting' | 'minutes' | 'minutes_in_full' | 'delegated_decisions' | 'decision_material' | 'required_by_law'
    title: string
    words: string | null
    meeting_id: string | null
    meeting_on: string | null
    paragraphs: string | null
    adjusted_on: string | null
    kept_at: string | null
    posted_at: Date
    posted_on: string
    posted_by: string
    last_appeal_on: string | null
    ends_on: string
    replaces: string | null
  }
  'notices.places': {
    body_id: string
    kept_at: string
  }
  'notices.requests': {
    notice_id: string
    asked_by: string
  }
  'notices.settled': {
    notice_id: string
    went_down: Date
    outcome: 'anew' | 'stands'
    reason: string
    settled_at: Date
    settled_by: string
  }
  'notices.spans': {
    began: Date
    until: Date
  }
  'notices.withheld': {
    notice_id: string
    reason: string
    withheld_at: Date
    withheld_by: string
  }
}

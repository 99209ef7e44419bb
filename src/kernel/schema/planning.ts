/** The tables of `planning`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface PlanningTables {
  'planning.lead_times': {
    body_id: string
    call_days: number
    paper_days: number
    approval_days: number
    adjust_days: number
    version: Generated<number>
  }
  'planning.steps': {
    id: Generated<string>
    case_id: string
    position: number
    step: 'chair_preparation' | 'working_committee' | 'board'
    meeting_id: string
    planned_for: string
  }
  'planning.ways': {
    case_id: string
    way: 'urgent' | 'delegation' | 'immediate'
    chosen_at: Date
    chosen_by: string | null
  }
}

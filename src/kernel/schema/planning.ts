/** The tables of `planning`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface PlanningTables {
  'planning.steps': {
    id: Generated<string>
    case_id: string
    position: number
    step: 'chair_preparation' | 'working_committee' | 'board'
    meeting_id: string
  }
}

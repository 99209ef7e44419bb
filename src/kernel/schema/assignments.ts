/** The tables of `assignments`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface AssignmentsTables {
  'assignments.assignments': {
    id: Generated<string>
    case_id: string
    giver_id: string
    title: string
    text: string
    decided_on: string
    source: string | null
    due_on: string | null
    state: Generated<'open' | 'reported' | 'closed'>
    record_id: string
    registered_at: Date
    words: Generated<unknown>
  }
  'assignments.receivers': {
    assignment_id: string
    body_id: string
    is_lead: Generated<boolean>
  }
}

/** The tables of `delegation`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface DelegationTables {
  'delegation.contents': {
    decision_id: string
    record_id: string
    title: string
    points: readonly string[]
    motivation: string | null
    why_urgent: string | null
  }
  'delegation.decisions': {
    id: Generated<string>
    body_id: string
    authority_id: string
    year: number
    number: number
    rule_id: string
    passed_on_id: string | null
    case_id: string
    record_id: string
    delegate_id: string
    delegate_name: string
    delegate_title: string
    decided_on: string
    registered_at: Date
    appeal: 'legality' | 'administrative' | 'none'
    is_urgent: Generated<boolean>
    is_reported: boolean
    corrects_id: string | null
    own_document: Generated<boolean>
  }
  'delegation.directors': {
    id: Generated<string>
    body_id: string
    authority_id: string
    person_id: string
    valid_from: string
    valid_to: string | null
  }
  'delegation.minuted': {
    decision_id: string
    minutes_id: string
  }
  'delegation.minutes': {
    id: Generated<string>
    body_id: string
    authority_id: string
    record_id: string
    made_on: string
    made_by: string
    noticed_on: string | null
  }
  'delegation.passed_on': {
    id: Generated<string>
    rule_id: string
    authority_id: string
    given_by: string
    person_id: string
    valid_from: string
    valid_to: string | null
    note: string | null
    given_at: Date
  }
  'delegation.report_cases': {
    body_id: string
    year: number
    case_id: string
  }
  'delegation.reported': {
    report_id: string
    decision_id: string
  }
  'delegation.reports': {
    id: Generated<string>
    body_id: string
    authority_id: string
    meeting_id: string
    item_id: string
    record_id: string
    made_at: Date
    made_by: string
  }
  'delegation.rules': {
    id: Generated<string>
    scheme_id: string
    authority_id: string
    number: string
    heading: string
    scope: string
    delegate_kind: 'presidium' | 'committee' | 'member' | 'substitute' | 'employee' | 'automated'
    delegate_role: 'chair' | 'first_vice_chair' | 'second_vice_chair' | 'member' | 'substitute' | 'director' | 'head' | 'case_officer' | 'registrar' | 'secretary' | 'administrator' | null
    delegate_body: string | null
    delegate_person: string | null
    delegate_words: string
    legal_basis: string | null
    conditions: string | null
    nature: 'routine' | 'personnel' | 'economy' | 'procurement' | 'choice_system' | 'individual' | 'statement' | 'other' | 'urgent'
    reason: string
    appeal: 'legality' | 'administrative' | 'none'
    is_reported: Generated<boolean>
    may_be_passed_on: Generated<boolean>
  }
  'delegation.schemes': {
    id: Generated<string>
    body_id: string
    authority_id: string
    version: number
    decided_on: string | null
    paragraph: number | null
    valid_from: string | null
    adopted_by: string | null
    valid_to: string | null
    is_demo: Generated<boolean>
  }
  'delegation.series': {
    body_id: string
    year: number
    last: number
  }
}

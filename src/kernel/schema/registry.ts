/** The tables of `registry`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface RegistryTables {
  'registry.access': {
    case_id: string
    person_id: string
    reason: string
    granted_at: Date
    granted_by: string | null
    until: string | null
  }
  'registry.cases': {
    id: Generated<string>
    authority_id: string
    year: number
    number: number
    reference_number: string
    kind: Generated<'matter' | 'assignment' | 'referral_answer'>
    title: string
    state: Generated<'open' | 'closed'>
    opened_on: string
    closed_on: string | null
    officer_id: string | null
    counterpart: string | null
    due_on: string | null
    due_source: string | null
    opened_by: string | null
    class_id: string | null
    case_type_id: string | null
    is_secret: Generated<boolean>
  }
  'registry.files': {
    id: Generated<string>
    record_id: string
    position: number
    version: Generated<number>
    name: string
    media_type: string
    sha256: string
    size: number
    added_at: Date
    added_by: string | null
  }
  'registry.heads': {
    case_id: string
    seq: number
    hash: string
  }
  'registry.import_batches': {
    import_id: string
    file: string
    first_byte: number
    last_byte: number
    last_line: number
    loaded: number
    already: number
    rejected: number
  }
  'registry.import_faults': {
    import_id: string
    file: string
    line: number
    until: number | null
    reason: string
    is_note: Generated<boolean>
  }
  'registry.imported_series': {
    authority_id: string
    year: number
    kind: 'case' | 'record'
    last: number
  }
  'registry.imports': {
    id: Generated<string>
    source: string
    prefix: string
    fingerprint: string
    started_at: Date
    finished_at: Date | null
  }
  'registry.known_gaps': {
    authority_id: string
    year: number
    kind: 'case' | 'record'
    first: number
    last: number
  }
  'registry.ledger': {
    case_id: string
    seq: number
    at: Date
    person_id: string | null
    actor: string
    event: string
    facts: unknown
    previous: string
    hash: string
  }
  'registry.links': {
    case_id: string
    other_case_id: string
    kind: 'referral' | 'assignment' | 'related'
  }
  'registry.markings': {
    id: Generated<string>
    case_id: string
    record_id: string | null
    authority_id: string
    provision: string
    reason: string | null
    hides_title: Generated<boolean>
    hides_party: Generated<boolean>
    marked_on: string
    marked_at: Date
    marked_by: string | null
    lifted_at: Date | null
    lifted_by: string | null
    lifted_why: string | null
    replaces: string | null
  }
  'registry.moves': {
    from_case_id: string
    seq: number
    record_id: string
    to_case_id: string
    to_seq: number
    moved_at: Date
    moved_by: string | null
  }
  'registry.readings': {
    id: Generated<number>
    case_id: string
    record_id: string | null
    file_id: string | null
    person_id: string
    at: Date
    seen_in: 'list' | 'journal' | 'search' | 'work' | 'linked' | 'history' | 'meeting' | 'referral' | 'assignment' | 'compilation' | 'delegation' | 'answers' | null
  }
  'registry.records': {
    id: Generated<string>
    case_id: string
    authority_id: string
    year: number
    number: number
    seq: number
    direction: 'in' | 'out' | 'internal'
    kind: 'assignment' | 'memo' | 'proposal' | 'decision' | 'cover_letter' | 'referral' | 'statement' | 'extract' | 'compilation' | 'letter' | 'attachment' | 'other'
    title: string
    party: string | null
    dated_on: string
    origin_record_id: string | null
    registered_at: Date
    registered_by: string | null
    is_secret: Generated<boolean>
    in_secret_case: Generated<boolean>
    struck_at: Date | null
    struck_by: string | null
  }
  'registry.series': {
    authority_id: string
    year: number
    kind: 'case' | 'record'
    last: number
  }
  'registry.texts': {
    record_id: string
    body: string
  }
  'registry.withheld': {
    record_id: string
    case_id: string
    authority_id: string
    title: string
    party: string | null
  }
}

/** The tables of `search`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface SearchTables {
  'search.entries': {
    id: string
    case_id: string
    authority_id: string
    dated_on: string
    kind: string
    direction: string | null
    officer_id: string | null
    state: string
    words: unknown
  }
  'search.forms': {
    form: string
    stem: string
    n: Generated<number>
    is_written: Generated<boolean>
  }
  'search.rebuilds': {
    id: Generated<number>
    stage: 'cases' | 'records' | 'indexes'
    after: string | null
  }
  'search.saved': {
    id: Generated<string>
    person_id: string
    name: string
    query: string
    saved_at: Date
  }
  'search.secret_entries': {
    id: string
    case_id: string
    authority_id: string
    dated_on: string
    kind: string
    direction: string | null
    officer_id: string | null
    state: string
    words: unknown
  }
  'search.texts': {
    file_id: string
    record_id: string
    state: 'read' | 'empty' | 'binary' | 'too-large' | 'damaged' | 'encrypted' | 'no-text' | 'unknown-encoding' | 'too-slow' | 'missing'
    body: Generated<string>
  }
}

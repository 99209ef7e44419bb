/** The tables of `desk`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface DeskTables {
  'desk.documents': {
    sha256: string
    state: Generated<'waiting' | 'read' | 'empty' | 'binary' | 'too-large' | 'damaged' | 'encrypted' | 'no-text' | 'unknown-encoding' | 'too-slow' | 'missing'>
    is_paged: Generated<boolean>
  }
  'desk.parts': {
    sha256: string
    number: number
    heading: string | null
    body: string
  }
  'desk.phrases': {
    id: Generated<string>
    authority_id: string
    body_id: string | null
    theme: Generated<string>
    name: string
    shortcut: string
    text: unknown
    version: Generated<number>
    changed_at: Date
    changed_by: string
    removed_at: Date | null
  }
}

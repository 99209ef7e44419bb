/** The tables of `filing`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface FilingTables {
  'filing.case_types': {
    id: Generated<string>
    authority_id: string
    name: string
    title: string
    class_id: string | null
    officer_id: string | null
    direction: Generated<'in' | 'out' | 'internal'>
    record_title: string | null
    is_active: Generated<boolean>
  }
  'filing.classes': {
    id: Generated<string>
    authority_id: string | null
    code: string
    name: string
    retention: Generated<'preserve' | 'destroy'>
    years: number | null
    is_active: Generated<boolean>
  }
  'filing.contacts': {
    id: Generated<string>
    authority_id: string | null
    name: string
    kind: Generated<'person' | 'organisation' | 'authority'>
    email: string | null
    address: string | null
    number: string | null
    is_active: Generated<boolean>
    created_at: Generated<Date>
    sought: Generated<string>
  }
}

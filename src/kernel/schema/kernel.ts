/** The tables of `kernel`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface KernelTables {
  'kernel.loose_files': {
    sha256: string
    since: Date
  }
  'kernel.settings': {
    key: string
    value: unknown
  }
  'kernel.uploads': {
    id: Generated<string>
    person_id: string
    name: string
    media_type: string
    sha256: string
    size: number
    uploaded_at: Generated<Date>
  }
}

/** The tables of `compilation`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface CompilationTables {
  'compilation.compilations': {
    id: Generated<string>
    round_id: string
    record_id: string
    answer_count: number
    content_hash: string
    registered_at: Date
    registered_by: string
  }
}

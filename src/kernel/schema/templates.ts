/** The tables of `templates`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface TemplatesTables {
  'templates.versions': {
    id: Generated<string>
    authority_id: string | null
    kind: string
    version: number
    content: unknown
    restored: number | null
    saved_at: Date
    saved_by: string
  }
}

/** The tables of `templates`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface TemplatesTables {
  'templates.logos': {
    digest: string
    media_type: 'image/svg+xml' | 'image/png'
    data: unknown
    width: number
    height: number
    fallback: unknown | null
  }
  'templates.versions': {
    id: Generated<string>
    authority_id: string | null
    kind: 'rules' | 'template'
    version: number
    content: unknown
    restored: number | null
    saved_at: Date
    saved_by: string
  }
}

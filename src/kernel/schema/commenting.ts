/** The tables of `commenting`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface CommentingTables {
  'commenting.comments': {
    id: Generated<string>
    draft_id: string
    quote: string | null
    said: string | null
    proposal: string | null
    at: Date
    by: string
    state: Generated<'open' | 'taken' | 'closed'>
    answered_at: Date | null
    answered_by: string | null
  }
  'commenting.replies': {
    id: Generated<string>
    comment_id: string
    said: string
    at: Date
    by: string
  }
}

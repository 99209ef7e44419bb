/** The tables of `commenting`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface CommentingTables {
  'commenting.comments': {
    id: Generated<string>
    draft_id: string | null
    quote: string | null
    said: string | null
    proposal: string | null
    at: Date
    by: string
    state: Generated<'open' | 'taken' | 'closed'>
    answered_at: Date | null
    answered_by: string | null
    case_id: string | null
    sha256: string | null
    title: string | null
    part: number | null
    heading: string | null
    is_page: boolean | null
    words: string | null
  }
  'commenting.replies': {
    id: Generated<string>
    comment_id: string
    said: string
    at: Date
    by: string
  }
}

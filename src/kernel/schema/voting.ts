/** The tables of `voting`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface VotingTables {
  'voting.claimants': {
    claim_id: string
    person_id: string
    position: number
  }
  'voting.claims': {
    id: Generated<string>
    item_id: string
    kind: 'approve' | 'reject' | 'amend' | 'add' | 'remit' | 'table' | 'nominate'
    words: string | null
    position: number
    entered_by: string
    entered_at: Date
  }
  'voting.note_people': {
    note_id: string
    person_id: string
    position: number
  }
  'voting.notes': {
    id: Generated<string>
    item_id: string
    kind: 'reservation' | 'note' | 'opinion' | 'explanation'
    words: string | null
    announced_at: Date
    entered_by: string
    entered_at: Date
  }
  'voting.orders': {
    item_id: string
    main: string
  }
  'voting.questions': {
    item_id: string
    position: number
    kind: 'remit' | 'table' | 'counter' | 'main' | 'add' | 'election'
    options: readonly string[]
    winner: string
    how: 'acclamation' | 'majority' | 'chair' | 'lot' | 'minority'
    counts: readonly number[] | null
    abstained: number | null
    chair_id: string | null
    words: string | null
    settled_by: string
    settled_at: Date
  }
  'voting.votes': {
    item_id: string
    position: number
    person_id: string
    vote: 'yes' | 'no' | 'abstain'
  }
}

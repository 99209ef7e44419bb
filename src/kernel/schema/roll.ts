/** The tables of `roll`, made from the database by `test/write-schema.ts`; not edited by hand. */

export interface RollTables {
  'roll.calls': {
    meeting_id: string
    distance_checked: boolean
    called_by: string
    called_at: Date
  }
  'roll.present': {
    meeting_id: string
    person_id: string
    at_distance: boolean
    from_item_id: string | null
    until_item_id: string | null
  }
  'roll.recusals': {
    item_id: string
    person_id: string
    ground: 'party' | 'represents' | 'supervision' | 'other' | 'personal'
    noted_by: string
    noted_at: Date
  }
  'roll.seats': {
    body_id: string
    seats: number
    set_by: string
    set_at: Date
  }
  'roll.settled': {
    item_id: string
    serving: unknown
    settled_at: Date
  }
}

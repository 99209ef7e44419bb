/** What a search gives. */

import type { Direction } from '../../registry/index.ts'
import type { FilterName, Kind } from './filters.ts'

export type FoundItem = {
  /** Of the record or the case. */
  readonly id: string
  readonly kind: Kind
  readonly referenceNumber: string
  /** '2023:17'; null for a case. */
  readonly recordNumber: string | null
  readonly title: string
  /** The case's title where a record was found. */
  readonly caseTitle: string
  readonly party: string | null
  readonly datedOn: string
  readonly direction: Direction | null
  readonly state: 'open' | 'closed'
  readonly authorityName: string
  readonly isSecret: boolean
  /** When the record was struck as registered by mistake: it is found all the same, and says so. */
  readonly struckAt: Date | null
  /** The piece of the text where the words stand, if they do. */
  readonly passage: string | null
  /** Not all of its files could be read, so that their words are not found. */
  readonly hasUnread: boolean
}

export type Facet = {
  readonly filter: FilterName
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[]
}

export type FoundPage = {
  readonly items: readonly FoundItem[]
  readonly next: string | null
  /** How many there are, and whether there may be more than were counted. */
  readonly count: number
  readonly isMore: boolean
  readonly facets: readonly Facet[]
  /** The words to mark: lower case, letters and digits. */
  readonly shown: readonly string[]
}

/** No more than so many are counted. */
export const mostCounted = 1000

export type Suggestion = {
  readonly label: string
  readonly detail: string
  readonly href: string
  readonly kind: string
}

export type SavedSearch = { readonly id: string; readonly name: string; readonly query: string }

/** What the page of an item at the table is drawn from, and where it is. */

import type { Rejected } from '../../../kernel/ui/index.ts'
import type { AgendaItem, Meeting } from '../../meetings/index.ts'
import type { Table } from '../model/table.ts'

export type TableView = {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly table: Table
  /** The agenda, in order, as the reader may see it. */
  readonly agenda: readonly AgendaItem[]
  /** May write, and nothing is adjusted. */
  readonly mayWrite: boolean
  readonly rejected: Rejected | undefined
}

export function tablePath({ meetingId, itemId }: { readonly meetingId: string; readonly itemId: string }): string {
  return `/sammantraden/${meetingId}/bordet/${itemId}`
}

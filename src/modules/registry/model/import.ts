/** The files of another system's registry: which there are, what stands in each column, what may be wrong with a line. */

import type { CsvFault } from './csv.ts'

/** In the order they are read. Columns have no heads in the files. */
export const importFiles = {
  board: ['id', 'code', 'name'],
  officer: ['id', 'name'],
  series: ['board_id', 'year', 'case_last', 'doc_last'],
  cases: ['id', 'board_id', 'year', 'seq', 'number', 'title', 'status', 'officer_id', 'opened', 'closed'],
  document: [
    ...['id', 'case_id', 'board_id', 'year', 'regno', 'seq'],
    ...['title', 'direction', 'party', 'received', 'secret', 'body'],
  ],
} as const

export type ImportFile = keyof typeof importFiles

/** Referrals of another system are no records: they are passed over, and said so. */
export const passedOver = ['round', 'question', 'answer'] as const

export type RowFault =
  | 'bad-id'
  | 'bad-number'
  | 'bad-date'
  | 'bad-direction'
  | 'bad-code'
  | 'no-title'
  | 'long-title'
  | 'long-party'
  | 'no-party'
  | 'unknown-board'
  | 'unknown-case'
  | 'other-board'
  | 'number-used'
  | 'order-used'
  | 'id-used'
/** Loaded all the same, with something left out or another name kept. */
export type RowNote = 'unknown-officer' | 'other-name'
export type ImportReason = CsvFault | RowFault | RowNote

export type ImportCounts = { readonly loaded: number; readonly already: number; readonly rejected: number }

export type Imported = {
  readonly source: string
  readonly resumed: boolean
  readonly boards: number
  readonly officers: number
  readonly cases: ImportCounts
  readonly records: ImportCounts
  readonly ledgerEntries: number
  readonly faults: number
  readonly notes: number
}

declare module '../../../kernel/events.ts' {
  interface Events {
    /** `records`: how many this import added to the case. */
    'case.imported': { source: string; sourceId: number; referenceNumber: string; records: number }
  }
}

/** Tables as files for a spreadsheet: semicolons and a byte order mark, as a Swedish Excel expects. */

import { recordNumber, type Case, type RecordItem } from '../model.ts'
import { text } from '../text.ts'

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function cell(value: string | number | null): string {
  const words = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  return new TextEncoder().encode(`\u{feff}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`)
}

export function casesCsv(cases: readonly Case[]): Uint8Array {
  const { list } = text
  const head = [list.number, list.caseTitle, list.authority, list.officer, list.opened, list.due, list.state]
  const rows = cases.map((theCase) => [
    theCase.referenceNumber,
    theCase.title,
    theCase.authorityName,
    theCase.officerName,
    theCase.openedOn,
    theCase.dueOn,
    text.states[theCase.state],
  ])
  return csv([head, ...rows])
}

export function recordsCsv(records: readonly RecordItem[]): Uint8Array {
  const { record } = text
  const head = [
    record.number,
    record.registryNumber,
    record.day,
    record.direction,
    record.kind,
    record.title,
    record.party,
  ]
  const rows = records.map((item) => [
    item.seq,
    recordNumber(item),
    item.datedOn,
    text.directions[item.direction],
    text.recordKinds[item.kind],
    item.title,
    item.party,
  ])
  return csv([head, ...rows])
}

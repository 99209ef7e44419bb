/** Tables as files for a spreadsheet: semicolons and a byte order mark, as a Swedish Excel expects. */

import { recordNumber, type Case, type MovedAway, type RecordItem } from '../model.ts'
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

/** Also the numbers that records have left, so that none is missing. */
export function recordsCsv(records: readonly RecordItem[], moved: readonly MovedAway[]): Uint8Array {
  const { record } = text
  const head = [
    record.number,
    record.registryNumber,
    record.day,
    record.direction,
    record.kind,
    record.title,
    record.party,
    text.placing.struck,
  ]
  const rows = records.map((item) => [
    item.seq,
    recordNumber(item),
    item.datedOn,
    text.directions[item.direction],
    text.recordKinds[item.kind],
    item.title,
    item.party,
    item.struckAt === null ? null : text.placing.struck,
  ])
  const gone = moved.map(({ seq, to }) => {
    const { movedLine, movedTo, movedElsewhere } = text.placing
    const place = to === null ? movedElsewhere : movedTo(to.referenceNumber, to.seq)
    return [seq, null, null, null, null, `${movedLine} ${place}`, null, null]
  })
  return csv([head, ...[...rows, ...gone].toSorted(([a], [b]) => Number(a) - Number(b))])
}

/** Tables as files for a spreadsheet: semicolons and a byte order mark, as a Swedish Excel expects. */

import { decisionNumber, type DelegatedDecision } from '../model.ts'
import { text } from '../text.ts'

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`\u{feff}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`)
}

/** A board's decisions with every fact of A-94. */
export function decisionsCsv(decisions: readonly DelegatedDecision[]): Uint8Array {
  const { column } = text
  const head = [
    column.number,
    column.day,
    column.rule,
    column.version,
    column.delegate,
    column.case,
    column.decision,
    column.appeal,
    column.standing,
    column.meeting,
  ]
  const rows = decisions.map((one) => [
    decisionNumber(one),
    one.decidedOn,
    `${one.ruleNumber} ${one.ruleHeading}`,
    String(one.version),
    `${one.delegateName}, ${one.delegateTitle}`,
    one.referenceNumber ?? text.withheld,
    one.title ?? text.withheld,
    text.appeal[one.appeal],
    text.standing[one.standing],
    one.reportedOn ?? '',
  ])
  return csvOf([head, ...rows])
}

/** The plan as a table for a spreadsheet: the same that can be read in again. */

import type { PlanClass } from '../model.ts'

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function cell(value: string | number | null): string {
  const words = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function planCsv(classes: readonly PlanClass[]): Uint8Array {
  const rows = classes.map(({ code, name, retention, years }) => [
    code,
    name,
    retention === 'preserve' ? 'bevaras' : 'gallras',
    years,
  ])
  const all = [['kod', 'namn', 'bevaras/gallras', 'år'], ...rows]
  return new TextEncoder().encode(`\u{feff}${all.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`)
}

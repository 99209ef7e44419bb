import type { Row, Sheet as ExcelSheet } from 'write-excel-file/node'
import { printable } from './printable.ts'

export type SheetValue = string | number | boolean | Date | null

export type Sheet = {
  readonly name: string
  /** Width in characters; 18 unless told. */
  readonly columns: readonly { readonly head: string; readonly width?: number }[]
  readonly rows: readonly (readonly SheetValue[])[]
}

const look = { alignVertical: 'top', wrap: true } as const

/**
 * A workbook (XLSX): bold header row that stays in view, text that wraps, real dates. All text is stored as text, so
 * that a cell that begins with = + - or @ is shown and never calculated. A `Date` is shown as its day in UTC.
 */
export async function sheetXlsx(book: {
  readonly title: string
  readonly sheets: readonly Sheet[]
}): Promise<Uint8Array> {
  const names = sheetNames(book.sheets.length > 0 ? book.sheets.map((sheet) => sheet.name) : [book.title])
  const sheets = book.sheets.length > 0 ? book.sheets : [{ name: book.title, columns: [], rows: [] }]
  // Loaded when the first workbook is made: it is a tenth of what the house would else begin with.
  const { default: writeExcel } = await import('write-excel-file/node')
  return writeExcel(
    sheets.map((sheet, index) => excelSheet(sheet, names[index] ?? String(index + 1))),
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBuffer()
}

function excelSheet(sheet: Sheet, name: string): ExcelSheet<Buffer> {
  const head: Row = sheet.columns.map((column) => ({
    ...look,
    value: cellText(column.head),
    type: String,
    fontWeight: 'bold',
    bottomBorderStyle: 'medium',
  }))
  return {
    sheet: name,
    data: [head, ...sheet.rows.map((row) => row.map(excelCell))],
    columns: sheet.columns.map((column) => ({ width: column.width ?? 18 })),
    dateFormat: 'yyyy-mm-dd',
    orientation: 'landscape',
    ...(sheet.columns.length > 0 ? { stickyRowsCount: 1 } : {}),
  }
}

function excelCell(value: SheetValue): Row[number] {
  if (value === null || value === '') return null
  if (typeof value === 'string') return { ...look, value: cellText(value), type: String }
  if (typeof value === 'number') return { ...look, value, type: Number }
  if (typeof value === 'boolean') return { ...look, value, type: Boolean }
  return { ...look, value, type: Date, format: 'yyyy-mm-dd', align: 'left' }
}

/** A cell holds at most 32 767 characters; a file with more does not open. */
function cellText(text: string): string {
  const clean = printable(text)
  return clean.length > 32_767 ? `${clean.slice(0, 32_766)}…`.toWellFormed() : clean
}

/** At most 31 characters, none of []:*?/\, and no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean =
      printable(name)
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 27) || String(index + 1)
    const free = taken.has(clean.toLowerCase()) ? `${clean} ${index + 1}` : clean
    taken.add(free.toLowerCase())
    return free
  })
}

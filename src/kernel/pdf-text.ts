/** The text of a PDF, its lines rebuilt from where the words stand on the page. */

import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { UnreadableFile } from './unreadable-file.ts'

/** A memo has a few pages, with its appendices some hundred. Later pages are not read. */
const mostPages = 200

const itemSchema = z.object({
  str: z.string(),
  width: z.number(),
  height: z.number(),
  transform: z.array(z.number()).length(6),
})

/** One run of letters. Points, from the lower left corner. */
type Run = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The lines of every page, the pages apart. */
export async function linesOfPdf(bytes: Uint8Array, fileName: string): Promise<string> {
  return (await pagesOfPdf(bytes, fileName, mostPages)).join('\n\f\n')
}

/** The text of each page, at most so many. Throws `UnreadableFile`. */
export async function pagesOfPdf(bytes: Uint8Array, fileName: string, most: number): Promise<string[]> {
  try {
    // The reader takes the buffer over, so it gets one of its own.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const pages: string[] = []
    for (let number = 1; number <= Math.min(document.numPages, most); number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(layOut(items.flatMap(runOf)))
      page.cleanup()
    }
    return pages
  } catch (error) {
    throw new UnreadableFile(isPasswordError(error) ? 'encrypted' : 'damaged', fileName)
  }
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

function runOf(item: unknown): Run[] {
  const read = itemSchema.safeParse(item)
  // A space that has its own run parts the words beside it, however narrow it is; one without width parts nothing.
  if (!read.success || (read.data.str.trim() === '' && read.data.width <= 0)) return []
  const { str, width, height, transform } = read.data
  return [
    {
      text: str,
      x: transform[4] ?? 0,
      y: transform[5] ?? 0,
      width,
      height: height || Math.abs(transform[3] ?? 10) || 10,
    },
  ]
}

/** Air between paragraphs: this much more than the usual step down, and more than the next line of one text in large letters. */
const airy = 1.17
const ownLeading = 1.35

/** Runs on the same height are a line, from left to right; lines go from the top; a wide step down is a blank line. */
function layOut(runs: readonly Run[]): string {
  const lines = linesOf(runs)
  const normal = usualStep(lines)
  const rows = lines.map((line, place): Row => {
    const above = lines[place - 1]
    const step = above === undefined ? 0 : heightOf(above) - heightOf(line)
    return { cells: cellsOf(line), gap: step > normal * airy && step > sizeOf(line, above) * ownLeading }
  })
  return withWrappedCells(rows)
    .map(
      ({ cells, gap }, place) => `${place === 0 ? '' : gap ? '\n\n' : '\n'}${cells.map(({ text }) => text).join('\t')}`,
    )
    .join('')
}

/** The letters' height of the larger of two lines, points. */
function sizeOf(line: readonly Run[], above: readonly Run[] | undefined): number {
  const heights = (runs: readonly Run[]) => Math.min(...runs.filter(isWritten).map(({ height }) => height))
  return Math.max(heights(line), above === undefined ? 0 : Math.min(heights(line), heights(above)))
}

type Column = { readonly text: string; readonly x: number }
type Row = { readonly cells: readonly Column[]; readonly gap: boolean }

/** What goes on in lower case under a cell to the right belongs to that cell: a table's cell, or a title beside another. */
function withWrappedCells(rows: readonly Row[]): Row[] {
  const out: Row[] = []
  for (const row of rows) {
    const above = out.at(-1)
    if (above !== undefined && !row.gap && goesOnBelow(above, row)) out.splice(-1, 1, joined(above, row))
    else out.push(row)
  }
  return out
}

const sameColumn = 3
/** "Veronica Berg": what stands under a name is its own line. */
const allCapitals = /^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*)+$/u

function under(row: Row, { x }: Column): number {
  return row.cells.findIndex((cell) => Math.abs(cell.x - x) < sameColumn)
}

function goesOnBelow(above: Row, row: Row): boolean {
  const columns = row.cells.map((cell) => under(above, cell))
  const isOpen = columns.every((column) => !allCapitals.test(above.cells[column]?.text ?? ''))
  const goesOn = isOpen && row.cells.every(({ text }) => /^\p{Ll}/u.test(text) && !text.includes('@'))
  return above.cells.length > 1 && goesOn && !columns.includes(-1) && columns.some((column) => column > 0)
}

function joined(above: Row, row: Row): Row {
  const cells = above.cells.map((cell, place) => {
    const rest = row.cells.find((other) => under(above, other) === place)
    return rest === undefined ? cell : { ...cell, text: `${cell.text} ${rest.text}` }
  })
  return { ...above, cells }
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  for (const run of runs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line !== undefined && Math.abs(heightOf(line) - run.y) < Math.max(2, run.height * 0.4)) line.push(run)
    else lines.push([run])
  }
  return lines.filter((line) => line.some(isWritten)).map((line) => line.toSorted((a, b) => a.x - b.x))
}

function isWritten({ text }: Run): boolean {
  return text.trim() !== ''
}

function heightOf(line: readonly Run[]): number {
  return line[0]?.y ?? 0
}

/** The line step most used on the page, in points. */
function usualStep(lines: readonly (readonly Run[])[]): number {
  const steps = lines.slice(1).map((line, place) => Math.round(heightOf(lines[place] ?? []) - heightOf(line)))
  const counts = new Map<number, number>()
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 14
}

/** A step of more than three letters' width is a column; a small one is a space, and so is a space of its own. */
function cellsOf(line: readonly Run[]): Column[] {
  const cells: { text: string; x: number }[] = []
  let end: number | null = null
  let spaced = false
  for (const run of line) {
    if (!isWritten(run)) {
      spaced = true
      continue
    }
    const cell = cells.at(-1)
    const step = end === null ? 0 : run.x - end
    if (cell === undefined || step > run.height * 1.8) cells.push({ text: run.text, x: run.x })
    else cell.text += `${(spaced || step > run.height * 0.15) && !cell.text.endsWith(' ') ? ' ' : ''}${run.text}`
    end = run.x + run.width
    spaced = false
  }
  return cells.map(({ text, x }) => ({ text: text.trim(), x }))
}

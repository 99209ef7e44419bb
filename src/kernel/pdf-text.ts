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

export async function linesOfPdf(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    // The reader takes the buffer over, so it gets one of its own.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const pages: string[] = []
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(layOut(items.flatMap(runOf)))
      page.cleanup()
    }
    return pages.join('\n\f\n')
  } catch (error) {
    throw new UnreadableFile(isPasswordError(error) ? 'encrypted' : 'damaged', fileName)
  }
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

function runOf(item: unknown): Run[] {
  const read = itemSchema.safeParse(item)
  if (!read.success || read.data.str.trim() === '') return []
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

/** Runs on the same height are a line, from left to right; lines go from the top; a wide step down is a blank line. */
function layOut(runs: readonly Run[]): string {
  const lines = linesOf(runs)
  const normal = usualStep(lines)
  let out = ''
  lines.forEach((line, place) => {
    const above = lines[place - 1]
    if (above !== undefined) out += heightOf(above) - heightOf(line) > normal * 1.35 ? '\n\n' : '\n'
    out += textOfLine(line)
  })
  return out
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  for (const run of runs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line !== undefined && Math.abs(heightOf(line) - run.y) < Math.max(2, run.height * 0.4)) line.push(run)
    else lines.push([run])
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x))
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

/** A step of more than three letters' width is a column; a small one is a space. */
function textOfLine(line: readonly Run[]): string {
  let out = ''
  let end: number | null = null
  for (const run of line) {
    const step = end === null ? 0 : run.x - end
    if (step > run.height * 1.8) out += '\t'
    else if (step > run.height * 0.15 && !out.endsWith(' ')) out += ' '
    out += run.text
    end = run.x + run.width
  }
  return out.trim()
}

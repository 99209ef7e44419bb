import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toText } from '../rich-text.ts'
import { speaking } from '../words.ts'
import { sheetsOf, type Block, type Cell, type Logo, type Paper, type Placed, type Table } from './paper.ts'
import { printable } from './printable.ts'
import { text as say } from './text.ts'
import { typeset } from './typst.ts'

const template = readFileSync(join(import.meta.dirname, 'templates', 'paper.typ'), 'utf8')

/**
 * The paper as PDF: tagged, PDF/UA-1 and PDF/A-2a, with fonts inside. The same paper gives the same bytes. A character
 * that no font has becomes □, and the last page says so. Throws on other platforms than linux-x64.
 */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  const clean = printable(paper, true)
  const words = speaking(paper.language, () => ({
    draft: say.draft,
    page: say.page('{number}', '{total}'),
    reference: say.reference,
    replaced: say.replaced('{sign}'),
  }))
  const sheets = sheetsOf(clean.blocks).map(({ landscape, blocks }) => ({ landscape, blocks: blocks.map(printed) }))
  const sender = { ...clean.sender, logo: drawn(clean.sender.logo) }
  return typeset({ template, data: { paper: { ...clean, sender, blocks: [] }, words, sheets }, madeAt: madeAt(paper) })
}

/** The typesetter reads the picture as SVG; a PNG lies inside one. */
function drawn(logo: Logo | undefined): string | null {
  if (logo === undefined) return null
  if (logo.format === 'svg') return logo.markup
  const { width, height, base64 } = logo
  const size = `width="${width}" height="${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" ${size}><image ${size} xlink:href="data:image/png;base64,${base64}"/></svg>`
}

/** Rows of a table this short, counted over all its columns, are kept on one page. */
const shortRow = 2500

type PrintedTable = Omit<Table, 'rows'> & { readonly rows: readonly PrintedRow[] }
type PrintedRow = { readonly cells: readonly Cell[]; readonly whole: boolean }
type Printed = { readonly level: number; readonly block: Exclude<Block, Table> | PrintedTable }

function printed({ block, level }: Placed): Printed {
  if (block.type !== 'table') return { block, level }
  const rows = block.rows.map((cells) => {
    const longest = Math.max(...cells.map((cell) => (typeof cell === 'string' ? cell : toText(cell.text)).length))
    return { cells, whole: longest * cells.length < shortRow }
  })
  return { level, block: { ...block, rows } }
}

/** The paper's own date, so that no clock is asked and the same paper gives the same file. */
function madeAt(paper: Paper): Date {
  if (paper.madeAt !== undefined) return paper.madeAt
  const day = paper.head.flatMap((field) => field.lines).find((line) => /^\d{4}-\d{2}-\d{2}$/.test(line))
  return new Date(day ?? 0)
}

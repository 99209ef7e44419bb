/** The blocks of a paper as Word paragraphs and tables. */

import {
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import type { Inline, ListItem, RichBlock } from '../rich-text.ts'
import { hairline, noBorders, tableBorders, underHead } from './docx-look.ts'
import type { Block, Cell, Person, Placed, Table as PaperTable } from './paper.ts'

export type Part = Paragraph | Table

/** What the numbering needs to know when all is drawn: how many lists there are and which numbers they begin at. */
export type Lists = { count: number; readonly starts: Set<number> }

type Place = {
  readonly lists: Lists
  /** The level a level-2 heading of a text gets here. */
  readonly heading: number
  readonly style?: 'Quote' | 'TableText'
  readonly bold?: boolean
  /** Inside a list: how deep, counted from 0. */
  readonly depth?: number
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

export function headingOf(level: number, text: string): Paragraph {
  return new Paragraph({ text, heading: headings[Math.min(level, 6) - 1] ?? HeadingLevel.HEADING_6 })
}

export function blockParts({ block, level }: Placed, lists: Lists, width: number): Part[] {
  const place: Place = { lists, heading: level }
  if (block.type === 'heading') return [headingOf(level, block.text)]
  if (block.type === 'text') return rich(block.text.content, place)
  if (block.type === 'paragraph') return [new Paragraph({ text: block.text })]
  if (block.type === 'list') return rich([listOf(block)], place)
  if (block.type === 'facts') return [facts(block.rows, width), gap()]
  if (block.type === 'table')
    return [new Paragraph({ text: block.caption, style: 'Caption' }), matrix(block, place, width), gap()]
  if (block.type === 'signatures') return [signatures(block.people, width)]
  const source = new Paragraph({
    style: 'Quote',
    children: [new TextRun({ text: block.source, size: 17, color: '595959' })],
  })
  return [...rich(block.text.content, { ...place, style: 'Quote' }), source]
}

/** A table that touches the next thing would grow together with it. */
function gap(): Paragraph {
  return new Paragraph({ style: 'Small' })
}

function listOf({ ordered, items }: Extract<Block, { type: 'list' }>): RichBlock {
  const content = items.map((text): ListItem => ({
    type: 'list_item',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }))
  return ordered ? { type: 'ordered_list', attrs: { order: 1 }, content } : { type: 'bullet_list', content }
}

function rich(blocks: readonly RichBlock[], place: Place): Part[] {
  return blocks.flatMap((block) => richBlock(block, place))
}

function richBlock(block: RichBlock, place: Place): Part[] {
  if (block.type === 'paragraph') return [new Paragraph({ ...standing(place), children: runs(block.content, place) })]
  if (block.type === 'heading') {
    const level = Math.min(place.heading + block.attrs.level - 2, 6)
    return [
      new Paragraph({ heading: headings[level - 1] ?? HeadingLevel.HEADING_6, children: runs(block.content, {}) }),
    ]
  }
  if (block.type === 'blockquote') return rich(block.content, { ...place, style: 'Quote' })

  const start = block.type === 'ordered_list' ? block.attrs.order : null
  if (start !== null) place.lists.starts.add(start)
  const instance = (place.lists.count += 1)
  const reference = start === null ? 'bullets' : `numbers-from-${start}`
  const depth = place.depth === undefined ? 0 : place.depth + 1
  return block.content.flatMap((item) =>
    listItem(item, { ...place, depth }, { reference, instance, level: Math.min(depth, 8) }),
  )
}

function listItem(item: ListItem, place: Place, numbering: NonNullable<IParagraphOptions['numbering']>): Part[] {
  const [first, ...rest] = item.content
  const children = first?.type === 'paragraph' ? runs(first.content, place) : []
  return [new Paragraph({ style: place.style ?? 'ListParagraph', numbering, children }), ...rich(rest, place)]
}

/** A second paragraph of a list item stands under the words of the first. */
function standing({ style, depth }: Place): IParagraphOptions {
  return {
    ...(style === undefined ? {} : { style }),
    ...(depth === undefined ? {} : { indent: { left: 320 * (depth + 1) } }),
  }
}

function runs(
  inlines: readonly Inline[] = [],
  { bold = false }: { readonly bold?: boolean },
): (TextRun | ExternalHyperlink)[] {
  return inlines.map((inline) => {
    if (inline.type === 'hard_break') return new TextRun({ break: 1 })
    const marks = inline.marks ?? []
    const link = marks.find((mark) => mark.type === 'link')
    const run = new TextRun({
      text: inline.text,
      ...(bold || marks.some((mark) => mark.type === 'strong') ? { bold: true } : {}),
      ...(marks.some((mark) => mark.type === 'em') ? { italics: true } : {}),
      ...(link ? { style: 'Hyperlink' } : {}),
    })
    return link ? new ExternalHyperlink({ link: link.attrs.href, children: [run] }) : run
  })
}

const inset = { top: 70, bottom: 50, left: 90, right: 90 } as const

function matrix(table: PaperTable, place: Place, width: number): Table {
  const shares = table.columns.map((column) => column.width ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((share / whole) * width))
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, at) =>
        tableCell(cell, { ...place, bold: isHead || at === 0 }, { width: widths[at] ?? 0, isHead }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: inset,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      row(
        table.columns.map((column) => column.head),
        true,
      ),
      ...table.rows.map((cells) => row(cells, false)),
    ],
  })
}

function tableCell(
  cell: Cell,
  place: Place,
  { width, isHead }: { readonly width: number; readonly isHead: boolean },
): TableCell {
  const inside = { ...place, style: 'TableText' } as const
  const children =
    typeof cell === 'string'
      ? [
          new Paragraph({
            style: 'TableText',
            keepNext: isHead,
            children: [new TextRun({ text: cell, bold: place.bold ?? false })],
          }),
        ]
      : rich(cell.text.content, { ...inside, bold: false })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children,
    ...(isHead ? { borders: underHead } : {}),
  })
}

/** Side by side without lines: what looks like columns is read row by row. */
export function beside(rows: readonly (readonly Paragraph[])[][], widths: readonly number[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { top: 30, bottom: 30, left: 0, right: 120 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) => new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children }),
          ),
        }),
    ),
  })
}

function facts(rows: readonly { readonly label: string; readonly value: string }[], width: number): Table {
  const cell = (text: string, bold: boolean) => [
    new Paragraph({ spacing: { after: 30 }, children: [new TextRun({ text, bold })] }),
  ]
  const first = Math.floor(width * 0.33)
  return beside(
    rows.map((row) => [cell(row.label, true), cell(row.value, false)]),
    [first, width - first],
  )
}

function signatures(people: readonly Person[], width: number): Table {
  const pairs = people.flatMap((one, at) => (at % 2 === 0 ? [[one, people[at + 1]]] : []))
  const half = Math.floor(width / 2)
  return beside(
    pairs.map((pair) => pair.map(signature)),
    [half, half],
  )
}

function signature(person: Person | undefined): Paragraph[] {
  if (person === undefined) return [new Paragraph({})]
  return [
    new Paragraph({
      border: { top: hairline },
      spacing: { before: 360, after: 0 },
      children: [new TextRun({ text: person.name, bold: true })],
    }),
    new Paragraph({ text: person.role, spacing: { after: 0 } }),
    ...(person.note === null ? [] : [new Paragraph({ text: person.note, style: 'Small' })]),
  ]
}

/** A paper: what a memo, a statement, an extract or a compilation is made of, before it becomes HTML, PDF or Word. */

import type { RichText } from '../rich-text.ts'

export type Paper = {
  /** What sort of document it is: "Tjänsteskrivelse", "Yttrande". Stands in the head. */
  readonly kind: string
  /** The only heading of level 1. */
  readonly title: string
  readonly language: 'sv' | 'en'
  readonly sender: Sender
  /** The case number. */
  readonly reference: string | null
  /** The fields of the head: Datum, Vår referens, Till. */
  readonly head: readonly Field[]
  readonly blocks: readonly Block[]
  /** Says "Utkast" in words on every page. */
  readonly isDraft: boolean
  readonly footer: readonly string[]
  /** The date in the file's properties. Absent: the first ISO date of the head, so that the same paper is the same file. */
  readonly madeAt?: Date
}

export type Sender = {
  readonly organisation: string
  readonly unit: string | null
  readonly logo?: Logo
}

/** A picture in the letterhead, with its size in points of its own. */
export type Logo =
  | {
      readonly format: 'svg'
      readonly markup: string
      readonly width: number
      readonly height: number
      /** The same as PNG, base64, for word processors that do not draw SVG; null: they show nothing. */
      readonly fallback: string | null
    }
  | { readonly format: 'png'; readonly base64: string; readonly width: number; readonly height: number }

export type Field = { readonly label: string; readonly lines: readonly string[] }

export type Cell = string | { readonly text: RichText }

export type Table = {
  readonly type: 'table'
  readonly caption: string
  /** Widths are shares of the whole; the first column heads the row. */
  readonly columns: readonly { readonly head: string; readonly width?: number }[]
  readonly rows: readonly (readonly Cell[])[]
  readonly landscape?: boolean
}

export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'text'; readonly text: RichText }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | Table
  | { readonly type: 'quote'; readonly text: RichText; readonly source: string }
  | { readonly type: 'signatures'; readonly people: readonly Person[] }

export type Person = { readonly name: string; readonly role: string; readonly note: string | null }

/** A block with the heading level it really has: 2 to 5 below the title, none skipped. */
export type Placed = { readonly block: Block; readonly level: number }

/**
 * Where each block stands in the outline. A heading gets its own level (1 becomes 2, since the title is 1; one that
 * would skip is lifted), any other block the level that a heading inside it begins at.
 */
export function placed(blocks: readonly Block[]): Placed[] {
  let above = 1
  return blocks.map((block) => {
    if (block.type !== 'heading') return { block, level: above + 1 }
    above = Math.min(block.level + 1, above + 1)
    return { block, level: above }
  })
}

/** Pages that lie the same way. There is always a first one, for the head and the title. */
export type Sheets = { readonly landscape: boolean; readonly blocks: readonly Placed[] }

/** Wide tables stand on pages that are turned, together with the heading just above. */
export function sheetsOf(blocks: readonly Block[]): Sheets[] {
  const all = placed(blocks)
  const isWide = (at: number) => {
    const block = all[at]?.block
    return block?.type === 'table' && block.landscape === true
  }
  const sheets: { landscape: boolean; blocks: Placed[] }[] = [{ landscape: false, blocks: [] }]
  for (const [at, one] of all.entries()) {
    const landscape = isWide(at) || (one.block.type === 'heading' && isWide(at + 1))
    const last = sheets.at(-1)
    if (last?.landscape === landscape) last.blocks.push(one)
    else sheets.push({ landscape, blocks: [one] })
  }
  return sheets
}

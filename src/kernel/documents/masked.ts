/** A copy of a record where passages are taken out: a new file, typeset from what remains. The original is not touched. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { speaking } from '../words.ts'
import { printable } from './printable.ts'
import { text as say } from './text.ts'
import { typeset } from './typst.ts'

/** A line in its parts, in order. `null` is a passage that was taken out; the letters are not here any more. */
export type MaskedLine = readonly (string | null)[]

export type MaskedPage = {
  /** Which page of the original it is; null when the original has no pages. */
  readonly heading: string | null
  readonly lines: readonly MaskedLine[]
}

export type MaskedCopy = {
  /** Stands on top of every page: "Kopia med maskade uppgifter, dnr SN-2023-1541". */
  readonly title: string
  readonly kind: string
  readonly organisation: string
  readonly language: 'sv' | 'en'
  readonly about: readonly { readonly label: string; readonly value: string }[]
  /** What every box says, usually the provision. It gives the box its width, so that the width tells nothing. */
  readonly mask: string
  /** Stands at the foot of every page. */
  readonly notice: string
  readonly pages: readonly MaskedPage[]
  /** The date in the file's properties: no clock is asked. */
  readonly madeAt: Date
}

const template = readFileSync(join(import.meta.dirname, 'templates', 'masked.typ'), 'utf8')

/**
 * The copy as PDF: tagged, PDF/UA-1 and PDF/A-2a, page by page as the original. Masked passages are boxes of one width with
 * the provision in them (TF 2:15, B-28: what is secret is removed, not covered).
 */
export async function maskedPdf({ madeAt, ...copy }: MaskedCopy): Promise<Uint8Array> {
  const words = speaking(copy.language, () => ({
    page: say.page('{number}', '{total}'),
    replaced: say.replaced('{sign}'),
  }))
  return typeset({ template, data: { copy: printable(copy, true), words }, madeAt })
}

/** A paper as files to register. */

import type { Paper } from './paper.ts'
import { paperDocx } from './to-docx.ts'
import { paperPdf } from './to-pdf.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type PaperFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The paper as tagged PDF and as Word, made beside each other; `name` is the file's without its ending. */
export async function paperFiles(paper: Paper, name: string): Promise<PaperFile[]> {
  const [pdf, word] = await Promise.all([paperPdf(paper), paperDocx(paper)])
  return [
    { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: pdf },
    { name: `${name}.docx`, mediaType: wordType, bytes: word },
  ]
}

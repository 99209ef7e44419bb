/** Files for the demo's documents, made by the same renderer as every other paper. */

import { paperPdf, type Block } from '../../src/kernel/documents/index.ts'
import type { NewFile } from '../../src/modules/registry/index.ts'
import type { Section } from '../demo-city.ts'

type DemoPaper = {
  readonly kind: string
  readonly title: string
  readonly date: string
  readonly fileName: string
  readonly sections: readonly Section[]
}

export async function demoPaper({ kind, title, date, fileName, sections }: DemoPaper): Promise<NewFile> {
  const blocks = sections.flatMap(({ heading, paragraphs }): Block[] => [
    { type: 'heading', level: 1, text: heading },
    ...paragraphs.map((text): Block => ({ type: 'paragraph', text })),
  ])
  const bytes = await paperPdf({
    kind,
    title,
    language: 'sv',
    sender: { organisation: 'Malmö stad', unit: 'Stadskontoret' },
    reference: null,
    head: [{ label: 'Datum', lines: [date] }],
    blocks,
    isDraft: false,
    footer: ['Påhittad text i en demostad'],
  })
  return { name: fileName, mediaType: 'application/pdf', bytes }
}

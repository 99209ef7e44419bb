/** An invented memo, to show how a template looks. Pure. */

import type { Paper } from '../../../kernel/documents/index.ts'
import { memoHeadings } from './template.ts'
import type { FieldValues } from './merge.ts'

export const sampleValues: FieldValues = {
  ärendenummer: 'SN-2026-12',
  rubrik: 'Remiss om cykelvägar',
  nämnd: 'Servicenämnden',
  datum: '2026-11-15',
  handläggare: 'Namn Namnsson',
  'handläggarens titel': 'utredare',
  'e-post': 'namn.namnsson@kommun.example',
  'sista svarsdag': '2026-12-29',
  mottagare: 'Kommunstyrelsen',
  'mottagarens ärende': 'STK-2026-3',
}

/** The memo as any board would have it. `organisation` is whose it is. */
export function samplePaper(
  organisation: string,
  words: { title: string; body: string; date: string; officer: string },
): Paper {
  return {
    kind: 'Tjänsteskrivelse',
    title: words.title,
    language: 'sv',
    sender: { organisation, unit: null },
    reference: sampleValues.ärendenummer ?? null,
    head: [
      { label: words.date, lines: [sampleValues.datum ?? ''] },
      { label: words.officer, lines: [sampleValues.handläggare ?? '', sampleValues['handläggarens titel'] ?? ''] },
    ],
    blocks: memoHeadings.flatMap((heading) => [
      { type: 'heading', level: 1, text: heading } as const,
      { type: 'paragraph', text: words.body } as const,
    ]),
    isDraft: false,
    footer: [],
  }
}

/** Invented papers, to show how a template looks. Pure. */

import type { Paper } from '../../../kernel/documents/index.ts'
import { memoHeadings, type PaperKind } from './template.ts'
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

/** What papers are called and have under which headings, in Swedish as they are (språklagen § 10). */
const usual: Readonly<Record<PaperKind, { readonly kind: string; readonly headings: readonly string[] }>> = {
  memo: { kind: 'Tjänsteskrivelse', headings: memoHeadings },
  statement: { kind: 'Yttrande', headings: ['Fråga 1', 'Fråga 2'] },
  extract: { kind: 'Protokollsutdrag', headings: ['Beslut', 'Sammanfattning av ärendet'] },
  cover: { kind: 'Remiss', headings: ['Frågor', 'Så svarar ni'] },
}

export function sampleHeadings(kind: PaperKind): readonly string[] {
  return usual[kind].headings
}

export function sampleKind(kind: PaperKind): string {
  return usual[kind].kind
}

export type SampleWords = {
  readonly title: string
  readonly body: string
  readonly date: string
  readonly officer: string
}

/** The paper as any board would have it. `organisation` is whose it is. */
export function samplePaper(kind: PaperKind, organisation: string, words: SampleWords): Paper {
  return {
    kind: usual[kind].kind,
    title: words.title,
    language: 'sv',
    sender: { organisation, unit: null },
    reference: sampleValues.ärendenummer ?? null,
    head: [
      { label: words.date, lines: [sampleValues.datum ?? ''] },
      { label: words.officer, lines: [sampleValues.handläggare ?? '', sampleValues['handläggarens titel'] ?? ''] },
    ],
    blocks: usual[kind].headings.flatMap((heading) => [
      { type: 'heading', level: 1, text: heading } as const,
      { type: 'paragraph', text: words.body } as const,
    ]),
    isDraft: false,
    footer: [],
  }
}

/** Which records of the case a decision would rest on, named as a memo names them. */

import type { Case, RecordItem } from '../../registry/index.ts'
import { text } from '../text.ts'

const supporting: ReadonlySet<string> = new Set([
  'proposal',
  'decision',
  'referral',
  'assignment',
  'memo',
  'statement',
  'attachment',
])

/** "Förslag: Hållbar lokal utveckling, 2023-10-02". */
export function basisLine({ title, datedOn }: Pick<RecordItem, 'title' | 'datedOn'>): string {
  return title.includes(datedOn) ? title : `${title}, ${datedOn}`
}

/** The memo itself first, then the draft statement, then what came with the matter in the order it came. */
export function basisFrom(records: readonly RecordItem[], theCase: Pick<Case, 'kind' | 'title'>): string[] {
  const own = [
    text.basis.memo(theCase.title),
    ...(theCase.kind === 'referral_answer' ? [text.basis.statement(theCase.title)] : []),
  ]
  return [...own, ...suggestionsFrom(records)]
}

/** Records that can be ticked to be added. What the authority itself drew up as a memo or a statement goes by its own name. */
export function suggestionsFrom(records: readonly RecordItem[]): string[] {
  const others = records.filter(
    ({ kind, direction }) =>
      supporting.has(kind) && !(direction === 'internal' && (kind === 'memo' || kind === 'statement')),
  )
  return [...new Set(others.toSorted((a, b) => a.seq - b.seq).map(basisLine))]
}

/** A draft under political treatment as the compilation shows it (I-24). Pure. */

import { contentHash, toText } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import type { DraftAnswer } from '../../referral/index.ts'
import type { CompiledDraft } from './compilation.ts'

export function compiledDraft(draft: DraftAnswer | undefined): CompiledDraft | null {
  if (draft === undefined) return null
  const { id, stance, sentAt, recordId, parts } = draft
  const cells = parts.map((part) => ({
    ...part,
    recordId,
    plain: toText(part.text),
    sha256: contentHash(part.text),
    isIntact: true,
  }))
  return { id, stance, sentOn: swedishDay(sentAt), recordId, cells }
}

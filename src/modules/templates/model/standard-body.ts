/** What a memo's text begins with: the headings of its template, with their texts to write on from. Pure. */

import { fromText, type RichBlock, type RichText } from '../../../kernel/rich-text.ts'
import { merged, type FieldValues } from './merge.ts'
import type { TemplateContent } from './template.ts'

/** With the fields filled in by what is known when it is begun. Without parts it is empty. */
export function standardBody(parts: TemplateContent['memo']['parts'], values: FieldValues): RichText {
  const content = parts.flatMap(({ heading, text }): RichBlock[] => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: merged(heading, values) }] },
    ...fromText(merged(text, values)).content,
  ])
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

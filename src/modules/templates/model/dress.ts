/** A paper in the look of its template. Its own words stay as they are: what the template has is put round them. Pure. */

import type { Block, Logo, Paper } from '../../../kernel/documents/index.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { merged, type FieldValues } from './merge.ts'
import { memoHeadings, type PaperKind, type TemplateContent } from './template.ts'

export type Look = { readonly template: TemplateContent; readonly logo: Logo | null }

const bare = { kind: '', opening: '', closing: '' }

/** @param look null: the paper as it is. A `letter` has the letterhead and the footer alone. */
export function dressed(
  paper: Paper,
  look: Look | null,
  about: { kind: PaperKind | 'letter'; values: FieldValues },
): Paper {
  if (look === null) return paper
  const { template, logo } = look
  const own = about.kind === 'letter' ? bare : template[about.kind]
  const fill = (words: string) => merged(words, about.values)
  return {
    ...paper,
    kind: own.kind === '' || isProposal(paper) ? paper.kind : fill(own.kind),
    sender: {
      organisation: template.organisation === '' ? paper.sender.organisation : fill(template.organisation),
      unit: template.unit === '' ? paper.sender.unit : fill(template.unit),
      ...(logo !== null && { logo }),
    },
    blocks: [
      ...standard(fill(own.opening)),
      ...(about.kind === 'memo' ? renamed(paper.blocks, template.memo.headings) : paper.blocks),
      ...standard(fill(own.closing)),
    ],
    footer: [...paper.footer, ...template.footer.map(fill)],
  }
}

/** A proposal says that it is one, whatever a statement is called. */
function isProposal({ kind }: Paper): boolean {
  return /^förslag/iu.test(kind)
}

function standard(words: string): Block[] {
  return words === '' ? [] : [{ type: 'text', text: fromText(words) }]
}

function renamed(blocks: readonly Block[], headings: readonly string[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'heading' || block.level !== 1) return block
    const at = memoHeadings.findIndex((usual) => usual === block.text)
    const own = headings[at] ?? ''
    return own === '' ? block : { ...block, text: own }
  })
}

/** The look of a draft's paper. */

import type { Read, Write } from '../../../kernel/context.ts'
import { lookOf, templateAt, type Look } from '../../templates/index.ts'
import type { Draft } from '../model/draft.ts'

/** What is written has the template that holds; what has been sent keeps the one it was sent with. Null: none. */
export async function lookOfDraft(ctx: Read | Write, draft: Draft): Promise<Look | null> {
  if (draft.state !== 'draft') return lookOf(ctx, draft.templateId)
  const template = await templateAt(ctx, draft.authorityId)
  return lookOf(ctx, template?.id ?? null)
}

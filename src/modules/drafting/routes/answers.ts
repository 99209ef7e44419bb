/** What programs may read: the drafts of a case, and how far their approval has come. */

import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { answer, type Route } from '../../../kernel/http/route.ts'
import { memoContent } from '../model/memo.ts'
import { statementContent } from '../model/statement.ts'
import type { DraftKind } from '../model/draft.ts'
import { findDraft, getSubmission } from '../queries.ts'
import { found } from '../../../kernel/errors.ts'
import { ownCase } from './tabs.ts'

const facts = {
  draftId: z.string(),
  caseId: z.string(),
  state: z.enum(['draft', 'submitted', 'approved', 'replaced']),
  version: z.number(),
  savedAt: z.string(),
  savedByName: z.string(),
  submissionId: z.string().nullable(),
  recordId: z.string().nullable(),
}

async function draftOf<K extends DraftKind>(ctx: Read, caseId: string, kind: K) {
  const theCase = await ownCase(ctx, caseId)
  const draft = found(await findDraft(ctx, theCase.id, kind))
  return { draft, facts: { ...draft, draftId: draft.id, savedAt: draft.savedAt.toISOString() } }
}

const ofCase = z.object({ caseId: z.string() })

export const answers: readonly Route[] = [
  answer('/cases/:caseId/memo', {
    may: 'someone',
    params: ofCase,
    result: z.object({ ...facts, content: memoContent }),
    show: async (ctx, { caseId }) => {
      const { draft, facts } = await draftOf(ctx, caseId, 'memo')
      return { ...facts, content: draft.content }
    },
  }),
  answer('/cases/:caseId/statement', {
    may: 'someone',
    params: ofCase,
    result: z.object({ ...facts, content: statementContent }),
    show: async (ctx, { caseId }) => {
      const { draft, facts } = await draftOf(ctx, caseId, 'statement')
      return { ...facts, content: draft.content }
    },
  }),
  answer('/submissions/:submissionId', {
    may: 'someone',
    params: z.object({ submissionId: z.uuid() }),
    result: z.looseObject({ id: z.string(), state: z.string() }),
    show: async (ctx, { submissionId }) => getSubmission(ctx, submissionId),
  }),
]

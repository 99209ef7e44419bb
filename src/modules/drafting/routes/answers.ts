/** What programs may read: the drafts of a case, and how far their approval has come. */

import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { answer, type Route } from '../../../kernel/http/route.ts'
import { memoContent } from '../model/memo.ts'
import { statementContent } from '../model/statement.ts'
import type { DraftKind } from '../model/draft.ts'
import { digestOf } from '../model/digest.ts'
import { findDraft, getChain, getSubmission, listAbsences, listSubmitted } from '../queries.ts'
import { found } from '../../../kernel/errors.ts'
import { ownCase } from './tabs.ts'

const facts = {
  draftId: z.string(),
  caseId: z.string(),
  state: z.enum(['draft', 'submitted', 'approved', 'replaced', 'set_aside']),
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
    /** `digest` is what an approval must name: the sum of the words as they are now. */
    result: z.looseObject({ id: z.string(), state: z.string(), digest: z.string() }),
    show: async (ctx, { submissionId }) => ({
      ...(await getSubmission(ctx, submissionId)),
      digest: digestOf(await listSubmitted(ctx, submissionId)),
    }),
  }),
  answer('/authorities/:authorityId/approval-chain', {
    may: 'someone',
    params: z.object({ authorityId: z.uuid() }),
    result: z.object({
      roles: z.array(z.object({ name: z.string(), step: z.number(), holders: z.array(z.uuid()) })),
      absences: z.array(
        z.object({
          id: z.uuid(),
          personId: z.uuid(),
          substituteId: z.uuid(),
          fromOn: z.iso.date(),
          toOn: z.iso.date(),
        }),
      ),
    }),
    show: async (ctx, { authorityId }) => ({
      roles: (await getChain(ctx, authorityId)).map((role) => ({ ...role, holders: [...role.holders] })),
      absences: await listAbsences(ctx, authorityId),
    }),
  }),
]

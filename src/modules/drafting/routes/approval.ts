/** Sending to the heads, and the heads' pages. */

import { z } from 'zod'
import { actingPerson, may, today, type Read } from '../../../kernel/context.ts'
import { page } from '../../../kernel/http/route.ts'
import { caseFrame, getCase, type Case } from '../../registry/index.ts'
import { paperOf } from '../commands/register.ts'
import {
  obstaclesToAnswering,
  obstaclesToSubmitting,
  type Draft,
  type MemoDraft,
  type StatementDraft,
} from '../model/draft.ts'
import { warningsOfMemo, type Warning } from '../model/memo.ts'
import { warningsOfStatement } from '../model/statement.ts'
import { findDraft, findSubmission, getSubmission, listSubmitted, listWaitingFor } from '../queries.ts'
import { text as ruleText } from '../text.ts'
import { approvalsPage, sendForApproval, submissionPage } from '../views/approval.ts'
import { text } from '../views/text.ts'
import { headsOf, ownCase } from './tabs.ts'

export const send = page('/arenden/:caseId/skicka-for-godkannande', {
  may: 'drafting.submit',
  params: z.object({ caseId: z.string() }),
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const memo = await findDraft(ctx, theCase.id, 'memo')
    const statement = await findDraft(ctx, theCase.id, 'statement')
    const latest = await findSubmission(ctx, theCase.id)
    const open = [memo, statement].filter((draft) => draft !== null).filter(({ state }) => state === 'draft')
    const heads = await headsOf(ctx, theCase)
    const body = sendForApproval({
      theCase,
      papers: open.map((draft) => paper(ctx, draft, theCase)),
      obstacles: obstaclesToSubmitting({ memo, statement, waiting: latest?.state === 'waiting' ? latest : null }),
      warnings: warningsOf({ memo, statement }, theCase),
      heads,
      chosen: responsibleAmong(memo, heads),
      rejected,
    })
    const title = `${text.submitTitle}: ${theCase.referenceNumber}`
    return { title, section: 'cases', body: await caseFrame(ctx, theCase, { tab: 'memo', body }) }
  },
})

function paper(ctx: Read, draft: Draft, theCase: Case) {
  return paperOf(draft, theCase, { isDraft: draft.state !== 'approved', date: draft.registeredOn ?? today(ctx) })
}

type Both = { readonly memo: MemoDraft | null; readonly statement: StatementDraft | null }

function warningsOf({ memo, statement }: Both, theCase: Case): Warning[] {
  return [
    ...(memo?.state === 'draft' ? warningsOfMemo(memo.content, theCase.dueOn) : []),
    ...(memo === null ? [{ code: 'memo-missing', message: ruleText.noMemo, quote: null }] : []),
    ...(statement?.state === 'draft' ? warningsOfStatement(statement.content) : []),
  ]
}

function responsibleAmong(memo: MemoDraft | null, heads: readonly { id: string }[]): string[] {
  const responsible = new Set(memo?.content.responsible.map(({ personId }) => personId))
  return heads.map(({ id }) => id).filter((id) => responsible.has(id))
}

export const approvals = page('/godkannanden', {
  may: 'drafting.approve',
  params: z.object({}),
  show: async (ctx) => approvalsPage(await listWaitingFor(ctx, actingPerson(ctx)), today(ctx)),
})

export const oneSubmission = page('/godkannanden/:submissionId', {
  may: 'someone',
  params: z.object({ submissionId: z.uuid() }),
  show: async (ctx, { submissionId }, rejected) => {
    const submission = await getSubmission(ctx, submissionId)
    const theCase = await getCase(ctx, submission.caseId)
    const heads = await headsOf(ctx, theCase)
    const asked = new Set(submission.approvals.map(({ personId }) => personId))
    return submissionPage({
      theCase,
      submission,
      papers: (await listSubmitted(ctx, submissionId)).map((draft) => paper(ctx, draft, theCase)),
      obstacles: obstaclesToAnswering(submission, ctx.actor.personId),
      others: heads.filter(({ id }) => !asked.has(id)),
      mayAdd: may(ctx.actor, 'drafting.add-approver', theCase.authorityId),
      mayWithdraw: may(ctx.actor, 'drafting.withdraw', theCase.authorityId),
      today: today(ctx),
      rejected,
    })
  },
})

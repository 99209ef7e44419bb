/** Sending to the heads, and the heads' pages. */

import { z } from 'zod'
import { actingPerson, may, today, type Read } from '../../../kernel/context.ts'
import { html } from '../../../kernel/html.ts'
import { page } from '../../../kernel/http/route.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { together } from '../../../kernel/together.ts'
import { caseFrame, getCase, type Case } from '../../registry/index.ts'
import { dressedPaper, paperOf } from '../commands/register.ts'
import { answerableBy, obstaclesToAnswering, proposedBy } from '../model/chain.ts'
import { differenceOf, partsOf } from '../model/difference.ts'
import { digestOf } from '../model/digest.ts'
import { obstaclesToSubmitting, type Draft, type MemoDraft, type Words } from '../model/draft.ts'
import type { DraftChecks } from '../model/checks.ts'
import {
  checksOf,
  findDraft,
  findEarlierApproval,
  findLaterSubmission,
  findSubmission,
  getChain,
  getSubmission,
  listAnsweredBy,
  listSentWords,
  listSubmitted,
  listWaitingFor,
} from '../queries.ts'
import { leftOpen } from '../queries/considerations.ts'
import { text as ruleText } from '../text.ts'
import { sendForApproval, submissionPage, type Changes } from '../views/approval.ts'
import { approvalsPage } from '../views/heads.ts'
import { filesOfDraft } from '../views/parts.ts'
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
    const considerations = await leftOpen(ctx, memo)
    const body = sendForApproval({
      theCase,
      papers: await together(open.map((draft) => paper(ctx, draft, theCase))),
      obstacles: [
        ...obstaclesToSubmitting({ memo, statement, waiting: latest?.state === 'waiting' ? latest : null }),
        ...considerations.obstacles,
      ],
      warnings: [...(memo === null ? [ruleText.noMemo] : []), ...considerations.warnings],
      checks: await allChecks(ctx, open, theCase),
      heads,
      ...(await chosenOf(ctx, theCase, { memo, heads })),
      earlier: latest,
      rejected,
    })
    const title = `${text.submitTitle}: ${theCase.referenceNumber}`
    return { title, section: 'cases', body: await caseFrame(ctx, theCase, { tab: 'memo', body }) }
  },
})

function paper(ctx: Read, draft: Draft, theCase: Case) {
  const date = draft.registeredOn ?? today(ctx)
  return dressedPaper(ctx, draft, { theCase, isDraft: draft.state !== 'approved', date })
}

async function allChecks(ctx: Read, drafts: readonly Draft[], theCase: Case): Promise<DraftChecks[]> {
  return together(drafts.map((draft) => checksOf(ctx, draft, theCase)))
}

/** Whom the chain would ask, as far as they are heads today; and whom the memo names. */
async function chosenOf(
  ctx: Read,
  theCase: Case,
  { memo, heads }: { memo: MemoDraft | null; heads: readonly { id: string }[] },
) {
  const there = new Set(heads.map(({ id }) => id))
  const responsible = new Set(memo?.content.responsible.map(({ personId }) => personId ?? ''))
  const chain = (await getChain(ctx, theCase.authorityId)).map((role) => ({
    ...role,
    holders: role.holders.filter((id) => there.has(id)),
  }))
  return { proposed: proposedBy(chain, responsible), chosen: [...responsible].filter((id) => there.has(id)) }
}

export const approvals = page('/godkannanden', {
  may: 'drafting.approve',
  params: z.object({}),
  show: async (ctx) => {
    const person = actingPerson(ctx)
    const waiting = await listWaitingFor(ctx, person)
    return approvalsPage({ waiting, answered: await listAnsweredBy(ctx, person), today: today(ctx) })
  },
})

/** What is new to the person who reads: since they approved, and in what was sent later. */
async function changesIn(ctx: Read, submissionId: string, theCase: Case): Promise<Changes> {
  const later = await findLaterSubmission(ctx, submissionId)
  const { personId } = ctx.actor
  const earlier = personId === null ? null : await findEarlierApproval(ctx, { submissionId, personId })
  if (later === null && earlier === null) return { since: null, later: null }
  const now = partsIn(ctx, await listSentWords(ctx, submissionId), theCase)
  return {
    since: earlier && {
      day: swedishDay(earlier.answeredAt),
      parts: differenceOf(partsIn(ctx, await listSentWords(ctx, earlier.submissionId), theCase), now),
    },
    later:
      later === null
        ? null
        : {
            submissionId: later,
            parts: differenceOf(now, partsIn(ctx, await listSentWords(ctx, later), theCase)),
          },
  }
}

function partsIn(ctx: Read, words: readonly Words[], theCase: Case) {
  return words.flatMap((one) => partsOf(paperOf(one, theCase, { isDraft: true, date: today(ctx) })))
}

export const oneSubmission = page('/godkannanden/:submissionId', {
  may: 'someone',
  params: z.object({ submissionId: z.uuid() }),
  show: async (ctx, { submissionId }, rejected) => {
    const submission = await getSubmission(ctx, submissionId)
    const theCase = await getCase(ctx, submission.caseId)
    const heads = await headsOf(ctx, theCase)
    const asked = new Set(submission.approvals.map(({ personId }) => personId))
    const drafts = await listSubmitted(ctx, submissionId)
    const mine = answerableBy(submission.approvals, ctx.actor.personId)
    return submissionPage({
      theCase,
      submission,
      papers: await together(drafts.map((draft) => paper(ctx, draft, theCase))),
      files: html`${drafts.map(filesOfDraft)}`,
      digest: digestOf(drafts),
      insteadOf: mine.filter(({ personId }) => personId !== ctx.actor.personId).map(({ name }) => name),
      changes: await changesIn(ctx, submissionId, theCase),
      checks: submission.state === 'waiting' ? await allChecks(ctx, drafts, theCase) : [],
      obstacles: obstaclesToAnswering(submission, ctx.actor.personId),
      others: heads.filter(({ id }) => !asked.has(id)),
      mayAdd: may(ctx.actor, 'drafting.add-approver', theCase.authorityId),
      mayWithdraw: may(ctx.actor, 'drafting.withdraw', theCase.authorityId),
      today: today(ctx),
      rejected,
    })
  },
})

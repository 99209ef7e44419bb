/** Deciding in a case, and a decision to read. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import type { Paper } from '../../../kernel/documents/index.ts'
import { form, page, type Route } from '../../../kernel/http/route.ts'
import { caseFrame, getCase } from '../../registry/index.ts'
import { decideByDelegation, decideUrgently } from '../commands.ts'
import { decisionNumber, type DelegatedDecision } from '../model.ts'
import { decisionPaper } from '../papers.ts'
import { getDelegated, getRule, listDelegatedInCase, listRulesInForce, listUsableRules } from '../queries.ts'
import { text } from '../text.ts'
import { delegationTab } from '../views/case.ts'
import { decisionPage } from '../views/decision.ts'

const tab = page('/arenden/:caseId/delegation', {
  may: 'someone',
  params: z.object({ caseId: z.string() }),
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await getCase(ctx, caseId)
    const { authorityId } = theCase
    const mayDecide = theCase.state === 'open' && may(ctx.actor, 'delegation.decide', authorityId)
    const { personId } = ctx.actor
    const about = { authorityId, day: today(ctx) }
    const usable = mayDecide && personId !== null ? await listUsableRules(ctx, { ...about, personId }) : []
    const body = delegationTab({
      theCase,
      decisions: await listDelegatedInCase(ctx, theCase.id),
      usable,
      hasScheme: usable.length > 0 || (await listRulesInForce(ctx, authorityId, about.day)).length > 0,
      mayDecide,
      today: about.day,
      rejected,
    })
    const framed = await caseFrame(ctx, theCase, { tab: 'delegation', body })
    return { title: `${theCase.referenceNumber} ${text.tab}`, section: 'cases', body: framed }
  },
})

const one = page('/delegation/beslut/:decisionId', {
  may: 'someone',
  params: z.object({ decisionId: z.uuid() }),
  show: async (ctx, { decisionId }) => {
    const decision = await getDelegated(ctx, decisionId)
    return decisionPage({ decision, paper: await paperOf(ctx, decision), today: today(ctx) })
  },
})

/** The same document as was registered, from the same facts; null where it is withheld or another module made it. */
async function paperOf(ctx: Read, decision: DelegatedDecision): Promise<Paper | null> {
  const { title, points, referenceNumber, hasOwnDocument } = decision
  if (hasOwnDocument || title === null || points === null || referenceNumber === null) return null
  return decisionPaper({
    ...decision,
    title,
    points,
    number: decisionNumber(decision),
    rule: await getRule(ctx, decision.ruleId),
    theCase: { referenceNumber },
    delegate: { name: decision.delegateName, title: decision.delegateTitle },
    passedOn: decision.passedOnBy === null ? null : { givenByName: decision.passedOnBy },
  })
}

const back = { back: '/arenden/:caseId/delegation' }

export const caseRoutes: readonly Route[] = [
  tab,
  one,
  form('/arenden/:caseId/delegation/besluta', decideByDelegation, {
    ...back,
    then: ({ caseId }, { decisionId }) => `/arenden/${caseId}/delegation#${decisionId}`,
    says: ({ number }) => text.decide.said(number),
  }),
  form('/arenden/:caseId/delegation/besluta-bradskande', decideUrgently, {
    ...back,
    then: ({ caseId }, { decisionId }) => `/arenden/${caseId}/delegation#${decisionId}`,
    says: ({ number }) => text.decide.said(number),
  }),
]

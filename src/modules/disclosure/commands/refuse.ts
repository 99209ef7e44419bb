/** The written decision on what is refused: asked for, drafted, made. */

import { z } from 'zod'
import { choice, maybeWords, words as neededWords } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { found, Invalid, Refused, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { decideWithDocument } from '../../delegation/index.ts'
import { getDecision, listDecisions } from '../../meetings/index.ts'
import { writeLedger, type Case } from '../../registry/index.ts'
import { isHeldBack } from '../model/item.ts'
import {
  obstaclesToDelegate,
  obstaclesToDrafting,
  obstaclesToReferring,
  obstaclesToRefusing,
  obstaclesToSending,
} from '../model/refusal.ts'
import { obstaclesToAskingForDecision, requestNumber, timerFrom, type Progress } from '../model/request.ts'
import { decidedWords, mandateOf } from '../papers.ts'
import { listItems } from '../queries/items.ts'
import { mandatesAt } from '../queries/mandates.ts'
import { findRefusal, lockRequest, progressOf } from '../queries/requests.ts'
import { text } from '../text.ts'
import { registerProposal, registerRefusal, requestCase, type ToRefuse } from './request-case.ts'
import { note, updateRefusal, updateRequest } from './steps.ts'
import { appealCourt, appealCourts } from '../../organisation/index.ts'

const ofRequest = z.object({ requestId: z.uuid() })

/** Whoever was refused wants a decision that can be appealed (OSL 6:3). It is made promptly: the timer begins anew. */
export const askForDecision = command('disclosure.ask-for-decision', ofRequest, async (ctx, { requestId }) => {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  refuseIf(obstaclesToAskingForDecision(request, await progressOf(ctx, requestId)))
  refuseIf((await findRefusal(ctx, requestId))?.decidedAt ? [text.obstacle.decided] : [])
  const { dueOn, lateOn } = timerFrom(today(ctx))
  const change = { awaits_decision: true, decision_asked_on: today(ctx), due_on: dueOn, late_on: lateOn }
  await updateRequest(ctx, requestId, change)
  await note(ctx, requestId, ['decision-asked', { on: today(ctx) }])
  return { requestId }
})

const drafting = ofRequest.extend({
  recipient: maybeWords(300),
  provision: neededWords(300, () => text.invalid.noProvision),
  reasons: neededWords(20_000, () => text.invalid.noReasons),
  court: choice(appealCourts).optional().describe('The municipality’s court of appeal if left out'),
})

/** Writes the decision, or writes it anew. It can be read as it will look before anybody decides. */
export const draftRefusal = command('disclosure.draft-refusal', drafting, async (ctx, { requestId, ...words }) => {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  refuseIf(obstaclesToDrafting(request, await progressOf(ctx, requestId), await findRefusal(ctx, requestId)))
  const court = words.court ?? (await appealCourt(ctx))
  const row = { ...words, court, drafted_at: ctx.now, drafted_by: actingPerson(ctx) }
  await ctx.db
    .insertInto('disclosure.refusals')
    .values({ request_id: requestId, ...row })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(row))
    .execute()
  await note(ctx, requestId, ['drafted', { provision: words.provision }])
  return { requestId }
})

const deciding = ofRequest.extend({ ruleId: z.uuid({ error: () => text.invalid.noRule }) })

/**
 * Makes the decision (B-29) in the board's place, on a rule of its scheme about giving out records, by the rule's delegate: with
 * a number among the board's decisions by delegation, and told to the board as the rule says. It is appealed to the
 * administrative court of appeal, whatever the rule says of appeals.
 */
export const refuse = command('disclosure.refuse', deciding, async (ctx, { requestId, ruleId }) => {
  const about = await toDecide(ctx, requestId)
  const { rules } = await mandatesAt(ctx, about.request.authorityId)
  if (!rules.some(({ id }) => id === ruleId)) throw new Invalid({ ruleId: text.invalid.otherRule })
  const { caseId: before } = about.refusal
  refuseIf(obstaclesToDelegate(before === null ? [] : await listDecisions(ctx, before)))
  const theCase = await requestCase(ctx, about)
  let mandate = ''
  const asked = { caseId: theCase.id, ruleId, appeal: 'administrative', ...decidedWords(about) } as const
  const { decisionId, number, recordId } = await decideWithDocument(ctx, asked, (facts) => {
    mandate = mandateOf(facts)
    const { number: delegatedNumber, delegate: decidedBy, decidedOn: date } = facts
    return registerRefusal(ctx, theCase, { ...about, mandate, delegatedNumber, decidedBy, date })
  })
  await keepRefusal(ctx, about, { theCase, recordId, mandate, delegated_id: decisionId })
  return { requestId, caseId: theCase.id, referenceNumber: theCase.referenceNumber, recordId, decisionId, number }
})

/** Hands the decision to the board, which decides itself: the case is opened, with what came in and the draft as a proposal. */
export const refer = command('disclosure.refer', ofRequest, async (ctx, { requestId }) => {
  const about = await toDecide(ctx, requestId)
  refuseIf(obstaclesToReferring(about.request, about.progress, about.refusal))
  const theCase = await requestCase(ctx, about)
  const recordId = await registerProposal(ctx, theCase, about)
  const change = { case_id: theCase.id, referred_at: ctx.now, referred_by: actingPerson(ctx) }
  await updateRefusal(ctx, requestId, change)
  const facts = { requestId, request: requestNumber(about.request), recordId }
  await writeLedger(ctx, theCase.id, 'disclosure.referred', facts)
  await note(ctx, requestId, ['referred', { caseNumber: theCase.referenceNumber }])
  return { requestId, caseId: theCase.id, referenceNumber: theCase.referenceNumber, recordId }
})

const sending = ofRequest.extend({ decisionId: z.uuid({ error: () => text.invalid.noDecision }) })

/** Sends on what the board decided itself, when its minutes are adjusted, with how to appeal (B-29). */
export const sendBoards = command('disclosure.send-boards', sending, async (ctx, { requestId, decisionId }) => {
  const about = await toDecide(ctx, requestId)
  const decision = await getDecision(ctx, decisionId)
  if (decision.caseId !== about.refusal.caseId) throw new Invalid({ decisionId: text.invalid.noDecision })
  refuseIf(obstaclesToSending(decision))
  const theCase = await requestCase(ctx, about)
  const mandate = speaking('sv', () => text.paper.byBoard(decision.bodyName, decision.decidedOn, decision.paragraph))
  const { name, title } = ctx.actor
  const decided = { mandate, delegatedNumber: null, decidedBy: { name, title }, date: decision.decidedOn }
  const { id: recordId } = await registerRefusal(ctx, theCase, { ...about, ...decided })
  await keepRefusal(ctx, about, { theCase, recordId, mandate, board_decision_id: decisionId })
  return { requestId, caseId: theCase.id, referenceNumber: theCase.referenceNumber, recordId }
})

/** Everything that a decision rests on. Who decides must see all of what is decided: else it would be left out (B-29). */
async function toDecide(ctx: Write, requestId: string): Promise<ToRefuse & { readonly progress: Progress }> {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  const draft = await findRefusal(ctx, requestId)
  const progress = await progressOf(ctx, requestId)
  refuseIf(obstaclesToRefusing(request, progress, draft))
  const all = await listItems(ctx, requestId)
  if (all.length < progress.items) throw new Refused([text.obstacle.notAll])
  return { request, progress, refusal: found(draft), items: all.filter(isHeldBack) }
}

type Made = {
  readonly theCase: Case
  readonly recordId: string
  readonly mandate: string
  readonly delegated_id?: string
  readonly board_decision_id?: string
}

async function keepRefusal(ctx: Write, { request, refusal }: ToRefuse, made: Made): Promise<void> {
  const { theCase, recordId, ...decided } = made
  const who = { decided_at: ctx.now, decided_by: actingPerson(ctx) }
  await updateRefusal(ctx, request.id, { ...decided, ...who, case_id: theCase.id, record_id: recordId })
  await updateRequest(ctx, request.id, { awaits_decision: false })
  const { provision } = refusal
  const facts = { requestId: request.id, request: requestNumber(request), provision, recordId, mandate: made.mandate }
  await writeLedger(ctx, theCase.id, 'disclosure.decided', facts)
  const { referenceNumber: caseNumber } = theCase
  await note(ctx, request.id, ['refused', { caseNumber, provision, mandate: made.mandate }])
}

/** The written decision on what is refused: asked for, drafted, made. */

import { z } from 'zod'
import { choice, maybeWords, words as neededWords } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { paperFiles } from '../../../kernel/documents/index.ts'
import { found, Refused, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { linkCases, openCase, registerRecord, writeLedger, type Case, type RecordItem } from '../../registry/index.ts'
import type { Item } from '../model/item.ts'
import {
  courts,
  obstaclesToAskingForDecision,
  obstaclesToDrafting,
  obstaclesToRefusing,
  requestNumber,
  timerFrom,
  type DisclosureRequest,
  type Refusal,
} from '../model/request.ts'
import { refusalPaper } from '../papers.ts'
import { listItems } from '../queries/items.ts'
import { findRefusal, lockRequest, progressOf } from '../queries/requests.ts'
import { text } from '../text.ts'
import { note, updateRequest } from './steps.ts'

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
  court: choice(courts).default('goteborg'),
})

/** Writes the decision, or writes it anew. It can be read as it will look before anybody decides. */
export const draftRefusal = command('disclosure.draft-refusal', drafting, async (ctx, { requestId, ...words }) => {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  refuseIf(obstaclesToDrafting(request, await progressOf(ctx, requestId), await findRefusal(ctx, requestId)))
  const row = { ...words, drafted_at: ctx.now, drafted_by: actingPerson(ctx) }
  await ctx.db
    .insertInto('disclosure.refusals')
    .values({ request_id: requestId, ...row })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(row))
    .execute()
  await note(ctx, requestId, ['drafted', { provision: words.provision }])
  return { requestId }
})

const deciding = ofRequest.extend({ mandate: neededWords(300, () => text.invalid.noMandate) })

/**
 * Makes the decision (B-29): opens a case for the request, registers what came in and the decision that goes out as PDF and
 * Word, and says how to appeal. Only the head, or whoever it is delegated to; the mandate is written in the decision.
 */
export const refuse = command('disclosure.refuse', deciding, async (ctx, { requestId, mandate }) => {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  const draft = await findRefusal(ctx, requestId)
  const progress = await progressOf(ctx, requestId)
  refuseIf(obstaclesToRefusing(request, progress, draft))
  const all = await listItems(ctx, requestId)
  // Who decides must see all of what is decided: a record that is hidden from them would be left out of the decision (B-29).
  if (all.length < progress.items) throw new Refused([text.obstacle.notAll])
  const items = all.filter(({ outcome }) => outcome === 'partly' || outcome === 'refused')
  const theCase = await openRequestCase(ctx, request, items)
  const refusal: Refusal = { ...found(draft), mandate }
  const record = await registerDecision(ctx, theCase, { request, refusal, items })
  await ctx.db
    .updateTable('disclosure.refusals')
    .set({ mandate, decided_at: ctx.now, decided_by: actingPerson(ctx), case_id: theCase.id, record_id: record.id })
    .where('request_id', '=', requestId)
    .execute()
  await updateRequest(ctx, requestId, { awaits_decision: false })
  const { provision } = refusal
  const facts = { requestId, request: requestNumber(request), provision, recordId: record.id, mandate }
  await writeLedger(ctx, theCase.id, 'disclosure.decided', facts)
  await note(ctx, requestId, ['refused', { caseNumber: theCase.referenceNumber, provision, mandate }])
  return { requestId, caseId: theCase.id, referenceNumber: theCase.referenceNumber, recordId: record.id }
})

/** The request's own case, with the request as it came in, beside the cases it is about. */
async function openRequestCase(ctx: Write, request: DisclosureRequest, items: readonly Item[]): Promise<Case> {
  const number = requestNumber(request)
  const title = speaking('sv', () => text.paper.caseTitle(number))
  const theCase = await openCase(ctx, {
    authorityId: request.authorityId,
    title,
    officerId: actingPerson(ctx),
  })
  const asked = [request.asked, request.reference].filter((part) => part !== null).join('\n\n')
  await registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'in',
    kind: 'letter',
    title,
    party: speaking('sv', () => text.paper.party),
    datedOn: day(request.receivedAt),
    files: [
      { name: `${title.replaceAll(':', '-')}.txt`, mediaType: 'text/plain', bytes: new TextEncoder().encode(asked) },
    ],
  })
  const told = items.filter(({ inSecretCase }) => !inSecretCase)
  for (const caseId of new Set(told.map((item) => item.caseId))) await linkCases(ctx, theCase.id, caseId, 'related')
  return theCase
}

function day(at: Date): string {
  return today({ now: at })
}

type Deciding = { readonly request: DisclosureRequest; readonly refusal: Refusal; readonly items: readonly Item[] }

async function registerDecision(ctx: Write, theCase: Case, facts: Deciding): Promise<RecordItem> {
  const { name, title } = ctx.actor
  const { referenceNumber } = theCase
  const paper = refusalPaper({ ...facts, referenceNumber, date: today(ctx), decidedBy: { name, title } })
  return registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'out',
    kind: 'decision',
    title: paper.title,
    party: facts.refusal.recipient ?? speaking('sv', () => text.paper.party),
    files: await paperFiles(
      paper,
      speaking('sv', () => text.paper.fileName(referenceNumber)),
    ),
  })
}

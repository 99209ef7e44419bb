import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { paperFiles } from '../../../kernel/documents/index.ts'
import { together } from '../../../kernel/together.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { getCase, registerRecord, writeLedger, type RecordItem } from '../../registry/index.ts'
import { daysLate, obstaclesToAdjusting, type Adjusting, type Decision } from '../model/decision.ts'
import { dressed, lookOf, templateAt } from '../../templates/index.ts'
import { extractPaper, extractTitle } from '../model/extract.ts'
import { day, ticked } from '../model/input.ts'
import { lockDecisions } from '../queries/decisions.ts'
import { getItem, getMeeting } from '../queries/meetings.ts'
import { text } from '../text.ts'

const toAdjust = z.object({
  meetingId: z.uuid(),
  decisionIds: z
    .array(z.uuid())
    .min(1, { error: () => text.invalid.noDecisions })
    .default([]),
  adjustedOn: day,
  isImmediate: ticked,
})

/**
 * Records that the minutes of these §§ are adjusted, and puts an extract in each case. A meeting may be adjusted
 * in several parts. From here on the decisions cannot be changed.
 */
export const adjust = command('meetings.adjust', toAdjust, async (ctx, { meetingId, decisionIds, ...how }) => {
  const meeting = await getMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  if (decisionIds.length === 0) throw new Invalid({ decisionIds: text.invalid.noDecisions })
  const decisions = await lockDecisions(ctx, decisionIds)
  if (decisions.some((decision) => decision.meetingId !== meetingId) || decisions.length < new Set(decisionIds).size) {
    throw new Invalid({ decisionIds: text.invalid.otherMeeting })
  }
  refuseIf(obstaclesToAdjusting(decisions, how, today(ctx)))
  const extracts = []
  for (const decision of decisions) extracts.push(await adjustOne(ctx, decision, how))
  for (const { tell } of ctx.slots('minutes.adjusted')) await tell(ctx, { meeting, decisions, ...how })
  return { extracts, daysLate: daysLate(meeting.heldOn, how.adjustedOn) }
})

async function adjustOne(
  ctx: Write,
  decision: Decision,
  how: Adjusting,
): Promise<{ decisionId: string; recordId: string }> {
  const reservations = await reservationsOf(ctx, decision)
  const record = await registerExtract(ctx, { ...decision, reservations, state: 'adjusted', ...how })
  await ctx.db
    .updateTable('meetings.decisions')
    .set({
      state: 'adjusted',
      adjusted_on: how.adjustedOn,
      is_immediate: how.isImmediate,
      record_id: record.id,
      reservations,
    })
    .where('id', '=', decision.id)
    .execute()
  await writeLedger(ctx, decision.caseId, 'meetings.adjusted', {
    decisionId: decision.id,
    recordId: record.id,
    body: decision.bodyName,
    paragraph: decision.paragraph,
    ...how,
    daysLate: daysLate(decision.decidedOn, how.adjustedOn),
  })
  return { decisionId: decision.id, recordId: record.id }
}

/** Those that are recorded for the item, and what the secretary has written besides. */
async function reservationsOf(ctx: Write, { meetingId, itemId, reservations }: Decision): Promise<string | null> {
  const meeting = await getMeeting(ctx, meetingId)
  const recorded = await together(ctx.slots('decision.reservations').map(({ of }) => of(ctx, meeting, itemId)))
  const all = [...recorded, reservations].filter((words) => words !== null)
  return all.length === 0 ? null : all.join('\n\n')
}

/** The extract of the minutes (protokollsutdrag), as PDF and Word. Typeset before a record number is taken. */
async function registerExtract(ctx: Write, decision: Decision): Promise<RecordItem> {
  const theCase = await getCase(ctx, decision.caseId)
  const item = await getItem(ctx, decision.itemId)
  const meeting = await getMeeting(ctx, decision.meetingId)
  const head = await together(ctx.slots('extract.head').map((each) => each.fields(ctx, meeting, decision.itemId)))
  const parts = await together(ctx.slots('extract.parts').map((each) => each.parts(ctx, meeting, decision.itemId)))
  const sendTo = await together(ctx.slots('decision.recipients').map((each) => each.list(ctx, decision.caseId)))
  const paper = extractPaper(decision, {
    referenceNumber: theCase.referenceNumber,
    summary: item.summary,
    proposal: item.proposal,
    basis: item.papers.map((one) => one.title),
    sendTo: sendTo.flat(),
    head: head.flat(),
    before: parts.flatMap(({ before }) => before),
    after: parts.flatMap(({ after }) => after),
  })
  const title = extractTitle(decision)
  const look = await lookOf(ctx, (await templateAt(ctx, theCase.authorityId))?.id ?? null)
  const values = {
    ärendenummer: theCase.referenceNumber,
    rubrik: theCase.title,
    nämnd: capital(decision.bodyName),
    datum: decision.decidedOn,
  }
  const files = await paperFiles(dressed(paper, look, { kind: 'extract', values }), title)
  return registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'internal',
    kind: 'extract',
    title,
    datedOn: decision.adjustedOn ?? decision.decidedOn,
    files,
  })
}

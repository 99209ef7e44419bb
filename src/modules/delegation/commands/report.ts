/** Telling the board (anmälan): a list on the agenda of a meeting (KL 6:40). */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { type Paper, paperFiles } from '../../../kernel/documents/index.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { addToItem, getMeeting, placeOnAgenda, type Meeting } from '../../meetings/index.ts'
import { openCase, registerRecord, writeLedger } from '../../registry/index.ts'
import { decisionNumber, obstaclesToReporting, type DelegatedDecision } from '../model.ts'
import { listPaper, proposalOf, reportCaseTitle } from '../papers.ts'
import { findReportCase, findReportItem, listUnreported } from '../queries.ts'
import { holdBoard } from './hold.ts'

/**
 * Puts what the board has not been told of on the agenda of a meeting: a list as a record in the year's case, and an item with
 * a proposed decision. Done again before the meeting it adds a second list to the same item. Whether a decision is reported is
 * read from the agenda, so an item that is taken off, or a meeting that is cancelled, makes them unreported again.
 */
export const report = command('delegation.report', z.object({ meetingId: z.uuid() }), async (ctx, { meetingId }) => {
  const meeting = await getMeeting(ctx, meetingId)
  const { authorityId } = meeting
  allowAt(ctx, authorityId)
  await holdBoard(ctx, meeting.bodyId)
  const decisions = await listUnreported(ctx, meeting.bodyId, meeting.heldOn)
  const year = Number(meeting.heldOn.slice(0, 4))
  const caseId = await findReportCase(ctx, { bodyId: meeting.bodyId, year })
  const item = caseId === null ? null : await findReportItem(ctx, { meetingId, caseId })
  refuseIf(obstaclesToReporting({ meeting, count: decisions.length, item: item?.state ?? null }))

  const reportCase = caseId ?? (await openReportCase(ctx, { ...meeting, authorityId: authorityId ?? '' }, year))
  const paper = listPaper(decisions, meeting)
  const recordId = await registerList(ctx, { caseId: reportCase, paper })
  const itemId =
    item?.state === 'on_agenda'
      ? await addToItem(ctx, { itemId: item.itemId, recordIds: [recordId] })
      : await placeOnAgenda(ctx, {
          meetingId,
          caseId: reportCase,
          title: reportCaseTitle(year),
          proposal: proposalOf(meeting.bodyName),
          recordIds: [recordId],
        })
  await keep(ctx, { meeting, decisions, itemId, recordId })
  return { meetingId, itemId, recordId, caseId: reportCase, reported: decisions.length }
})

/** One case a year and board. */
export async function openReportCase(
  ctx: Write,
  board: { readonly bodyId: string; readonly bodyName: string; readonly authorityId: string },
  year: number,
): Promise<string> {
  const { id } = await openCase(ctx, { authorityId: board.authorityId, title: reportCaseTitle(year) })
  await ctx.db.insertInto('delegation.report_cases').values({ body_id: board.bodyId, year, case_id: id }).execute()
  return id
}

type Listing = { readonly caseId: string; readonly paper: Paper }

/** A list of decisions as PDF and Word. */
export async function registerList(ctx: Write, { caseId, paper }: Listing): Promise<string> {
  const { id } = await registerRecord(ctx, {
    caseId,
    direction: 'internal',
    kind: 'other',
    title: paper.title,
    files: await paperFiles(paper, paper.title),
  })
  return id
}

type Told = {
  readonly meeting: Meeting
  readonly decisions: readonly DelegatedDecision[]
  readonly itemId: string
  readonly recordId: string
}

async function keep(ctx: Write, { meeting, decisions, itemId, recordId }: Told): Promise<void> {
  const { id } = await ctx.db
    .insertInto('delegation.reports')
    .values({
      body_id: meeting.bodyId,
      authority_id: meeting.authorityId ?? '',
      meeting_id: meeting.id,
      item_id: itemId,
      record_id: recordId,
      made_at: ctx.now,
      made_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('delegation.reported')
    .values(decisions.map((decision) => ({ report_id: id, decision_id: decision.id })))
    .execute()
  for (const { id: decisionId, caseId, ...decision } of decisions) {
    // A case that is hidden from whoever reports is not written in by them.
    if (caseId === null) continue
    await writeLedger(ctx, caseId, 'delegation.reported', {
      decisionId,
      number: decisionNumber(decision),
      meetingId: meeting.id,
      body: meeting.bodyName,
      heldOn: meeting.heldOn,
    })
  }
}

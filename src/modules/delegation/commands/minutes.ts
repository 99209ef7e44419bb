/** Särskilt protokoll: what is not reported but can be appealed under chapter 13, and when it was noticed (KL 6:40, 7:8, 8:10; A-92). */

import { z } from 'zod'
import { day } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, refuseIf } from '../../../kernel/errors.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import { blank, postNotice } from '../../notices/index.ts'
import { getBody } from '../../organisation/index.ts'
import { writeLedger } from '../../registry/index.ts'
import { decisionNumber, obstaclesToNoticing, type Minutes } from '../model.ts'
import { minutesPaper } from '../papers.ts'
import { findReportCase, getMinutes, listDelegated } from '../queries.ts'
import { text } from '../text.ts'
import { holdBoard } from './hold.ts'
import { openReportCase, registerList } from './report.ts'

const board = z.object({ bodyId: z.uuid({ error: () => text.invalid.choose }) })

/** Draws up separate minutes over every decision of the board that needs them and has none. */
export const writeMinutes = command('delegation.write-minutes', board, async (ctx, { bodyId }) => {
  const body = await getBody(ctx, bodyId)
  const { authorityId } = body
  allowAt(ctx, authorityId)
  await holdBoard(ctx, bodyId)
  const decisions = (await listDelegated(ctx, { bodyId, standings: ['to_minute'] })).toReversed()
  refuseIf(decisions.length === 0 || authorityId === null ? [text.obstacle.nothingToMinute] : [])
  const year = Number(today(ctx).slice(0, 4))
  const facts = { bodyId, bodyName: body.name, authorityId: authorityId ?? '' }
  const caseId = (await findReportCase(ctx, { bodyId, year })) ?? (await openReportCase(ctx, facts, year))
  const paper = minutesPaper(decisions, { bodyName: body.name, madeOn: today(ctx) })
  const recordId = await registerList(ctx, { caseId, paper })
  const { id: minutesId } = await ctx.db
    .insertInto('delegation.minutes')
    .values({
      body_id: bodyId,
      authority_id: facts.authorityId,
      record_id: recordId,
      made_on: today(ctx),
      made_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('delegation.minuted')
    .values(decisions.map(({ id }) => ({ decision_id: id, minutes_id: minutesId })))
    .execute()
  for (const { id: decisionId, caseId: own, ...decision } of decisions) {
    if (own === null) continue
    const number = decisionNumber(decision)
    await writeLedger(ctx, own, 'delegation.minuted', { decisionId, number, minutesId, body: body.name })
  }
  return { minutesId, recordId, decisions: decisions.length }
})

const toNotice = z.object({ minutesId: z.uuid(), noticedOn: day })

/**
 * Posts the minutes on the notice board, when the day is today; another day is that of a board kept elsewhere. The time for appeal
 * runs from it (KL 8:10, 13:5).
 */
export const noticeMinutes = command('delegation.notice-minutes', toNotice, async (ctx, { minutesId, noticedOn }) => {
  const { bodyId, authorityId } = await getMinutes(ctx, minutesId)
  allowAt(ctx, authorityId)
  await holdBoard(ctx, bodyId)
  const minutes = await getMinutes(ctx, minutesId)
  refuseIf(obstaclesToNoticing(minutes, noticedOn, today(ctx)))
  const { numUpdatedRows } = await ctx.db
    .updateTable('delegation.minutes')
    .set({ noticed_on: noticedOn })
    .where('id', '=', minutesId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
  if (noticedOn === today(ctx)) await postOnBoard(ctx, minutes)
  await writeLedger(ctx, minutes.caseId, 'delegation.noticed', { minutesId, body: minutes.bodyName, noticedOn })
  return { minutesId, bodyId }
})

async function postOnBoard(ctx: Write, { authorityId, bodyId, bodyName, madeOn }: Minutes): Promise<void> {
  const title = speaking('sv', () => text.paper.minutesTitle(capital(bodyName), madeOn))
  await postNotice(ctx, { ...blank, authorityId, bodyId, kind: 'delegated_decisions', title })
}

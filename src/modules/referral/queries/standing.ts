/** What an answer rests on where no board has decided it, and the drafts that were sent before anybody had. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { isDecidedAfter } from '../../meetings/index.ts'
import { settling, type Delegated, type Round } from '../model.ts'
import { draftParts, type DraftAnswer } from '../model/draft-answer.ts'
import { isShut } from './shut.ts'

/** The latest decision in the case by the chair, or on a rule for statements; null where there is none that still holds. */
export async function findDelegated(ctx: Read | Write, caseId: string): Promise<Delegated | null> {
  const row = await ctx.db
    .selectFrom('delegation.decisions as d')
    .innerJoin('delegation.rules as r', 'r.id', 'd.rule_id')
    .where('d.case_id', '=', caseId)
    .where((eb) => eb.or([eb('d.is_urgent', '=', true), eb('r.nature', '=', 'statement')]))
    .where(sql<boolean>`not exists (select from delegation.decisions later where later.corrects_id = d.id)`)
    .select([
      'd.id',
      'd.record_id as recordId',
      'd.is_urgent as isUrgent',
      'd.decided_on as decidedOn',
      'd.delegate_name as delegateName',
      'r.number as rule',
      sql<string>`'D ' || d.year || ':' || d.number`.as('number'),
    ])
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.number', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** Whether the sender has decided the matter since the round was sent: what comes then was not before it (I-21). */
export async function hasDecidedMatter(ctx: Read | Write, round: Round): Promise<boolean> {
  const { sentAt, decisionId } = round
  if (sentAt === null) return false
  return isDecidedAfter(ctx, round.caseId, { day: swedishDay(sentAt), besides: decisionId, outcomes: settling })
}

/** The drafts under political treatment of a round, or of one that was asked; the latest first. */
export async function listDraftAnswers(
  ctx: Read | Write,
  of: { readonly roundId: string } | { readonly recipientId: string },
): Promise<DraftAnswer[]> {
  const all = ctx.db
    .selectFrom('referral.draft_answers as d')
    .innerJoin('referral.recipients as x', 'x.id', 'd.recipient_id')
    .leftJoin('registry.records as k', 'k.id', 'd.record_id')
    .select([
      'd.id',
      'd.recipient_id as recipientId',
      'd.stance',
      'd.parts',
      isShut('d.record_id').as('isMarked'),
      'd.record_id as recordId',
      'd.board_on as boardOn',
      'd.sent_at as sentAt',
    ])
    .orderBy('d.sent_at', 'desc')
    .orderBy('k.number', 'desc')
  const rows = await (
    'roundId' in of ? all.where('x.round_id', '=', of.roundId) : all.where('d.recipient_id', '=', of.recipientId)
  ).execute()
  return rows.map(({ parts, stance, ...row }) => {
    const said = row.isMarked ? { parts: [], stance: 'none' as const } : { parts: draftParts.parse(parts), stance }
    return { ...row, ...said }
  })
}

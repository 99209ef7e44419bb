/** Who was asked and how far they have come: one statement for a whole round, without a word of what they are writing. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { expectedDispatch, waysOut } from '../../planning/index.ts'
import { seeingCases } from '../../registry/index.ts'
import { isAsked, stages, type Recipient, type RecipientAnswer, type Stage } from '../model.ts'
import { isAnswerShut, isShut, reservationsShut } from './shut.ts'

type Progress = {
  stage: string | null
  officer: string | null
  board_on: string | null
  paragraph: number | null
  decided_on: string | null
  adjusted_on: string | null
  way: string | null
  adjust_days: number | null
}

/** What it has answered, or sent before it had decided. */
const answerColumns = [
  's.id as answerId',
  's.stance',
  isAnswerShut().as('isMarked'),
  isShut('s.extract_record_id').as('isExtractMarked'),
  's.decided_by as decidedBy',
  's.arrived_at as arrivedAt',
  's.is_late as isLate',
  's.is_after_decision as isAfterDecision',
  's.decided_on as answerDecidedOn',
  's.paragraph as answerParagraph',
  's.rule',
  's.reservations',
  sql<Date | null>`(select max(f.sent_at) from referral.draft_answers f
    where f.recipient_id = x.id and not ${isShut('f.record_id')})`.as('draftSentAt'),
] as const

/** When it was asked and must have answered: no day until it is asked, and none of its own where that is the day of its turn. */
const dayColumns = [
  'x.turn',
  'x.asked_at as askedAt',
  sql<boolean>`c.state is not distinct from 'closed'`.as('isCaseClosed'),
  sql<
    string | null
  >`case when r.state = 'draft' or x.asked_at is not null then coalesce(x.answer_by, r.answer_by) end`.as('answerBy'),
  sql<boolean>`x.answer_by is not null and x.answer_by is distinct from t.answer_by`.as('isExtended'),
] as const

/** How far its own case has come. */
const farColumns = [
  'far.stage',
  'far.officer as officerName',
  'far.board_on as boardOn',
  'far.paragraph',
  'far.decided_on as decidedOn',
  'far.adjusted_on as adjustedOn',
  'far.way',
  'far.adjust_days as adjustDays',
] as const

function selectRecipients(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .leftJoin('organisation.bodies as over', 'over.id', 'b.parent_id')
    .leftJoin('referral.recipients as h', 'h.id', 'x.joint_with')
    .leftJoin('organisation.bodies as hb', 'hb.id', 'h.body_id')
    .leftJoin('registry.cases as c', 'c.id', 'x.case_id')
    .leftJoin('referral.turns as t', (join) =>
      join.onRef('t.round_id', '=', 'x.round_id').onRef('t.number', '=', 'x.turn'),
    )
    .leftJoin('referral.answers as s', 's.recipient_id', 'x.id')
    .leftJoinLateral(
      () => sql<Progress>`referral.stage_of(x.case_id)`.as('far'),
      (join) => join.onTrue(),
    )
    .select([
      'x.id',
      'x.round_id as roundId',
      'x.body_id as bodyId',
      'b.name as bodyName',
      'b.kind as bodyKind',
      sql<boolean>`coalesce(over.kind = 'auditors', false)`.as('isOfAuditors'),
      'x.kind',
      'x.is_mandatory as isMandatory',
      'b.authority_id as authorityId',
      'x.joint_with as jointWith',
      'hb.name as jointName',
      'x.case_id as caseId',
      'c.reference_number as referenceNumber',
      'c.is_secret as isSecret',
      'x.out_record_id as outRecordId',
      'x.in_record_id as inRecordId',
      'r.state as roundState',
      ...dayColumns,
      ...farColumns,
      ...answerColumns,
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRecipients>['executeTakeFirstOrThrow']>>

function recipientOf(row: Omit<Row, 'isSecret'>): Recipient {
  const { answerId, stance, decidedBy, arrivedAt, isLate, isAfterDecision, roundState, stage, ...rest } = row
  const { answerDecidedOn, answerParagraph, rule, reservations, isMarked, isExtractMarked, way, adjustDays, ...facts } =
    rest
  const answer: RecipientAnswer | null =
    answerId === null || stance === null || decidedBy === null || arrivedAt === null
      ? null
      : {
          id: answerId,
          ...{ decidedBy, arrivedAt, rule, isMarked },
          stance: isMarked ? 'none' : stance,
          reservations: isMarked || reservations === null ? null : isExtractMarked ? reservationsShut : reservations,
          decidedOn: answerDecidedOn,
          paragraph: answerParagraph,
          isLate: isLate === true,
          isAfterDecision: isAfterDecision === true,
        }
  const where = { isAnswered: answer !== null, isDraft: roundState === 'draft', isAsked: facts.askedAt !== null }
  return {
    ...facts,
    answer,
    stage: stageOf(stage, where),
    expectedOn: answer === null ? expectedOf({ ...facts, way, adjustDays }) : null,
  }
}

type Known = Pick<Row, 'way' | 'adjustDays' | 'boardOn' | 'decidedOn' | 'adjustedOn' | 'answerBy'>

function expectedOf({ way, answerBy, ...days }: Known): string | null {
  return expectedDispatch({ ...days, dueOn: answerBy, way: waysOut.find((one) => one === way) ?? 'board' })
}

type Where = { readonly isAnswered: boolean; readonly isDraft: boolean; readonly isAsked: boolean }

function stageOf(stage: string | null, { isAnswered, isDraft, isAsked }: Where): Stage {
  if (isAnswered) return 'answered'
  if (isDraft) return 'asked'
  return isAsked ? (stages.find((one) => one === stage) ?? 'outside') : 'in_turn'
}

/** By name; those whose own case is marked are noted as seen (E-17). */
function byName(ctx: Read | Write, rows: readonly Row[]): Recipient[] {
  const recipients = seeingCases(ctx, 'referral', rows).map(recipientOf)
  return recipients.toSorted((a, b) => a.bodyName.localeCompare(b.bodyName, 'sv'))
}

/** Everyone who was asked, by name. */
export async function listRecipients(ctx: Read | Write, roundId: string): Promise<Recipient[]> {
  const rows = await selectRecipients(ctx).where('x.round_id', '=', roundId).execute()
  return byName(ctx, rows)
}

/** One that was asked and those who may be answering beside it: of its own authority, and other administrations where it is one. */
export async function listBeside(
  ctx: Read,
  { roundId, authorityId, kind }: Pick<Recipient, 'roundId' | 'authorityId' | 'kind'>,
): Promise<Recipient[]> {
  const near = selectRecipients(ctx).where('x.round_id', '=', roundId)
  const rows = await near
    .where((row) =>
      row.or([
        row('b.authority_id', '=', authorityId),
        ...(kind === 'administration' ? [row('x.kind', '=', kind)] : []),
      ]),
    )
    .execute()
  return byName(ctx, rows)
}

/** These, by name. */
export async function listThese(ctx: Read, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return []
  const rows = await selectRecipients(ctx).where('x.id', 'in', ids).execute()
  return byName(ctx, rows)
}

/** Those who answer together with one that writes, by name. */
export async function listMembers(ctx: Read, hostId: string): Promise<Recipient[]> {
  const rows = await selectRecipients(ctx).where('x.joint_with', '=', hostId).execute()
  return byName(ctx, rows)
}

/** Those who have got it: not those who wait for their turn (I-06). */
export async function listAsked(ctx: Read | Write, roundId: string): Promise<Recipient[]> {
  return (await listRecipients(ctx, roundId)).filter(isAsked)
}

/** Throws `NotFound`. */
export async function getRecipient(ctx: Read | Write, recipientId: string): Promise<Recipient> {
  const [recipient] = byName(ctx, await selectRecipients(ctx).where('x.id', '=', recipientId).execute())
  return found(recipient)
}

/** The one that was asked in this case, or null when the case did not come from a referral. */
export async function findRecipient(ctx: Read | Write, caseId: string): Promise<Recipient | null> {
  const [recipient] = byName(ctx, await selectRecipients(ctx).where('x.case_id', '=', caseId).execute())
  return recipient ?? null
}

/** The same as `getRecipient`, held until the transaction ends, so that it is answered once. */
export async function lockRecipient(ctx: Write, recipientId: string): Promise<Recipient> {
  await ctx.db.selectFrom('referral.recipients').select('id').where('id', '=', recipientId).forUpdate().execute()
  return getRecipient(ctx, recipientId)
}

/** Holds everyone who was asked until the transaction ends, in the same order whoever asks. */
export async function lockRecipients(ctx: Write, roundId: string): Promise<void> {
  await ctx.db
    .selectFrom('referral.recipients')
    .select('id')
    .where('round_id', '=', roundId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Rounds, one and many. A draft is seen by its sender only: the database hides it from the rest. */

import { sql } from 'kysely'
import { z } from 'zod'
import { today, type Read, type Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { richText } from '../../../kernel/rich-text.ts'
import { questionSettings } from '../../drafting/index.ts'
import { seeingCases, type SeenIn } from '../../registry/index.ts'
import type { Correction, Question, Round, RoundDocument } from '../model.ts'

const turnsOfIt = sql<unknown>`(select coalesce(json_agg(json_build_object('number', t.number, 'answerBy', t.answer_by, 'sentAt', t.sent_at)
  order by t.number), '[]') from referral.turns t where t.round_id = r.id)`

function selectRounds(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.rounds as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .innerJoin('organisation.authorities as a', 'a.id', 'r.authority_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'r.issuer_id')
    .leftJoin('organisation.people as p', 'p.id', 'r.contact_id')
    .leftJoin('meetings.decisions as d', 'd.id', 'r.decision_id')
    .leftJoin('organisation.bodies as decider', 'decider.id', 'd.body_id')
    .select([
      'r.id',
      'r.case_id as caseId',
      'c.is_secret as isSecret',
      'c.reference_number as referenceNumber',
      'r.authority_id as authorityId',
      'a.name as authorityName',
      'r.issuer_id as issuerId',
      'b.name as issuerName',
      'b.kind as issuerKind',
      'r.title',
      'r.state',
      'r.decision_id as decisionId',
      'r.without_position as withoutPosition',
      'r.cover_letter as coverLetter',
      'r.answer_by as answerBy',
      'r.version',
      'r.sent_at as sentAt',
      'p.id as contactId',
      'p.name as contactName',
      'p.title as contactTitle',
      'p.email as contactEmail',
      'p.phone as contactPhone',
      'decider.name as deciderName',
      'd.paragraph',
      'd.decided_on as decidedOn',
      'd.record_id as extractId',
      'r.order_reason as orderReason',
      turnsOfIt.as('turns'),
    ])
}

const keptTurns = z.array(z.object({ number: z.number(), answerBy: z.string(), sentAt: z.coerce.date().nullable() }))

type Row = Awaited<ReturnType<ReturnType<typeof selectRounds>['executeTakeFirstOrThrow']>>

function factsOf(row: Omit<Row, 'isSecret'>): Omit<Round, 'questions' | 'documents' | 'corrections'> {
  const { contactId, contactName, contactTitle, contactEmail, contactPhone, ...rest } = row
  const { deciderName, paragraph, decidedOn, extractId, coverLetter, orderReason, turns, ...facts } = rest
  return {
    ...facts,
    inTurn: orderReason === null ? null : { reason: orderReason, turns: keptTurns.parse(turns) },
    coverLetter: richText.parse(coverLetter),
    contact:
      contactId === null
        ? null
        : {
            id: contactId,
            name: contactName ?? '',
            title: contactTitle ?? '',
            email: contactEmail ?? '',
            phone: contactPhone,
          },
    decision:
      deciderName === null || paragraph === null || decidedOn === null
        ? null
        : { bodyName: deciderName, paragraph, decidedOn, recordId: extractId },
  }
}

/** One round with its questions, documents and corrections. Of a marked case, it is noted as seen (E-17). Throws `NotFound`. */
export async function getRound(ctx: Read | Write, roundId: string): Promise<Round> {
  const [row] = seeingCases(ctx, 'referral', await selectRounds(ctx).where('r.id', '=', roundId).execute())
  return {
    ...factsOf(found(row)),
    questions: await listQuestions(ctx, roundId),
    documents: await listDocuments(ctx, roundId),
    corrections: await listCorrections(ctx, roundId),
  }
}

/** The same, held until the transaction ends, so that two clicks cannot both send it. */
export async function lockRound(ctx: Write, roundId: string): Promise<Round> {
  await ctx.db.selectFrom('referral.rounds').select('id').where('id', '=', roundId).forUpdate().execute()
  return getRound(ctx, roundId)
}

export async function listQuestions(ctx: Read | Write, roundId: string): Promise<Question[]> {
  const rows = await ctx.db
    .selectFrom('referral.questions')
    .select([
      'id',
      'number',
      'kind',
      'text',
      'help',
      'is_required as isRequired',
      'settings',
      'condition_on as on',
      'condition_is as is',
    ])
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute()
  return rows.map(({ settings, on, is, ...question }) => ({
    ...question,
    condition: on === null || is === null ? null : { questionId: on, is },
    ...questionSettings.parse(settings),
  }))
}

/** Questions taken out of a draft that can be put back, the latest first. */
export async function listRemovedQuestions(
  ctx: Read | Write,
  roundId: string,
): Promise<{ readonly id: string; readonly text: string }[]> {
  return ctx.db
    .selectFrom('referral.removed_questions')
    .select(['id', sql<string>`question ->> 'text'`.as('text')])
    .where('round_id', '=', roundId)
    .orderBy('removed_at', 'desc')
    .limit(20)
    .execute()
}

async function listDocuments(ctx: Read | Write, roundId: string): Promise<RoundDocument[]> {
  return ctx.db
    .selectFrom('referral.documents as d')
    .innerJoin('registry.records as r', 'r.id', 'd.record_id')
    .select(['d.record_id as recordId', 'd.position', 'd.version', 'r.title', 'r.dated_on as datedOn'])
    .where('d.round_id', '=', roundId)
    .orderBy('d.version')
    .orderBy('d.position')
    .execute()
}

async function listCorrections(ctx: Read | Write, roundId: string): Promise<Correction[]> {
  return ctx.db
    .selectFrom('referral.corrections as k')
    .innerJoin('organisation.people as p', 'p.id', 'k.by')
    .select(['k.version', 'k.what', 'k.at', 'p.name as byName'])
    .where('k.round_id', '=', roundId)
    .orderBy('k.version')
    .execute()
}

/** A round in a list, with how many were asked, have answered, and are past their own last answer day. */
export type RoundRow = Pick<
  Round,
  | 'id'
  | 'caseId'
  | 'referenceNumber'
  | 'authorityId'
  | 'authorityName'
  | 'issuerName'
  | 'title'
  | 'state'
  | 'answerBy'
  | 'sentAt'
> & { readonly asked: number; readonly answered: number; readonly overdue: number; readonly createdAt: Date }

export type RoundFilter = {
  /** Rounds sent by this authority. */
  readonly sentBy?: string
  /** Rounds that asked a body of this authority. */
  readonly sentTo?: string
  readonly caseId?: string
  /** Rounds that rest on this decision. */
  readonly decisionId?: string
  readonly states?: readonly Round['state'][]
  /** The list they are shown in, if not that of referrals. */
  readonly seenIn?: SeenIn
  /** Keyset: only what is older than this round. */
  readonly after?: { readonly createdAt: string; readonly id: string }
  readonly limit?: number
}

/** How many were asked, have answered, and are past their own last answer day on this ISO day. */
function countsOn(day: string) {
  return [
    sql<number>`(select count(*) from referral.recipients x where x.round_id = r.id
      and (r.state <> 'closed' or x.asked_at is not null))`.as('asked'),
    sql<number>`(select count(*) from referral.recipients x join referral.answers s on s.recipient_id = x.id
      where x.round_id = r.id)`.as('answered'),
    sql<number>`(select count(*) from referral.recipients x where x.round_id = r.id and x.asked_at is not null
      and coalesce(x.answer_by, r.answer_by) < ${day}::date
      and not exists (select from referral.answers s where s.recipient_id = x.id))`.as('overdue'),
  ] as const
}

function cameTo(authorityId: string) {
  return sql<boolean>`exists (select from referral.recipients x join registry.cases t on t.id = x.case_id
    where x.round_id = r.id and t.authority_id = ${authorityId})`
}

/** Rounds, the newest first. Those of marked cases are noted as seen (E-17). */
export async function listRounds(ctx: Read | Write, filter: RoundFilter = {}): Promise<RoundRow[]> {
  const { sentBy, sentTo, caseId, decisionId, states, after, limit = 50 } = filter
  const rows = await ctx.db
    .selectFrom('referral.rounds as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .innerJoin('organisation.authorities as a', 'a.id', 'r.authority_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'r.issuer_id')
    .select([
      'r.id',
      'r.case_id as caseId',
      'c.reference_number as referenceNumber',
      'r.authority_id as authorityId',
      'a.name as authorityName',
      'b.name as issuerName',
      'r.title',
      'r.state',
      'r.answer_by as answerBy',
      'r.sent_at as sentAt',
      'r.created_at as createdAt',
      'c.is_secret as isSecret',
      ...countsOn(today(ctx)),
    ])
    .$if(sentBy !== undefined, (query) => query.where('r.authority_id', '=', sentBy ?? ''))
    .$if(sentTo !== undefined, (query) => query.where(cameTo(sentTo ?? '')))
    .$if(caseId !== undefined, (query) => query.where('r.case_id', '=', caseId ?? ''))
    .$if(decisionId !== undefined, (query) => query.where('r.decision_id', '=', decisionId ?? ''))
    .$if(states !== undefined, (query) => query.where('r.state', 'in', states ?? []))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(r.created_at, r.id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return seeingCases(ctx, filter.seenIn ?? 'referral', rows)
}

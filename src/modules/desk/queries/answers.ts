/**
 * Decided answers, read. Only what has been decided and dispatched is among them, never a draft (TF 2:12); where the case is
 * marked, only for those who may read it; and nothing of a marked statement, which is read in its record (B-04).
 */

import { sql } from 'kysely'
import type { Read } from '../../../kernel/context.ts'
import { richText } from '../../../kernel/rich-text.ts'
import { answerItems } from '../../drafting/index.ts'
import { isShut } from '../../referral/index.ts'
import { noteSeen, seeingCases } from '../../registry/index.ts'
import { plainly, type DecidedPart, type Now, type Promised } from '../model/answer.ts'

const columns = [
  'p.id',
  'r.id as roundId',
  'r.title as roundTitle',
  'issuer.name as issuerName',
  'x.id as recipientId',
  'b.name as bodyName',
  'c.reference_number as referenceNumber',
  'q.number as questionNumber',
  'q.text as questionText',
  'p.stance',
  'p.text',
  'p.items',
  's.paragraph',
  's.decided_on as decidedOn',
  sql<string | null>`case when ${isShut('s.extract_record_id')} then null else s.reservations end`.as('reservations'),
] as const

/** What is marked about it: its case, or the case that asked. */
const marks = [
  'x.case_id as caseId',
  'c.is_secret as isSecret',
  'r.case_id as senderCaseId',
  'sender.is_secret as isSenderSecret',
] as const

function selectParts(ctx: Read) {
  return ctx.db
    .selectFrom('referral.answer_parts as p')
    .innerJoin('referral.answers as s', 's.id', 'p.answer_id')
    .innerJoin('referral.recipients as x', 'x.id', 's.recipient_id')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .innerJoin('organisation.bodies as issuer', 'issuer.id', 'r.issuer_id')
    .leftJoin('registry.cases as c', 'c.id', 'x.case_id')
    .leftJoin('registry.cases as sender', 'sender.id', 'r.case_id')
    .leftJoin('referral.questions as q', 'q.id', 'p.question_id')
    .where((on) => on.or([on('x.case_id', 'is', null), on('c.id', 'is not', null)]))
    .where(({ not }) => not(isShut('s.statement_record_id')))
    .where(
      sql<boolean>`not exists (select from registry.records own where own.case_id = x.case_id and own.kind = 'statement' and own.is_secret)`,
    )
    .select(columns)
    .select(marks)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectParts>['executeTakeFirstOrThrow']>>

function partOf({ questionNumber, questionText, text, items, ...row }: Omit<Row, keyof Marks>): DecidedPart {
  const question = questionNumber === null ? null : { number: questionNumber, text: questionText ?? '' }
  const answered = answerItems.parse(items)
  const { areas, themes } = answered
  return { ...row, question, text: richText.parse(text), items: answered, areas, themes }
}

type Marks = Pick<Row, 'caseId' | 'isSecret' | 'senderCaseId' | 'isSenderSecret'>

/** The parts as they are shown. Of a marked case, or one out of a marked case, it is noted as seen (E-17). */
function seenParts(ctx: Read, rows: readonly Row[]): DecidedPart[] {
  return rows.map(({ caseId, isSecret, senderCaseId, isSenderSecret, ...row }) => {
    if (isSecret === true && caseId !== null) noteSeen(ctx, 'answers', [{ caseId }])
    if (isSenderSecret === true) noteSeen(ctx, 'answers', [{ caseId: senderCaseId }])
    return partOf(row)
  })
}

const mostShown = 12

/** Something was answered, in words or otherwise. */
const saysSomething = sql<boolean>`(p.plain <> '' or p.items <> '{}')`

/** Whether the answer names an area or a theme that is chosen now, or that the question names: as `whyShown` says it. */
function sharesPlaces({ areas, themes, words }: Now) {
  const name = sql`' ' || btrim(regexp_replace(lower(n.value #>> '{}'), '[^[:alnum:]]+', ' ', 'g')) || ' '`
  const among = (path: string, chosen: readonly string[]) =>
    sql`exists (select from jsonb_path_query(p.items, ${path}::jsonpath) as n (value)
      where ${name} = any (${chosen.map(plainly)}::text[]) or position(${name} in ${plainly(words)}) > 0)`
  return sql`(${among('$.areas[*]', areas)} or ${among('$.themes[*]', themes)})`
}

/** What the authority has answered before, in other rounds, that is most like what is asked now; or has the words sought. */
export async function listEarlier(
  ctx: Read,
  { authorityId, roundId, now, sought }: EarlierAsked,
): Promise<DecidedPart[]> {
  const asked = sought === '' ? sql`desk.like_words(${now.words})` : sql`websearch_to_tsquery('swedish', ${sought})`
  const said = sql`(to_tsvector('swedish', concat_ws(' ', r.title, q.text)) || p.words)`
  const shares = sharesPlaces(now)
  const isLike = sql<boolean>`(${said} @@ ${asked} or (${sought === ''} and ${shares}))`
  const rows = await selectParts(ctx)
    .where('b.authority_id', '=', authorityId)
    .where(saysSomething)
    .$if(roundId !== null, (query) => query.where('r.id', '<>', roundId))
    .where(isLike)
    .orderBy(sql`ts_rank(${said}, ${asked}, 1) + case when ${shares} then 1 else 0 end`, 'desc')
    .orderBy('s.decided_on', (order) => order.desc().nullsLast())
    .orderBy('p.id')
    .limit(mostShown)
    .execute()
  return seenParts(ctx, rows)
}

export type EarlierAsked = {
  readonly authorityId: string
  /** The round that is answered now; null in a case that answers none. */
  readonly roundId: string | null
  readonly now: Now
  /** Words to look for instead; '' for none. */
  readonly sought: string
}

/** What the others who were asked in a round have answered, on one of its questions; null is what stands outside them. */
export async function listOthers(
  ctx: Read,
  { roundId, authorityId, number }: { roundId: string; authorityId: string; number: number | null },
): Promise<DecidedPart[]> {
  const rows = await selectParts(ctx)
    .where('r.id', '=', roundId)
    .where('b.authority_id', 'is distinct from', authorityId)
    .where('q.number', 'is not distinct from', number)
    .execute()
  return seenParts(ctx, rows).toSorted((a, b) => a.bodyName.localeCompare(b.bodyName, 'sv'))
}

/** What the bodies of an authority have answered in every round out of a case of the sender, by question. */
export async function listPartsOfCase(
  ctx: Read,
  { authorityId, caseId }: { readonly authorityId: string; readonly caseId: string },
): Promise<DecidedPart[]> {
  const rows = await selectParts(ctx)
    .where('r.case_id', '=', caseId)
    .where('b.authority_id', '=', authorityId)
    .where(saysSomething)
    .orderBy('q.number', (order) => order.asc().nullsLast())
    .orderBy('p.id')
    .execute()
  return seenParts(ctx, rows)
}

/** How many others were asked in a round, and how many of them have answered. */
export async function countOthers(
  ctx: Read,
  { roundId, authorityId }: { roundId: string; authorityId: string },
): Promise<{ asked: number; answered: number }> {
  return ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .leftJoin('referral.answers as s', 's.recipient_id', 'x.id')
    .where('x.round_id', '=', roundId)
    .where('b.authority_id', 'is distinct from', authorityId)
    .select([sql<number>`count(*)`.as('asked'), sql<number>`count(s.id)`.as('answered')])
    .executeTakeFirstOrThrow()
}

const mostPromises = 6

/** Assignments to the bodies of the authority about the same thing, the latest first. */
export async function listPromises(
  ctx: Read,
  { authorityId, now, sought }: Omit<EarlierAsked, 'roundId'>,
): Promise<Promised[]> {
  const asked = sought === '' ? sql`desk.like_words(${now.words})` : sql`websearch_to_tsquery('swedish', ${sought})`
  const rows = await ctx.db
    .selectFrom('assignments.assignments as a')
    .innerJoin('organisation.bodies as giver', 'giver.id', 'a.giver_id')
    .leftJoin('registry.cases as c', 'c.id', 'a.case_id')
    .where(
      sql<boolean>`exists (select from assignments.receivers v join organisation.bodies own on own.id = v.body_id
        where v.assignment_id = a.id and own.authority_id = ${authorityId}::uuid)`,
    )
    .where(sql<boolean>`a.words @@ ${asked}`)
    .select(['a.id', 'a.title', 'giver.name as giverName', 'a.decided_on as decidedOn', 'a.source', 'a.state'])
    .select(['a.case_id as caseId', 'c.is_secret as isSecret'])
    .orderBy('a.decided_on', 'desc')
    .orderBy('a.id')
    .limit(mostPromises)
    .execute()
  return seeingCases(ctx, 'answers', rows).map(({ caseId: _, ...promise }) => promise)
}

/** The compilation as it stands: read from the answers themselves each time, so that nothing is copied and nothing is lost. */

import { sql } from 'kysely'
import type { Read, Write } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import { richText, toText } from '../../kernel/rich-text.ts'
import { swedishDay } from '../../kernel/time.ts'
import { type QuestionKind } from '../drafting/index.ts'
import { seeingCases } from '../registry/index.ts'
import { answerItems, isShut, sumOf, typedPart } from '../referral/index.ts'
import {
  changedIn,
  contentHashOf,
  isMarked,
  jointly,
  type Cell,
  type Compilation,
  type CompiledBody,
  type CompiledQuestion,
  type CompiledRound,
  type CompiledRow,
  type Mark,
  type Overview,
  type RegisteredCompilation,
} from './model.ts'
import { listCompiledBodies } from './queries/bodies.ts'

/** Of a marked case, it is noted as seen (E-17). Throws `NotFound`; a draft is seen by its sender only. */
export async function getCompiledRound(ctx: Read | Write, roundId: string): Promise<CompiledRound> {
  const rows = await ctx.db
    .selectFrom('referral.rounds as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .innerJoin('organisation.authorities as a', 'a.id', 'r.authority_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'r.issuer_id')
    .leftJoin('organisation.people as p', 'p.id', 'r.contact_id')
    .where('r.id', '=', roundId)
    .select([
      'r.id',
      'r.case_id as caseId',
      'c.is_secret as isSecret',
      'r.authority_id as authorityId',
      'a.name as authorityName',
      'c.reference_number as referenceNumber',
      'b.name as issuerName',
      'r.title',
      'r.state',
      'r.sent_at as sentAt',
      'r.answer_by as answerBy',
      'r.without_position as withoutPosition',
      'p.name as contactName',
      'p.title as contactTitle',
      'p.email as contactEmail',
      sql<string[]>`case when r.state = 'draft' then '{}' else array(select w.name from referral.recipients x
        join organisation.bodies w on w.id = x.body_id where x.round_id = r.id and x.asked_at is null) end`.as(
        'notAsked',
      ),
    ])
    .execute()
  const [row] = seeingCases(ctx, 'compilation', rows)
  const { sentAt, contactName, contactTitle, contactEmail, ...round } = found(row)
  const notAsked = round.notAsked.toSorted((a, b) => a.localeCompare(b, 'sv'))
  const contact =
    contactName === null ? null : { name: contactName, title: contactTitle ?? '', email: contactEmail ?? '' }
  return { ...round, sentOn: sentAt === null ? null : swedishDay(sentAt), contact, notAsked }
}

export function listCompiledQuestions(ctx: Read | Write, roundId: string): Promise<CompiledQuestion[]> {
  return ctx.db
    .selectFrom('referral.questions')
    .select(['id', 'number', 'kind', 'text'])
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute()
}

/** The words of these bodies, or of one of their questions: by number, what stands outside the questions last. */
export async function withCells(
  ctx: Read | Write,
  bodies: readonly CompiledBody[],
  only?: { readonly questionId: string | null },
): Promise<CompiledRow[]> {
  const ids = bodies.flatMap(({ answer }) => (answer === null || isMarked(answer) ? [] : answer.id))
  const parts = await ctx.db
    .selectFrom('referral.answer_parts as p')
    .leftJoin('referral.questions as q', 'q.id', 'p.question_id')
    .where(sql<boolean>`p.answer_id = any (${ids}::uuid[])`)
    .$if(only !== undefined, (query) => query.where('p.question_id', 'is not distinct from', only?.questionId ?? null))
    .select([
      'p.answer_id as answerId',
      'p.question_id as questionId',
      'p.stance',
      'p.text',
      'p.plain',
      'p.items',
      'p.typed',
      'p.sha256',
      'q.kind',
    ])
    .orderBy('q.number', (order) => order.asc().nullsLast())
    .execute()
  return rowsOf(bodies, parts)
}

type PartRow = Omit<Cell, 'text' | 'items' | 'isIntact' | 'recordId'> & {
  readonly answerId: string
  readonly text: unknown
  readonly items: unknown
  readonly typed: string
  readonly kind: QuestionKind | null
}

function rowsOf(bodies: readonly CompiledBody[], parts: readonly PartRow[]): CompiledRow[] {
  const byAnswer = Map.groupBy(parts, (part) => part.answerId)
  // The words of a joint answer stand once, at the one that wrote them.
  const partsOf = ({ answer, joint }: CompiledBody) =>
    joint === undefined ? byAnswer.get(answer?.id ?? '') : undefined
  return bodies.map((body) => {
    const recordId = body.answer?.statementRecordId ?? null
    return { ...body, cells: (partsOf(body) ?? []).map((part) => cellOf({ ...part, recordId })) }
  })
}

function cellOf(part: PartRow & Pick<Cell, 'recordId'>): Cell {
  const { questionId, stance, plain, sha256, typed, kind, recordId } = part
  const items = answerItems.parse(part.items)
  const cell = { questionId, stance, text: richText.parse(part.text), plain, items, recordId, sha256 }
  return { ...cell, isIntact: isIntact(cell, { typed, kind }) }
}

/** The words and what was typed are those that were summed. Before typed parts were summed with them, `typed` is empty. */
function isIntact(
  { text, plain, sha256, stance, items }: Omit<Cell, 'isIntact'>,
  { typed, kind }: Pick<PartRow, 'typed' | 'kind'>,
): boolean {
  if (toText(text) !== plain || sumOf(plain, typed) !== sha256) return false
  return typed === '' || typedPart(kind, { stance, items }) === typed
}

/**
 * The compilation without its words, for a page that shows some of them: what it weighs does not grow with the answers'
 * length. The database itself compares the words with their hash. Throws `NotFound`.
 */
export async function getOverview(ctx: Read | Write, roundId: string): Promise<Overview> {
  const round = await getCompiledRound(ctx, roundId)
  const questions = await listCompiledQuestions(ctx, roundId)
  const marks = await listMarks(ctx, roundId)
  const bodies = jointly(await listCompiledBodies(ctx, roundId), marks)
  const changed = new Set(marks.filter((mark) => !mark.isIntact).map((mark) => mark.answerId))
  const notIntact = bodies.filter((body) => changed.has(body.answer?.id ?? '')).map(({ name }) => name)
  return { round, questions, bodies, contentHash: contentHashOf(questions, bodies, marks), notIntact }
}

/** A row per answer, made of all its parts in their order; whether each part's words and typed values still have their hash. */
function listMarks(ctx: Read | Write, roundId: string): Promise<Mark[]> {
  return ctx.db
    .selectFrom('referral.answer_parts as p')
    .innerJoin('referral.answers as s', 's.id', 'p.answer_id')
    .innerJoin('referral.recipients as x', 'x.id', 's.recipient_id')
    .where('x.round_id', '=', roundId)
    .where(({ not }) => not(isShut('s.statement_record_id')))
    .select([
      'p.answer_id as answerId',
      sql<string>`encode(sha256(convert_to(string_agg(
        concat_ws(' ', coalesce(p.question_id::text, '-'), p.stance, p.sha256, p.items::text), E'\\n' order by p.question_id
        ), 'UTF8')), 'hex')`.as('digest'),
      sql<boolean>`bool_and(
        encode(sha256(convert_to(case when p.typed = '' then p.plain else p.plain || E'\\n' || p.typed end, 'UTF8')), 'hex')
          = p.sha256
        and (p.typed = '' or p.items = p.typed::jsonb - 'stance'))`.as('isIntact'),
    ])
    .groupBy('p.answer_id')
    .execute()
}

/** The whole: every body and every word. Throws `NotFound`. */
export async function getCompilation(ctx: Read | Write, roundId: string): Promise<Compilation> {
  const overview = await getOverview(ctx, roundId)
  const rows = await withCells(ctx, overview.bodies)
  return { ...overview, rows, notIntact: [...new Set([...overview.notIntact, ...changedIn(rows)])] }
}

/** The compilations of a round that became records, the latest first. */
export async function listRegistered(ctx: Read | Write, roundId: string): Promise<RegisteredCompilation[]> {
  const rows = await ctx.db
    .selectFrom('compilation.compilations as k')
    .innerJoin('registry.records as r', 'r.id', 'k.record_id')
    .innerJoin('organisation.people as p', 'p.id', 'k.registered_by')
    .where('k.round_id', '=', roundId)
    .select([
      'k.record_id as recordId',
      'r.year',
      'r.number',
      'k.answer_count as answerCount',
      'k.content_hash as contentHash',
      'k.registered_at as registeredAt',
      'p.name as registeredByName',
    ])
    .orderBy('k.registered_at', 'desc')
    .orderBy('r.number', 'desc')
    .execute()
  return rows.map(({ year, number, ...row }) => ({ ...row, recordNumber: `${year}:${number}` }))
}

export { listCompiledBodies } from './queries/bodies.ts'
export { findRoundOfCase, listRoundsOfCase, type RoundOfCase } from './queries/rounds.ts'

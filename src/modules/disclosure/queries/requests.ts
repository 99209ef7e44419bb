/** Requests: one, an authority's, what waits, and each one's history. */

import { sql } from 'kysely'
import { today, type Read, type Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { RecordFile } from '../../registry/index.ts'
import type { HistoryEntry } from '../model/events.ts'
import type { Refusal } from '../model/refusal.ts'
import type { DisclosureRequest, Progress } from '../model/request.ts'

function selectRequests(ctx: Read | Write) {
  return ctx.db
    .selectFrom('disclosure.requests as q')
    .innerJoin('organisation.authorities as a', 'a.id', 'q.authority_id')
    .innerJoin('organisation.people as registrar', 'registrar.id', 'q.registered_by')
    .leftJoin('organisation.people as officer', 'officer.id', 'q.officer_id')
    .select([
      'q.id',
      'q.authority_id as authorityId',
      'a.name as authorityName',
      'q.year',
      'q.number',
      'q.asked',
      'q.reference',
      'q.delivery',
      'q.contact',
      'q.received_at as receivedAt',
      'q.due_on as dueOn',
      'q.late_on as lateOn',
      'q.stage',
      'q.awaits_decision as awaitsDecision',
      'q.decision_asked_on as decisionAskedOn',
      'q.officer_id as officerId',
      'officer.name as officerName',
      'registrar.name as registeredByName',
      'q.answered_at as answeredAt',
      'q.note',
    ])
}

/** Throws `NotFound`, also for another authority's. */
export async function getRequest(ctx: Read | Write, requestId: string): Promise<DisclosureRequest> {
  return found(await selectRequests(ctx).where('q.id', '=', requestId).executeTakeFirst())
}

/** The same, held until the transaction ends. */
export async function lockRequest(ctx: Write, requestId: string): Promise<DisclosureRequest> {
  await ctx.db.selectFrom('disclosure.requests').select('id').where('id', '=', requestId).forUpdate().execute()
  return getRequest(ctx, requestId)
}

export type RequestCursor = { readonly receivedAt: string; readonly id: string }
export type RequestPage = { readonly requests: readonly DisclosureRequest[]; readonly next: string | null }

/** The latest first, `size` at a time. */
export async function listRequests(
  ctx: Read,
  authorityId: string,
  { after, size = 50 }: { readonly after?: RequestCursor | undefined; readonly size?: number } = {},
): Promise<RequestPage> {
  const rows = await selectRequests(ctx)
    .where('q.authority_id', '=', authorityId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(q.received_at, q.id) < (${after?.receivedAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('q.received_at', 'desc')
    .orderBy('q.id', 'desc')
    .limit(size + 1)
    .execute()
  const last = rows[size - 1]
  const next = rows.length > size && last !== undefined ? `${last.receivedAt.toISOString()}_${last.id}` : null
  return { requests: rows.slice(0, size), next }
}

/** Those that wait for something, by the day they shall be answered: at most `most`, so that one page shows all there is to do. */
export async function listOpen(ctx: Read, authorityId: string, most = 200): Promise<DisclosureRequest[]> {
  return selectRequests(ctx)
    .where('q.authority_id', '=', authorityId)
    .where((row) => row.or([row('q.stage', 'in', ['new', 'testing', 'ready']), row('q.awaits_decision', '=', true)]))
    .orderBy('q.due_on')
    .orderBy('q.id')
    .limit(most)
    .execute()
}

export async function progressOf(ctx: Read | Write, requestId: string): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select items, untested, held_back as "heldBack" from disclosure.progress_of(${requestId}::uuid)`.execute(ctx.db)
  return rows[0] ?? { items: 0, untested: 0, heldBack: 0 }
}

export async function listHistory(ctx: Read, requestId: string): Promise<HistoryEntry[]> {
  const rows = await ctx.db
    .selectFrom('disclosure.events')
    .select(['seq', 'at', 'actor', 'event', 'facts'])
    .where('request_id', '=', requestId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, facts: isRecord(row.facts) ? row.facts : {} }))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The decision on what is refused, as it is drafted or made; null before that. */
export async function findRefusal(ctx: Read | Write, requestId: string): Promise<Refusal | null> {
  const row = await ctx.db
    .selectFrom('disclosure.refusals as r')
    .innerJoin('organisation.people as author', 'author.id', 'r.drafted_by')
    .leftJoin('organisation.people as decider', 'decider.id', 'r.decided_by')
    .leftJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select([
      'r.recipient',
      'r.provision',
      'r.reasons',
      'r.court',
      'r.mandate',
      'r.drafted_at as draftedAt',
      'author.name as draftedByName',
      'r.decided_at as decidedAt',
      'decider.name as decidedByName',
      'decider.title as decidedByTitle',
      'r.case_id as caseId',
      'c.reference_number as caseNumber',
      'r.record_id as recordId',
      'r.delegated_id as delegatedId',
      'r.board_decision_id as boardDecisionId',
      'r.referred_at as referredAt',
    ])
    .where('r.request_id', '=', requestId)
    .executeTakeFirst()
  return row ?? null
}

/** The files of a decision as they were registered when it was made, not what was added to the record later. Those the reader may see. */
export async function listRefusalFiles(ctx: Read, refusal: Refusal | null): Promise<RecordFile[]> {
  if (refusal === null || refusal.recordId === null || refusal.decidedAt === null) return []
  return ctx.db
    .selectFrom('registry.files')
    .select(['id', 'record_id as recordId', 'position', 'version', 'name', 'media_type as mediaType', 'sha256', 'size'])
    .select('added_at as addedAt')
    .where('record_id', '=', refusal.recordId)
    .where('added_at', '<=', refusal.decidedAt)
    .orderBy('position')
    .execute()
}

/** Open requests that concern the actor: the registrar's own, those handed to an officer, and for the head those that are late. */
export async function listMine(
  ctx: Read,
  who: { readonly isRegistrar: boolean; readonly isHead: boolean },
): Promise<DisclosureRequest[]> {
  const { at, personId } = ctx.actor
  if (at === null || personId === null) return []
  const open = await listOpen(ctx, at)
  const day = today(ctx)
  return open.filter(
    ({ officerId, lateOn, awaitsDecision }) =>
      who.isRegistrar || officerId === personId || (who.isHead && (day >= lateOn || awaitsDecision)),
  )
}

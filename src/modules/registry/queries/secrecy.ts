/** Markings, who has access to what is marked, and who has read it. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { may } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { listPeopleWithRole, type Role } from '../../organisation/index.ts'
import { leftOut, seenIn, type Access, type Case, type Marked, type Marking, type Reading } from '../model.ts'
import { markedOf } from './unveil.ts'

type Asking = Read | Write

/** Keeps the markings of a case: the authority's registrar, or the officer of the case. */
export function keepsSecretsOf(ctx: Asking, theCase: Pick<Case, 'authorityId' | 'officerId'>): boolean {
  const { actor } = ctx
  const isOfficer = actor.personId !== null && theCase.officerId === actor.personId
  return may(actor, 'registry.read-secret', theCase.authorityId) || isOfficer
}

/** The marking that holds on the whole case. */
export async function findCaseMarking(ctx: Asking, theCase: Pick<Case, 'id' | 'isSecret'>): Promise<Marked | null> {
  if (!theCase.isSecret) return null
  const row = await ctx.db
    .selectFrom('registry.markings as m')
    .innerJoin('organisation.authorities as a', 'a.id', 'm.authority_id')
    .select(['m.provision', 'm.marked_on as markedOn', 'a.name as authorityName'])
    .where('m.case_id', '=', theCase.id)
    .where('m.record_id', 'is', null)
    .where('m.lifted_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : markedOf(row)
}

/** Whether anything in the case is or has been marked: its history is then read by need. */
export async function holdsSecrets(ctx: Asking, caseId: string): Promise<boolean> {
  const { holds } = await ctx.db
    .selectNoFrom(sql<boolean>`registry.holds_secrets(${caseId}::uuid)`.as('holds'))
    .executeTakeFirstOrThrow()
  return holds
}

function selectMarkings(ctx: Asking) {
  return ctx.db
    .selectFrom('registry.markings as m')
    .innerJoin('organisation.authorities as a', 'a.id', 'm.authority_id')
    .leftJoin('registry.records as r', 'r.id', 'm.record_id')
    .leftJoin('organisation.people as marker', 'marker.id', 'm.marked_by')
    .leftJoin('organisation.people as lifter', 'lifter.id', 'm.lifted_by')
    .leftJoin('registry.markings as next', 'next.replaces', 'm.id')
    .select([
      'm.id',
      'm.case_id as caseId',
      'm.authority_id as authorityId',
      'm.record_id as recordId',
      'r.seq as recordSeq',
      'm.provision',
      'm.marked_on as markedOn',
      'a.name as authorityName',
      'm.hides_title as hidesTitle',
      'm.hides_party as hidesParty',
      'marker.name as markedByName',
      'm.lifted_at as liftedAt',
      'lifter.name as liftedByName',
    ])
    .select((row) => row('next.id', 'is not', null).$castTo<boolean>().as('isReplaced'))
}

/** All markings of a case and its records, also those that are lifted; the latest first. */
export async function listMarkings(ctx: Asking, caseId: string): Promise<Marking[]> {
  const rows = await selectMarkings(ctx)
    .where('m.case_id', '=', caseId)
    .orderBy('m.marked_at', 'desc')
    .orderBy('m.lifted_at', (order) => order.desc().nullsFirst())
    .execute()
  const reasons = await reasonsOf(ctx, caseId)
  return rows.map((row) => ({ ...row, ...(reasons.get(row.id) ?? { reason: null, liftedWhy: null }) }))
}

async function reasonsOf(ctx: Asking, caseId: string) {
  const { rows } = await sql<{ id: string; reason: string | null; liftedWhy: string | null }>`
    select marking_id as id, reason, lifted_why as "liftedWhy" from registry.reasons(${caseId}::uuid)`.execute(ctx.db)
  return new Map(rows.map(({ id, ...why }) => [id, why]))
}

/** Throws `NotFound`. */
export async function getMarking(ctx: Asking, markingId: string): Promise<Omit<Marking, 'reason' | 'liftedWhy'>> {
  return found(await selectMarkings(ctx).where('m.id', '=', markingId).executeTakeFirst())
}

/** The marking that holds, with the words that everybody reads instead of what it hides; null where its own stand for them. */
export type HeldMarking = Pick<Marking, 'id' | 'provision' | 'hidesTitle' | 'hidesParty'> & {
  readonly publicTitle: string | null
  readonly publicParty: string | null
}

/** What holds on a record, or on the whole case where `recordId` is null. */
export async function findHeldMarking(
  ctx: Asking,
  { caseId, recordId }: Pick<Marking, 'caseId' | 'recordId'>,
): Promise<HeldMarking | undefined> {
  const row = await ctx.db
    .selectFrom('registry.markings as m')
    .leftJoin('registry.records as r', 'r.id', 'm.record_id')
    .select(['m.id', 'm.provision', 'm.hides_title as hidesTitle', 'm.hides_party as hidesParty', 'r.title', 'r.party'])
    .where('m.case_id', '=', caseId)
    .where('m.record_id', recordId === null ? 'is' : '=', recordId)
    .where('m.lifted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { title, party, ...held } = row
  const ownWords = (isHidden: boolean, words: string | null) => (isHidden && words !== leftOut ? words : null)
  return {
    ...held,
    publicTitle: ownWords(held.hidesTitle, title),
    publicParty: ownWords(held.hidesParty, party),
  }
}

/** Who has been given access, by name. The case's officer and the authority's registrars need not be given it. */
export async function listAccess(ctx: Asking, caseId: string): Promise<Access[]> {
  return ctx.db
    .selectFrom('registry.access as x')
    .innerJoin('organisation.people as p', 'p.id', 'x.person_id')
    .leftJoin('organisation.people as granter', 'granter.id', 'x.granted_by')
    .select([
      'x.person_id as personId',
      'p.name as personName',
      'p.title as personTitle',
      'x.reason',
      'x.granted_at as grantedAt',
      'granter.name as grantedByName',
      'x.until',
    ])
    .where('x.case_id', '=', caseId)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
}

export type ReadingPage = { readonly readings: readonly Reading[]; readonly next: string | null }

/** Who has read what is marked in a case, the latest first. Row-level security gives it to the authority's registrars only. */
export async function listReadings(
  ctx: Asking,
  caseId: string,
  { after, size = 50 }: { readonly after?: string | undefined; readonly size?: number } = {},
): Promise<ReadingPage> {
  const before = /^\d{1,15}$/.test(after ?? '') ? Number(after) : null
  const rows = await ctx.db
    .selectFrom('registry.readings as d')
    .innerJoin('organisation.people as p', 'p.id', 'd.person_id')
    .leftJoin('registry.records as r', 'r.id', 'd.record_id')
    .leftJoin('registry.files as f', 'f.id', 'd.file_id')
    .select(['d.id', 'd.at', 'p.name as personName', 'd.record_id as recordId'])
    .select(['r.seq as recordSeq', 'f.name as fileName', 'd.seen_in as seenIn'])
    .where('d.case_id', '=', caseId)
    .$if(before !== null, (query) => query.where('d.id', '<', before ?? 0))
    .orderBy('d.id', 'desc')
    .limit(size + 1)
    .execute()
  const readings = rows
    .slice(0, size)
    .map((row) => ({ ...row, seenIn: seenIn.find((list) => list === row.seenIn) ?? null }))
  return { readings, next: rows.length > size ? String(readings.at(-1)?.id ?? '') : null }
}

const everyRole: readonly Role[] = [
  'chair',
  'first_vice_chair',
  'second_vice_chair',
  'member',
  'substitute',
  'secretary',
  'registrar',
  'case_officer',
  'head',
  'administrator',
]

export type Colleague = { readonly id: string; readonly name: string; readonly title: string }

/**
 * Who can be given access: those who have a role at the authority. Another authority's people are on the other side of a
 * border of secrecy (OSL 8:1): what they are given is disclosed to them, not shown.
 */
export async function listColleagues(ctx: Asking, authorityId: string): Promise<Colleague[]> {
  const people = await listPeopleWithRole(ctx, { authorityId, roles: everyRole })
  return [...new Map(people.map(({ id, name, title }) => [id, { id, name, title }])).values()]
}

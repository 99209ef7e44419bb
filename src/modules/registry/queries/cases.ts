/** One case, and the list of an authority's cases. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Case, CaseKind, LinkKind } from '../model.ts'
import { noteReading, seeing } from './unveil.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return uuid.test(text)
}

export function selectCases(ctx: Read | Write) {
  return ctx.db
    .selectFrom('registry.cases as c')
    .innerJoin('organisation.authorities as a', 'a.id', 'c.authority_id')
    .leftJoin('organisation.people as officer', 'officer.id', 'c.officer_id')
    .select([
      'c.id',
      'c.authority_id as authorityId',
      'a.name as authorityName',
      'a.prefix',
      'c.reference_number as referenceNumber',
      'c.kind',
      'c.title',
      'c.state',
      'c.opened_on as openedOn',
      'c.closed_on as closedOn',
      'c.officer_id as officerId',
      'officer.name as officerName',
      'c.counterpart',
      'c.due_on as dueOn',
      'c.due_source as dueSource',
      'c.class_id as classId',
      'c.case_type_id as caseTypeId',
      'c.is_secret as isSecret',
    ])
}

/**
 * By its id or by its reference number, so that '/arenden/SN-2023-1541' is an address. Reading one that is marked is noted.
 * Throws `NotFound`, also for one that is kept from the reader.
 */
export async function getCase(ctx: Read | Write, idOrNumber: string): Promise<Case> {
  const column = isUuid(idOrNumber) ? 'c.id' : 'c.reference_number'
  const theCase = found(await selectCases(ctx).where(column, '=', idOrNumber).executeTakeFirst())
  if (theCase.isSecret) noteReading(ctx, { caseId: theCase.id })
  return theCase
}

/**
 * The same, held until the transaction ends. Another authority's case is read but not held: only its own authority may lock
 * it, and the command's `allowAt` says so.
 */
export async function lockCase(ctx: Write, idOrNumber: string): Promise<Case> {
  const { id } = await getCase(ctx, idOrNumber)
  await ctx.db.selectFrom('registry.cases').select('id').where('id', '=', id).forUpdate().execute()
  return getCase(ctx, id)
}

export type LinkedCase = Case & { readonly link: LinkKind }

/** Cases that this one is linked to, whichever of them was linked to the other. Those that are marked are noted as seen. */
export async function listLinkedCases(ctx: Read | Write, caseId: string): Promise<readonly LinkedCase[]> {
  const linked = await selectCases(ctx)
    .innerJoin('registry.links as l', (join) =>
      join.on((on) =>
        on.or([
          on.and([on('l.case_id', '=', caseId), on('l.other_case_id', '=', on.ref('c.id'))]),
          on.and([on('l.other_case_id', '=', caseId), on('l.case_id', '=', on.ref('c.id'))]),
        ]),
      ),
    )
    .select('l.kind as link')
    .orderBy('c.opened_on')
    .orderBy('c.reference_number')
    .execute()
  return seeing(ctx, 'linked', linked)
}

export type CaseFilter = {
  /** Null: every authority's. */
  readonly authorityId: string | null
  readonly state: 'open' | 'closed' | null
  readonly officer?: { readonly id: string } | 'nobody' | null
  readonly year?: number | null
  readonly kind?: CaseKind | null
}

export type CasePage = { readonly cases: readonly Case[]; readonly next: string | null }

type Cursor = { readonly openedOn: string; readonly number: number; readonly id: string }

/** Where a page of the list ended, as it stands in the address; null when it cannot be read. */
export function readCursor(cursor: string | undefined): Cursor | null {
  const match = /^(\d{4}-\d{2}-\d{2})_(\d{1,9})_([0-9a-f-]{36})$/.exec(cursor ?? '')
  const [, openedOn, number, id] = match ?? []
  if (openedOn === undefined || number === undefined || id === undefined || !isUuid(id)) return null
  return { openedOn, number: Number(number), id }
}

/** The newest first, `size` at a time: one statement, the same cost however far down. Those that are marked are noted as seen. */
export async function listCases(
  ctx: Read,
  filter: CaseFilter,
  { after = null, size = 50 }: { readonly after?: Cursor | null; readonly size?: number } = {},
): Promise<CasePage> {
  const rows = await filtered(ctx, filter)
    .select('c.number')
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(c.opened_on, c.number, c.id) < (${after?.openedOn}::date, ${after?.number}::int, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.number', 'desc')
    .orderBy('c.id', 'desc')
    .limit(size + 1)
    .execute()
  const cases = seeing(ctx, 'list', rows.slice(0, size))
  const last = cases.at(-1)
  return { cases, next: rows.length > size && last !== undefined ? `${last.openedOn}_${last.number}_${last.id}` : null }
}

function filtered(ctx: Read, { authorityId, state, officer, year, kind }: CaseFilter) {
  const officerId = typeof officer === 'object' && officer !== null ? officer.id : null
  return selectCases(ctx)
    .$if(authorityId !== null, (query) => query.where('c.authority_id', '=', authorityId))
    .$if(state !== null, (query) => query.where('c.state', '=', state ?? 'open'))
    .$if(officerId !== null, (query) => query.where('c.officer_id', '=', officerId))
    .$if(officer === 'nobody', (query) => query.where('c.officer_id', 'is', null))
    .$if(typeof year === 'number', (query) => query.where('c.year', '=', year ?? 0))
    .$if(kind !== undefined && kind !== null, (query) => query.where('c.kind', '=', kind ?? 'matter'))
}

const mostInAFile = 50_000

/** All that match, for a file: a thousand at a time, at most fifty thousand. */
export async function findAllCases(ctx: Read, filter: CaseFilter): Promise<Case[]> {
  const all: Case[] = []
  let cursor: Cursor | null = null
  do {
    const page: CasePage = await listCases(ctx, filter, { after: cursor, size: 1000 })
    all.push(...page.cases)
    cursor = readCursor(page.next ?? undefined)
  } while (cursor !== null && all.length < mostInAFile)
  return all
}

/** The years an authority has opened cases in, the latest first. Null: any authority. */
export async function listYears(ctx: Read, authorityId: string | null): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('registry.series')
    .select('year')
    .distinct()
    .where('kind', '=', 'case')
    .$if(authorityId !== null, (query) => query.where('authority_id', '=', authorityId))
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

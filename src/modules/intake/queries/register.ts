/** What the registration form asks: which case, is this file here already, what did I just do, what waits. */

import type { Read, Write } from '../../../kernel/context.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { getCase, noteSeen, readNumber, recordNumber, type Case, type NumberAsked } from '../../registry/index.ts'
import { text } from '../text/register.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export type CaseHint = {
  readonly referenceNumber: string
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly officerName: string | null
}

const hintColumns = [
  'c.id as caseId',
  'c.is_secret as isSecret',
  'c.reference_number as referenceNumber',
  'c.title',
  'c.state',
  'p.name as officerName',
] as const

type Hinted = CaseHint & { readonly caseId: string; readonly isSecret: boolean }

/** Those that are marked are noted as seen in a list of cases (E-17). */
function hinting(ctx: Read, cases: readonly Hinted[]): CaseHint[] {
  noteSeen(
    ctx,
    'list',
    cases.filter(({ isSecret }) => isSecret),
  )
  return cases.map(({ referenceNumber, title, state, officerName }) => ({ referenceNumber, title, state, officerName }))
}

function casesNumbered(ctx: Read | Write, authorityId: string, { n, year, prefix }: NumberAsked) {
  return ctx.db
    .selectFrom('registry.cases as c')
    .innerJoin('organisation.authorities as a', 'a.id', 'c.authority_id')
    .leftJoin('organisation.people as p', 'p.id', 'c.officer_id')
    .select(hintColumns)
    .where('c.number', '=', n)
    .where('c.authority_id', '=', authorityId)
    .$if(year !== null, (query) => query.where('c.year', '=', year ?? 0))
    .$if(prefix !== null, (query) => query.where('a.prefix', '=', prefix ?? ''))
    .orderBy('c.year', 'desc')
}

/** The authority's cases that have this number, however it is written; without a number, those opened last. At most eight. */
export async function suggestCases(ctx: Read, authorityId: string, asked: string): Promise<CaseHint[]> {
  const number = readNumber(asked)
  if (number !== null) return hinting(ctx, await casesNumbered(ctx, authorityId, number).limit(8).execute())
  return asked.trim() === '' ? latestCases(ctx, authorityId, 8) : []
}

/** The open cases that were opened last, for a list that a browser keeps in the page. */
export async function latestCases(ctx: Read, authorityId: string, limit = 50): Promise<CaseHint[]> {
  const cases = await ctx.db
    .selectFrom('registry.cases as c')
    .leftJoin('organisation.people as p', 'p.id', 'c.officer_id')
    .select(hintColumns)
    .where('c.authority_id', '=', authorityId)
    .where('c.state', '=', 'open')
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.number', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return hinting(ctx, cases)
}

/** The case that somebody wrote the number of: whole, or so much of it that it can only be one at the authority. Throws `Invalid`. */
export async function caseWritten(ctx: Read | Write, authorityId: string | null, asked: string): Promise<Case> {
  const whole = await getCase(ctx, asked).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (whole !== null) return whole
  const number = readNumber(asked)
  const alike =
    number === null || authorityId === null ? [] : await casesNumbered(ctx, authorityId, number).limit(5).execute()
  const [only, ...others] = alike
  if (only === undefined) throw new Invalid({ caseNumber: text.invalid.noSuchCase(asked) })
  if (others.length > 0) {
    const numbers = alike.map(({ referenceNumber }) => referenceNumber).join(', ')
    throw new Invalid({ caseNumber: text.invalid.severalCases(numbers) })
  }
  return getCase(ctx, only.referenceNumber)
}

/** The case for a page that shows its title; null when there is none, or several. */
export async function hintOf(ctx: Read, authorityId: string, asked: string): Promise<CaseHint | null> {
  if (asked.trim() === '') return null
  return caseWritten(ctx, authorityId, asked).catch((error: unknown) => {
    if (error instanceof Invalid) return null
    throw error
  })
}

export type JustDone = {
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly referenceNumber: string
}

/** What the person has registered at the authority since midnight, the latest first. */
export async function registeredToday(ctx: Read, authorityId: string, since: Date, limit = 8): Promise<JustDone[]> {
  const rows = await ctx.db
    .selectFrom('registry.records as r')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['r.id as recordId', 'r.year', 'r.number', 'r.title', 'c.reference_number as referenceNumber'])
    .select(['c.id as caseId', 'c.is_secret as isSecret'])
    .where('r.authority_id', '=', authorityId)
    .where('r.registered_at', '>=', since)
    .where('r.registered_by', '=', ctx.actor.personId)
    .orderBy('r.registered_at', 'desc')
    .orderBy('r.number', 'desc')
    .limit(limit)
    .execute()
  noteSeen(
    ctx,
    'journal',
    rows.filter(({ isSecret }) => isSecret),
  )
  return rows.map(({ year, number, recordId, title, referenceNumber }) => ({
    recordId,
    number: recordNumber({ year, number }),
    title,
    referenceNumber,
  }))
}

/** The person's own uploads among these ids, as a form that came back holds them; what is not an id is left out. */
export async function keptUploads(ctx: Read, sent: string | readonly string[] | undefined): Promise<Upload[]> {
  const ids = [...new Set(typeof sent === 'string' ? sent.split(',') : (sent ?? []))].filter((id) => uuid.test(id))
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('kernel.uploads')
    .select(['id', 'name', 'media_type as mediaType', 'sha256', 'size'])
    .where('id', 'in', ids)
    .execute()
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

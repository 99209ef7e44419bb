/** What narrows a search: how it stands in the address, and back. */

import { z } from 'zod'
import { directions, recordKinds } from '../../registry/index.ts'

export const kinds = ['case', ...recordKinds] as const
export type Kind = (typeof kinds)[number]

export type Filters = {
  readonly authorityId: string
  readonly year: number
  readonly officerId: string
  readonly kind: Kind
  readonly direction: (typeof directions)[number]
  readonly state: 'open' | 'closed'
  /** ISO days. */
  readonly from: string
  readonly to: string
}

export type FilterName = keyof Filters

const names = {
  authorityId: 'myndighet',
  year: 'ar',
  officerId: 'handlaggare',
  kind: 'slag',
  direction: 'riktning',
  state: 'lage',
  from: 'fran',
  to: 'till',
} as const satisfies Record<FilterName, string>

export const filterNames = Object.keys(names).filter((name): name is FilterName => name in names)

/** An empty field, or a value that is none, is no filter: an old link still finds. */
function orNothing<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined)
}

/** The address of a search. `q` is what was written, the rest are filters, `efter` where the page before ended. */
export const searchParams = z.object({
  q: z.string().max(2000).default('').catch(''),
  myndighet: orNothing(z.uuid()),
  ar: orNothing(z.coerce.number().int().min(1700).max(2200)),
  handlaggare: orNothing(z.uuid()),
  slag: orNothing(z.enum(kinds)),
  riktning: orNothing(z.enum(directions)),
  lage: orNothing(z.enum(['open', 'closed'])),
  fran: orNothing(z.iso.date()),
  till: orNothing(z.iso.date()),
  efter: z.string().max(100).optional().catch(undefined),
})
export type SearchParams = z.output<typeof searchParams>

export function filtersOf(params: SearchParams): Partial<Filters> {
  const { myndighet, ar, handlaggare, slag, riktning, lage, fran, till } = params
  return {
    ...(myndighet !== undefined && { authorityId: myndighet }),
    ...(ar !== undefined && { year: ar }),
    ...(handlaggare !== undefined && { officerId: handlaggare }),
    ...(slag !== undefined && { kind: slag }),
    ...(riktning !== undefined && { direction: riktning }),
    ...(lage !== undefined && { state: lage }),
    ...(fran !== undefined && { from: fran }),
    ...(till !== undefined && { to: till }),
  }
}

/** The same search as an address: what can be sent to a colleague and saved. */
export function addressOf(
  {
    q,
    filters,
    after,
  }: { readonly q: string; readonly filters: Partial<Filters>; readonly after?: string | undefined },
  path = '/sok',
): string {
  const query = new URLSearchParams()
  if (q !== '') query.set('q', q)
  for (const name of filterNames) if (filters[name] !== undefined) query.set(names[name], String(filters[name]))
  if (after !== undefined) query.set('efter', after)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** The first and last day that the filters leave, null where they leave it open. */
export function daysOf({ year, from, to }: Partial<Filters>): { first: string | null; last: string | null } {
  const firsts = [from, year === undefined ? undefined : `${year}-01-01`].filter((day) => day !== undefined)
  const lasts = [to, year === undefined ? undefined : `${year}-12-31`].filter((day) => day !== undefined)
  return { first: firsts.toSorted().at(-1) ?? null, last: lasts.toSorted().at(0) ?? null }
}

export type Cursor = { readonly datedOn: string; readonly id: string }

/** Where a page ended, as it stands in the address; null when it cannot be read. */
export function readCursor(written: string | undefined): Cursor | null {
  const [, datedOn, id] =
    /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(written ?? '') ?? []
  if (datedOn === undefined || id === undefined || !z.iso.date().safeParse(datedOn).success) return null
  return { datedOn, id }
}

export function writeCursor({ datedOn, id }: Cursor): string {
  return `${datedOn}_${id}`
}

/** What is known of an authority's records: the office's own words, and what the registry can tell by itself. */

import type { Read } from '../../../kernel/context.ts'
import { listClasses } from '../../filing/index.ts'
import {
  addressOfAuthority,
  getAuthority,
  listAuthorities,
  listBodies,
  listPeopleWithRole,
  type Authority,
} from '../../organisation/index.ts'
import type { Description } from '../model/description.ts'

const nothingSaid: Description = {
  organisation: null,
  search: null,
  technical: null,
  contact: null,
  secrecy: null,
  exchange: null,
  sale: null,
  changedAt: null,
}

export async function getDescription(ctx: Read, authorityId: string): Promise<Description> {
  const row = await ctx.db
    .selectFrom('disclosure.descriptions')
    .select(['organisation', 'search', 'technical', 'contact', 'secrecy', 'exchange', 'sale'])
    .select('changed_at as changedAt')
    .where('authority_id', '=', authorityId)
    .executeTakeFirst()
  return row ?? nothingSaid
}

export type KnownOfRecords = {
  readonly authority: Authority
  /** The bodies whose records are in its registry. */
  readonly bodies: readonly string[]
  /** Whom to ask: the registrars of today. */
  readonly registrars: readonly { readonly name: string; readonly title: string }[]
  readonly address: string | null
  readonly classes: { readonly preserved: number; readonly destroyed: number }
  /** Every diary of the municipality, this one too (B-14). */
  readonly diaries: readonly Authority[]
}

/** What needs not be written, since the system keeps it. Throws `NotFound` for an authority that is not there. */
export async function knownOfRecords(ctx: Read, authorityId: string): Promise<KnownOfRecords> {
  const classes = await listClasses(ctx, authorityId)
  const preserved = classes.filter(({ retention }) => retention === 'preserve').length
  return {
    authority: await getAuthority(ctx, authorityId),
    bodies: (await listBodies(ctx, { authorityId })).map(({ name }) => name),
    registrars: await listPeopleWithRole(ctx, { authorityId, roles: ['registrar'] }),
    address: await addressOfAuthority(ctx, authorityId),
    classes: { preserved, destroyed: classes.length - preserved },
    diaries: await listAuthorities(ctx),
  }
}

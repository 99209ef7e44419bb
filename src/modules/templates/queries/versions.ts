/** Rules, read: the latest of an authority, else the house's, else what is usual. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { listAuthorities, listBodies } from '../../organisation/index.ts'
import { usualRules, writingRules, type WritingRules } from '../../checking/index.ts'
import { house, type Owner, type Version, type VersionKind } from '../model/owner.ts'
import { text } from '../text.ts'

type Of = { readonly authorityId: string | null; readonly kind: VersionKind }
export type Kept = Version & { readonly content: unknown }

function versions(ctx: Read | Write, { authorityId, kind }: Of) {
  return ctx.db
    .selectFrom('templates.versions as v')
    .innerJoin('organisation.people as p', 'p.id', 'v.saved_by')
    .where('v.kind', '=', kind)
    .where('v.authority_id', authorityId === null ? 'is' : '=', authorityId)
    .select(['v.id', 'v.version', 'v.restored', 'v.content', 'v.saved_at as savedAt', 'p.name as savedByName'])
    .orderBy('v.version', 'desc')
}

/** What holds for an owner; null: nothing of its own. */
export async function findLatest(ctx: Read | Write, of: Of): Promise<Kept | null> {
  return (await versions(ctx, of).limit(1).executeTakeFirst()) ?? null
}

export async function listVersions(ctx: Read | Write, of: Of): Promise<Kept[]> {
  return versions(ctx, of).limit(50).execute()
}

/** Of an authority by its key or id, or of the house. Throws `NotFound`. */
export async function getOwner(ctx: Read | Write, key: string | null): Promise<Owner> {
  if (key === null || key === house) return { authorityId: null, key: house, name: text.house }
  const authority = (await listAuthorities(ctx)).find((one) => one.key === key || one.id === key)
  const { id, name, key: own } = found(authority)
  return { authorityId: id, key: own, name }
}

/** The authority whose people keep it: their own, and for the house that of the executive board; null where there is none. */
export async function keeperOf(ctx: Read | Write, { authorityId }: Owner): Promise<string | null> {
  if (authorityId !== null) return authorityId
  const [board] = await listBodies(ctx, { kinds: ['executive_board'] })
  return board?.authorityId ?? null
}

/** The rules that hold at an authority. */
export async function rulesAt(ctx: Read | Write, authorityId: string): Promise<WritingRules> {
  const own = await findLatest(ctx, { authorityId, kind: 'rules' })
  return own === null ? rulesOfHouse(ctx) : writingRules.parse(own.content)
}

async function rulesOfHouse(ctx: Read | Write): Promise<WritingRules> {
  const latest = await findLatest(ctx, { authorityId: null, kind: 'rules' })
  return latest === null ? usualRules : writingRules.parse(latest.content)
}

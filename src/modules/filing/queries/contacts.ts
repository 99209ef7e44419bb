/** Contacts in alphabetical order, and the few that fit what somebody writes. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { soughtAs, type Contact } from '../model.ts'

function selectContacts(ctx: Read | Write) {
  return ctx.db
    .selectFrom('filing.contacts as c')
    .select([
      'c.id',
      'c.authority_id as authorityId',
      'c.name',
      'c.kind',
      'c.email',
      'c.address',
      'c.number',
      'c.is_active as isActive',
    ])
}

/** Throws `NotFound`. */
export async function getContact(ctx: Read | Write, contactId: string): Promise<Contact> {
  return found(await selectContacts(ctx).where('c.id', '=', contactId).executeTakeFirst())
}

/** The contact with this name and address in the same register; null when there is none. */
export async function findContact(
  ctx: Read | Write,
  { authorityId, name, email }: Pick<Contact, 'authorityId' | 'name' | 'email'>,
): Promise<Contact | null> {
  const row = await selectContacts(ctx)
    .where('c.authority_id', authorityId === null ? 'is' : '=', authorityId)
    .where('c.sought', '=', soughtAs(name))
    .where(sql<boolean>`lower(coalesce(c.email, '')) = ${(email ?? '').toLowerCase()}`)
    .executeTakeFirst()
  return row ?? null
}

export type ContactFilter = {
  /** Whose register; the shared contacts are among them. */
  readonly authorityId: string
  /** The beginning of the name. */
  readonly asked?: string
  readonly withInactive?: boolean
}
export type ContactPage = { readonly contacts: readonly Contact[]; readonly next: string | null }

type Cursor = { readonly sought: string; readonly id: string }

/** Where a page of the list ended, as it stands in the address. */
export function readContactCursor(cursor: string | undefined): Cursor | null {
  const [, id, sought] = /^([0-9a-f-]{36})_(.{1,200})$/su.exec(cursor ?? '') ?? []
  return id === undefined || sought === undefined ? null : { id, sought }
}

/** Own and shared contacts in alphabetical order, `size` at a time: the same cost however far down. */
export async function listContacts(
  ctx: Read | Write,
  filter: ContactFilter,
  { after = null, size = 50 }: { readonly after?: Cursor | null; readonly size?: number } = {},
): Promise<ContactPage> {
  const most = { after, size: size + 1 }
  const own = await inOrder(ctx, filter, most)
  const shared = await inOrder(ctx, { ...filter, authorityId: null }, most)
  const rows = [...own, ...shared].toSorted(bySought).slice(0, size + 1)
  const contacts = rows.slice(0, size)
  const last = contacts.at(-1)
  return { contacts, next: rows.length > size && last !== undefined ? `${last.id}_${last.sought}` : null }
}

type Sorted = Contact & { readonly sought: string }

function bySought(a: Sorted, b: Sorted): number {
  return Buffer.compare(Buffer.from(a.sought), Buffer.from(b.sought)) || (a.id < b.id ? -1 : 1)
}

type OneRegister = Omit<ContactFilter, 'authorityId'> & { readonly authorityId: string | null }

/** One register, so that the index gives the order: text compared byte for byte may be used under row-level security. */
function inOrder(
  ctx: Read | Write,
  { authorityId, asked = '', withInactive = false }: OneRegister,
  { after, size }: { after: Cursor | null; size: number },
): Promise<Sorted[]> {
  const from = soughtAs(asked.trim())
  return selectContacts(ctx)
    .select('c.sought')
    .where('c.authority_id', authorityId === null ? 'is' : '=', authorityId)
    .$if(from !== '', (query) => query.where('c.sought', '>=', from).where('c.sought', '<', `${from}\u{10ffff}`))
    .$if(!withInactive, (query) => query.where('c.is_active', '=', true))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(c.sought, c.id) > (${after?.sought} collate "C", ${after?.id}::uuid)`),
    )
    .orderBy('c.sought')
    .orderBy('c.id')
    .limit(size)
    .execute()
}

const within = 5000

/** Those whose name begins as written, then those with a word that does; at most `limit`. */
export async function suggestContacts(
  ctx: Read | Write,
  { authorityId, asked }: { readonly authorityId: string; readonly asked: string },
  limit = 10,
): Promise<Contact[]> {
  const { contacts: first } = await listContacts(ctx, { authorityId, asked }, { size: limit })
  const from = soughtAs(asked.trim())
  if (first.length >= limit || from === '') return [...first]
  const more = await ctx.db
    .selectFrom((inner) =>
      inner
        .selectFrom('filing.contacts')
        .selectAll()
        .where((row) => row.or([row('authority_id', '=', authorityId), row('authority_id', 'is', null)]))
        .where('is_active', '=', true)
        .limit(within)
        .as('c'),
    )
    .select(['c.id', 'c.authority_id as authorityId', 'c.name', 'c.kind', 'c.email', 'c.address', 'c.number'])
    .select('c.is_active as isActive')
    .where(sql<boolean>`position(${` ${from}`} in c.sought) > 0`)
    .orderBy('c.sought')
    .limit(limit - first.length)
    .execute()
  return [...first, ...more]
}

/** The names that came last, for a list that a browser keeps in the page. */
export async function latestContactNames(ctx: Read, authorityId: string, limit = 100): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('filing.contacts')
    .select('name')
    .where('authority_id', '=', authorityId)
    .where('is_active', '=', true)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return [...new Set(rows.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b, 'sv'))
}

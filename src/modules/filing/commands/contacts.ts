/** The contact register: adding, changing, and no longer suggesting. */

import { z } from 'zod'
import { choice, line, maybeId, maybeLine, tick } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, found, Invalid } from '../../../kernel/errors.ts'
import { contactKinds, kindOfParty, type ContactKind } from '../model.ts'
import { findContact, getContact } from '../queries.ts'
import { text } from '../text.ts'
import { maybeEmail } from './input.ts'

const facts = z.object({
  name: line(200, () => text.invalid.noName),
  kind: choice(contactKinds).default('organisation'),
  email: maybeEmail,
  address: maybeLine(500),
  number: maybeLine(40),
})

/** Adds a contact to an authority's register. */
export const addContact = command(
  'filing.add-contact',
  facts.extend({ authorityId: maybeId }),
  async (ctx, { authorityId: asked, ...contact }) => {
    const authorityId = found(asked ?? ctx.actor.at)
    allowAt(ctx, authorityId)
    const row = await insertContact(ctx, { ...contact, authorityId })
    if (row === undefined) throw new Invalid({ name: text.invalid.nameTaken })
    return { contactId: row.id }
  },
)

type NewContact = z.output<typeof facts> & { readonly authorityId: string }

async function insertContact(ctx: Write, contact: NewContact): Promise<{ id: string } | undefined> {
  const { authorityId, ...values } = contact
  return ctx.db
    .insertInto('filing.contacts')
    .values({ ...values, authority_id: authorityId, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Changes what is known of a contact. What is registered already keeps the words it has. */
export const editContact = command(
  'filing.edit-contact',
  facts.extend({ contactId: z.uuid() }),
  async (ctx, { contactId, ...changes }) => {
    const contact = await getContact(ctx, contactId)
    allowAt(ctx, contact.authorityId ?? ctx.actor.at)
    const same = await findContact(ctx, { ...contact, ...changes })
    if (same !== null && same.id !== contactId) throw new Invalid({ name: text.invalid.nameTaken })
    await change(ctx, contactId, changes)
    return { contactId }
  },
)

const use = z.object({ contactId: z.uuid(), isActive: tick })

/** Stops suggesting a contact, or suggests it again. Contacts are never removed: the registry speaks of them. */
export const useContact = command('filing.use-contact', use, async (ctx, { contactId, isActive }) => {
  const contact = await getContact(ctx, contactId)
  allowAt(ctx, contact.authorityId ?? ctx.actor.at)
  await change(ctx, contactId, { is_active: isActive })
  return { contactId, isActive }
})

type Change = Partial<z.output<typeof facts>> & { readonly is_active?: boolean }

async function change(ctx: Write, contactId: string, changes: Change): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('filing.contacts')
    .set(changes)
    .where('id', '=', contactId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}

export type Remembered = {
  readonly authorityId: string
  readonly name: string
  readonly kind?: ContactKind
  readonly email?: string | null
}

/**
 * Remembers a sender or recipient that is not in the register, in the transaction where it is registered. A name that is
 * known, also with another address, is left as it is. The calling command has asked whether it may.
 */
export async function rememberContact(
  ctx: Write,
  { authorityId, name, kind, email = null }: Remembered,
): Promise<void> {
  const named = name.slice(0, 200)
  const known = ctx.db
    .selectFrom('filing.contacts')
    .where((row) => row.or([row('authority_id', '=', authorityId), row('authority_id', 'is', null)]))
    .where('name', '=', named)
  await ctx.db
    .insertInto('filing.contacts')
    .columns(['authority_id', 'name', 'kind', 'email', 'created_at'])
    .expression(
      ctx.db
        .selectNoFrom((row) => [
          row.cast<string>(row.val(authorityId), 'uuid').as('authority_id'),
          row.val(named).as('name'),
          row.val(kind ?? kindOfParty(name)).as('kind'),
          row.cast<string | null>(row.val(email), 'text').as('email'),
          row.cast<Date>(row.val(ctx.now), 'timestamptz').as('created_at'),
        ])
        .where((row) => row.not(row.exists(known))),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

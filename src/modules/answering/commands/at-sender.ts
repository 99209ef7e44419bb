/** What comes in on a link is registered at the one who asked. */

import { sql } from 'kysely'
import { nobody, type Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'

/**
 * The transaction acts from here on at the one who asked, in the name of the round's contact: the database allows that only
 * after a link was shown. The ledger says who wrote.
 */
export async function atTheSender(ctx: Write, name: string): Promise<Write> {
  const { rows } = await sql<{ person_id: string; authority_id: string }>`
    select * from answering.register_for_sender()`.execute(ctx.db)
  const { person_id: personId, authority_id: authorityId } = found(rows[0])
  return { ...ctx, actor: { ...nobody, personId, name, authorities: [authorityId], at: authorityId } }
}

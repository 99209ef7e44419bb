/** What an authority says of its records. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { maybeId, maybeWords } from '../../../kernel/fields.ts'
import type { DescriptionPart } from '../model/description.ts'

/** As long as a part may be. */
export const longestPart = 4000
const part = maybeWords(longestPart)

const parts: Record<DescriptionPart, typeof part> = {
  organisation: part,
  search: part,
  technical: part,
  contact: part,
  secrecy: part,
  exchange: part,
  sale: part,
}

/** Writes the description of an authority's public records (OSL 4:2, B-13); one's own when none is named. */
export const describe = command(
  'disclosure.describe',
  z.object({ authorityId: maybeId, ...parts }),
  async (ctx, { authorityId, ...said }) => {
    const of = found(authorityId ?? ctx.actor.at)
    allowAt(ctx, of)
    const row = { ...said, changed_at: ctx.now, changed_by: ctx.actor.personId }
    await ctx.db
      .insertInto('disclosure.descriptions')
      .values({ authority_id: of, ...row })
      .onConflict((conflict) => conflict.column('authority_id').doUpdateSet(row))
      .execute()
  },
)

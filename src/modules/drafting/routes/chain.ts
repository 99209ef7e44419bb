/** Kedja och ersättare, of the authority where one works. */

import { z } from 'zod'
import { actingPerson, may, today, type Read } from '../../../kernel/context.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { page } from '../../../kernel/http/route.ts'
import { getAuthority } from '../../organisation/index.ts'
import { getChain, listAbsences } from '../queries.ts'
import { chainPage, chainPath } from '../views/chain.ts'
import { headsAt } from './tabs.ts'

const verb = 'drafting.arrange-absence'

/** Where the person works for the moment, if they may arrange anything there; else the first place where they may. */
function authorityOf({ actor }: Read): string {
  const places = [...(actor.at === null ? [] : [actor.at]), ...actor.authorities]
  const found = places.find((id) => may(actor, verb, id))
  if (found === undefined) throw new NotFound()
  return found
}

export const chain = page(chainPath, {
  may: verb,
  params: z.object({}),
  show: async (ctx, _, rejected) => {
    const authority = await getAuthority(ctx, authorityOf(ctx))
    const heads = await headsAt(ctx, authority.id)
    const personId = actingPerson(ctx)
    return chainPage({
      authority,
      chain: await getChain(ctx, authority.id),
      absences: await listAbsences(ctx, authority.id),
      heads,
      maySave: may(ctx.actor, 'drafting.save-chain', authority.id),
      personId,
      isHead: heads.some(({ id }) => id === personId),
      today: today(ctx),
      rejected,
    })
  },
})

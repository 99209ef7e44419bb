/** The doors of the one who asks: making and ending links, and seeing how far those outside have come. */

import { z } from 'zod'
import { may, type Read } from '../../../kernel/context.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { houseToCopy } from '../../../kernel/house.ts'
import { lettersAbout } from '../../../kernel/post.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import type { Screen } from '../../../kernel/ui/index.ts'
import { getRecipient, getRound } from '../../referral/index.ts'
import { makeLink, revokeLinks, sendLink } from '../commands.ts'
import { linkPath, obstaclesToLinking } from '../model.ts'
import { addressesOf, findProgress, listProgress, listReadings } from '../queries.ts'
import { text } from '../text.ts'
import { linksScreen, waysPath, type LinksProps } from '../views/links.ts'

const one = z.object({ roundId: z.uuid(), recipientId: z.uuid() })
const ways = '/remisser/:roundId/svar/:recipientId/vagar'

const waysPage = page(ways, {
  may: 'answering.make-link',
  params: one,
  show: (ctx, about, rejected) => screenOf(ctx, about, { rejected, fresh: undefined }),
})

async function screenOf(
  ctx: Read,
  { roundId, recipientId }: z.output<typeof one>,
  shown: Pick<LinksProps, 'fresh' | 'rejected'>,
): Promise<Screen> {
  const round = await getRound(ctx, roundId)
  const recipient = await getRecipient(ctx, recipientId)
  if (recipient.roundId !== round.id || !may(ctx.actor, 'answering.make-link', round.authorityId)) throw new NotFound()
  return linksScreen({
    ...{ round, recipient, ...shown },
    readings: await listReadings(ctx, recipientId),
    letters: await lettersAbout(ctx, 'answering.link', [recipientId]),
    address: (await addressesOf(ctx, [recipient.bodyId])).get(recipient.bodyId) ?? null,
    progress: await findProgress(ctx, { roundId, recipientId }),
    obstacles: obstaclesToLinking({ round, recipient }),
  })
}

/** The link opens the answer to whoever has it, so it stands in no address of ours: not in a history, nor in a log. */
async function freshScreen(ctx: Read, input: Readonly<Record<string, string>>, token: string): Promise<Screen> {
  const path = linkPath(token)
  const fresh = { path, address: `${await houseToCopy(ctx)}${path}` }
  return screenOf(ctx, one.parse(input), { fresh, rejected: undefined })
}

const toWays = ({ roundId = '', recipientId = '' }: Readonly<Record<string, string>>) => waysPath(roundId, recipientId)

const progress = z.object({
  recipientId: z.uuid(),
  links: z.number(),
  mailedTo: z.string().nullable(),
  mailedAt: z.date().nullable(),
  usedAt: z.date().nullable(),
  people: z.number(),
  savedAt: z.date().nullable(),
  submissions: z.number(),
})

export const senderRoutes: readonly Route[] = [
  waysPage,
  form(`${ways}/ny`, makeLink, {
    back: ways,
    then: toWays,
    tells: (ctx, input, { token }) => freshScreen(ctx, input, token),
  }),
  form(`${ways}/skicka`, sendLink, { back: ways, then: toWays, says: () => text.links.mailedSaid }),
  form(`${ways}/sparra`, revokeLinks, { back: ways, then: toWays, says: () => text.links.revoked }),
  endpoint('/referrals/:roundId/recipients/:recipientId/links', makeLink),
  endpoint('/referrals/:roundId/recipients/:recipientId/links/mail', sendLink),
  endpoint('/referrals/:roundId/recipients/:recipientId/links/revoke', revokeLinks),
  answer('/referrals/:roundId/outside', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: z.array(progress),
    show: async (ctx, { roundId }) => {
      await getRound(ctx, roundId)
      return listProgress(ctx, roundId)
    },
  }),
]

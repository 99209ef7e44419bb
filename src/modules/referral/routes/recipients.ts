/** The doors of whom one asks: saved lists, and what those who are chosen carry. */

import { z } from 'zod'
import { today, type Read } from '../../../kernel/context.ts'
import { Forbidden, NotFound } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { weekdaysOff } from '../../../kernel/time.ts'
import { getAuthority } from '../../organisation/index.ts'
import { changeList, removeList, restoreList } from '../commands.ts'
import { affectedReasons, mostAffected } from '../model/affected.ts'
import { fewer } from '../model/load.ts'
import { doubleKinds } from '../model.ts'
import { getRecipientList, getRound, listAskable, listDoubles, listRecipientLists, listRecipients } from '../queries.ts'
import { listLoad } from '../queries/load.ts'
import { text } from '../text/recipient-lists.ts'
import { listsScreen, oneListScreen } from '../views/recipient-lists.ts'

const lists = '/remisser/listor'
const oneList = z.object({ listId: z.uuid() })

const all = page(lists, {
  may: 'referral.change-list',
  params: z.object({}),
  show: async (ctx) => {
    const authorityId = ownAuthority(ctx)
    return listsScreen({
      authorityName: (await getAuthority(ctx, authorityId)).name,
      lists: await listRecipientLists(ctx, authorityId),
      removed: await listRecipientLists(ctx, authorityId, { removed: true }),
      askable: await listAskable(ctx, authorityId),
    })
  },
})

/** Lists belong to an authority: whoever is at none has none. */
function ownAuthority({ actor }: Read): string {
  if (actor.at === null) throw new Forbidden()
  return actor.at
}

const one = page(`${lists}/:listId`, {
  may: 'referral.change-list',
  params: oneList,
  show: async (ctx, { listId }, rejected) => {
    const list = await getRecipientList(ctx, listId)
    if (list.removedAt !== null) throw new NotFound()
    return oneListScreen({ list, askable: await listAskable(ctx, list.authorityId), rejected })
  },
})

const list = z.object({
  id: z.uuid(),
  authorityId: z.uuid(),
  name: z.string(),
  bodyIds: z.array(z.uuid()).readonly(),
  savedAt: z.date(),
  removedAt: z.date().nullable(),
})

const load = z.object({
  answerBy: z.string().nullable(),
  weekdaysOff: z.array(z.string()).describe('Days off on weekdays until the last answer day'),
  bodies: z
    .array(
      z.object({
        bodyId: z.uuid(),
        bodyName: z.string(),
        openRounds: z.number().describe('Rounds it has been asked in and not answered'),
        answered: z.number(),
        late: z.number(),
        medianDays: z.number().nullable().describe('Days it usually takes; null: it has never answered'),
        decidesOn: z
          .string()
          .nullable()
          .describe('When its board could decide, if it were asked today, or when its turn comes'),
        affectedBy: z
          .array(z.enum(affectedReasons))
          .describe(
            'Why it counts as most affected: it has got the assignment, is named in it, or was asked earlier in the case and did not abstain',
          ),
        canMeet: z
          .boolean()
          .nullable()
          .describe('Whether that meets the last answer day, that of its turn where there are turns'),
      }),
    )
    .describe('The one that has it hardest first'),
  fewer: z.array(z.uuid()).nullable().describe('Those who can meet the day, where some cannot'),
  mostAffected: z
    .array(z.uuid())
    .nullable()
    .describe('Those that the case points out, where it does not point out all'),
})

const double = z.object({
  kind: z
    .enum(doubleKinds)
    .describe('For the same board, administrations of different boards, or the same words in what has been answered'),
  recipients: z.array(z.object({ id: z.uuid(), bodyId: z.uuid(), bodyName: z.string() })),
})

const back = { back: lists, then: () => lists }

export const recipients: readonly Route[] = [
  all,
  one,
  form(`${lists}/:listId`, changeList, { back: `${lists}/:listId`, then: () => lists, says: () => text.saved }),
  form(`${lists}/:listId/ta-bort`, removeList, { ...back, says: ({ name }) => text.removed(name) }),
  form(`${lists}/:listId/lagg-tillbaka`, restoreList, { ...back, says: ({ name }) => text.restored(name) }),
  endpoint('/recipient-lists/:listId', changeList, 'PUT'),
  endpoint('/recipient-lists/:listId/remove', removeList),
  endpoint('/recipient-lists/:listId/restore', restoreList),
  answer('/recipient-lists', {
    may: 'referral.change-list',
    params: z.object({}),
    result: z.array(list),
    show: (ctx) => listRecipientLists(ctx, ownAuthority(ctx)),
  }),
  answer('/referrals/:roundId/doubles', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: z.array(double),
    show: async (ctx, { roundId }) => {
      const { id } = await getRound(ctx, roundId)
      const doubles = await listDoubles(ctx, id, await listRecipients(ctx, id))
      return doubles.map(({ kind, recipients: who }) => ({ kind, recipients: [...who] }))
    },
  }),
  answer('/referrals/:roundId/load', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: load,
    show: async (ctx, { roundId }) => {
      const round = await getRound(ctx, roundId)
      const { answerBy } = round
      const bodies = await listLoad(ctx, round, await listRecipients(ctx, roundId))
      return {
        answerBy,
        bodies: bodies.map(({ affectedBy, ...one }) => ({ ...one, affectedBy: [...affectedBy] })),
        weekdaysOff: answerBy === null ? [] : weekdaysOff(today(ctx), answerBy),
        fewer: fewer(bodies),
        mostAffected: mostAffected(bodies),
      }
    },
  }),
]

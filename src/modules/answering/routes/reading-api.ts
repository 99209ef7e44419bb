/** The same doors for programs: a file in passages, and what is done with them. */

import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { answer, endpoint, type Route } from '../../../kernel/http/route.ts'
import {
  partOnLink,
  partPassage,
  placeOnLink,
  placePassages,
  readAnswer,
  readMessage,
  readOnLink,
  rejoinOnLink,
  rejoinPassage,
  takeOnLink,
  takeReading,
} from '../commands.ts'
import { coverageOf, cutsOf, nextPart, standingKey } from '../model.ts'
import { enter, getReading, listPassages } from '../queries.ts'
import { atOurs, oneReading, readingOnLink } from './reading.ts'

const passages = z.object({
  id: z.uuid(),
  name: z.string(),
  isOwnForm: z.boolean(),
  partings: z.number().describe('How many times a passage of it has been parted'),
  state: z.enum(['open', 'taken']),
  coverage: z.object({
    all: z.number(),
    inAnswer: z.number(),
    outside: z.number(),
    aside: z.number(),
    form: z.number(),
    unplaced: z.number(),
  }),
  passages: z.array(
    z.object({
      position: z.number(),
      text: z.string(),
      page: z.number().nullable(),
      from: z.enum(['body', 'note', 'comment', 'margin', 'scan']),
      to: z.string(),
      foundBy: z.enum(['tag', 'label', 'heading', 'hand']).nullable(),
      reason: z.string().nullable(),
      cuts: z.array(z.number()).describe('Places in its text where it can be parted in two'),
      isJoinable: z.boolean().describe('The next is a part of the same passage: `rejoin` with `join` its position'),
    }),
  ),
})

async function readingAnswer(ctx: Read, about: { recipientId: string; readingId: string }) {
  const { id, name, isOwnForm, partings, state } = await getReading(ctx, about)
  const all = await listPassages(ctx, id)
  return {
    ...{ id, name, isOwnForm, partings, state, coverage: coverageOf(all) },
    passages: all.map((one) => ({
      ...{ position: one.position, text: one.text, page: one.page, from: one.from },
      ...{ foundBy: one.foundBy, reason: one.reason, to: standingKey(one.standing) },
      ...{ cuts: cutsOf(one), isJoinable: nextPart(all, one) !== undefined },
    })),
  }
}

const senderApi = '/referrals/:roundId/recipients/:recipientId/readings'
const linkApi = '/answer-links/:token/people/:personId/readings'

export const readingApi: readonly Route[] = [
  endpoint(senderApi, readAnswer),
  endpoint('/messages/:messageId/referral-answer', readMessage),
  endpoint(`${senderApi}/:readingId/places`, placePassages),
  endpoint(`${senderApi}/:readingId/part`, partPassage),
  endpoint(`${senderApi}/:readingId/rejoin`, rejoinPassage),
  endpoint(`${senderApi}/:readingId/take`, takeReading),
  answer(`${senderApi}/:readingId`, {
    may: 'answering.read-answer',
    params: oneReading,
    result: passages,
    show: async (ctx, about) => {
      await atOurs(ctx, about)
      return readingAnswer(ctx, about)
    },
  }),
  endpoint(linkApi, readOnLink),
  endpoint(`${linkApi}/:readingId/places`, placeOnLink),
  endpoint(`${linkApi}/:readingId/part`, partOnLink),
  endpoint(`${linkApi}/:readingId/rejoin`, rejoinOnLink),
  endpoint(`${linkApi}/:readingId/take`, takeOnLink),
  answer(`${linkApi}/:readingId`, {
    may: 'anyone',
    params: readingOnLink,
    result: passages,
    show: async (ctx, { token: shown, readingId }) => {
      const { recipientId } = await enter(ctx, shown)
      return readingAnswer(ctx, { recipientId, readingId })
    },
  }),
]

/** What a program, or the open page itself, is told of a link: what is asked, what is written by whom, what is handed in. */

import { z } from 'zod'
import { answer } from '../../../kernel/http/route.ts'
import { stances } from '../../drafting/index.ts'
import {
  countRivals,
  enter,
  getAsked,
  listCells,
  listHandedIn,
  listLastWritten,
  listReplies,
  listRivals,
  listWriters,
} from '../queries.ts'
import { text } from '../text.ts'
import { whenText } from '../views/words.ts'

const written = { key: z.string(), value: z.unknown(), by: z.string(), at: z.date() }

const state = z.object({
  recipientId: z.uuid(),
  title: z.string(),
  answerBy: z.string().nullable(),
  isOpen: z.boolean(),
  questions: z
    .array(z.looseObject({ id: z.string(), number: z.number(), kind: z.string(), text: z.string() }))
    .readonly(),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.string() })),
  replies: z.array(z.object({ question: z.string(), answer: z.string(), at: z.date(), isOwn: z.boolean() })),
  waiting: z
    .array(z.object({ question: z.string(), askedOn: z.string() }))
    .describe('What the body itself has asked and waits for an answer to'),
  cells: z.array(z.object({ ...written, version: z.number(), last: z.string() })),
  rivals: z.array(z.object({ ...written, id: z.uuid() })),
  submissions: z.array(
    z.object({ version: z.number(), stance: z.enum(stances), digest: z.string(), at: z.date(), isLate: z.boolean() }),
  ),
})

export const linkState = answer('/answer-links/:token', {
  may: 'anyone',
  params: z.object({ token: z.string().max(200) }),
  result: state,
  show: async (ctx, { token }) => {
    const { recipientId, isOpen } = await enter(ctx, token)
    const { title, answerBy, questions } = await getAsked(ctx)
    const cells = await listCells(ctx, recipientId)
    const rivals = await listRivals(ctx, recipientId)
    const replies = await listReplies(ctx)
    return {
      ...{ recipientId, title, answerBy, isOpen, questions },
      replies: replies.flatMap(({ question, answer: said, at, isOwn }) =>
        said === null || at === null ? [] : [{ question, answer: said, at, isOwn }],
      ),
      waiting: replies.flatMap(({ question, askedOn, answer: said }) =>
        said === null && askedOn !== null ? [{ question, askedOn }] : [],
      ),
      people: await listWriters(ctx, recipientId),
      cells: cells.map(({ key, version, value, by, at }) => ({
        ...{ key, version, value, at },
        by: by.name,
        last: text.write.last(by.name, by.role, whenText(at)),
      })),
      rivals: rivals.map(({ id, key, value, by, at }) => ({ id, key, value, by: by.name, at })),
      submissions: await listHandedIn(ctx, recipientId),
    }
  },
})

/** What an open page asks for again and again: who wrote last where, and how many texts wait. No words, and nothing of what is asked. */
export const linkNews = answer('/answer-links/:token/news', {
  may: 'anyone',
  params: z.object({ token: z.string().max(200) }),
  result: z.object({ cells: z.array(z.object({ key: z.string(), last: z.string() })), rivals: z.number() }),
  show: async (ctx, { token }) => {
    const { recipientId } = await enter(ctx, token)
    const cells = await listLastWritten(ctx, recipientId)
    return {
      cells: cells.map(({ key, by, at }) => ({ key, last: text.write.last(by.name, by.role, whenText(at)) })),
      rivals: await countRivals(ctx, recipientId),
    }
  },
})

/** The doors of outgoing mail: the list, a letter with its files, sending it again, settling it. */

import { z } from 'zod'
import { may } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { houseInLetters } from '../../kernel/house.ts'
import { listEnclosures, postOffice } from '../../kernel/post.ts'
import { withLinks } from '../../kernel/post-words.ts'
import { letterStates } from '../../kernel/post-words.ts'
import { getAuthority } from '../organisation/index.ts'
import { sendLetterAgain, settle } from './commands/letters.ts'
import { letterHref, postHref } from './model.ts'
import { countLetters, getLetter, listLetters, readCursor } from './queries.ts'
import { text } from './text.ts'
import { letterPage, postPage, views } from './views.ts'

const words = ['alla', 'kom-inte-fram', 'vantar', 'skickade', 'misslyckade', 'studsade'] as const

const list = page(postHref, {
  may: 'post.read',
  params: z.object({ visa: z.enum(words).default('alla').catch('alla'), efter: z.string().max(60).optional() }),
  show: async (ctx, { visa, efter }) => {
    const authorityId = found(ctx.actor.at)
    const view = views[visa]
    return postPage({
      authorityName: (await getAuthority(ctx, authorityId)).name,
      view,
      counts: await countLetters(ctx, authorityId),
      ...(await listLetters(ctx, { authorityId, view }, { after: readCursor(efter) })),
      hasServer: (await postOffice(ctx)).server !== null,
    })
  },
})

const one = z.object({ letterId: z.uuid() })

const letter = page(`${postHref}/:letterId`, {
  may: 'post.read',
  params: one,
  show: async (ctx, { letterId }, rejected) => {
    const theLetter = await getLetter(ctx, letterId)
    const { server } = await postOffice(ctx)
    const mine = (verb: string) => may(ctx.actor, `post.${verb}`, theLetter.authorityId)
    return letterPage({
      letter: theLetter,
      files: await listEnclosures(ctx, letterId),
      may: { sendAgain: mine('send-again'), settle: mine('settle') },
      hasServer: server !== null,
      house: await houseInLetters(ctx),
      rejected,
    })
  },
})

const enclosure = download(`${postHref}/:letterId/bilagor/:position`, {
  may: 'post.read',
  params: one.extend({ position: z.coerce.number().int().positive() }),
  send: async (ctx, { letterId, position }) => {
    await getLetter(ctx, letterId)
    const { name, mediaType, sha256, size } = found((await listEnclosures(ctx, letterId))[position - 1])
    return { name, mediaType, inline: false, body: { sha256, size } }
  },
})

const instant = z.date().transform((at) => at.toISOString())
const shape = {
  id: z.uuid(),
  caseId: z.uuid().nullable(),
  referenceNumber: z.string().nullable(),
  topic: z.string(),
  postedAt: instant,
  postedByName: z.string().nullable(),
  toName: z.string().nullable(),
  toAddress: z.string(),
  fromName: z.string(),
  replyTo: z.string().nullable(),
  subject: z.string(),
  state: z.enum(letterStates),
  attempts: z.number(),
  triedAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  reason: z.string().nullable(),
  sentAt: instant.nullable(),
  endedAt: instant.nullable(),
  againAs: z.uuid().nullable(),
  settledAt: instant.nullable(),
}

const letters = answer('/letters', {
  may: 'post.read',
  params: z.object({
    view: z.enum(['all', 'undelivered', ...letterStates]).default('all'),
    after: z.string().max(60).optional(),
  }),
  result: z.object({
    hasServer: z.boolean(),
    letters: z.array(z.object(shape)).readonly(),
    next: z.string().nullable(),
  }),
  show: async (ctx, { view, after }) => {
    const authorityId = found(ctx.actor.at)
    const hasServer = (await postOffice(ctx)).server !== null
    return { hasServer, ...(await listLetters(ctx, { authorityId, view }, { after: readCursor(after) })) }
  },
})

const file = z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), size: z.number() })

const oneLetter = answer('/letters/:letterId', {
  may: 'post.read',
  params: one,
  result: z.object({ ...shape, body: z.string(), anewAt: z.string().nullable(), files: z.array(file).readonly() }),
  show: async (ctx, { letterId }) => {
    const theLetter = await getLetter(ctx, letterId)
    const body = withLinks(theLetter.body, await houseInLetters(ctx))
    return { ...theLetter, body, files: await listEnclosures(ctx, letterId) }
  },
})

const back = { back: `${postHref}/:letterId` }

export const routes: readonly Route[] = [
  list,
  letter,
  enclosure,
  letters,
  oneLetter,
  form(`${postHref}/:letterId/skicka-igen`, sendLetterAgain, {
    ...back,
    then: (_, { letterId }) => letterHref(letterId),
    says: ({ address }) => text.again.done(address),
  }),
  form(`${postHref}/:letterId/klart`, settle, { ...back, then: () => postHref, says: () => text.settle.done }),
  endpoint('/letters/:letterId/send-again', sendLetterAgain),
  endpoint('/letters/:letterId/settle', settle),
]

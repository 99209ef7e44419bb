/** The doors of the description of an authority's records (OSL 4:2). */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { paperPdf } from '../../../kernel/documents/index.ts'
import { found } from '../../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { describe, longestPart } from '../commands/describe.ts'
import { descriptionPaper } from '../papers/description.ts'
import { descriptionHref, missingParts } from '../model/description.ts'
import { getDescription, knownOfRecords } from '../queries/description.ts'
import { descriptionText as text } from '../text/description.ts'
import { describingPage, descriptionPage } from '../views/description.ts'

const chosen = z.object({ myndighet: z.uuid().optional().catch(undefined) })

async function described(ctx: Read, authorityId: string) {
  const description = await getDescription(ctx, authorityId)
  const known = await knownOfRecords(ctx, authorityId)
  return { description, known, paper: descriptionPaper({ description, known, today: today(ctx) }) }
}

const shown = page(descriptionHref, {
  may: 'someone',
  params: chosen,
  show: async (ctx, { myndighet }) => {
    const { description, known, paper } = await described(ctx, found(myndighet ?? ctx.actor.at))
    const { authority, diaries } = known
    const mayChange = authority.id === ctx.actor.at && may(ctx.actor, 'disclosure.describe', authority.id)
    return descriptionPage({ authority, authorities: diaries, description, paper, mayChange })
  },
})

const file = download(`${descriptionHref}/pdf`, {
  may: 'someone',
  params: chosen,
  send: async (ctx, { myndighet }) => {
    const { known, paper } = await described(ctx, found(myndighet ?? ctx.actor.at))
    const name = `${text.title} ${known.authority.name}.pdf`
    return { name, mediaType: 'application/pdf', inline: true, body: await paperPdf(paper) }
  },
})

const describing = page(`${descriptionHref}/andra`, {
  may: 'disclosure.describe',
  params: z.object({}),
  show: async (ctx, _, rejected) =>
    describingPage({
      description: await getDescription(ctx, found(ctx.actor.at)),
      longest: longestPart,
      rejected,
    }),
})

const part = z.string().nullable()

const json = answer('/records-description', {
  may: 'someone',
  params: z.object({ authorityId: z.uuid().optional() }),
  result: z.object({
    authorityId: z.uuid(),
    ...{ organisation: part, search: part, technical: part, contact: part, secrecy: part, exchange: part, sale: part },
    changedAt: z.date().nullable(),
    bodies: z.array(z.string()).readonly(),
    missing: z.array(z.string()),
    diaries: z.array(z.object({ id: z.uuid(), name: z.string(), prefix: z.string() })).readonly(),
  }),
  show: async (ctx, { authorityId }) => {
    const of = found(authorityId ?? ctx.actor.at)
    const description = await getDescription(ctx, of)
    const { bodies, diaries } = await knownOfRecords(ctx, of)
    return { authorityId: of, ...description, bodies, diaries, missing: missingParts(description) }
  },
})

export const descriptionRoutes: readonly Route[] = [
  shown,
  file,
  describing,
  form(`${descriptionHref}/andra`, describe, {
    back: `${descriptionHref}/andra`,
    then: () => descriptionHref,
    says: () => text.saved,
  }),
  json,
  endpoint('/records-description', describe, 'PUT'),
]

/** The doors of the standard phrases. */

import { z } from 'zod'
import { may, type Read } from '../../../kernel/context.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { toText } from '../../../kernel/rich-text.ts'
import { getAuthority, listBodies } from '../../organisation/index.ts'
import { ownCase, panelScreen } from '../../drafting/index.ts'
import { changePhrase, makePhrase, removePhrase, restorePhrase } from '../commands/phrases.ts'
import { getPhrase, listPhrases } from '../queries/phrases.ts'
import { text } from '../text.ts'
import { phraseList, phrasePanel, phraseScreen, phrasesPath } from '../views/phrases.ts'

const words = z.string().trim().max(200).default('').catch('')

const panel = page('/arenden/:caseId/underlag/standardtexter', {
  may: 'someone',
  params: z.object({ caseId: z.string(), ord: words }),
  show: async (ctx, { caseId, ord }) => {
    const theCase = await ownCase(ctx, caseId)
    const phrases = await listPhrases(ctx, theCase.authorityId, ord)
    const mayMake = may(ctx.actor, 'desk.make-phrase', theCase.authorityId)
    return panelScreen(ctx, theCase, { key: 'phrases', body: phrasePanel({ theCase, phrases, sought: ord, mayMake }) })
  },
})

const list = page(phrasesPath, {
  may: 'desk.make-phrase',
  params: z.object({ borttagen: z.uuid().optional().catch(undefined) }),
  show: async (ctx, { borttagen }, rejected) => {
    const authorityId = found(ctx.actor.at)
    return phraseList({
      authority: await getAuthority(ctx, authorityId),
      phrases: await listPhrases(ctx, authorityId),
      bodies: await bodiesOf(ctx, authorityId),
      removed: borttagen === undefined ? null : await removedOne(ctx, borttagen),
      mayMake: may(ctx.actor, 'desk.make-phrase', authorityId),
      rejected,
    })
  },
})

async function removedOne(ctx: Read, phraseId: string) {
  const phrase = await getPhrase(ctx, phraseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return phrase?.isRemoved === true ? phrase : null
}

/** The bodies that decide: a phrase may be for one of them. */
async function bodiesOf(ctx: Read, authorityId: string) {
  return listBodies(ctx, {
    authorityId,
    kinds: ['council', 'executive_board', 'board', 'auditors', 'working_committee', 'company'],
  })
}

const one = page(`${phrasesPath}/:phraseId`, {
  may: 'desk.make-phrase',
  params: z.object({ phraseId: z.uuid() }),
  show: async (ctx, { phraseId }, rejected) => {
    const phrase = await getPhrase(ctx, phraseId)
    return phraseScreen({
      phrase,
      bodies: await bodiesOf(ctx, phrase.authorityId),
      mayChange: may(ctx.actor, 'desk.change-phrase', phrase.authorityId),
      rejected,
    })
  },
})

const shape = z.object({
  id: z.uuid(),
  name: z.string(),
  shortcut: z.string(),
  theme: z.string(),
  bodyName: z.string().nullable(),
  version: z.number(),
  text: z.unknown(),
  plain: z.string(),
})

export const phraseRoutes: readonly Route[] = [
  panel,
  list,
  one,
  form(`${phrasesPath}/ny`, makePhrase, { back: phrasesPath, then: () => phrasesPath, says: () => text.phrase.made }),
  form(`${phrasesPath}/:phraseId`, changePhrase, {
    back: one.path,
    then: () => phrasesPath,
    says: () => text.phrase.saved,
  }),
  form(`${phrasesPath}/:phraseId/ta-bort`, removePhrase, {
    back: one.path,
    then: (_, { phraseId }) => `${phrasesPath}?borttagen=${phraseId}`,
  }),
  form(`${phrasesPath}/:phraseId/angra`, restorePhrase, {
    back: one.path,
    then: () => phrasesPath,
    says: () => text.phrase.restored,
  }),
  endpoint('/authorities/:authorityId/phrases', makePhrase),
  endpoint('/phrases/:phraseId', changePhrase, 'PUT'),
  endpoint('/phrases/:phraseId/remove', removePhrase),
  endpoint('/phrases/:phraseId/restore', restorePhrase),
  answer('/cases/:caseId/desk/phrases', {
    may: 'someone',
    params: z.object({ caseId: z.string() }),
    result: z.array(shape),
    show: async (ctx, { caseId }) => {
      const { authorityId } = await ownCase(ctx, caseId)
      const phrases = await listPhrases(ctx, authorityId)
      return phrases.map((phrase) => ({ ...phrase, plain: toText(phrase.text) }))
    },
  }),
]

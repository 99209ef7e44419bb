/** The doors of a draft's history. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { getCase, type Case } from '../../registry/index.ts'
import { paperOf } from '../commands/register.ts'
import { restoreVersion } from '../commands/restore.ts'
import { differenceOf, partsOf } from '../model/difference.ts'
import type { Draft } from '../model/draft.ts'
import { comparedAtFirst } from '../model/history.ts'
import { getDraft, getVersion, listHistory } from '../queries.ts'
import { historyPage } from '../views/history.ts'
import { historyText } from '../views/history-text.ts'
import { tabOf } from '../views/parts.ts'

const ofDraft = z.object({ draftId: z.uuid() })
const version = z.coerce.number().int().min(1)

type Compared = { readonly from: number; readonly to: number }

/** What differs between two versions, part by part. Throws `NotFound` for one that is not kept. */
async function differenceBetween(
  ctx: Read,
  { draft, theCase }: { draft: Draft; theCase: Case },
  { from, to }: Compared,
) {
  const wordsOf = async (wanted: number) => {
    const words = wanted === draft.version ? draft : await getVersion(ctx, draft.id, wanted)
    return partsOf(paperOf(words, theCase, { isDraft: true, date: today(ctx) }))
  }
  return differenceOf(await wordsOf(from), await wordsOf(to))
}

const historyRoute = page('/utkast/:draftId/historik', {
  may: 'someone',
  params: ofDraft.extend({ from: version.optional(), to: version.optional() }),
  show: async (ctx, { draftId, from, to }) => {
    const draft = await getDraft(ctx, draftId)
    const theCase = await getCase(ctx, draft.caseId)
    const versions = await listHistory(ctx, draft)
    const chosen = from === undefined || to === undefined ? comparedAtFirst(versions) : { from, to }
    const parts = chosen === null ? [] : await differenceBetween(ctx, { draft, theCase }, chosen)
    return historyPage({
      theCase,
      draft,
      versions,
      compared: chosen === null ? null : { ...chosen, parts },
      mayRestore: draft.state === 'draft' && may(ctx.actor, 'drafting.restore', draft.authorityId),
    })
  },
})

const run = z.object({ kind: z.enum(['same', 'gone', 'new']), words: z.string() })

export const history: readonly Route[] = [
  historyRoute,
  form(`${historyRoute.path}/aterstall`, restoreVersion, {
    back: historyRoute.path,
    then: (_, { caseId, kind }) => `/arenden/${caseId}/${tabOf[kind]}`,
    says: () => historyText.restored,
  }),
  endpoint('/drafts/:draftId/restore', restoreVersion),
  answer('/drafts/:draftId/versions', {
    may: 'someone',
    params: ofDraft,
    result: z.object({
      versions: z.array(
        z.object({
          version: z.number(),
          savedAt: z.string(),
          savedByName: z.string(),
          writers: z.array(z.string()),
        }),
      ),
    }),
    show: async (ctx, { draftId }) => ({
      versions: (await listHistory(ctx, await getDraft(ctx, draftId))).map((one) => ({
        ...one,
        writers: [...one.writers],
        savedAt: one.savedAt.toISOString(),
      })),
    }),
  }),
  answer('/drafts/:draftId/difference', {
    may: 'someone',
    params: ofDraft.extend({ from: version, to: version }),
    result: z.object({ parts: z.array(z.object({ heading: z.string(), runs: z.array(run) })) }),
    show: async (ctx, { draftId, from, to }) => {
      const draft = await getDraft(ctx, draftId)
      const theCase = await getCase(ctx, draft.caseId)
      const parts = await differenceBetween(ctx, { draft, theCase }, { from, to })
      return { parts: parts.map(({ heading, runs }) => ({ heading, runs: [...runs] })) }
    },
  }),
]

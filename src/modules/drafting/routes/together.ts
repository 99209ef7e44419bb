/** The doors of those who write in the same draft at once: their steps, what is new, who is here. */

import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { answer, endpoint, stream, type Route } from '../../../kernel/http/route.ts'
import { bePresent, writeSteps } from '../commands/shared-text.ts'
import { batch, topicOf, type Batch, type Field } from '../model/shared-text.ts'
import { getDraft, getStanding, getText, listBatches, listPresent, listTextVersions } from '../queries.ts'

const ofDraft = z.object({ draftId: z.uuid() })
const version = z.coerce.number().int().min(0)

/** 'summary:12,body:4': the versions of the texts that the page has. */
const seenVersions = z
  .string()
  .max(20_000)
  .default('')
  .transform(
    (words) =>
      new Map(
        words
          .split(',')
          .map((one) => [one.slice(0, one.lastIndexOf(':')), Number(one.slice(one.lastIndexOf(':') + 1)) || 0]),
      ),
  )

type Versions = Map<Field, number>

/** What has been written since the versions that are known, which move on. */
async function newBatches(ctx: Read, draftId: string, known: Versions) {
  const texts: { field: Field; batches: Batch[] }[] = []
  for (const { field, version } of await listTextVersions(ctx, draftId)) {
    const after = known.get(field) ?? 0
    if (version <= after) continue
    texts.push({ field, batches: await listBatches(ctx, { draftId, field, after }) })
    known.set(field, version)
  }
  return texts
}

/** News of a draft for one page: the steps it has not had, how the draft stands, who is here. */
function watcherOf({ draftId, seen }: { draftId: string; seen: Versions }) {
  const known = new Map(seen)
  let told = ''
  return async (ctx: Read) => {
    const texts = await newBatches(ctx, draftId, known)
    const around = { draft: await getStanding(ctx, draftId), people: await listPresent(ctx, draftId) }
    const words = JSON.stringify(around)
    if (texts.length === 0 && words === told) return null
    told = words
    return { ...around, texts }
  }
}

export const together: readonly Route[] = [
  stream('/drafts/:draftId/news', {
    may: 'someone',
    params: ofDraft.extend({ seen: seenVersions }),
    topic: ({ draftId }) => topicOf(draftId),
    look: watcherOf,
  }),
  answer('/drafts/:draftId/text', {
    may: 'someone',
    params: ofDraft.extend({ field: z.string(), after: version.optional() }),
    /** With `after`, the steps since that version come along. */
    result: z.object({ field: z.string(), version: z.number(), doc: z.unknown(), batches: z.array(batch) }),
    show: async (ctx, { draftId, field, after }) => {
      const text = await getText(ctx, await getDraft(ctx, draftId), field)
      return { ...text, batches: after === undefined ? [] : await listBatches(ctx, { draftId, field, after }) }
    },
  }),
  endpoint('/drafts/:draftId/steps', writeSteps),
  endpoint('/drafts/:draftId/presence', bePresent),
]

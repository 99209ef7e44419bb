/**
 * Writing together: the authority on the order of the steps. The draft's row is held while steps are taken, so that two who
 * send at once come one after the other; the later is told what came before, and sends again on top of it.
 */

import { z } from 'zod'
import { ring } from '../../../kernel/bell.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Refused, refuseIf } from '../../../kernel/errors.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import { obstaclesToWriting, type Draft } from '../model/draft.ts'
import {
  afterSteps,
  docOf,
  hereFor,
  mostSteps,
  sharedTextOf,
  sharedTextsOf,
  stepJson,
  stepsBetween,
  topicOf,
  withSharedText,
  type Batch,
  type Field,
  type StepJson,
} from '../model/shared-text.ts'
import { getDraft, getText, listBatches, lockDraft } from '../queries.ts'
import { text } from '../text.ts'
import { keepNowAndThen } from './steps.ts'

const client = z.string().regex(/^[\w-]{1,64}$/)
const field = z.string().min(1).max(200)

const written = z.object({
  draftId: z.uuid(),
  field,
  /** The text's version that the steps build on. */
  version: z.number().int().min(0),
  client,
  steps: z.array(stepJson).min(1).max(mostSteps),
})

/** `isTaken` is false when others came first: `batches` are theirs, to build on before one sends again. */
export type Taken = {
  readonly isTaken: boolean
  readonly version: number
  readonly savedAt: string
  readonly batches: readonly Batch[]
}

/** Takes the steps that a writer has done in a shared text (skriver i en delad text). */
export const writeSteps = command('drafting.write-steps', written, async (ctx, given): Promise<Taken> => {
  const draft = await lockDraft(ctx, given.draftId)
  allowAt(ctx, draft.authorityId)
  refuseIf(obstaclesToWriting(draft))
  const current = await getText(ctx, draft, given.field)
  if (given.version > current.version) throw new Refused([text.obstacle.unknownVersion])
  if (given.version < current.version) {
    const batches = await listBatches(ctx, { draftId: draft.id, field: given.field, after: given.version })
    return { isTaken: false, version: current.version, savedAt: draft.savedAt.toISOString(), batches }
  }
  const after = afterSteps(docOf(current.doc), given.steps)
  if (after === null) throw new Refused([text.obstacle.unreadableSteps])
  const version = current.version + given.steps.length
  await keepSteps(ctx, { ...given, version, doc: after.doc.toJSON() })
  await keepWords(ctx, draft, { field: given.field, text: after.text })
  await ring(ctx, topicOf(draft.id))
  return { isTaken: true, version, savedAt: ctx.now.toISOString(), batches: [] }
})

type Kept = {
  readonly draftId: string
  readonly field: Field
  readonly version: number
  readonly client: string
  readonly steps: readonly StepJson[]
  readonly doc: unknown
}

async function keepSteps(ctx: Write, { draftId, field, version, client, steps, doc }: Kept): Promise<void> {
  await ctx.db
    .insertInto('drafting.text_steps')
    .values({
      draft_id: draftId,
      field,
      version,
      client,
      person_id: actingPerson(ctx),
      at: ctx.now,
      steps: JSON.stringify(steps),
    })
    .execute()
  const now = { version, doc: JSON.stringify(doc) }
  await ctx.db
    .insertInto('drafting.texts')
    .values({ draft_id: draftId, field, ...now })
    .onConflict((conflict) => conflict.columns(['draft_id', 'field']).doUpdateSet(now))
    .execute()
}

/** The draft with the new words. */
async function keepWords(ctx: Write, before: Draft, { field, text }: { field: Field; text: RichText }): Promise<void> {
  const changed = withSharedText(before, field, text)
  const next = { ...changed, version: before.version + 1, savedAt: ctx.now, savedBy: actingPerson(ctx) }
  await ctx.db
    .updateTable('drafting.drafts')
    .set({
      content: JSON.stringify(next.content),
      version: next.version,
      saved_at: next.savedAt,
      saved_by: next.savedBy,
    })
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow()
  await keepNowAndThen(ctx, before, next)
}

/** What a form, a file or an older version put in the texts, as steps: those who write in them go on from there. */
export async function recordSharedTexts(ctx: Write, before: Draft, after: Draft): Promise<void> {
  for (const { field, text: now } of sharedTextsOf(after)) {
    if (JSON.stringify(now) === JSON.stringify(sharedTextOf(before, field))) continue
    const current = await getText(ctx, before, field)
    const [was, is] = [docOf(current.doc), docOf(now)]
    const steps = stepsBetween(was, is)
    if (steps.length === 0) continue
    const version = current.version + steps.length
    await keepSteps(ctx, { draftId: before.id, field, version, client: 'form', steps, doc: is.toJSON() })
  }
  await ring(ctx, topicOf(before.id))
}

const here = z.object({ draftId: z.uuid(), client, field: field.nullish(), isLeaving: z.boolean().default(false) })

/** Says that one has the draft open, and in which part one stands (visar att man är här). */
export const bePresent = command('drafting.be-present', here, async (ctx, { draftId, client, field, isLeaving }) => {
  const draft = await getDraft(ctx, draftId)
  allowAt(ctx, draft.authorityId)
  const gone = new Date(ctx.now.getTime() - hereFor)
  const { numDeletedRows } = await ctx.db
    .deleteFrom('drafting.present')
    .where('draft_id', '=', draft.id)
    .where((row) => row.or([row('seen_at', '<', gone), row('client', '=', isLeaving ? client : '')]))
    .executeTakeFirst()
  const isElsewhere = !isLeaving && (await stay(ctx, { draftId, client, field: field ?? null }))
  if (isElsewhere || numDeletedRows > 0n) await ring(ctx, topicOf(draft.id))
})

/** True when the page was not here before, or in another part. */
async function stay(
  ctx: Write,
  { draftId, client, field }: { draftId: string; client: string; field: string | null },
): Promise<boolean> {
  const was = await ctx.db
    .selectFrom('drafting.present')
    .select(['person_id', 'field'])
    .where('draft_id', '=', draftId)
    .where('client', '=', client)
    .executeTakeFirst()
  const now = { person_id: actingPerson(ctx), field, seen_at: ctx.now }
  await ctx.db
    .insertInto('drafting.present')
    .values({ draft_id: draftId, client, ...now })
    .onConflict((conflict) => conflict.columns(['draft_id', 'client']).doUpdateSet(now))
    .execute()
  return was?.person_id !== now.person_id || was.field !== field
}

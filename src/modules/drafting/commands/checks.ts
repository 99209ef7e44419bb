/** What one does about a check: lets it be mended, takes that back, lets it stand, takes it up again. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { found, Refused, refuseIf } from '../../../kernel/errors.ts'
import { words } from '../../../kernel/fields.ts'
import { getCase, writeLedger, type Case } from '../../registry/index.ts'
import { obstaclesToMending, obstaclesToUndoing } from '../model/checks.ts'
import { obstaclesToWriting, type Draft } from '../model/draft.ts'
import { withWordsOf } from '../model/history.ts'
import { mended } from '../model/mending.ts'
import { checksOf, findingsOf, getDraft, getVersion, lockDraft } from '../queries.ts'
import { text } from '../text.ts'
import { write } from './save.ts'
import { keepVersion } from './steps.ts'

const one = { draftId: z.uuid(), key: z.string().max(64) }

/** The draft, held, if it is being written and is theirs to write in. */
async function lockOpen(ctx: Write, draftId: string): Promise<{ draft: Draft; theCase: Case }> {
  const draft = await lockDraft(ctx, draftId)
  allowAt(ctx, draft.authorityId)
  refuseIf(obstaclesToWriting(draft))
  return { draft, theCase: await getCase(ctx, draft.caseId) }
}

const at = (draft: Draft) => ({ draftId: draft.id, caseId: draft.caseId, kind: draft.kind })

/** Carries out the fix of a check (rättar). What was there is a version of its own. Throws `Refused` when the words are others. */
export const mendDraft = command('drafting.mend', z.object(one), async (ctx, { draftId, key }) => {
  const { draft, theCase } = await lockOpen(ctx, draftId)
  const finding = (await findingsOf(ctx, draft, theCase)).find((each) => each.key === key)
  refuseIf(obstaclesToMending(finding))
  const after = mended(draft, finding?.fix?.edits ?? [])
  if (finding === undefined || JSON.stringify(after.content) === JSON.stringify(draft.content))
    throw new Refused([text.obstacle.noFix])

  await keepVersion(ctx, draft)
  const { version } = await write(ctx, draft, after)
  await ctx.db
    .insertInto('drafting.mends')
    .values({
      draft_id: draft.id,
      from_version: draft.version,
      code: finding.code,
      quote: finding.quote,
      at: ctx.now,
      by: actingPerson(ctx),
    })
    .execute()
  return { ...at(draft), version }
})

/** Takes the last fix back (ångrar), as long as nothing has been written after it. */
export const undoMend = command('drafting.undo-mend', z.object({ draftId: z.uuid() }), async (ctx, { draftId }) => {
  const { draft, theCase } = await lockOpen(ctx, draftId)
  const { mend } = await checksOf(ctx, draft, theCase)
  refuseIf(obstaclesToUndoing(draft, mend))
  const before = await getVersion(ctx, draft.id, mend?.fromVersion ?? 0)
  const { version } = await write(ctx, draft, withWordsOf(draft, before))
  return { ...at(draft), version }
})

const letting = z.object({ ...one, reason: words(500, () => text.invalid.whyLetStand) })

/** Lets a remark stand, with the reason (låter stå). It holds until its sentence changes; those who approve see it. */
export const letStand = command('drafting.let-stand', letting, async (ctx, { draftId, key, reason }) => {
  const { draft, theCase } = await lockOpen(ctx, draftId)
  const { open } = await checksOf(ctx, draft, theCase)
  const finding = open.find((each) => each.key === key)
  if (finding === undefined) throw new Refused([text.obstacle.changedSinceCheck])
  await ctx.db
    .insertInto('drafting.let_stand')
    .values({
      draft_id: draft.id,
      key,
      code: finding.code,
      quote: finding.quote,
      reason,
      at: ctx.now,
      by: actingPerson(ctx),
    })
    .execute()
  await writeLedger(ctx, draft.caseId, 'drafting.let-stand', { draftId: draft.id, code: finding.code })
  return at(draft)
})

/** Takes up what was let stand (tar upp igen). */
export const takeUp = command('drafting.take-up', z.object({ letStandId: z.uuid() }), async (ctx, { letStandId }) => {
  const row = found(
    await ctx.db
      .selectFrom('drafting.let_stand')
      .select(['draft_id as draftId', 'code'])
      .where('id', '=', letStandId)
      .where('taken_up_at', 'is', null)
      .executeTakeFirst(),
  )
  const draft = await getDraft(ctx, row.draftId)
  allowAt(ctx, draft.authorityId)
  await ctx.db
    .updateTable('drafting.let_stand')
    .set({ taken_up_at: ctx.now })
    .where('id', '=', letStandId)
    .executeTakeFirstOrThrow()
  await writeLedger(ctx, draft.caseId, 'drafting.taken-up', { draftId: draft.id, code: row.code })
  return at(draft)
})

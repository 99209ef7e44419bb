/** Beginning a draft and writing in it, as steps of other commands' transactions. */

import type { z } from 'zod'
import { ring } from '../../../kernel/bell.ts'
import { actingPerson, today, type Read, type Write } from '../../../kernel/context.ts'
import { Refused, refuseIf } from '../../../kernel/errors.ts'
import { together } from '../../../kernel/together.ts'
import { getCase, writeLedger } from '../../registry/index.ts'
import type { Draft } from '../model/draft.ts'
import { memoContent, type MemoContent, type PlanLine } from '../model/memo.ts'
import { topicOf } from '../model/shared-text.ts'
import { statementContent, type StatementContent } from '../model/statement.ts'
import { findDraft } from '../queries.ts'
import { text } from '../text.ts'

/** Begins the memo of a case. Throws `Refused` if there is one already. Gives the id of the draft. */
export async function startMemo(
  ctx: Write,
  caseId: string,
  content: Partial<z.input<typeof memoContent>>,
): Promise<{ draftId: string }> {
  const planning = content.planning ?? (await planOfCase(ctx, caseId))
  return start(ctx, caseId, { kind: 'memo', content: memoContent.parse({ date: today(ctx), ...content, planning }) })
}

/** Begins the statement of a case, with the questions it is to answer. Throws `Refused` if there is one already. */
export async function startStatement(
  ctx: Write,
  caseId: string,
  content: z.input<typeof statementContent>,
): Promise<{ draftId: string }> {
  return start(ctx, caseId, { kind: 'statement', content: statementContent.parse(content) })
}

type Begun = { kind: 'memo'; content: MemoContent } | { kind: 'statement'; content: StatementContent }

async function start(ctx: Write, caseId: string, begun: Begun): Promise<{ draftId: string }> {
  refuseIf((await findDraft(ctx, caseId, begun.kind)) === null ? [] : [text.obstacle.alreadyBegun[begun.kind]])
  const draftId = await insertDraft(ctx, caseId, begun)
  await writeLedger(ctx, caseId, 'drafting.started', { draftId, kind: begun.kind })
  return { draftId }
}

/** A new draft, kept from the first word. */
export async function insertDraft(ctx: Write, caseId: string, { kind, content }: Begun): Promise<string> {
  const { authorityId } = await getCase(ctx, caseId)
  const by = actingPerson(ctx)
  const { id } = await ctx.db
    .insertInto('drafting.drafts')
    .values({
      case_id: caseId,
      authority_id: authorityId,
      kind,
      content: JSON.stringify(content),
      created_at: ctx.now,
      created_by: by,
      saved_at: ctx.now,
      saved_by: by,
      fields_saved_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts the decision plan in the memo that is being written, if there is one. Its version stays: the plan is not in the form. */
export async function writePlanning(ctx: Write, caseId: string, lines: readonly PlanLine[]): Promise<void> {
  await ctx.db
    .selectFrom('drafting.drafts')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'memo')
    .forUpdate()
    .execute()
  const memo = await findDraft(ctx, caseId, 'memo')
  if (memo?.state !== 'draft') return
  await ctx.db
    .updateTable('drafting.drafts')
    .set({ content: JSON.stringify({ ...memo.content, planning: lines }) })
    .where('id', '=', memo.id)
    .execute()
}

/** The decision plan as the planning of the case has it now. */
export async function planOfCase(ctx: Read | Write, caseId: string): Promise<PlanLine[]> {
  const found = await together(ctx.slots('memo.planning').map((planning) => planning.lines(ctx, caseId)))
  return found.flat()
}

const minutesBetweenVersions = 5

/**
 * Keeps the versions around a change that should be found again: what there was when writing begins after a pause, and what there
 * is now and then while it goes on, whoever writes.
 */
export async function keepNowAndThen(ctx: Write, before: Draft, after: Draft): Promise<void> {
  const since = new Date(ctx.now.getTime() - minutesBetweenVersions * 60_000)
  if (before.savedAt < since) await keepVersion(ctx, before)
  const recent = await ctx.db
    .selectFrom('drafting.versions')
    .select('version')
    .where('draft_id', '=', before.id)
    .where('saved_at', '>', since)
    .executeTakeFirst()
  if (recent === undefined) await keepVersion(ctx, after)
}

/** Keeps what a draft says now, as a version that can be read again. */
export async function keepVersion(ctx: Write, draft: Draft): Promise<void> {
  await ctx.db
    .insertInto('drafting.versions')
    .values({
      draft_id: draft.id,
      version: draft.version,
      content: JSON.stringify(draft.content),
      saved_at: draft.savedAt,
      saved_by: draft.savedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Changes a draft's state or words, and tells those who have it open; a row that did not change would be a right that is missing. */
export async function changeDraft(
  ctx: Write,
  draftId: string,
  change: {
    state?: Draft['state']
    submission_id?: string
    template_id?: string | null
    record_id?: string
    content?: string
  },
): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('drafting.drafts')
    .set(change)
    .where('id', '=', draftId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused([text.obstacle.notYours])
  await ring(ctx, topicOf(draftId))
}

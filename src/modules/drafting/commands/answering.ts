/** What an answer changes, as steps of the commands that answer. */

import { actingPerson, type Write } from '../../../kernel/context.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Approval, Submission } from '../model/draft.ts'
import { listSubmitted } from '../queries.ts'
import { text } from '../text.ts'
import { changeDraft } from './steps.ts'

type Answer = { readonly state: 'approved' | 'returned'; readonly note: string | null; readonly digest: string | null }

/** The answer of the one who acts, for each of those it is given for. A row that did not change would be a right that is missing. */
export async function answer(
  ctx: Write,
  { submission, asked }: { submission: Submission; asked: readonly Approval[] },
  given: Answer,
): Promise<void> {
  const people = asked.map(({ personId }) => personId)
  const { numUpdatedRows } = await ctx.db
    .updateTable('drafting.approvals')
    .set({ ...given, answered_at: ctx.now, answered_by: actingPerson(ctx) })
    .where('submission_id', '=', submission.id)
    .where('person_id', 'in', people)
    .executeTakeFirst()
  if (numUpdatedRows !== BigInt(people.length)) throw new Refused([text.obstacle.notAsked])
}

/** Those who are away among those an answer is given for, by name, as the ledger keeps it. */
export function insteadOf(ctx: Write, asked: readonly Approval[]): { insteadOf?: string[] } {
  const names = asked.filter(({ personId }) => personId !== ctx.actor.personId).map(({ name }) => name)
  return names.length === 0 ? {} : { insteadOf: names }
}

export async function close(
  ctx: Write,
  submissionId: string,
  state: 'approved' | 'returned' | 'withdrawn',
): Promise<void> {
  await ctx.db.updateTable('drafting.submissions').set({ state }).where('id', '=', submissionId).execute()
}

/** What was sent can be written in again. */
export async function reopen(ctx: Write, submission: Submission): Promise<void> {
  const drafts = await listSubmitted(ctx, submission.id)
  for (const draft of drafts) await changeDraft(ctx, draft.id, { state: 'draft' })
}

/** Smaller changes of a case that other modules make in their own commands. */

import type { Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid } from '../../../kernel/errors.ts'
import type { LinkKind } from '../model.ts'
import { getCase } from '../queries.ts'
import { text } from '../text.ts'
import { casesChanged } from './changed.ts'
import { writeLedger } from './ledger.ts'

/**
 * Changes the columns of a case. Throws `Forbidden` when no row changed: row-level security lets only the case's own
 * authority change it, and says so only by changing nothing.
 */
export async function updateCase(
  ctx: Write,
  caseId: string,
  changes: {
    title?: string
    counterpart?: string | null
    state?: 'open' | 'closed'
    closed_on?: string | null
    officer_id?: string | null
    due_on?: string | null
    due_source?: string | null
    class_id?: string | null
    case_type_id?: string | null
  },
): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.cases')
    .set(changes)
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
  const { due_on: _, due_source: __, ...found } = changes
  if (Object.keys(found).length > 0) await casesChanged(ctx, [caseId])
}

/** Sets the last answer day (sista svarsdag) and who set it. Throws `Forbidden` in another authority's case. */
export async function setDue(
  ctx: Write,
  caseId: string,
  { dueOn, dueSource }: { readonly dueOn: string | null; readonly dueSource: string | null },
): Promise<void> {
  const theCase = await getCase(ctx, caseId)
  if (theCase.dueOn === dueOn && theCase.dueSource === dueSource) return
  await updateCase(ctx, theCase.id, { due_on: dueOn, due_source: dueSource })
  await writeLedger(ctx, theCase.id, 'case.due-set', { dueOn, dueSource, from: theCase.dueOn })
}

/** Links a case to another, often at another authority; both histories say so. Linking twice is the same as once. */
export async function linkCases(ctx: Write, caseId: string, otherCaseId: string, kind: LinkKind): Promise<void> {
  const [theCase, other] = [await getCase(ctx, caseId), await getCase(ctx, otherCaseId)]
  if (theCase.id === other.id) throw new Invalid({ otherCaseId: text.invalid.linkedToItself })
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('registry.links')
    .values({ case_id: theCase.id, other_case_id: other.id, kind })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return
  await writeLedger(ctx, theCase.id, 'case.linked', {
    otherCaseId: other.id,
    referenceNumber: other.referenceNumber,
    kind,
  })
  await writeLedger(ctx, other.id, 'case.linked', {
    otherCaseId: theCase.id,
    referenceNumber: theCase.referenceNumber,
    kind,
  })
}

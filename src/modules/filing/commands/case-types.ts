/** Case types: what a new case of a kind usually says. */

import { z } from 'zod'
import { choice, line, maybeId, maybeLine, tick } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, found, Invalid } from '../../../kernel/errors.ts'
import { directions } from '../model.ts'
import { getCaseType, listClasses, listOfficersAt } from '../queries.ts'
import { text } from '../text.ts'

const facts = z.object({
  name: line(100, () => text.invalid.noName),
  title: line(300, () => text.invalid.noTitle),
  classId: maybeId,
  officerId: maybeId,
  direction: choice(directions).default('in'),
  recordTitle: maybeLine(300),
})
type Facts = z.output<typeof facts>

/** Adds a case type to an authority's registry. */
export const addCaseType = command(
  'filing.add-case-type',
  facts.extend({ authorityId: maybeId }),
  async (ctx, { authorityId: asked, ...type }) => {
    const authorityId = found(asked ?? ctx.actor.at)
    allowAt(ctx, authorityId)
    await check(ctx, authorityId, type)
    const row = await ctx.db
      .insertInto('filing.case_types')
      .values({ authority_id: authorityId, ...columnsOf(type) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) throw new Invalid({ name: text.invalid.nameTaken })
    return { caseTypeId: row.id }
  },
)

/** Changes a case type. Cases that it has opened are as they were. */
export const editCaseType = command(
  'filing.edit-case-type',
  facts.extend({ caseTypeId: z.uuid() }),
  async (ctx, { caseTypeId, ...type }) => {
    const { authorityId } = await getCaseType(ctx, caseTypeId)
    allowAt(ctx, authorityId)
    await check(ctx, authorityId, type)
    const other = await ctx.db
      .selectFrom('filing.case_types')
      .select('id')
      .where('authority_id', '=', authorityId)
      .where('name', '=', type.name)
      .where('id', '<>', caseTypeId)
      .executeTakeFirst()
    if (other !== undefined) throw new Invalid({ name: text.invalid.nameTaken })
    await change(ctx, caseTypeId, columnsOf(type))
    return { caseTypeId }
  },
)

const use = z.object({ caseTypeId: z.uuid(), isActive: tick })

/** Stops suggesting a case type, or suggests it again. */
export const useCaseType = command('filing.use-case-type', use, async (ctx, { caseTypeId, isActive }) => {
  const { authorityId } = await getCaseType(ctx, caseTypeId)
  allowAt(ctx, authorityId)
  await change(ctx, caseTypeId, { is_active: isActive })
  return { caseTypeId, isActive }
})

function columnsOf({ name, title, classId, officerId, direction, recordTitle }: Facts) {
  return { name, title, class_id: classId, officer_id: officerId, direction, record_title: recordTitle }
}

async function check(ctx: Write, authorityId: string, { classId, officerId }: Facts): Promise<void> {
  const wrong: Record<string, string> = {}
  if (classId !== null && !(await listClasses(ctx, authorityId)).some(({ id }) => id === classId))
    wrong['classId'] = text.invalid.noClass
  if (officerId !== null && !(await listOfficersAt(ctx, authorityId)).some(({ id }) => id === officerId))
    wrong['officerId'] = text.invalid.notAnOfficer
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

type Change = Partial<ReturnType<typeof columnsOf>> & { readonly is_active?: boolean }

async function change(ctx: Write, caseTypeId: string, changes: Change): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('filing.case_types')
    .set(changes)
    .where('id', '=', caseTypeId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}

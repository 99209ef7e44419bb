/** Where a case belongs in the classification plan, and of which type it is. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { changedId } from '../../../kernel/fields.ts'
import { listCaseTypes, listClasses } from '../../filing/index.ts'
import { obstaclesToChanging, type Case } from '../model.ts'
import { findFiling, lockCase } from '../queries.ts'
import { text } from '../text.ts'
import { updateCase } from './change.ts'
import { caseName } from './input.ts'
import { writeLedger } from './ledger.ts'

const filing = z.object({ caseId: caseName, classId: changedId, caseTypeId: changedId })

type Filed = Pick<Case, 'classId' | 'caseTypeId'>

/** Gives a case another class (klassificering) or case type, or takes it away. What is left out stays. */
export const fileCase = command('registry.file-case', filing, async (ctx, { caseId, classId, caseTypeId }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  refuseIf(obstaclesToChanging(theCase))
  const to = {
    classId: classId === undefined ? theCase.classId : classId,
    caseTypeId: caseTypeId === undefined ? theCase.caseTypeId : caseTypeId,
  }
  await checkFiling(ctx, theCase, to)
  if (to.classId !== theCase.classId || to.caseTypeId !== theCase.caseTypeId) {
    const from = await findFiling(ctx, theCase)
    await updateCase(ctx, theCase.id, { class_id: to.classId, case_type_id: to.caseTypeId })
    await writeLedger(ctx, theCase.id, 'case.filed', { from, to: await findFiling(ctx, to) })
  }
  return { caseId: theCase.id, referenceNumber: theCase.referenceNumber }
})

/** Throws `Invalid` for what is not in the authority's plan or among its types; what the case has already may stay. */
export async function checkFiling(ctx: Write, theCase: Filed & Pick<Case, 'authorityId'>, to: Filed): Promise<void> {
  const wrong: Record<string, string> = {}
  const isNew = (key: keyof Filed) => to[key] !== null && to[key] !== theCase[key]
  if (isNew('classId') && !(await listClasses(ctx, theCase.authorityId)).some(({ id }) => id === to.classId))
    wrong['classId'] = text.invalid.choose
  if (isNew('caseTypeId') && !(await listCaseTypes(ctx, theCase.authorityId)).some(({ id }) => id === to.caseTypeId))
    wrong['caseTypeId'] = text.invalid.choose
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** The doors through which what stands in the register is put right. */

import { endpoint, form, type Route } from '../../../kernel/http/route.ts'
import { correctRecord } from '../commands/correct.ts'
import { fileCase } from '../commands/file-case.ts'
import { caseHref, recordHref } from '../model.ts'
import { text } from '../text.ts'

export const correctionRoutes: readonly Route[] = [
  form('/handlingar/:recordId/ratta', correctRecord, {
    back: '/handlingar/:recordId',
    then: (_, result) => recordHref({ id: result.recordId }),
    says: () => text.corrections.corrected,
  }),
  form('/arenden/:caseId/klass', fileCase, {
    back: '/arenden/:caseId',
    then: (_, result) => caseHref(result),
    says: () => text.corrections.filed,
  }),
  endpoint('/records/:recordId', correctRecord, 'PUT'),
  endpoint('/cases/:caseId/filing', fileCase, 'PUT'),
]

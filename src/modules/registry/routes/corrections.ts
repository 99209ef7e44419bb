/** The doors through which what stands in the register is put right. */

import { endpoint, form, type Route } from '../../../kernel/http/route.ts'
import { correctRecord } from '../commands/correct.ts'
import { fileCase } from '../commands/file-case.ts'
import { moveRecord, strikeRecord } from '../commands/placing.ts'
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
  form('/handlingar/:recordId/flytta', moveRecord, {
    back: '/handlingar/:recordId',
    then: (_, result) => recordHref({ id: result.recordId }),
    says: () => text.placing.moved,
  }),
  form('/handlingar/:recordId/stryk', strikeRecord, {
    back: '/handlingar/:recordId',
    then: (_, result) => recordHref({ id: result.recordId }),
    says: () => text.placing.strikeDone,
  }),
  endpoint('/records/:recordId', correctRecord, 'PUT'),
  endpoint('/records/:recordId/move', moveRecord),
  endpoint('/records/:recordId/strike', strikeRecord),
  endpoint('/cases/:caseId/filing', fileCase, 'PUT'),
]

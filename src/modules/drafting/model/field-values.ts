/** What the merge fields of a template stand for in a draft. Pure. */

import { capital } from '../../../kernel/ui/index.ts'
import type { Case } from '../../registry/index.ts'
import type { FieldValues } from '../../templates/index.ts'
import type { Words } from './draft.ts'

/** @param day of a statement, ISO; a memo has its own. */
export function fieldValuesOf(draft: Words, theCase: Case, day: string): FieldValues {
  const shared = {
    ärendenummer: theCase.referenceNumber,
    rubrik: draft.content.title === '' ? theCase.title : draft.content.title,
    nämnd: capital(theCase.authorityName),
    'sista svarsdag': theCase.dueOn,
    'mottagarens ärende': theCase.counterpart,
  }
  if (draft.kind === 'statement') return { ...shared, datum: day }
  const { date, reference, sendTo } = draft.content
  return {
    ...shared,
    datum: date,
    handläggare: reference.name,
    'handläggarens titel': reference.title,
    'e-post': reference.email,
    mottagare: sendTo.join(', '),
  }
}

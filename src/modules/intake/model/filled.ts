/** What a case type puts in the form. Pure. */

import type { CaseType } from '../../filing/index.ts'

/** By the names of the form's fields; what the type does not say is left out. */
export function filledBy(type: CaseType): Record<string, string> {
  const values = {
    caseTypeId: type.id,
    direction: type.direction,
    caseTitle: type.title,
    title: type.recordTitle,
    classId: type.classId,
    officerId: type.officerId,
  }
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** Whether what was read from a record may stand anywhere else: not once the record is marked (B-04). */

import { sql, type RawBuilder } from 'kysely'

/** Marked, or not to be seen at all: whoever needs its words reads them in the record itself, where that is noted (E-17). */
export function isShut(recordId: string): RawBuilder<boolean> {
  const id = sql.ref(recordId)
  return sql<boolean>`(${id} is not null and not exists (select from registry.records k where k.id = ${id} and not k.is_secret))`
}

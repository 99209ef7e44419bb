/** Many rows as one value, for `json_populate_recordset`: a value for each field is slow to read, and planned anew for each number of rows. */

import { sql, type RawBuilder } from 'kysely'

/** Without broken characters, which PostgreSQL refuses in JSON. */
export function asRows(rows: readonly object[]): RawBuilder<unknown> {
  const words = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  return sql`${words}::json`
}

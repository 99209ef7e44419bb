/** Many rows in one statement, as one value: a value for each field is slow to read, and planned anew for each number of rows. */

import { sql, type RawBuilder } from 'kysely'
import type { Schema } from './schema.ts'
import type { Write } from './context.ts'

export type Rows = {
  /** All with the same fields, which are the columns. */
  readonly rows: readonly object[]
  /** Columns that the database reckons of each row, which is `n` there. */
  readonly reckoned?: Readonly<Record<string, RawBuilder<unknown>>>
}

/** Inserts them, in the order given; nothing where there are none. */
export async function insertRows(
  ctx: Write,
  into: keyof Schema & string,
  { rows, reckoned = {} }: Rows,
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const given = Object.keys(first)
  const names = sql.join([...given, ...Object.keys(reckoned)].map((name) => sql.ref(name)))
  const values = sql.join([...given.map((name) => sql.ref(`n.${name}`)), ...Object.values(reckoned)])
  const table = sql.table(into)
  await sql`insert into ${table} (${names}) select ${values} from json_populate_recordset(null::${table}, ${asRows(rows)}) n`.execute(
    ctx.db,
  )
}

/** Without broken characters, which PostgreSQL refuses in JSON. */
function asRows(rows: readonly object[]): RawBuilder<unknown> {
  const words = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  return sql`${words}::json`
}

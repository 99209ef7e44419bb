/** Writes the TypeScript types of the tables from the database itself (`schema.ts`). A test says when they are stale. */

import { sql } from 'kysely'
import type { Database } from './db.ts'

type Column = {
  table: string
  column: string
  type: string
  isArray: boolean
  nullable: boolean
  generated: boolean
  values: string | null
}

const known: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  jsonb: 'unknown',
}

/** A check such as `state in ('draft', 'sent')` becomes a union of exactly those words. */
function unionOf(check: string | null, column: string): string | undefined {
  const words = check?.match(new RegExp(`^CHECK \\(\\(${column} = ANY \\(ARRAY\\[(.*)\\]\\)\\)\\)$`))?.[1]
  return words?.replaceAll('::text', '').split(', ').join(' | ')
}

function typeOf({ type, isArray, values, column }: Column): string {
  const base = unionOf(values, column) ?? known[type] ?? 'unknown'
  return isArray ? `readonly ${base}[]` : base
}

function line(column: Column): string {
  const type = column.nullable ? `${typeOf(column)} | null` : typeOf(column)
  return `    ${column.column}: ${column.generated ? `Generated<${type}>` : type}`
}

/** The text of `schema.ts` for this database. */
export async function schemaTypes(db: Database): Promise<string> {
  const { rows } = await sql<Column>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column",
      case when t.typelem <> 0 and t.typcategory = 'A' then e.typname else t.typname end as "type",
      t.typcategory = 'A' as "isArray", not a.attnotnull as "nullable",
      a.atthasdef or a.attidentity <> '' as "generated",
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'
        limit 1) as "values"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')
    order by 1, a.attnum`.execute(db)
  const tables = Map.groupBy(rows, (row) => row.table)
  const bodies = [...tables].map(([name, columns]) => `  '${name}': {\n${columns.map(line).join('\n')}\n  }`)
  return `/** Made from the database by \`npm run check\`; not edited by hand. */\n\nimport type { Generated } from 'kysely'\n\nexport interface Schema {\n${bodies.join('\n')}\n}\n`
}

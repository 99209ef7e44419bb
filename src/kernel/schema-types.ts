/** Writes the TypeScript types of the tables from the database itself (`schema.ts` and `schema/`). A test says when they are stale. */

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

async function columnsOf(db: Database): Promise<Column[]> {
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
  return rows
}

const made = 'made from the database by `test/write-schema.ts`; not edited by hand.'
const nameOf = (schema: string) => `${schema.slice(0, 1).toUpperCase()}${schema.slice(1)}Tables`

function fileOf(schema: string, columns: readonly Column[]): string {
  const bodies = [...Map.groupBy(columns, ({ table }) => table)].map(
    ([table, of]) => `  '${table}': {\n${of.map(line).join('\n')}\n  }`,
  )
  const needed = columns.some(({ generated }) => generated) ? `import type { Generated } from 'kysely'\n\n` : ''
  return `/** The tables of \`${schema}\`, ${made} */\n\n${needed}export interface ${nameOf(schema)} {\n${bodies.join('\n')}\n}\n`
}

/** The files of this database's types, by their path in `src/kernel`: one for each schema, and one that is all of them. */
export async function schemaTypes(db: Database): Promise<ReadonlyMap<string, string>> {
  const schemas = Map.groupBy(await columnsOf(db), ({ table }) => table.split('.')[0] ?? '')
  const names = [...schemas.keys()]
  const imports = names.map((name) => `import type { ${nameOf(name)} } from './schema/${name}.ts'`).join('\n')
  const whole = `/** All tables, ${made} */\n\n${imports}\n\nexport interface Schema\n  extends ${names.map(nameOf).join(',\n    ')} {}\n`
  return new Map([
    ['schema.ts', whole],
    ...[...schemas].map(([name, columns]) => [`schema/${name}.ts`, fileOf(name, columns)] as const),
  ])
}

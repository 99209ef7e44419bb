/** Writes `docs/data-model.md` and its picture from the migrations and the database: run after a migration has changed. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { freshDatabase } from './support.ts'

const root = join(import.meta.dirname, '..')
const river = Object.keys(JSON.parse(readFileSync(join(root, 'river.json'), 'utf8')) as object)

type Column = { schema: string; table: string; name: string; type: string; needed: boolean; to: string | null }
type Table = { readonly schema: string; readonly name: string; readonly columns: Column[]; readonly says: string }

const columnsOf = sql<Column>`
  select n.nspname as schema, t.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as needed,
    (select fn.nspname || '.' || f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
     join pg_namespace fn on fn.oid = f.relnamespace
     where k.contype = 'f' and k.conrelid = t.oid and k.conkey = array[a.attnum] limit 1) as to
  from pg_class t join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid
  where t.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')
  order by n.nspname, t.oid, a.attnum`

/** What the migrations say above each table. */
function comments(): Map<string, string> {
  const folder = join(root, 'migrations')
  const all = readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const found = all.matchAll(/((?:^--.*\n)+)create (?:unlogged )?table (\S+)/gm)
  return new Map(
    [...found].map(([, words = '', table = '']) => [
      table,
      words.replaceAll(/^-- ?/gm, '').trim().replaceAll('\n', ' '),
    ]),
  )
}

function tablesOf(rows: readonly Column[]): Table[] {
  const says = comments()
  return [...Map.groupBy(rows, (row) => `${row.schema}.${row.table}`)].map(([full, columns]) => ({
    schema: columns[0]?.schema ?? '',
    name: columns[0]?.table ?? '',
    columns,
    says: says.get(full) ?? '',
  }))
}

const place = (schema: string) => (schema === 'kernel' ? -1 : river.indexOf(schema))

function schemasOf(tables: readonly Table[]): string[] {
  return [...new Set(tables.map(({ schema }) => schema))].toSorted((a, b) => place(a) - place(b))
}

function words(tables: readonly Table[]): string {
  const parts = schemasOf(tables).flatMap((schema) => [
    `## ${schema}`,
    ...tables
      .filter((table) => table.schema === schema)
      .flatMap((table) => [
        `### ${table.schema}.${table.name}`,
        ...(table.says === '' ? [] : [table.says]),
        ['| Column | Type | |', '| --- | --- | --- |', ...table.columns.map(row)].join('\n'),
      ]),
  ])
  return [
    '# Data model',
    'Written by `node_modules/.bin/node test/write-data-model.ts` from the migrations; do not edit by hand. Each module has a schema of its own, writes only there, and points upstream only.',
    '![Schemas, tables and what points where](pictures/data-model.svg)',
    ...parts,
    '',
  ].join('\n\n')
}

const row = ({ name, type, needed, to }: Column) =>
  `| \`${name}\` | ${type.replace('timestamp with time zone', 'timestamptz')} | ${[needed ? '' : 'may be missing', to === null ? '' : `→ ${to}`].filter((part) => part !== '').join(', ')} |`

const size = { width: 250, line: 18, gap: 28, columns: 4, head: 30 }

/** One box for each schema, in river order, with its tables; a line from a schema to each that it points at. */
function picture(tables: readonly Table[]): string {
  const schemas = schemasOf(tables)
  const heights = Array.from({ length: size.columns }, () => 20)
  const boxes = new Map<string, { x: number; y: number; height: number; names: string[] }>()
  schemas.forEach((schema, index) => {
    const column = index % size.columns
    const names = tables.filter((table) => table.schema === schema).map(({ name }) => name)
    const height = size.head + names.length * size.line + 12
    boxes.set(schema, { x: 20 + column * (size.width + 60), y: heights[column] ?? 20, height, names })
    heights[column] = (heights[column] ?? 20) + height + size.gap
  })
  const arrows = new Set(
    tables.flatMap(({ schema, columns }) =>
      columns.flatMap(({ to }) =>
        to === null || to.startsWith(`${schema}.`) ? [] : [`${schema} ${to.split('.')[0]}`],
      ),
    ),
  )
  const width = 20 + size.columns * (size.width + 60)
  const height = Math.max(...heights)
  const lines = [...arrows].flatMap((arrow) => {
    const [from, to] = arrow.split(' ').map((schema) => boxes.get(schema))
    if (from === undefined || to === undefined) return []
    const [x1, y1, x2, y2] = [from.x + size.width / 2, from.y + 14, to.x + size.width / 2, to.y + 14]
    return [
      `<path d="M${x1} ${y1}C${x1} ${y1 - 40} ${x2} ${y2 - 40} ${x2} ${y2}" fill="none" stroke="#7a93a8" stroke-opacity=".55"/>`,
    ]
  })
  const drawn = [...boxes].map(([schema, box]) => {
    const names = box.names.map(
      (name, n) =>
        `<text x="${box.x + 14}" y="${box.y + size.head + 14 + n * size.line}" font-size="13">${name}</text>`,
    )
    return `<g><rect x="${box.x}" y="${box.y}" width="${size.width}" height="${box.height}" rx="6" fill="#fff" stroke="#0b4a6f"/><rect x="${box.x}" y="${box.y}" width="${size.width}" height="26" rx="6" fill="#0b4a6f"/><text x="${box.x + 14}" y="${box.y + 18}" font-size="14" font-weight="700" fill="#fff">${schema}</text>${names.join('')}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Public Sans, sans-serif" role="img" aria-label="The schemas of Kraftsam, in river order, with their tables"><rect width="100%" height="100%" fill="#f6f9fb"/>${lines.join('')}${drawn.join('')}</svg>\n`
}

const world = await freshDatabase()
const { rows } = await columnsOf.execute(world.db)
const tables = tablesOf(rows)
writeFileSync(join(root, 'docs/data-model.md'), words(tables))
writeFileSync(join(root, 'docs/pictures/data-model.svg'), picture(tables))
await world.close()
process.exit(0)

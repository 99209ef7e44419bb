/** What a backup is made of: tables with the columns that are kept, in an order that foreign keys allow, and sequences. */

import type pg from 'pg'

export type TableShape = {
  readonly name: string
  readonly columns: readonly string[]
  /** Tables that must be there before it. */
  readonly after: readonly string[]
}
export type SequenceValue = { readonly name: string; readonly last: string; readonly isCalled: boolean }

/** The queue is kept as jobs, the level of migrations by name: neither as tables. */
const ours = `c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_'
  and n.nspname not in ('information_schema', 'graphile_worker') and c.relname not like 'kraftsam_migrations%'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Throws when two tables point at each other: no order would do. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; after: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct format('%I.%I', n2.nspname, c2.relname)
         from pg_constraint k join pg_class c2 on c2.oid = k.confrelid join pg_namespace n2 on n2.oid = c2.relnamespace
         where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as after
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1`,
  )
  return inOrder(rows)
}

function inOrder(tables: readonly TableShape[]): TableShape[] {
  const sorted: TableShape[] = []
  const done = new Set<string>()
  while (sorted.length < tables.length) {
    const ready = tables.filter(({ name, after }) => !done.has(name) && after.every((other) => done.has(other)))
    if (ready.length === 0) throw new Error('Tables point at each other in a circle')
    for (const table of ready) {
      done.add(table.name)
      sorted.push(table)
    }
  }
  return sorted
}

/** Sequences are outside the snapshot: what they say now is never lower than what it holds. */
export async function listSequences(client: pg.ClientBase): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
     where schemaname not in ('graphile_worker') and schemaname !~ '^pg_' order by 1`,
  )
  return rows.map(({ name, last }) => ({ name, last: last ?? '1', isCalled: last !== null }))
}

/** The name of the last migration, or null where there is no schema at all. */
export async function migrationLevel(client: pg.ClientBase): Promise<string | null> {
  const there = await client.query<{ is: boolean }>(
    `select to_regclass('public.kraftsam_migrations') is not null as is`,
  )
  if (there.rows[0]?.is !== true) return null
  const { rows } = await client.query<{ name: string }>(
    'select name from public.kraftsam_migrations order by name desc limit 1',
  )
  return rows[0]?.name ?? null
}

/** Tables that have a row. */
export async function filledTables(client: pg.ClientBase): Promise<string[]> {
  const filled: string[] = []
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount !== 0) filled.push(name)
  }
  return filled
}

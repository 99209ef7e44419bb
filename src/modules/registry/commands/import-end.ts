/** What an import does round the batches: boards and officers before, series before and after, the ledger last. */

import { join } from 'node:path'
import type pg from 'pg'
import { perform, command, type Caller } from '../../../kernel/command.ts'
import { allowAnywhere } from '../../../kernel/context.ts'
import { z } from 'zod'
import { importBoards, importOfficers } from '../../organisation/index.ts'
import { importFiles, type ImportFile } from '../model.ts'
import { csvBatches } from '../queries/csv-batches.ts'
import { kept } from '../text/imported.ts'
import { copyIn, noteBroken, type Known, type Run } from './import-batches.ts'

const size = { records: 10_000, bytes: 4_000_000 }

type Row = Readonly<Record<string, string | null>> & { readonly line: string }

/** The rows of a small file; lines that are no rows go to the report. */
async function rowsOf(client: pg.PoolClient, run: Run, file: ImportFile): Promise<Row[]> {
  const columns = importFiles[file]
  await client.query(`create temp table small (line bigint, ${columns.map((column) => `${column} text`).join(', ')})`)
  const path = join(run.folder, `${file}.csv`)
  for await (const batch of csvBatches(path, { byte: 0, line: 1 }, { columns: columns.length, size })) {
    await copyIn(client, 'small', batch.bytes)
    await noteBroken(client, { run, file }, batch.broken)
  }
  const { rows } = await client.query<Row>('select * from small order by line')
  await client.query('drop table small')
  return rows
}

async function blame(
  client: pg.PoolClient,
  run: Run,
  what: { file: string; line: string; reason: string; isNote?: boolean },
): Promise<void> {
  await client.query(
    'insert into registry.import_faults (import_id, file, line, reason, is_note) values ($1, $2, $3, $4, $5)',
    [run.id, what.file, what.line, what.reason, what.isNote ?? false],
  )
}

const founding = z.object({
  boards: z.array(z.object({ prefix: z.string(), name: z.string() })),
  officers: z.array(z.object({ key: z.string(), name: z.string(), email: z.string() })),
})

/** Has no door of its own: the command line is the only way to it, and the system the only one who goes there. */
const found = command('registry.import', founding, async (ctx, { boards, officers }) => {
  allowAnywhere(ctx)
  return {
    boards: await importBoards(ctx, boards),
    officers: await importOfficers(ctx, { officers, title: kept.officerTitle }),
  }
})

/** Boards by their code, officers by a key of their own. Those that are not there are made. */
export async function knowOrganisation(
  client: pg.PoolClient,
  caller: Caller,
  run: Run & { readonly source: string },
): Promise<Known> {
  await client.query(
    `delete from registry.import_faults where import_id = $1 and file in ('board', 'officer', 'series')`,
    [run.id],
  )
  const boards = await goodBoards(client, run)
  const people = await rowsOf(client, run, 'officer')
  const infix = run.source === 'registry' ? '' : `${run.source.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}:`
  const officers = people.flatMap(({ id, name, line }) => {
    if (!/^\d{1,14}$/.test(id ?? '') || (name ?? '').trim() === '') return []
    const address = `officer-${infix.replace(':', '-')}${id}@import.invalid`
    return [{ line, id: `${id}`, key: `import:${infix}officer:${id}`, name: `${name}`, email: address }]
  })
  const made = await perform(found, caller, { boards, officers })
  for (const { line, key, name } of officers)
    if (made.officers.get(key)?.name !== name)
      await blame(client, run, { file: 'officer', line, reason: 'other-name', isNote: true })
  for (const { line, id } of people)
    if (!officers.some((one) => one.line === line))
      await blame(client, run, { file: 'officer', line, reason: id === null ? 'bad-id' : 'no-title' })
  return {
    boards: new Map(boards.map(({ id, prefix }): [string, string] => [id, made.boards.get(prefix) ?? ''])),
    officers: new Map(officers.map(({ id, key }) => [id, made.officers.get(key)?.id ?? ''])),
  }
}

async function goodBoards(client: pg.PoolClient, run: Run): Promise<{ id: string; prefix: string; name: string }[]> {
  const good: { id: string; prefix: string; name: string }[] = []
  for (const { line, id = null, code, name } of await rowsOf(client, run, 'board')) {
    const prefix = (code ?? '').toUpperCase()
    const isGood = /^[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,7}$/.test(prefix)
    if (id === null || !isGood)
      await blame(client, run, { file: 'board', line, reason: id === null ? 'bad-id' : 'bad-code' })
    else good.push({ id, prefix, name: name || prefix })
  }
  return good
}

/** Before anything is loaded, so that nobody who registers meanwhile takes a number that comes. Never lower than it is. */
export async function raiseSeries(client: pg.PoolClient, run: Run, known: Known): Promise<void> {
  const rows = await rowsOf(client, run, 'series')
  await client.query('begin')
  const whole = (value: string | null | undefined) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : null)
  for (const { line, board_id, year, case_last, doc_last } of rows) {
    const authorityId = known.boards.get(board_id ?? '')
    const numbers = [whole(year), whole(case_last), whole(doc_last)]
    if (authorityId === undefined || numbers.includes(null)) {
      await blame(client, run, {
        file: 'series',
        line,
        reason: authorityId === undefined ? 'unknown-board' : 'bad-number',
      })
      continue
    }
    await client.query(raise, [authorityId, ...numbers])
  }
  await client.query('commit')
}

const raise = `
  with at_least (kind, last) as (values ('case', $3::int), ('record', $4::int)), noted as (
    insert into registry.imported_series (authority_id, year, kind, last)
    select $1::uuid, $2::int, kind, 0 from at_least on conflict do nothing
  )
  insert into registry.series as s (authority_id, year, kind, last)
  select $1, $2, kind, last from at_least where last > 0
  on conflict (authority_id, year, kind) do update set last = greatest(s.last, excluded.last)`

/** Series never end before the last number that came, and the numbers that did not come are known as such. */
export async function closeSeries(client: pg.PoolClient, run: Run): Promise<void> {
  await client.query('begin')
  await client.query(measureSeries, [run.prefix])
  for (const statement of [noteSeries, raiseToTop, findMissing, stillKnown, keepKnown, closeNew])
    await client.query(statement)
  await client.query('drop table tops, missing, known')
  await client.query('commit')
}

const span = (kind: 'case' | 'document') =>
  `registry.imported_id($1, '${kind}', 0) and registry.imported_id($1, '${kind}', 281474976710655)`

/** One reading of all numbers: how many, the highest, and whether any of them came from the source. */
const measureSeries = `
  create temp table tops as
  select authority_id, year, 'case' as kind, count(*)::int as many, max(number) as top, bool_or(id between ${span('case')}) as is_brought
  from registry.cases group by 1, 2
  union all
  select authority_id, year, 'record', count(*)::int, max(number), bool_or(id between ${span('document')})
  from registry.records group by 1, 2`

const noteSeries = `
  insert into registry.imported_series (authority_id, year, kind, last)
  select authority_id, year, kind, 0 from tops where is_brought on conflict do nothing`

const raiseToTop = `
  insert into registry.series as s (authority_id, year, kind, last)
  select authority_id, year, kind, top from tops join registry.imported_series using (authority_id, year, kind)
  on conflict (authority_id, year, kind) do update set last = greatest(s.last, excluded.last)`

/** Only where the count says that something is missing are the numbers gone through. */
const findMissing = `
  create temp table missing as
  with short as (
    select s.authority_id, s.year, s.kind, s.last, coalesce(t.top, 0) as top
    from registry.series s join registry.imported_series using (authority_id, year, kind)
    left join tops t using (authority_id, year, kind) where coalesce(t.many, 0) <> s.last
  ), there as (
    select authority_id, year, kind, number, lag(number, 1, 0) over series as before
    from (select s.authority_id, s.year, s.kind, c.number from short s join registry.cases c using (authority_id, year) where s.kind = 'case'
          union all
          select s.authority_id, s.year, s.kind, r.number from short s join registry.records r using (authority_id, year) where s.kind = 'record') n
    window series as (partition by authority_id, year, kind order by number)
  )
  select authority_id, year, kind, before + 1 as first, number - 1 as last from there where number > before + 1
  union all
  select authority_id, year, kind, top + 1, last from short where last > top`

/** Of a series that an import has closed before, a gap can only get smaller: one that comes later is a loss. */
const stillKnown = `
  create temp table known as
  select m.authority_id, m.year, m.kind, greatest(m.first, g.first) as first, least(m.last, g.last) as last
  from missing m join registry.known_gaps g using (authority_id, year, kind)
  join registry.imported_series i using (authority_id, year, kind) where i.last > 0 and m.first <= g.last and g.first <= m.last
  union all
  select authority_id, year, kind, m.first, m.last
  from missing m join registry.imported_series i using (authority_id, year, kind) where i.last = 0`

const keepKnown = `
  delete from registry.known_gaps g using registry.imported_series i
  where (g.authority_id, g.year, g.kind) = (i.authority_id, i.year, i.kind);
  insert into registry.known_gaps (authority_id, year, kind, first, last) select * from known`

const closeNew = `
  update registry.imported_series i set last = s.last from registry.series s
  where (s.authority_id, s.year, s.kind) = (i.authority_id, i.year, i.kind) and i.last = 0`

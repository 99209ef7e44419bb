/** The answer while it is written. A link must have been shown. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import {
  outsideKey,
  wholeKey,
  workingOf,
  type Cell,
  type CellKey,
  type Kept,
  type Rival,
  type Working,
} from '../model.ts'

const keyOf = (part: 'question' | 'outside' | 'whole', questionId: string | null): CellKey => {
  if (part === 'question') return questionId ?? ''
  return part === 'outside' ? outsideKey : wholeKey
}

/** Every cell that has been written in, with who wrote last. */
export async function listCells(ctx: Read | Write, recipientId: string): Promise<Cell[]> {
  const rows = await ctx.db
    .selectFrom('answering.cells as c')
    .innerJoin('answering.people as p', 'p.id', 'c.by_id')
    .select(['c.id', 'c.part', 'c.question_id as questionId', 'c.version', 'c.value', 'c.at'])
    .select(['p.id as byId', 'p.name', 'p.role'])
    .where('c.recipient_id', '=', recipientId)
    .execute()
  return rows.map(({ part, questionId, byId, name, role, ...cell }) => ({
    ...cell,
    key: keyOf(part, questionId),
    by: { id: byId, name, role },
  }))
}

export type SeenCell = { readonly id: string; readonly seen: number | null }

/** The versions of each cell from the one a page had seen on, the earliest first. What it said is there of that one alone. */
export async function listVersions(ctx: Write, cells: readonly SeenCell[]): Promise<Map<string, Kept['versions']>> {
  if (cells.length === 0) return new Map()
  const ids = cells.map(({ id }) => id)
  const seen = cells.map((cell) => cell.seen ?? 0)
  const { rows } = await sql<{ cell_id: string; version: number; value: unknown; sheet: string }>`
    select v.cell_id, v.version, v.sheet, case when v.version = s.seen then v.value end as value
    from unnest(${ids}::uuid[], ${seen}::int[]) as s (id, seen)
    join answering.cell_versions v on v.cell_id = s.id and v.version >= s.seen
    order by v.version`.execute(ctx.db)
  return Map.groupBy(rows, ({ cell_id: cellId }) => cellId)
}

/** Who wrote last in each cell, and when, without the words. */
export async function listLastWritten(
  ctx: Read,
  recipientId: string,
): Promise<Omit<Cell, 'id' | 'version' | 'value'>[]> {
  const rows = await ctx.db
    .selectFrom('answering.cells as c')
    .innerJoin('answering.people as p', 'p.id', 'c.by_id')
    .select(['c.part', 'c.question_id as questionId', 'c.at', 'p.id', 'p.name', 'p.role'])
    .where('c.recipient_id', '=', recipientId)
    .execute()
  return rows.map(({ part, questionId, at, ...by }) => ({ key: keyOf(part, questionId), at, by }))
}

/** How many texts wait for somebody to choose. */
export async function countRivals(ctx: Read | Write, recipientId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('answering.rivals as r')
    .innerJoin('answering.cells as c', 'c.id', 'r.cell_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('c.recipient_id', '=', recipientId)
    .where('r.settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Texts that wait for somebody to choose. */
export async function listRivals(ctx: Read | Write, recipientId: string): Promise<Rival[]> {
  const rows = await ctx.db
    .selectFrom('answering.rivals as r')
    .innerJoin('answering.cells as c', 'c.id', 'r.cell_id')
    .innerJoin('answering.people as p', 'p.id', 'r.by_id')
    .select(['r.id', 'r.cell_id as cellId', 'c.part', 'c.question_id as questionId', 'r.value', 'r.sheet', 'r.at'])
    .select(['p.id as byId', 'p.name', 'p.role'])
    .where('c.recipient_id', '=', recipientId)
    .where('r.settled_at', 'is', null)
    .orderBy('r.at')
    .execute()
  return rows.map(({ part, questionId, byId, name, role, ...rival }) => ({
    ...rival,
    key: keyOf(part, questionId),
    by: { id: byId, name, role },
  }))
}

/** The answer as it stands. */
export function workingWith(blank: Working, cells: readonly Cell[]): Working {
  return workingOf(blank, new Map(cells.map(({ key, value }) => [key, value])))
}

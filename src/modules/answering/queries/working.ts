/** The answer while it is written. A link must have been shown. */

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

/** What each cell has said since a version, the earliest first, for those named. */
export async function listVersions(ctx: Write, cellIds: readonly string[]): Promise<Map<string, Kept['versions']>> {
  if (cellIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('answering.cell_versions')
    .select(['cell_id as cellId', 'version', 'value', 'sheet'])
    .where('cell_id', 'in', cellIds)
    .orderBy('version')
    .execute()
  return Map.groupBy(rows, ({ cellId }) => cellId)
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

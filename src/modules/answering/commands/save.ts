/** Saving what is written on a link, cell by cell: what another saved meanwhile stands, and nobody's words are lost. */

import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { emptyText } from '../../../kernel/rich-text.ts'
import { withAnswers, type AnswerInput } from '../../drafting/index.ts'
import {
  blankWorking,
  fateOf,
  isSameValue,
  mayStillChange,
  outsideKey,
  valuesOf,
  wholeKey,
  type Asked,
  type Cell,
  type CellKey,
  type Sent,
  type Working,
  type Writer,
} from '../model.ts'
import {
  countRivals,
  countSubmissions,
  enter,
  getAsked,
  getWriter,
  listCells,
  listVersions,
  workingWith,
} from '../queries.ts'
import { text } from '../text.ts'
import { withFiles } from './files.ts'
import { sentCells, type SentCells } from './input.ts'

/** Versions of a cell that are kept; a page that has been open longer than that is asked to choose. */
const keptVersions = 200

/** Someone who writes on a link that is held until the transaction ends, and what they write on. */
export type Writing = {
  readonly asked: Asked
  readonly writer: Writer
  readonly isOpen: boolean
  readonly blank: Working
  readonly cells: readonly Cell[]
}

/** Holds the answer, so that two who save at once come one after the other. Throws `NotFound`. */
export async function holdWriting(ctx: Write, about: { token: string; personId: string }): Promise<Writing> {
  const { recipientId, isOpen } = await enter(ctx, about.token)
  await sql`select pg_advisory_xact_lock(hashtextextended('answering:' || ${recipientId}::text, 0))`.execute(ctx.db)
  const writer = await getWriter(ctx, recipientId, about.personId)
  const asked = await getAsked(ctx)
  return { asked, writer, isOpen, blank: blankWorking(asked), cells: await listCells(ctx, recipientId) }
}

/** Saves every cell that the page changed (sparar svaret). Gives how many texts wait for somebody to choose. */
export const saveCells = command('answering.save', sentCells, async (ctx, input) => {
  const writing = await holdWriting(ctx, input)
  refuseIf(await obstaclesToWriting(ctx, writing))
  await writeCells(ctx, writing, input)
  const rivals = await countRivals(ctx, writing.asked.recipientId)
  return { version: 0, savedAt: ctx.now.toISOString(), rivals }
})

async function obstaclesToWriting(ctx: Write, { asked, isOpen }: Writing): Promise<string[]> {
  const submissions = await countSubmissions(ctx, asked.recipientId)
  if (mayStillChange({ isOpen, submissions, answerBy: asked.answerBy, today: today(ctx) })) return []
  return [isOpen ? text.obstacle.dayHasPassed : text.obstacle.closed]
}

/** Keeps what was sent of each cell, and gives the answer as it stands after that. */
export async function writeCells(ctx: Write, writing: Writing, input: SentCells): Promise<Working> {
  const before = workingWith(writing.blank, writing.cells)
  const answers = await withFiles(ctx, writing, { before, input })
  const values = valuesOf(withSent(before, { ...input, answers }))
  const onPage = new Map([...values].filter(([key]) => isOnPage(input, key)))
  return keepValues(ctx, writing, { values: onPage, seen: input.seen, sheet: input.sheet })
}

/** Puts a whole answer from elsewhere in the cells: what is empty in it leaves them, what differs is chosen between. */
export async function putCells(
  ctx: Write,
  writing: Writing,
  from: { working: Working; sheet: string },
): Promise<Working> {
  const blanks = valuesOf(writing.blank)
  const values = new Map([...valuesOf(from.working)].filter(([key, value]) => !isSameValue(value, blanks.get(key))))
  return keepValues(ctx, writing, { values, seen: {}, sheet: from.sheet })
}

type SentValues = {
  readonly values: ReadonlyMap<CellKey, unknown>
  readonly seen: Readonly<Record<string, number>>
  readonly sheet: string
}

async function keepValues(ctx: Write, writing: Writing, { values, seen, sheet }: SentValues): Promise<Working> {
  const { asked, blank, cells } = writing
  const changed = cells
    .filter(({ key, value }) => values.has(key) && !isSameValue(values.get(key), value))
    .map(({ id, key }) => ({ id, seen: seen[key] || null }))
  const versions = await listVersions(ctx, changed)
  const blanks = valuesOf(blank)
  for (const [key, value] of values) {
    const cell = cells.find((one) => one.key === key) ?? null
    const kept = cell && { ...cell, versions: versions.get(cell.id) ?? [] }
    const sent: Sent = { value, seen: seen[key] || null, sheet }
    const fate = fateOf(sent, kept, blanks.get(key))
    if (fate === 'write') await writeCell(ctx, writing, { key, cell, sent })
    if (fate === 'rival' && cell !== null) await keepRival(ctx, writing, { cell, sent })
  }
  return workingWith(blank, await listCells(ctx, asked.recipientId))
}

function isOnPage(input: SentCells, key: CellKey): boolean {
  if (key === outsideKey) return input.outside !== undefined
  if (key === wholeKey) return input.stance !== undefined || input.decidedBy !== undefined
  return input.answers.some(({ questionId }) => questionId === key)
}

type WithAnswers = Omit<SentCells, 'answers'> & { readonly answers: readonly AnswerInput[] }

function withSent({ statement, whole }: Working, input: WithAnswers): Working {
  const { answers, outside = statement.outside } = input
  const of = { ...whole, ...wholeOf(input) }
  const parts = { title: '', introduction: emptyText, stance: of.stance, answers, outside }
  return { statement: withAnswers(statement, parts), whole: of }
}

/** What was sent of the whole; what was left out is not there. */
function wholeOf(input: Omit<SentCells, 'answers'>): Partial<Working['whole']> {
  const { stance, decidedBy, decidedOn, paragraph, reservations } = input
  return {
    ...(stance !== undefined && { stance }),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedOn !== undefined && { decidedOn }),
    ...(paragraph !== undefined && { paragraph }),
    ...(reservations !== undefined && { reservations: reservations.trim() || null }),
  }
}

export type Change = { readonly key: CellKey; readonly cell: Cell | null; readonly sent: Sent }

/** Writes a cell, and keeps what it said. */
export async function writeCell(ctx: Write, { asked, writer }: Writing, { key, cell, sent }: Change): Promise<void> {
  const version = (cell?.version ?? 0) + 1
  const value = JSON.stringify(sent.value)
  const by = { by_id: writer.id, at: ctx.now }
  const { id } = await ctx.db
    .insertInto('answering.cells')
    .values({ recipient_id: asked.recipientId, ...placeOf(key), version, value, ...by })
    .onConflict((row) => row.columns(['recipient_id', 'part', 'question_id']).doUpdateSet({ version, value, ...by }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('answering.cell_versions')
    .values({ cell_id: id, version, value, sheet: sent.sheet, ...by })
    .execute()
  await ctx.db
    .deleteFrom('answering.cell_versions')
    .where('cell_id', '=', id)
    .where('version', '<=', version - keptVersions)
    .execute()
}

function placeOf(key: CellKey) {
  if (key === outsideKey || key === wholeKey) return { part: key, question_id: null } as const
  return { part: 'question', question_id: key } as const
}

/** The same page goes on writing: its newest words stand for those it sent before. */
async function keepRival(ctx: Write, { writer }: Writing, { cell, sent }: { cell: Cell; sent: Sent }): Promise<void> {
  await ctx.db
    .updateTable('answering.rivals')
    .set({ settled_at: ctx.now, settled_by: writer.id })
    .where('cell_id', '=', cell.id)
    .where('sheet', '=', sent.sheet)
    .where('settled_at', 'is', null)
    .execute()
  await ctx.db
    .insertInto('answering.rivals')
    .values({ cell_id: cell.id, value: JSON.stringify(sent.value), by_id: writer.id, sheet: sent.sheet, at: ctx.now })
    .execute()
}

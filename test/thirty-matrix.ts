/** What was put into the round of thirty, and what is to stand everywhere that it is read: page, JSON, CSV, workbook, PDF. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import type { z } from 'zod'
import { contentHash, fromText } from '../src/kernel/rich-text.ts'
import { capital, dayText } from '../src/kernel/ui/index.ts'
import { throughLibreOffice } from '../src/modules/answering/fixtures/word.ts'
import type { compilationAnswer } from '../src/modules/compilation/model/json.ts'

const run = promisify(execFile)

/** What one body put in. Days are ISO. */
export type Put = {
  readonly stance: 'support' | 'support_partly' | 'oppose' | 'no_objection' | 'abstain'
  readonly decidedBy: 'board' | 'administration' | 'company'
  readonly decidedOn: string | null
  readonly paragraph: string | null
  readonly arrivedOn: string
  readonly isLate: boolean
  /** To each question; null of one that declines. */
  readonly words: readonly [string, string] | null
  readonly outside: string | null
}
/** A body as it was asked; null where it never answered. */
export type Row = { readonly name: string; readonly reference: string | null; readonly put: Put | null }

export const stances = {
  support: 'Tillstyrker',
  support_partly: 'Tillstyrker delvis',
  oppose: 'Avstyrker',
  no_objection: 'Inga synpunkter',
  abstain: 'Avstår',
} as const
const deciders = { board: 'Nämndens beslut', administration: 'Förvaltningens svar', company: 'Bolagets svar' } as const
const [silence, nothing] = ['Inget svar', 'Inget om detta'] as const

/** How white space falls is the paper's and the browser's business. */
export const squeezed = (words: string): string => words.replace(/[\s\u200b\u00ad]+/g, '')

function statusOf({ put }: Row): string {
  if (put === null) return 'Inbjuden, har inte svarat' // the silent one is a company
  if (put.stance === 'abstain') return 'Avstår från yttrande'
  return put.isLate ? 'Besvarat efter sista svarsdag' : 'Besvarat'
}

function standingOf({ decidedBy, decidedOn, paragraph }: Put, day: (iso: string) => string): string {
  const number = paragraph === null ? '' : ` § ${paragraph}`
  return `${deciders[decidedBy]}${number}${decidedOn === null ? '' : `, ${day(decidedOn)}`}`
}

/** The words in the columns of the questions and of what stands outside them. */
function columnsOf({ put }: Row, empty: { silence: string; nothing: string }): string[] {
  if (put === null) return [empty.silence, empty.silence, empty.silence]
  const { words, stance, outside } = put
  const said = words === null ? [empty.nothing, empty.nothing] : words.map((each) => `${stances[stance]}\n${each}`)
  return [...said, outside ?? empty.nothing]
}

/** Every cell of the page's matrix: the body, the answer as a whole, each question, outside. */
export function pageCells(row: Row): string[] {
  const { name, reference, put } = row
  const overall = put === null ? silence : `${stances[put.stance]}\n${standingOf(put, dayText)}`
  const body = `${capital(name)}\n${statusOf(row)}\n${reference ?? ''}`
  return [body, overall, ...columnsOf(row, { silence, nothing })].map(squeezed)
}

/** The matrix as the page shows it, row by row. */
export async function matrixOn(page: Page): Promise<string[][]> {
  const rows = await page
    .locator('tr[id^="instans-"]')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => (cell instanceof HTMLElement ? cell.innerText : ''))),
    )
  return rows.map((cells) => cells.map(squeezed))
}

const answered = (rows: readonly Row[]) => rows.flatMap(({ put }) => put ?? [])

export function countsOf(rows: readonly Row[]) {
  const puts = answered(rows)
  const byStance = (['support', 'support_partly', 'oppose', 'no_objection', 'abstain'] as const).map((stance) => ({
    stance,
    count: puts.filter((put) => put.stance === stance).length,
  }))
  return {
    ...{ asked: rows.length, answered: puts.length, remaining: rows.length - puts.length, drafts: 0, marked: 0 },
    abstained: puts.filter(({ stance }) => stance === 'abstain').length,
    late: puts.filter(({ isLate }) => isLate).length,
    byStance,
  }
}

/** "Tillstyrker 8 · …". */
export function totalsLine(rows: readonly Row[]): string {
  return countsOf(rows)
    .byStance.map(({ stance, count }) => `${stances[stance]} ${count}`)
    .join(' · ')
}

type Compiled = z.output<typeof compilationAnswer>

/** One body of the JSON, with what is told about it here. */
export function jsonBody({ name, referenceNumber, answer, cells, draft }: Compiled['bodies'][number]) {
  const told = answer === null ? null : { ...answer, id: '', statementRecordId: '', extractRecordId: '' }
  return { name, referenceNumber, answer: told, draft, cells: cells.map(({ items: _, richText: __, ...cell }) => cell) }
}

/** The same of what was put in: each decided text with the sum that its words give (I-28). */
export function jsonOf({ name, reference, put }: Row, questionIds: readonly string[]): ReturnType<typeof jsonBody> {
  const cell = (questionId: string | null, stance: Put['stance'] | 'none', text: string) => {
    return { questionId, stance, text, sha256: contentHash(fromText(text)), isIntact: true }
  }
  const common = { name, referenceNumber: reference, draft: null }
  if (put === null) return { ...common, answer: null, cells: [] }
  const { words, outside, ...standing } = put
  const given = (words ?? []).map((each, at) => cell(questionIds[at] ?? '', put.stance, each))
  const ids = { id: '', statementRecordId: '', extractRecordId: '' }
  return {
    ...common,
    answer: { ...standing, reservations: null, ...ids },
    cells: [...given, ...(outside === null ? [] : [cell(null, 'none', outside)])],
  }
}

/** The row of the sheet "Matris": the body, its state, its position, each question, outside. */
export function sheetRow(row: Row): string[] {
  const stance = row.put === null ? 'Ej svar' : stances[row.put.stance]
  return [capital(row.name), statusOf(row), stance, ...columnsOf(row, { silence: '', nothing: '' })]
}

/** The first sheet of a workbook as LibreOffice reads it. */
export async function firstSheet(workbook: Uint8Array): Promise<string[][]> {
  const [csv] = await throughLibreOffice(workbook, [['csv:Text - txt - csv (StarCalc):59,34,76,1']], 'xlsx')
  return rowsOfCsv(new TextDecoder().decode(csv))
}

/** Rows of a file with semicolons, quoted where it must be. */
export function rowsOfCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ';') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** The row of the follow-up's CSV: body, case, when it came, position, standing in law, whether late, what is to be known, and whether it must. */
export function followUpRow({ name, reference, put }: Row): string[] {
  if (put === null) return [name, reference ?? '', '', 'Ej svar', '', '', '', '', 'nej']
  const { arrivedOn, stance, isLate } = put
  const standing = standingOf(put, (iso) => iso)
  const [flag, note] = isLate ? ['ja', 'efter sista svarsdag'] : ['nej', '']
  const together = '' // nobody answers with another's words here
  const must = reference === null ? 'nej' : 'ja' // those outside keep no registry here, and are invited
  return [name, reference ?? '', arrivedOn, stances[stance], standing, flag ?? '', note ?? '', together, must]
}

/** All that is written in a PDF, however it is set. */
export async function wordsOfPdf(path: string): Promise<string> {
  const [laid, flowing] = await Promise.all(
    [
      ['-layout', path, '-'],
      [path, '-'],
    ].map((words) => run('pdftotext', words)),
  )
  return squeezed((laid?.stdout ?? '') + (flowing?.stdout ?? ''))
}

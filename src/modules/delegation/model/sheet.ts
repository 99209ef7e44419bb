/** A delegation scheme as a table (CSV): what boards keep in a spreadsheet today. Written and read with the same words. */

import { text } from '../text.ts'
import type { Appeal, DelegateKind, DelegateRole, Kept, Nature, RuleAsked } from './rule.ts'

export const mostRules = 1000

/** A row whose body and person are still names. */
export type SheetRow = Omit<RuleAsked, 'delegateBodyId' | 'delegatePersonId'> & {
  /** In the file, the first is 1. */
  readonly line: number
  readonly bodyName: string | null
  /** Name or e-mail address. */
  readonly personName: string | null
  readonly faults: readonly string[]
}

/** The heads of the columns, in the order they are written. */
const heads = {
  number: 'nummer',
  heading: 'rubrik',
  scope: 'avser',
  kind: 'delegattyp',
  role: 'roll',
  body: 'organ',
  person: 'person',
  delegate: 'delegat',
  legalBasis: 'lagrum',
  conditions: 'villkor',
  nature: 'ärendeslag',
  reason: 'skäl',
  appeal: 'överklagas',
  reported: 'anmäls',
  passedOn: 'vidaredelegeras',
} as const
type Column = keyof typeof heads
const columns = Object.keys(heads).filter((key): key is Column => key in heads)

const kindWords: Readonly<Record<DelegateKind, string>> = {
  presidium: 'presidium',
  committee: 'utskott',
  member: 'ledamot',
  substitute: 'ersättare',
  employee: 'anställd',
  automated: 'automatiserad funktion',
}

const roleWords: Readonly<Record<DelegateRole, string>> = {
  chair: 'ordförande',
  first_vice_chair: '1:e vice ordförande',
  second_vice_chair: '2:e vice ordförande',
  member: 'ledamot',
  substitute: 'ersättare',
  director: 'förvaltningschef',
  head: 'chef',
  case_officer: 'handläggare',
  registrar: 'registrator',
  secretary: 'sekreterare',
  administrator: 'administratör',
}

/** The last five cannot be delegated: they are read, so that the refusal can say which paragraph. */
const natureWords: Readonly<Record<Nature | Kept, string>> = {
  routine: 'löpande',
  personnel: 'personal',
  economy: 'ekonomi',
  procurement: 'upphandling',
  choice_system: 'valfrihetssystem',
  individual: 'enskild',
  statement: 'yttrande',
  other: 'övrigt',
  urgent: 'brådskande',
  goals: 'mål och inriktning',
  to_council: 'till fullmäktige',
  principle: 'principiellt',
  citizens_proposal: 'medborgarförslag',
  forbidden: 'får inte delegeras',
}

const appealWords: Readonly<Record<Appeal, string>> = {
  legality: 'laglighetsprövning',
  administrative: 'förvaltningsbesvär',
  none: 'nej',
}

/** Rows of cells, quoted as spreadsheets quote; the separator is the one that the first line has most of. */
export function rowsOf(written: string): { line: number; cells: string[] }[] {
  const whole = written.replace(/^\u{feff}/u, '').replaceAll(/\r\n?/g, '\n')
  const first = whole.split('\n', 1)[0] ?? ''
  const separator = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';'
  const rows: { line: number; cells: string[] }[] = []
  let [cells, line, began]: [string[], number, number] = [[], 1, 1]
  for (const [, quoted, plain, end] of whole.matchAll(cellPattern(separator))) {
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    line += (quoted ?? '').split('\n').length - 1
    if (end === separator) continue
    if (cells.some((cell) => cell !== '')) rows.push({ line: began, cells })
    line++
    ;[cells, began] = [[], line]
  }
  return rows
}

function cellPattern(separator: string): RegExp {
  return new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\n]*))(${separator}|\\n|$)`, 'gu')
}

/** Reads a scheme from a table. What is wrong stands with its row; a table without the needed heads has one such row. */
export function readSheet(written: string): SheetRow[] {
  const [head, ...rows] = rowsOf(written)
  const named = (head?.cells ?? []).map((cell) => cell.toLocaleLowerCase('sv'))
  const at = new Map(columns.map((column) => [column, named.indexOf(heads[column])]))
  const missing = (['number', 'heading', 'scope', 'kind', 'nature', 'reason'] as const).filter(
    (key) => at.get(key) === -1,
  )
  if (missing.length > 0) return [faulty(text.fault.noColumn(missing.map((key) => heads[key]).join(', ')))]
  const seen = new Set<string>()
  return rows.map(({ line, cells }) => {
    const row = rowOf(line, (column) => cells[at.get(column) ?? -1] ?? '')
    const twice = seen.has(row.number) ? [text.fault.twice(row.number)] : []
    seen.add(row.number)
    return { ...row, faults: [...row.faults, ...twice] }
  })
}

function rowOf(line: number, cell: (column: Column) => string): SheetRow {
  const faults = [...emptyCells(cell)]
  const one = <K extends string>(column: Column, words: Readonly<Record<K, string>>, otherwise: K): K => {
    const known = wordIn(words, cell(column))
    if (known === null && cell(column) !== '') faults.push(text.fault.unknownWord(cell(column), heads[column]))
    return known ?? otherwise
  }
  const some = (column: Column, most: number) => cell(column).slice(0, most) || null
  return {
    line,
    number: cell('number'),
    heading: cell('heading').slice(0, 300),
    scope: cell('scope').slice(0, 4000),
    delegateKind: one('kind', kindWords, 'employee'),
    delegateRole: cell('role') === '' ? null : one('role', roleWords, 'head'),
    bodyName: some('body', 300),
    personName: some('person', 300),
    delegate: delegateIn(cell),
    legalBasis: some('legalBasis', 300),
    conditions: some('conditions', 4000),
    nature: one('nature', natureWords, 'other'),
    reason: cell('reason').slice(0, 4000),
    appeal: one('appeal', appealWords, 'legality'),
    isReported: !/^(nej|n|false|0)$/i.test(cell('reported')),
    mayBePassedOn: /^(ja|j|true|1)$/i.test(cell('passedOn')),
    faults,
  }
}

function emptyCells(cell: (column: Column) => string): string[] {
  const needed = (['number', 'heading', 'scope', 'kind', 'nature'] as const).filter((column) => cell(column) === '')
  const empty = needed.map((column) => text.fault.empty(heads[column]))
  const isOdd = cell('number') !== '' && !ruleNumber.test(cell('number'))
  return isOdd ? [...empty, text.fault.badNumber(cell('number'))] : empty
}

/** The delegate's own words, else whatever says most of who it is. */
function delegateIn(cell: (column: Column) => string): string {
  const said = (['delegate', 'role', 'person', 'body', 'kind'] as const).map(cell).find((words) => words !== '')
  return (said ?? '').slice(0, 300)
}

/** As the database keeps it: parts of at most six letters or digits, with full stops between. */
export const ruleNumber = /^[0-9A-Za-zÅÄÖåäö]{1,6}(\.[0-9A-Za-zÅÄÖåäö]{1,6}){0,4}$/

/** By the word, or by the key that the API uses. */
function wordIn<K extends string>(words: Readonly<Record<K, string>>, said: string): K | null {
  const asked = said.toLocaleLowerCase('sv')
  const keys = Object.keys(words).filter((key): key is K => key in words)
  return keys.find((key) => key === asked || words[key] === asked) ?? null
}

function faulty(fault: string): SheetRow {
  return { ...rowOf(1, () => ''), faults: [fault] }
}

export type WrittenRule = Omit<SheetRow, 'line' | 'faults'>

/** The rows of the file, head first: what `readSheet` reads again. */
export function sheetRows(rules: readonly WrittenRule[]): string[][] {
  const yes = (isSo: boolean) => (isSo ? 'ja' : 'nej')
  const rows = rules.map((rule) => [
    rule.number,
    rule.heading,
    rule.scope,
    kindWords[rule.delegateKind],
    rule.delegateRole === null ? '' : roleWords[rule.delegateRole],
    rule.bodyName ?? '',
    rule.personName ?? '',
    rule.delegate,
    rule.legalBasis ?? '',
    rule.conditions ?? '',
    natureWords[rule.nature],
    rule.reason,
    appealWords[rule.appeal],
    yes(rule.isReported),
    yes(rule.mayBePassedOn),
  ])
  return [columns.map((column) => heads[column]), ...rows]
}

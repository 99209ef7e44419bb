/** The classification plan (klassificeringsstruktur), and how a table of one is read: Swedish heads, whatever separates, whatever letters. */

import { text } from '../text.ts'

export type Retention = 'preserve' | 'destroy'

export type PlanClass = {
  readonly id: string
  /** Null: the whole municipality's. */
  readonly authorityId: string | null
  readonly code: string
  readonly name: string
  readonly retention: Retention
  /** For what is destroyed: whole years after the case is closed. */
  readonly years: number | null
  readonly isActive: boolean
}

export type PlanRow = {
  /** In the file, the first is 1. */
  readonly line: number
  readonly code: string
  readonly name: string
  readonly retention: Retention
  readonly years: number | null
  /** Why the row cannot be taken. */
  readonly faults: readonly string[]
}

export const mostRows = 5000
const codePattern = /^[0-9A-Za-zÅÄÖåäö]{1,8}(\.[0-9A-Za-zÅÄÖåäö]{1,8}){0,5}$/

/** By each part of the code: 2.9 comes before 2.10. */
export function compareCodes(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = (left[at] ?? '').localeCompare(right[at] ?? '', 'sv', { numeric: true })
    if (order !== 0) return order
  }
  return 0
}

/** How deep in the tree: verksamhetsområde 0, processgrupp 1, process 2 … */
export function depthOf(code: string): number {
  return code.split('.').length - 1
}

/** The letters of a file: UTF-8 where it can be, UTF-16 where it says so, else Windows-1252 as an older Excel writes. */
export function lettersOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (isWide) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Rows of cells, quoted as spreadsheets quote. A quote that never ends is a sign among others. */
export function cellsOf(written: string, separator: string): { line: number; cells: string[] }[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"[^${separator}\\n]*|([^${separator}\\n]*))(${separator}|\\n|$)`, 'g')
  const rows: { line: number; cells: string[] }[] = []
  let row: string[] = []
  let began = 1
  let line = 1
  for (const [whole, quoted, plain, end] of written.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    line += whole.split('\n').length - 1
    if (end === separator) continue
    rows.push({ line: began, cells: row })
    row = []
    began = line
    if (end === '') break
  }
  return rows.filter(({ cells }) => cells.some((each) => each.trim() !== ''))
}

function separatorOf(firstLine: string): string {
  const count = (sign: string) => firstLine.split(sign).length
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}

type Field = 'code' | 'name' | 'retention' | 'years'

const heads: readonly (readonly [Field, RegExp])[] = [
  ['years', /^(år|antal år|gallringsfrist|frist|years)/],
  ['retention', /bevara|gallra|gallring|hantering|retention/],
  ['code', /^(kod|klass$|klasskod|beteckning|nr|nummer|id|code)/],
  ['name', /^(namn|benämning|klassnamn|rubrik|process|text|handlingstyp|verksamhet|name)/],
]

const usual: readonly Field[] = ['code', 'name', 'retention', 'years']

/** Which column is what. Without a head that says so, the four stand in the usual order. */
function columnsOf(cells: readonly string[]): { fields: (Field | undefined)[]; hasHead: boolean } {
  const fields = cells.map((cell) => heads.find(([, pattern]) => pattern.test(cell.trim().toLowerCase()))?.[0])
  const hasHead = fields.includes('code') && fields.includes('name')
  return hasHead ? { fields, hasHead } : { fields: [...usual], hasHead }
}

/** Reads a plan from a table's bytes. What is wrong stands with its row; nothing is thrown. */
export function readPlan(bytes: Uint8Array): PlanRow[] {
  const written = lettersOf(bytes)
    .replace(/^\u{feff}/u, '')
    .replaceAll(/\r\n?/g, '\n')
  const firstLine = written.split('\n').find((line) => line.trim() !== '') ?? ''
  const rows = cellsOf(written, separatorOf(firstLine))
  const { fields, hasHead } = columnsOf(rows[0]?.cells ?? [])
  const seen = new Map<string, number>()
  return rows.slice(hasHead ? 1 : 0, mostRows + 1).map(({ line, cells }) => {
    const at = (field: Field) => clean(cells[fields.indexOf(field)] ?? '')
    return rowOf({ line, code: at('code'), name: at('name'), retention: at('retention'), years: at('years') }, seen)
  })
}

function clean(cell: string): string {
  return cell
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

type Written = { line: number; code: string; name: string; retention: string; years: string }

function rowOf(written: Written, seen: Map<string, number>): PlanRow {
  const code = written.code.replaceAll(/\s*\.\s*/g, '.').replace(/\.$/, '')
  const rule = ruleOf(written)
  const faults = [...faultsOfCode(code, seen), ...faultsOfName(written.name), ...rule.faults]
  if (code !== '' && !seen.has(code)) seen.set(code, written.line)
  return { line: written.line, code, name: written.name, retention: rule.retention, years: rule.years, faults }
}

function faultsOfCode(code: string, seen: ReadonlyMap<string, number>): string[] {
  if (code === '') return [text.fault.noCode]
  if (!codePattern.test(code)) return [text.fault.badCode(code)]
  const before = seen.get(code)
  return before === undefined ? [] : [text.fault.twice(code, before)]
}

function faultsOfName(name: string): string[] {
  if (name === '') return [text.fault.noName]
  return name.length > 200 ? [text.fault.longName] : []
}

type Rule = { retention: Retention; years: number | null; faults: string[] }

const preserve: Rule = { retention: 'preserve', years: null, faults: [] }

/** 'Bevaras', 'B', 'Gallras efter 10 år', 'G10', 'Gallras vid inaktualitet', '10', or nothing at all: then it is preserved. */
function ruleOf({ retention, years }: Written): Rule {
  const said = retention.toLowerCase()
  const kind = retentionOf(said, years)
  if (kind === null) return { ...preserve, faults: [text.fault.badRetention(retention)] }
  if (kind === 'preserve') return years === '' ? preserve : { ...preserve, faults: [text.fault.both] }
  const number = /-?\d+/.exec(years)?.[0] ?? /\d+/.exec(said)?.[0]
  if (number === undefined && /inaktuell|inaktualitet/.test(said)) return { retention: 'destroy', years: 0, faults: [] }
  return yearsOf(number, years)
}

function retentionOf(said: string, years: string): Retention | null {
  if (said === '') return years === '' ? 'preserve' : 'destroy'
  if (/^(b|preserve)/.test(said)) return 'preserve'
  return /^(g|destroy|\d+( ?år)?$)/.test(said) ? 'destroy' : null
}

function yearsOf(number: string | undefined, written: string): Rule {
  const destroy = { retention: 'destroy', years: null } as const
  if (number === undefined && written === '') return { ...destroy, faults: [text.fault.noYears] }
  const count = Number(number)
  if (number === undefined || count < 0 || count > 200)
    return { ...destroy, faults: [text.fault.badYears(written || (number ?? ''))] }
  return { ...destroy, years: count, faults: [] }
}

export type PlanChange = 'new' | 'changed' | 'same'

/** What taking the row would do to the plan that is there. */
export function changeOf(row: PlanRow, there: ReadonlyMap<string, PlanClass>): PlanChange {
  const before = there.get(row.code)
  if (before === undefined) return 'new'
  const same =
    before.name === row.name && before.retention === row.retention && before.years === row.years && before.isActive
  return same ? 'same' : 'changed'
}

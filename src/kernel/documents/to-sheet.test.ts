import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, saved } from './fixtures.ts'
import { sheetXlsx } from './index.ts'

const columns = [{ head: 'Instans', width: 30 }, { head: 'Svarade' }, { head: 'Antal' }]
const part = (file: string, name: string) => ask('unzip', '-p', file, name)

test('a sheet keeps its head in view, knows numbers from days, and has its widths', async () => {
  const rows = [
    ['Servicenämnden', new Date('2023-11-15'), 4],
    ['Kulturnämnden', null, -2.5],
  ]

  const file = saved('list.xlsx', await sheetXlsx({ title: 'Svar', sheets: [{ name: 'Svar', columns, rows }] }))
  const sheet = part(file, 'xl/worksheets/sheet1.xml')

  assert.match(sheet, /<pane ySplit="1"[^>]+state="frozen"/)
  assert.match(sheet, /<col min="1" max="1" width="30"/)
  assert.match(sheet, /<c r="B2" s="\d+"><v>45245<\/v>/)
  assert.match(sheet, /<v>-2.5<\/v>/)
  assert.match(part(file, 'xl/styles.xml'), /wrapText="1"/)
  assert.match(part(file, 'xl/styles.xml'), /formatCode="yyyy-mm-dd"/)
})

test('a cell that looks like a formula is text and calculates nothing', async () => {
  const traps = ['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/c calc'!A1", '\t=1+1']

  const file = saved(
    'traps.xlsx',
    await sheetXlsx({ title: 'Fällor', sheets: [{ name: 'Fällor', columns, rows: traps.map((trap) => [trap]) }] }),
  )
  const sheet = part(file, 'xl/worksheets/sheet1.xml')

  assert.doesNotMatch(sheet, /<f>|<f /)
  for (const [at] of traps.entries()) assert.match(sheet, new RegExp(`<c r="A${at + 2}" s="\\d+" t="s">`))
  assert.match(part(file, 'xl/sharedStrings.xml'), />=1\+1</)
})

test('sheets with hard names, alike names or no rows still open', async () => {
  const names = [
    'Fråga 1: [processer]/teman?',
    'Samma namn som är alldeles för långt',
    'Samma namn som är alldeles för långt',
    '',
  ]

  const file = saved(
    'names.xlsx',
    await sheetXlsx({ title: 'Namn', sheets: names.map((name) => ({ name, columns, rows: [] })) }),
  )
  const found = [...part(file, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)

  assert.equal(new Set(found).size, 4)
  for (const name of found) assert.match(name ?? '', /^[^[\]:*?/\\]{1,31}$/)
})

test('a text longer than a cell holds is cut, not lost with the whole file', async () => {
  const file = saved(
    'long.xlsx',
    await sheetXlsx({ title: 'Lång', sheets: [{ name: 'Lång', columns, rows: [['å'.repeat(40_000)]] }] }),
  )

  assert.match(part(file, 'xl/sharedStrings.xml'), /å{32766}…</)
})

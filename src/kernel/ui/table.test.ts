import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../html.ts'
import { emptyState } from './content.ts'
import { table } from './table.ts'

const columns = [
  { key: 'body', head: 'Instans' },
  { key: 'number', head: 'Ärende' },
  { key: 'count', head: 'Svar', numeric: true, hideOnPhone: true },
] as const
const empty = emptyState({ title: 'Inga svar än', text: 'De syns här.' })

test('a row that opens has its link in the first cell, which is the head of the row', () => {
  const rows = [{ href: '/arenden/1', cells: { body: 'A & B', number: 'SN-2023-1', count: 3 } }]
  const { markup } = table({ caption: 'Svar', columns, rows, empty })

  assert.match(markup, /<th scope="row"><a class="k-row-link" href="\/arenden\/1">A &amp; B<\/a><\/th>/)
  assert.match(markup, /<td data-label="Ärende">SN-2023-1<\/td>/)
  assert.match(markup, /<caption[^>]*>\s*Svar\s*<\/caption>/)
})

test('numbers stand to the right, and what is not needed on a phone is left out there', () => {
  const { markup } = table({ caption: 'Svar', columns, rows: [{ cells: { body: 'a', number: 'b', count: 0 } }], empty })

  assert.match(markup, /<td data-label="Svar" data-numeric data-wide-only>0<\/td>/)
  assert.doesNotMatch(markup, /data-opens|data-rows/)
})

test('a table without rows is the empty state, with no head above nothing', () => {
  const { markup } = table({ caption: 'Svar', columns, rows: [], empty })

  assert.match(markup, /Inga svar än/)
  assert.doesNotMatch(markup, /<table/)
})

test('a wide table scrolls by itself and can be reached with the keyboard', () => {
  const { markup } = table({
    caption: 'Matris',
    columns,
    rows: [{ cells: { body: 'a', number: 'b', count: html`<b>1</b>` } }],
    empty,
    scrolls: true,
  })

  assert.match(markup, /role="region" aria-label="Matris" tabindex="0"/)
})

/** Consideration × body: what the bodies have gone through, and what they say does not apply. */

import { html, type Html } from '../../../kernel/html.ts'
import { capital, emptyState, linkButton, section, status, table } from '../../../kernel/ui/index.ts'
import { consideredLabel } from '../../drafting/index.ts'
import {
  cellOf,
  silenceOf,
  type ConsideredColumn,
  type ConsideredMatrix,
  type ConsideringBody,
} from '../model/considered.ts'
import { text } from '../text/considered.ts'

export function consideredBody(roundId: string, { columns, rows }: ConsideredMatrix): Html {
  const back = linkButton({
    href: `/remisser/${roundId}/sammanstallning`,
    label: text.back,
    kind: 'tertiary',
    icon: 'arrowLeft',
  })
  if (columns.length === 0)
    return html`<p class="k-actions">${back}</p>${emptyState({ title: text.none, text: text.noneText })}`
  const file = (ending: 'csv' | 'xlsx') =>
    linkButton({
      href: `/remisser/${roundId}/hansyn.${ending}`,
      label: text[ending],
      kind: 'secondary',
      icon: 'download',
      download: true,
      small: true,
    })
  return section({
    title: text.title,
    actions: html`<div class="k-actions">${back} ${file('xlsx')} ${file('csv')}</div>`,
    body: html`<p class="k-help">${text.lead}</p>
      <h3>${text.sums}</h3>
      <ul class="k-plain-list">
        ${columns.map((column) => html`<li><strong>${column.name}</strong> <span class="k-quiet">${countLine(column)}</span></li>`)}
      </ul>
      ${table({
        caption: text.title,
        columns: [{ key: 'body', head: text.body }, ...columns.map(({ id, name }) => ({ key: id, head: name }))],
        rows: rows.map((row) => ({
          cells: { body: capital(row.name), ...Object.fromEntries(columns.map(({ id }) => [id, oneCell(row, id)])) },
        })),
        empty: emptyState({ title: text.none, text: text.noneText }),
      })}`,
  })
}

/** "3 prövat · 1 inte aktuellt": what there is none of is left out. */
function countLine({ said, setAside, open }: ConsideredColumn): string {
  const { counts } = text
  const parts = [
    said > 0 && counts.said(said),
    setAside > 0 && counts.setAside(setAside),
    open > 0 && counts.open(open),
  ]
  return parts.filter((part) => part !== false).join(' · ')
}

function oneCell(row: ConsideringBody, id: string): Html {
  const cell = cellOf(row, id)
  if (cell === undefined) return html`<span class="k-quiet">${silenceOf(row)}</span>`
  return html`${status(cell.state === 'said' ? 'done' : 'stopped', consideredLabel(cell.state))}
    <div class="k-as-written">${capital(cell.text)}</div>`
}

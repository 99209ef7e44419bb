/** Consideration × body: what the bodies have gone through, and what they say does not apply. */

import { html, type Html } from '../../../kernel/html.ts'
import { emptyState, linkButton, section, status, table } from '../../../kernel/ui/index.ts'
import { consideredLabel } from '../../drafting/index.ts'
import { cellOf, silenceOf, type ConsideredMatrix, type ConsideringBody } from '../model/considered.ts'
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
        ${columns.map(({ name, said, setAside, open }) => html`<li><strong>${name}</strong> <span class="k-quiet">${text.count(said, setAside, open)}</span></li>`)}
      </ul>
      ${table({
        caption: text.title,
        columns: [{ key: 'body', head: text.body }, ...columns.map(({ id, name }) => ({ key: id, head: name }))],
        rows: rows.map((row) => ({
          cells: { body: row.name, ...Object.fromEntries(columns.map(({ id }) => [id, oneCell(row, id)])) },
        })),
        empty: emptyState({ title: text.none, text: text.noneText }),
      })}`,
  })
}

function oneCell(row: ConsideringBody, id: string): Html {
  const cell = cellOf(row, id)
  if (cell === undefined) return html`<span class="k-quiet">${silenceOf(row)}</span>`
  return html`${status(cell.state === 'said' ? 'done' : 'stopped', consideredLabel(cell.state))} <span class="k-as-written">${cell.text}</span>`
}

/** Two texts that were written at the same time, side by side, to choose between. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, columns, notice, section } from '../../../kernel/ui/index.ts'
import { outsideKey, wholeKey, type Cell, type CellKey, type Rival } from '../model.ts'
import { text } from '../text.ts'
import { cellWords, whenText, writePath } from './words.ts'
import type { WriteProps } from './write.ts'

export function rivalPart(props: WriteProps): Html {
  const t = text.rival
  return section({
    title: t.title,
    id: 'valj',
    body: html`${notice('warning', t.lead)}${props.rivals.map((rival) => oneRival(rival, props))}`,
  })
}

function oneRival(rival: Rival, props: WriteProps): Html {
  const t = text.rival
  const cell = props.cells.find(({ id }) => id === rival.cellId)
  if (cell === undefined) return html``
  return html`<article class="k-rival" aria-label="${nameOf(rival.key, props)}">
    <h3>${nameOf(rival.key, props)}</h3>
    ${columns(oneText(cell, t.stands(cell.by.name, whenText(cell.at))), oneText(rival, t.other(rival.by.name, whenText(rival.at))))}
    <form class="k-actions" method="post" action="${writePath(props.token, props.writer)}/valj/${rival.id}">
      ${button({ label: t.keep, kind: 'secondary', name: 'choice', value: 'ours' })}
      ${button({ label: t.take, kind: 'secondary', name: 'choice', value: 'theirs' })}
      ${button({ label: t.both, kind: 'secondary', name: 'choice', value: 'both' })}
    </form>
  </article>`
}

function oneText({ key, value }: Pick<Cell, 'key' | 'value'>, by: string): Html {
  return html`<h4>${by}</h4>${cellWords(key, value)}`
}

function nameOf(key: CellKey, { working }: WriteProps): string {
  if (key === wholeKey) return text.rival.whole
  if (key === outsideKey) return text.rival.outside
  return text.rival.question(working.statement.answers.find(({ questionId }) => questionId === key)?.number ?? 0)
}

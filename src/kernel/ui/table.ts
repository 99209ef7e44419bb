/** Tables: the main furniture. A row opens by click and Enter; j and k move; on a phone each row becomes a card. */

import { attribute, flag, html, type Drawable, type Html } from '../html.ts'
import { icon } from './icon.ts'
import { text } from './text.ts'

export type Column<K extends string> = {
  readonly key: K
  readonly head: string
  readonly numeric?: boolean
  readonly hideOnPhone?: boolean
  /** Has more words than its head: keeps room for them on a wide screen. */
  readonly roomy?: boolean
  /** The head is read but not seen, e.g. over buttons. */
  readonly quietHead?: boolean
  /** The head is a link that orders the rows by this column; how they are ordered by it now. */
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | null }
}

export type Row<K extends string> = {
  readonly href?: string
  readonly cells: Readonly<Record<K, Drawable>>
  readonly tone?: 'done' | 'now' | 'late' | 'quiet'
  readonly id?: string
}

export type TableProps<K extends string> = {
  readonly caption: string
  readonly columns: readonly Column<K>[]
  readonly rows: readonly Row<K>[]
  /** What stands instead of a table without rows: usually an `emptyState` with the next step. */
  readonly empty: Html
  /** Address of the next part ("Visa fler"). */
  readonly more?: string | undefined
  readonly csv?: string
  readonly showCaption?: boolean
  /** Wider than any screen (a matrix): scrolls by itself instead of turning into cards. */
  readonly scrolls?: boolean
}

/** The first column is the head of its row, and the link if the row opens. */
export function table<const K extends string>(props: TableProps<K>): Html {
  if (props.rows.length === 0) return props.empty
  const grid = html`<table class="k-table${props.scrolls === true ? ' k-matrix' : ''}"${flag(
    'data-rows',
    props.rows.some((row) => row.href !== undefined),
  )}>
    <caption class="${props.showCaption === true ? '' : 'k-hidden'}">${props.caption}</caption>
    <thead><tr>${props.columns.map(head)}</tr></thead>
    <tbody>${props.rows.map((row) => bodyRow(row, props.columns))}</tbody>
  </table>`
  const frame = props.scrolls === true ? scroller(props.caption, grid) : grid
  return html`<div class="k-table-frame">${frame}${foot(props)}</div>`
}

function scroller(caption: string, grid: Html): Html {
  return html`<div class="k-scroll" role="region" aria-label="${caption}" tabindex="0">${grid}</div>`
}

function head<K extends string>(column: Column<K>): Html {
  const words = column.quietHead === true ? html`<span class="k-hidden">${column.head}</span>` : sortable(column)
  return html`<th scope="col"${attribute('aria-sort', column.sort?.direction ?? undefined)}${columnAttributes(column)}>${words}</th>`
}

/** The direction is said by the head itself; the arrow is for the eye. */
function sortable<K extends string>({ head: words, sort }: Column<K>): Html {
  if (sort === undefined) return html`${words}`
  const arrow = sort.direction === null ? '↕' : sort.direction === 'ascending' ? '↑' : '↓'
  return html`<a class="k-sort" href="${sort.href}">${words}<span aria-hidden="true">${arrow}</span></a>`
}

function columnAttributes<K extends string>({ numeric, hideOnPhone, roomy }: Column<K>): Html {
  return html`${flag('data-numeric', numeric === true)}${flag('data-wide-only', hideOnPhone === true)}${flag('data-roomy', roomy === true)}`
}

function bodyRow<K extends string>(row: Row<K>, columns: readonly Column<K>[]): Html {
  return html`<tr${attribute('data-tone', row.tone)}${attribute('id', row.id)}${flag('data-opens', row.href !== undefined)}>
    ${columns.map((column, index) => bodyCell(row, { column, first: index === 0 }))}
  </tr>`
}

function bodyCell<K extends string>(row: Row<K>, { column, first }: { column: Column<K>; first: boolean }): Html {
  const content = row.cells[column.key]
  if (first) {
    const shown =
      row.href === undefined ? html`${content}` : html`<a class="k-row-link" href="${row.href}">${content}</a>`
    return html`<th scope="row"${columnAttributes(column)}>${shown}</th>`
  }
  const label = column.quietHead === true ? undefined : column.head
  return html`<td${attribute('data-label', label)}${columnAttributes(column)}>${content}</td>`
}

function foot<K extends string>({ more, csv }: TableProps<K>): Html {
  if (more === undefined && csv === undefined) return html``
  return html`<div class="k-table-foot">
    ${more !== undefined && html`<a class="ds-button" data-variant="secondary" data-color="neutral" href="${more}">${text.showMore}</a>`}
    ${csv !== undefined && html`<a class="k-quiet-link" href="${csv}" download>${icon('download')}${text.csv}</a>`}
  </div>`
}

/** Where one is: the head of the page, the way of the matter, its sections, and the filters of a list. */

import { attribute, html, type Drawable, type Html } from '../html.ts'
import { plainDayText, shortDayText } from './dates.ts'
import { statusShape } from './status.ts'
import { text } from './text.ts'

export type PageHeadProps = {
  readonly title: string
  /** The line above: where this belongs. */
  readonly over?: Drawable
  readonly number?: string
  readonly status?: Html
  readonly actions?: Html
  /** A sentence below the title. */
  readonly lead?: Drawable
}

export function pageHead(props: PageHeadProps): Html {
  const hasOver = props.over !== undefined || props.number !== undefined || props.status !== undefined
  return html`<header class="k-page-head">
    <div class="k-page-head-words">
      ${hasOver && html`<div class="k-over">${overLine(props)}</div>`}
      <h1>${props.title}</h1>
      ${props.lead !== undefined && html`<p class="k-lead">${props.lead}</p>`}
    </div>
    ${props.actions !== undefined && html`<div class="k-actions">${props.actions}</div>`}
  </header>`
}

function overLine({ over, number, status }: PageHeadProps): Html {
  return html`${number !== undefined && html`<span class="k-number">${number}</span>`}${
    over !== undefined && html`<span>${over}</span>`
  }${status}`
}

export type Step = {
  readonly label: string
  readonly state: 'done' | 'now' | 'planned'
  /** ISO day. */
  readonly date?: string
  /** E.g. "§ 430". */
  readonly note?: string
  readonly href?: string
}

/** The way of the matter: a line on a wide screen, the present step with the rest folded on a phone. */
export function steps(list: readonly Step[]): Html {
  const at = list.findIndex((step) => step.state === 'now')
  const present = at === -1 ? list.findLastIndex((step) => step.state === 'done') : at
  const drawn = list.map((step, index) => oneStep(step, startsYear(list, index)))
  return html`<nav class="k-steps" aria-label="${text.way}">
    <details>
      <summary>${compactStep(list, present)}</summary>
      <ol>${drawn}</ol>
    </details>
    <ol>${drawn}</ol>
  </nav>`
}

function compactStep(list: readonly Step[], present: number): Html {
  return html`<span class="k-steps-count">${text.wayNow(Math.max(present, 0) + 1, list.length)}</span>
    <strong>${list[Math.max(present, 0)]?.label}</strong>`
}

const stepWords = { done: 'stepDone', now: 'stepNow', planned: 'stepPlanned' } as const

/** A year is said where it begins, so that a line over two years cannot be misread. */
function startsYear(list: readonly Step[], index: number): boolean {
  const before = list.slice(0, index).findLast(({ date }) => date !== undefined)
  return list[index]?.date?.slice(0, 4) !== before?.date?.slice(0, 4)
}

function oneStep(step: Step, withYear: boolean): Html {
  const words = html`<span class="k-step-label">${step.label}</span>`
  return html`<li data-state="${step.state}"${attribute('aria-current', step.state === 'now' && 'step')}>
    ${statusShape(step.state)}<span class="k-hidden">${text[stepWords[step.state]]}: </span>
    ${step.href === undefined ? words : html`<a href="${step.href}">${words}</a>`}
    ${(step.date !== undefined || step.note !== undefined) && html`<span class="k-step-note">${stepNote(step, withYear)}</span>`}
  </li>`
}

function stepNote({ date, note }: Step, withYear: boolean): Html {
  const said = withYear ? plainDayText : shortDayText
  return html`${date !== undefined && html`<time datetime="${date}">${said(date)}</time>`}${
    note !== undefined && html`${date !== undefined && ' · '}<span>${note}</span>`
  }`
}

export type Tab = {
  readonly label: string
  readonly href: string
  readonly current: boolean
  /** None is not counted. */
  readonly count?: number | string
}

/** Sections of one thing, each with its own address. */
export function tabs(list: readonly Tab[], label: string = text.tabs): Html {
  return html`<nav class="k-tabs" aria-label="${label}">
    <ul>
      ${list.map(
        (tab) => html`<li>
          <a href="${tab.href}"${attribute('aria-current', tab.current && 'page')}
            >${tab.label}${tab.count !== undefined && tab.count !== 0 && html`<span class="k-count">${tab.count}</span>`}</a
          >
        </li>`,
      )}
    </ul>
  </nav>`
}

export type Chip = { readonly label: string; readonly href: string; readonly current: boolean; readonly count?: number }

/** Filters as links: the choice is in the address, so it can be sent to a colleague. */
export function chips(list: readonly Chip[], label: string = text.filters): Html {
  return html`<nav class="k-chips" aria-label="${label}">
    <ul>
      ${list.map(
        (chip) => html`<li>
          <a href="${chip.href}"${attribute('aria-current', chip.current && 'true')}
            >${chip.label}${chip.count !== undefined && html`<span class="k-count">${chip.count}</span>`}</a
          >
        </li>`,
      )}
    </ul>
  </nav>`
}

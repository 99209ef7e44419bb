/** The smaller pieces of a page: facts, notices, empty states, explanations, progress, and the page of paper. */

import { attribute, html, type Drawable, type Html } from '../html.ts'
import { icon, type IconName } from './icon.ts'
import { text } from './text.ts'

export type Fact = { readonly term: string; readonly value: Drawable }

/** Terms and values. Rows whose value is empty are left out. */
export function facts(rows: readonly Fact[]): Html {
  const known = rows.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
  return html`<dl class="k-facts">
    ${known.map(({ term, value }) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
  </dl>`
}

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

const noticeIcons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'information',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
}

/** Something to know on this page. Its kind is said to those who cannot see the colour. */
export function notice(kind: NoticeKind, content: Drawable): Html {
  return html`<div class="k-notice" data-kind="${kind}">
    ${icon(noticeIcons[kind])}
    <div><span class="k-hidden">${text.notices[kind]}: </span>${content}</div>
  </div>`
}

export type EmptyStateProps = {
  readonly title: string
  readonly text: Drawable
  readonly action?: Html
  readonly icon?: IconName
}

/** Nothing here: why, and what to do next. */
export function emptyState(props: EmptyStateProps): Html {
  return html`<div class="k-empty">
    ${icon(props.icon ?? 'inbox')}
    <p class="k-empty-title">${props.title}</p>
    <p>${props.text}</p>
    ${props.action !== undefined && html`<div class="k-actions">${props.action}</div>`}
  </div>`
}

/** "Varför?" opens a plain sentence and the paragraph of the law. */
export function why(about: { readonly law: string; readonly text: Drawable }): Html {
  return html`<details class="k-why">
    <summary>${text.why}</summary>
    <p>${about.text} <cite>${about.law}</cite></p>
  </details>`
}

/** Something that most do not need to see, folded. */
export function disclosure(about: {
  readonly summary: Drawable
  readonly body: Drawable
  readonly open?: boolean
}): Html {
  return html`<details class="k-disclosure"${about.open === true && html` open`}>
    <summary>${about.summary}</summary>
    <div>${about.body}</div>
  </details>`
}

/** How far, in numbers and as a bar. */
export function progress(about: { readonly label: string; readonly done: number; readonly total: number }): Html {
  const { label, done, total } = about
  return html`<div class="k-progress">
    <span>${label}</span> <span class="k-progress-count">${text.of(done, total)}</span>
    <progress value="${done}" max="${Math.max(total, 1)}" aria-label="${label}"></progress>
  </div>`
}

/** Beside what is made up for the demonstration. */
export function demoMark(): Html {
  return html`<span class="k-demo-mark">${text.demoMark}</span>`
}

/** The desk under a document: `document` is `<article class="paper">…</article>`. */
export function paperFrame(document: Html): Html {
  return html`<div class="k-desk">${document}</div>`
}

/** A part of a page with its own heading. */
export function section(about: {
  readonly title: string
  readonly body: Drawable
  readonly id?: string
  readonly count?: number
  readonly actions?: Html
}): Html {
  return html`<section class="k-section"${attribute('id', about.id)}>
    <div class="k-section-head">
      <h2>${about.title}${about.count !== undefined && html`<span class="k-count">${about.count}</span>`}</h2>
      ${about.actions}
    </div>
    ${about.body}
  </section>`
}

/** What is needed now to the left, what surrounds it to the right (below it on a phone). */
export function columns(main: Drawable, aside: Drawable): Html {
  return html`<div class="k-columns">
    <div class="k-columns-main">${main}</div>
    <aside class="k-columns-aside">${aside}</aside>
  </div>`
}

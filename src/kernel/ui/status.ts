/** The one list of statuses. A status is a word with a shape; colour comes third and is never needed to read it. */

import { html, raw, type Html } from '../html.ts'
import { capital } from './capital.ts'
import { text } from './text.ts'

export const statusKinds = ['done', 'now', 'waiting', 'late', 'planned', 'stopped', 'draft', 'returned'] as const
export type StatusKind = (typeof statusKinds)[number]

const ring = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"'
const shapes: Readonly<Record<StatusKind, Html>> = {
  done: raw('<circle cx="8" cy="8" r="7"/><path class="k-shape-cut" d="m4.9 8.3 2.1 2.1 4.1-4.6"/>'),
  now: raw(`${ring}/><circle cx="8" cy="8" r="3.25"/>`),
  waiting: raw(`${ring}/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z"/>`),
  late: raw('<path d="M8 .8 15.6 14.4H.4z"/><path class="k-shape-cut" d="M8 5.6v4M8 11.6v.6"/>'),
  planned: raw(`${ring}/>`),
  stopped: raw('<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="1.5"/><path class="k-shape-cut" d="M4.6 8h6.8"/>'),
  draft: raw(`${ring} stroke-dasharray="2.6 2.3"/>`),
  returned: raw(
    '<path d="M8 .6 15.4 8 8 15.4.6 8z"/><path class="k-shape-cut" d="M11 9.9V7.2H5.4M7.1 5.3 5.2 7.2l1.9 1.9"/>',
  ),
}

/** The shape alone, for where the word stands elsewhere on the same row. */
export function statusShape(kind: StatusKind): Html {
  return html`<svg class="k-shape" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" focusable="false">${shapes[kind]}</svg>`
}

/** Shape and word in the running line. Without a label the status says its own name. */
export function status(kind: StatusKind, label?: string): Html {
  return html`<span class="k-status" data-status="${kind}">${statusShape(kind)}<span>${capital(label ?? text.statuses[kind])}</span></span>`
}

/** The same as a tag with a tinted ground, for the head of a page. */
export function statusTag(kind: StatusKind, label?: string): Html {
  return html`<span class="k-status k-tag" data-status="${kind}">${statusShape(kind)}<span>${capital(label ?? text.statuses[kind])}</span></span>`
}

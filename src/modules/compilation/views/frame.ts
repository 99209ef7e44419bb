/** What stands round every way of seeing the compilation: what has come and what remains, what to do, how to see it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  chips,
  dateText,
  dateTimeText,
  emptyState,
  facts,
  linkButton,
  notice,
  primaryForm,
  progress,
  section,
} from '../../../kernel/ui/index.ts'
import { stanceLabel } from '../../drafting/index.ts'
import { recordHref } from '../../registry/index.ts'
import {
  notAskedLine,
  type CompiledQuestion,
  type CompiledRound,
  type CompiledRow,
  type Counts,
  type RegisteredCompilation,
} from '../model.ts'
import { formats } from '../papers.ts'
import { text } from '../text.ts'
import { text as markedText } from '../text/marked.ts'
import { text as consideredText } from '../text/considered.ts'

export const views = ['matris', 'fraga', 'instans'] as const
export type ViewName = (typeof views)[number]

export type Shown = {
  readonly round: CompiledRound
  readonly questions: readonly CompiledQuestion[]
  /** Those of this part of the list, with their words. */
  readonly rows: readonly CompiledRow[]
  readonly counts: Counts
  /** Who may have said the same as one whose statement is marked, by name. */
  readonly besideMarked: readonly string[]
  readonly hasMore: boolean
  /** ISO day. */
  readonly today: string
}

export function addressOf(
  round: Pick<CompiledRound, 'id'>,
  about: { readonly vy: ViewName; readonly efter?: string; readonly fraga?: string; readonly instans?: string },
): string {
  return `/remisser/${round.id}/sammanstallning?${new URLSearchParams(Object.entries(about)).toString()}`
}

export function nothingHere(round: Pick<CompiledRound, 'id'>): Html {
  return emptyState({
    title: text.empty.title,
    text: text.empty.text,
    action: linkButton({ href: `/remisser/${round.id}`, label: text.empty.action, kind: 'secondary' }),
  })
}

export type FrameProps = {
  readonly view: ViewName
  readonly registered: readonly RegisteredCompilation[]
  /** Null: may not register, and needs no reasons. */
  readonly obstacles: readonly string[] | null
  readonly currentHash: string
  readonly notIntact: readonly string[]
}

export function compilationBody(shown: Shown, props: FrameProps, inner: Html): Html {
  const { counts } = shown
  return html`
    ${section({
      title: text.title,
      body: html`${standLine(shown)} ${integrity(props)} ${counts.asked > 0 && actions(shown, props)}`,
    })}
    ${chips(viewChips(shown, props.view), text.view.label)} ${inner}
    ${registeredList(shown, props)}
  `
}

function viewChips({ round }: Shown, current: ViewName) {
  const labels: Readonly<Record<ViewName, string>> = {
    matris: text.view.matrix,
    fraga: text.view.question,
    instans: text.view.body,
  }
  return views.map((vy) => ({ label: labels[vy], href: addressOf(round, { vy }), current: vy === current }))
}

function standLine({ round, counts, besideMarked, today }: Shown): Html {
  const late = counts.late > 0 ? ` · ${text.late(counts.late)}` : ''
  const totals = counts.byStance.map(({ stance, count }) => text.total(stanceLabel(stance), count)).join(' · ')
  const shownHere = counts.answered - counts.marked
  return html`<p class="k-lead">${text.counts(counts.asked, counts.answered, counts.remaining)}${late}</p>
    ${progress({ label: text.coverage(shownHere, counts.asked), done: shownHere, total: counts.asked })}
    <p>${wholeness(counts)}</p>
    ${round.notAsked.length > 0 && html`<p>${notAskedLine(round.notAsked)}</p>`}
    ${counts.marked > 0 && html`<p>${markedText.lead(counts.marked)}</p>`}
    ${besideMarked.length > 0 && html`<p>${markedText.beside(besideMarked.join(', '))}</p>`}
    ${facts([
      { term: text.totals, value: totals },
      { term: text.answerBy, value: round.answerBy !== null && dateText(round.answerBy, today) },
    ])}`
}

function wholeness({ remaining, marked }: Counts): string {
  if (remaining > 0) return text.coveragePart
  return marked === 0 ? text.coverageFull : markedText.allElse
}

function integrity({ notIntact }: FrameProps): Html {
  return notIntact.length === 0 ? html`` : notice('danger', text.notIntact(notIntact.join(', ')))
}

function actions({ round }: Shown, { obstacles }: FrameProps): Html {
  const downloads = formats.map((format) =>
    linkButton({
      href: `/remisser/${round.id}/sammanstallning.${format}`,
      label: `${text.download} ${text.formats[format]}`,
      kind: 'secondary',
      icon: 'download',
      download: true,
      small: true,
    }),
  )
  return html`${obstacles !== null && registerForm(round, obstacles)}
    <div class="k-actions">${downloads} ${toConsidered(round)}</div>`
}

/** What the bodies' memos say of children, economy and the rest, added up. */
function toConsidered({ id }: CompiledRound): Html {
  return linkButton({
    href: `/remisser/${id}/hansyn`,
    label: consideredText.short,
    kind: 'tertiary',
    icon: 'table',
    small: true,
  })
}

function registerForm(round: CompiledRound, obstacles: readonly string[]): Html {
  return primaryForm({
    action: `/remisser/${round.id}/sammanstallning/registrera`,
    label: text.register,
    fields: html`<p class="k-help">${text.registerHelp}</p>`,
    obstacles,
  })
}

function registeredList({ counts }: Shown, { registered, currentHash }: FrameProps): Html {
  if (registered.length === 0) return html``
  const rows = registered.map(
    (one) => html`<li>
      <a href="${recordHref({ id: one.recordId })}">${one.recordNumber}</a>
      ${dateTimeText(one.registeredAt)} ${text.by(one.registeredByName)} · ${text.registeredRow(one.answerCount, counts.asked)}.
      ${one.contentHash === currentHash ? text.registeredNow : text.registeredOld}
    </li>`,
  )
  const before = counts.marked > 0 && html`<p>${markedText.before}</p>`
  return section({ title: text.registeredTitle, body: html`${before}<ul class="k-plain">${rows}</ul>` })
}

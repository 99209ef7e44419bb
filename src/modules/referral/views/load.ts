/** Beside whom one is about to ask: what they carry, how they have answered, and whether they can meet the date. */

import { html, type Html } from '../../../kernel/html.ts'
import { weekdaysOff } from '../../../kernel/time.ts'
import {
  button,
  capital,
  checkboxes,
  disclosure,
  emptyState,
  hiddenFields,
  rejectionOf,
  section,
  shortDayText,
  status,
  table,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { fewer, type Load } from '../model/load.ts'
import { text } from '../text/load.ts'

type LoadView = {
  readonly roundId: string
  readonly load: readonly Load[]
  readonly answerBy: string | null
  readonly today: string
  /** Whom it asked before some were left out, to take them back; empty: nobody was. */
  readonly before: readonly string[]
  readonly rejected: Rejected | undefined
}

/** Nothing until somebody is chosen. */
export function loadSection(view: LoadView): Html {
  const { load, answerBy, today } = view
  if (load.length === 0) return html``
  return section({
    title: text.title,
    id: 'belastning',
    body: html`<p class="k-quiet">${text.lead}</p>
      ${answerBy !== null && html`<p>${daysOff(today, answerBy)}</p>`}${loadTable(load)}${fewerForm(view)}${affectedForm(view)}${undoForm(view)}`,
  })
}

function daysOff(today: string, answerBy: string): string {
  const days = weekdaysOff(today, answerBy)
  return days.length === 0 ? text.noneOff : text.off(days.map(shortDayText).join(', '))
}

function fewerForm({ roundId, load }: LoadView): Html {
  const kept = fewer(load)
  if (kept === null) return html``
  return html`<p>${text.fewerLead(load.length - kept.length)}</p>
    <form method="post" action="/remisser/${roundId}/farre">
      ${hiddenFields({ before: load.map(({ bodyId }) => bodyId).join(',') })}${chosen(kept)}${button({ label: text.fewer, kind: 'secondary' })}
    </form>`
}

/** Those that the case points out are ticked, each with why; the others are there to tick. */
function affectedForm(view: LoadView): Html {
  const { roundId, load } = view
  if (load.length < 2) return html``
  const { pointedOut = [], others = [] } = Object.groupBy(byName(load), ({ affectedBy }) =>
    affectedBy.length > 0 ? 'pointedOut' : 'others',
  )
  const action = `/remisser/${roundId}/farre`
  const rejected = rejectionOf(view.rejected, action)
  const choices = (label: string, help: string, some: readonly Load[]) =>
    some.length > 0 && affectedChoices(some, { label, help, rejected })
  return html`<form class="k-form" method="post" action="${action}">
    ${hiddenFields({ before: load.map(({ bodyId }) => bodyId).join(',') })}
    ${choices(text.most, others.length > 0 ? text.mostHelp : text.allHelp, pointedOut)}
    ${
      others.length > 0 &&
      disclosure({
        summary: pointedOut.length > 0 ? text.chooseMore : text.chooseSelf,
        body: choices(text.others, text.othersHelp, others),
        open: rejected !== undefined,
      })
    }
    <p class="k-help">${text.keepsLead}</p>
    ${button({ label: text.keepMost, kind: 'secondary' })}
  </form>`
}

function byName(load: readonly Load[]): Load[] {
  return load.toSorted((a, b) => a.bodyName.localeCompare(b.bodyName, 'sv'))
}

type Choosing = { readonly label: string; readonly help: string; readonly rejected: Rejected | undefined }

function affectedChoices(some: readonly Load[], { label, help, rejected }: Choosing): Html {
  return checkboxes({
    name: 'bodyIds[]',
    id: `berord-${some[0]?.bodyId ?? ''}`,
    ...{ label, help, rejected },
    values: some.filter(({ affectedBy }) => affectedBy.length > 0).map(({ bodyId }) => bodyId),
    choices: some.map(({ bodyId, bodyName, affectedBy }) => ({
      value: bodyId,
      label: capital(bodyName),
      ...(affectedBy.length > 0 && { help: capital(affectedBy.map((reason) => text.reason[reason]).join(', ')) }),
    })),
  })
}

function undoForm({ roundId, before }: LoadView): Html {
  if (before.length === 0) return html``
  return html`<form method="post" action="/remisser/${roundId}/instanser">
    ${chosen(before)}${button({ label: text.undo, kind: 'tertiary' })}
  </form>`
}

function chosen(bodyIds: readonly string[]): Html {
  return html`${bodyIds.map((id) => html`<input type="hidden" name="bodyIds[]" value="${id}" />`)}`
}

function loadTable(load: readonly Load[]): Html {
  return table({
    caption: text.title,
    columns: [
      { key: 'body', head: text.body },
      { key: 'open', head: text.open, numeric: true },
      { key: 'usual', head: text.usual },
      { key: 'late', head: text.late },
      { key: 'calendar', head: text.calendar },
    ],
    rows: load.map((one) => ({
      cells: {
        body: bodyCell(one),
        open: one.openRounds,
        usual: one.medianDays === null ? text.never : text.days(one.medianDays),
        late: one.answered === 0 ? '–' : text.lateOf(one.late, one.answered),
        calendar: calendarOf(one),
      },
    })),
    empty: emptyState({ title: text.title, text: text.noOne }),
  })
}

/** With a word where the case points it out: what it carries does not say whom the round concerns. */
function bodyCell({ bodyName, affectedBy }: Load): Html | string {
  const name = capital(bodyName)
  return affectedBy.length === 0 ? name : html`${name}<br /><span class="k-quiet">${text.pointedOut}</span>`
}

function calendarOf({ decidesOn, canMeet }: Load): Html | string {
  if (decidesOn === null) return canMeet === false ? status('late', text.tooLate) : text.unknown
  const day = shortDayText(decidesOn)
  if (canMeet === null) return text.decides(day)
  return canMeet ? status('done', text.meets(day)) : status('late', text.misses(day))
}

/** What the law lets one do when the board is too late, each one press (I-22); and a plan that a meeting has changed. */

import { html, type Html } from '../../../kernel/html.ts'
import { linkButton, notice, primaryForm, why } from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { hasChanged, type PlanStep, type WayOut } from '../model/step.ts'
import type { PlanWarning } from '../model/warnings.ts'
import { text } from '../text.ts'

export type WaysView = {
  readonly theCase: Case
  readonly steps: readonly PlanStep[]
  /** A plan there is, or one that is proposed and becomes it when a way is chosen. */
  readonly canChoose: boolean
  readonly way: WayOut
  readonly mayPlan: boolean
  /** The address of a new meeting in time (A-05); null where one may not plan it, or it could not be called in time. */
  readonly extraMeeting: string | null
  /** What other modules offer: to ask for more time. */
  readonly parts: readonly Html[]
}

function action({ referenceNumber }: Case, part: string): string {
  return `/arenden/${referenceNumber}/beslutsplan/${part}`
}

/** Warnings with their ways out in words; as buttons once, under the one that has the most. */
export function warningsView(warnings: readonly PlanWarning[], view: WaysView): Html {
  const [main] = warnings.toSorted((a, b) => b.ways.length - a.ways.length)
  return html`${warnings.map((one) => warningView(one, view, one === main))}`
}

function warningView(warning: PlanWarning, view: WaysView, hasButtons: boolean): Html {
  const { message, ways } = warning
  if (ways.length === 0 || !hasButtons) return notice('warning', message)
  const words = html`<p>${text.waysOut}:</p><ul>${ways.map((way) => html`<li>${way}</li>`)}</ul>`
  return html`${notice('warning', html`<p>${message}</p>${words}`)}${wayButtons(warning, view)}`
}

function wayButtons({ code }: PlanWarning, view: WaysView): Html {
  const { steps, canChoose, mayPlan, extraMeeting, parts } = view
  if (!mayPlan) return html``
  const isLate = code === 'plan-after-answer-date' || code === 'paper-stop-passed'
  const extra = isLate && extraMeeting !== null
  return html`<div class="k-actions">
    ${isLate && parts} ${canChoose && choices(view, isLate)}
    ${extra && linkButton({ label: text.ways.extra, href: extraMeeting, kind: 'secondary', small: true })}
  </div>
  ${canChoose && steps.length === 0 && html`<p class="k-help">${text.ways.keepsProposal}</p>`}`
}

function choices(view: WaysView, isLate: boolean): Html {
  return html`${isLate && html`${wayForm(view, 'urgent')}${wayForm(view, 'delegation')}`}${wayForm(view, 'immediate')}`
}

function wayForm({ theCase, way }: WaysView, to: Exclude<WayOut, 'board'>): Html {
  if (way === to) return html``
  return primaryForm({
    action: action(theCase, 'utvag'),
    hidden: { way: to },
    label: text.ways[to],
    kind: 'secondary',
  })
}

/** The way that was chosen, where it is done, and the way back. */
export function chosenWay({ theCase, way, mayPlan }: WaysView): Html {
  if (way === 'board') return html``
  const isByOther = way !== 'immediate'
  return html`${notice('info', html`<p>${text.ways.chosen[way]}</p>`)}
    ${
      mayPlan &&
      html`<div class="k-actions">
        ${isByOther && linkButton({ label: text.ways.toDelegation, href: caseHref(theCase, 'delegation'), kind: 'secondary' })}
        ${primaryForm({ action: action(theCase, 'utvag'), hidden: { way: 'board' }, label: text.ways.board, kind: 'tertiary' })}
      </div>`
    }${why(text.ways.why)}`
}

/** What has changed since it was planned, with one press that plans it anew. */
export function changedPlan({ theCase, steps, mayPlan }: WaysView): Html {
  const changed = steps.filter(hasChanged)
  if (changed.length === 0) return html``
  return html`${notice(
    'warning',
    html`<p><strong>${text.changed.title}</strong></p>
      <ul>${changed.map((step) => html`<li>${changeText(step)}</li>`)}</ul>`,
  )}
  ${
    mayPlan &&
    html`<p>${text.replanLead}</p>${primaryForm({ action: action(theCase, 'planera-om'), label: text.replan })}`
  }`
}

function changeText({ step, isCancelled, plannedFor, heldOn }: PlanStep): string {
  const name = text.step[step]
  return isCancelled ? text.changed.cancelled(name, heldOn) : text.changed.moved(name, plannedFor, heldOn)
}

/** What the law lets one do when the board is too late, each one press (I-22); and a plan that a meeting has changed. */

import { html, type Html } from '../../../kernel/html.ts'
import { linkButton, notice, primaryForm, why } from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Chain } from '../model/plan.ts'
import { hasChanged, type PlanMeeting, type PlanStep, type StepKind, type WayOut } from '../model/step.ts'
import type { PastStop } from '../model/stops.ts'
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
  /** A meeting of the board is in time: nothing is too urgent to await it (A-90). */
  readonly isAwaitable: boolean
  readonly best: Chain | null
  readonly pastStops: readonly PastStop[]
  /** What other modules offer: to ask for more time. */
  readonly parts: readonly Html[]
}

function action({ referenceNumber }: Case, part: string): string {
  return `/arenden/${referenceNumber}/beslutsplan/${part}`
}

/**
 * Warnings with their ways out in words, and as buttons: those of a board that is too late once, under the one that has the
 * most; those of a step to prepare under its own.
 */
export function warningsView(warnings: readonly PlanWarning[], view: WaysView): Html {
  const ofBoard = warnings.filter(({ step }) => step === undefined)
  const [main] = ofBoard.toSorted((a, b) => b.ways.length - a.ways.length)
  const hasTime = main !== undefined && isLate(main)
  const firstStop = warnings.find(({ step }) => step !== undefined)
  return html`${warnings.map((one) => {
    if (one.step === undefined) return warningView(one, one === main && wayButtons(one, view))
    return warningView(one, stopButtons(one.step, view, !hasTime && one === firstStop))
  })}`
}

function warningView({ message, ways }: PlanWarning, buttons: Html | false): Html {
  if (ways.length === 0 || buttons === false) return notice('warning', message)
  const words = html`<p>${text.waysOut}:</p><ul>${ways.map((way) => html`<li>${way}</li>`)}</ul>`
  return html`${notice('warning', html`<p>${message}</p>${words}`)}${buttons}`
}

function isLate({ code, step }: PlanWarning): boolean {
  return code === 'plan-after-answer-date' || (code === 'paper-stop-passed' && step === undefined)
}

function wayButtons(warning: PlanWarning, view: WaysView): Html {
  const { steps, canChoose, mayPlan, extraMeeting, parts, isAwaitable } = view
  if (!mayPlan) return html``
  const late = isLate(warning)
  const extra = late && !isAwaitable && extraMeeting !== null
  return html`<div class="k-actions">
    ${late && inTimeForm(view)}${late && parts} ${canChoose && choices(view, late)}
    ${extra && linkButton({ label: text.ways.extra, href: extraMeeting, kind: 'secondary', small: true })}
  </div>
  ${canChoose && steps.length === 0 && html`<p class="k-help">${text.ways.keepsProposal}</p>`}`
}

/** The board that is in time, as it is proposed, while another is planned. */
function inTimeForm({ theCase, steps, isAwaitable, best }: WaysView): Html {
  if (!isAwaitable || steps.length === 0 || best === null) return html``
  return stepsForm(theCase, { steps: best.steps, label: text.ways.inTime(best.decidedOn) })
}

/** A step to prepare that papers come too late for: past it, on to its next meeting, or more time. */
function stopButtons(step: StepKind, view: WaysView, hasParts: boolean): Html {
  const { theCase, mayPlan, parts } = view
  const stop = view.pastStops.find((one) => one.step === step)
  if (!mayPlan || stop === undefined) return html``
  const { skipped, moved } = stop
  const on = moved?.find((one) => one.step === step)?.heldOn ?? ''
  return html`<div class="k-actions">
    ${moved !== null && stepsForm(theCase, { steps: moved, label: text.ways.next(on) })}
    ${stepsForm(theCase, { steps: skipped, label: text.ways.skip[stop.step] })}${hasParts && parts}
  </div>`
}

/** One press that plans these steps. */
function stepsForm(
  { referenceNumber }: Case,
  { steps, label }: { steps: readonly PlanMeeting[]; label: string },
): Html {
  return primaryForm({
    action: `/arenden/${referenceNumber}/beslutsplan`,
    hidden: stepFields(steps),
    label,
    kind: 'secondary',
  })
}

/** The fields that say a plan. */
export function stepFields(steps: readonly PlanMeeting[]): Record<string, string> {
  return Object.fromEntries(
    steps.flatMap((one, index) => [
      [`steps.${index}.step`, one.step],
      [`steps.${index}.meetingId`, one.meetingId],
    ]),
  )
}

function choices(view: WaysView, late: boolean): Html {
  const isUrgent = late && !view.isAwaitable
  return html`${isUrgent && wayForm(view, 'urgent')}${late && wayForm(view, 'delegation')}${wayForm(view, 'immediate')}`
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

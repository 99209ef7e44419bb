/** The plan of a case: what is planned, what to think of, the ways there are, and the form that chooses. */

import { html, type Html } from '../../kernel/html.ts'
import {
  button,
  capital,
  dateOnly,
  dateText,
  dayText,
  disclosure,
  emptyState,
  facts,
  field,
  hiddenFields,
  linkButton,
  primaryForm,
  rejectionOf,
  section,
  select,
  status,
  table,
  why,
  type Rejected,
} from '../../kernel/ui/index.ts'
import type { Case } from '../registry/index.ts'
import type { Chain, Proposal } from './model/plan.ts'
import { stepKinds, type PlanMeeting, type PlanStep, type StepKind } from './model/step.ts'
import { isPastStop, takesPapers } from './model/stops.ts'
import type { Milestone } from './model/timeline.ts'
import type { PlanWarning } from './model/warnings.ts'
import { text } from './text.ts'
import { timelineSection } from './views/timeline.ts'
import { changedPlan, chosenWay, stepFields, warningsView, type WaysView } from './views/ways.ts'

export type PlanView = WaysView & {
  readonly timeline: readonly Milestone[]
  readonly warnings: readonly PlanWarning[]
  readonly calendar: readonly PlanMeeting[]
  readonly proposal: Proposal
  readonly dispatchDays: number
  readonly mayPlace: boolean
  readonly obstaclesToPlacing: readonly string[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function planTab(view: PlanView): Html {
  const { steps, calendar, mayPlan } = view
  return html`${steps.length > 0 && planned(view)}${timeline(view)}
    ${mayPlan && (calendar.length === 0 ? noCalendar() : planning(view))}`
}

function timeline({ timeline: milestones, steps, theCase, today }: PlanView): Html {
  return timelineSection({ milestones, hasDue: theCase.dueOn !== null, isProposed: steps.length === 0, today })
}

function planned(view: PlanView): Html {
  const { theCase, steps, warnings, mayPlace, obstaclesToPlacing, today } = view
  return html`${section({
    title: text.title,
    body: html`${changedPlan(view)}${stepTable(steps, today)}${chosenWay(view)}${warningsView(warnings, view)}`,
  })}
  ${
    mayPlace &&
    section({
      title: text.placeTitle,
      body: html`<p>${text.placeLead}</p>${primaryForm({
        action: `/arenden/${theCase.referenceNumber}/beslutsplan/satt-upp`,
        label: text.place,
        obstacles: obstaclesToPlacing,
      })}${why(text.placeWhy)}`,
    })
  }`
}

function stepTable(steps: readonly PlanStep[], today: string): Html {
  return table({
    caption: text.title,
    columns: [
      { key: 'step', head: text.column.step },
      { key: 'body', head: text.column.body },
      { key: 'date', head: text.column.date },
      { key: 'state', head: text.column.state },
    ],
    rows: steps.map((step) => ({
      href: `/sammantraden/${step.meetingId}`,
      cells: {
        step: text.step[step.step],
        body: capital(step.bodyName),
        date: dateText(step.heldOn, today),
        state: stepStatus(step, today),
      },
    })),
    empty: html``,
  })
}

function stepStatus(step: PlanStep, today: string): Html {
  const { isCancelled, isDecided, itemId, heldOn } = step
  if (isCancelled) return status('stopped', text.state.cancelled)
  if (isDecided) return status('done', text.state.decided)
  if (heldOn < today) return status('waiting', text.state.passed)
  if (isPastStop(step, today)) return status('late', text.state.pastStop)
  return itemId === null ? status('planned', text.state.planned) : status('now', text.state.placed)
}

function noCalendar(): Html {
  const action = linkButton({ label: text.calendar, href: '/sammantraden', kind: 'secondary' })
  return emptyState({ ...text.empty, icon: 'calendar', action })
}

function planning(view: PlanView): Html {
  const { theCase, steps, proposal, today } = view
  const due =
    theCase.dueOn === null
      ? html`<p>${text.noDue}</p>`
      : facts([
          {
            term: text.due,
            value: dateText(theCase.dueOn, today, theCase.dueSource === null ? {} : { source: theCase.dueSource }),
          },
        ])
  const shown = steps.length === 0 && proposal.best !== null ? proposal.best.warnings : []
  return html`${section({
    title: text.planTitle,
    body: html`<p>${text.planLead}</p>${due}${warningsView(shown, view)}${planForm(view)}`,
  })}${ways(view)}`
}

/** Preselected: what is planned already, else what is proposed. */
function planForm({ theCase, steps, calendar, proposal, today, rejected }: PlanView): Html {
  const action = planAction(theCase)
  const back = rejectionOf(rejected, action) ?? rejectionOf(rejected, `/arenden/${theCase.id}/beslutsplan`)
  const kinds = stepKinds.filter((kind) => usable(calendar, kind).length > 0)
  const chosen = steps.length > 0 ? steps : (proposal.best?.steps ?? [])
  return html`<form class="k-form" method="post" action="${action}">
    ${kinds.map((kind, index) => stepField(kind, { index, calendar, chosen, today, rejected: back }))}
    ${button({ label: text.plan, kind: steps.length > 0 ? 'secondary' : 'primary' })}
  </form>`
}

function planAction(theCase: Case): string {
  return `/arenden/${theCase.referenceNumber}/beslutsplan`
}

function usable(calendar: readonly PlanMeeting[], kind: StepKind): PlanMeeting[] {
  return calendar.filter((one) => one.step === kind && !one.isCancelled)
}

type StepField = {
  readonly index: number
  readonly calendar: readonly PlanMeeting[]
  readonly chosen: readonly PlanMeeting[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

function stepField(kind: StepKind, { index, calendar, chosen, today, rejected }: StepField): Html {
  return html`${hiddenFields({ [`steps.${index}.step`]: kind })}${select({
    name: `steps.${index}.meetingId`,
    label: text.step[kind],
    choices: usable(calendar, kind).map((one) => ({
      value: one.meetingId,
      label: [dayText(one.heldOn), one.bodyName, ...(takesPapers(one, today) ? [] : [text.pastStop])].join(' · '),
    })),
    value: chosen.find((one) => one.step === kind)?.meetingId ?? null,
    empty: kind === 'board' ? text.choose : text.none,
    rejected,
  })}`
}

const waysAround = 3

function ways(view: PlanView): Html {
  const { proposal, dispatchDays } = view
  const at = Math.max(
    0,
    proposal.chains.findIndex((chain) => chain === proposal.best),
  )
  const shown = proposal.chains.slice(Math.max(0, at - waysAround), at + waysAround + 1)
  if (shown.length === 0) return html``
  const recount = html`<form class="k-form" method="get" action="${planAction(view.theCase)}">
    ${field({
      name: 'dagar',
      label: text.dispatchDays,
      help: text.dispatchDaysHelp,
      type: 'number',
      inputMode: 'numeric',
      value: dispatchDays,
      width: 'xs',
    })}
    ${button({ label: text.recount, kind: 'secondary' })}
  </form>`
  return section({
    title: text.waysTitle,
    body: html`<p>${text.waysLead(dispatchDays)}</p>${waysTable(view, shown)}${disclosure({
      summary: text.dispatchDays,
      body: recount,
    })}`,
  })
}

function waysTable(view: PlanView, chains: readonly Chain[]): Html {
  return table({
    caption: text.waysTitle,
    columns: [
      { key: 'board', head: text.column.board },
      { key: 'committee', head: text.column.committee },
      { key: 'chair', head: text.column.chair },
      { key: 'dispatch', head: text.column.dispatch },
      { key: 'margin', head: text.column.margin },
      { key: 'pick', head: text.column.pick, quietHead: true },
    ],
    rows: chains.map((chain) => ({
      tone: isChosen(view, chain) ? 'now' : 'quiet',
      cells: {
        board: dateOnly(chain.decidedOn),
        committee: dayOf(chain, 'working_committee'),
        chair: dayOf(chain, 'chair_preparation'),
        dispatch: dateOnly(chain.dispatchOn),
        margin: marginView(chain),
        pick: pick(view, chain),
      },
    })),
    empty: html``,
  })
}

function dayOf(chain: Chain, kind: StepKind): Html | string {
  const step = chain.steps.find((one) => one.step === kind)
  return step === undefined ? '–' : dateOnly(step.heldOn)
}

function marginView({ marginDays }: Chain): Html | string {
  if (marginDays === null) return text.noMargin
  return marginDays < 0 ? status('late', text.margin(marginDays)) : text.margin(marginDays)
}

function isChosen({ steps }: PlanView, chain: Chain): boolean {
  const ids = (list: readonly PlanMeeting[]) => list.map((one) => one.meetingId).join()
  return ids(steps) === ids(chain.steps)
}

function pick(view: PlanView, chain: Chain): Html {
  if (isChosen(view, chain)) return status('now', text.chosen)
  const label = chain === view.proposal.best ? `${text.take} (${text.best.toLocaleLowerCase('sv')})` : text.take
  return html`<form method="post" action="${planAction(view.theCase)}">
    ${hiddenFields(stepFields(chain.steps))}<button
      class="ds-button" data-variant="tertiary" data-color="neutral" data-size="sm"
      aria-label="${text.takeThis(dayText(chain.decidedOn))}">${label}</button>
  </form>`
}

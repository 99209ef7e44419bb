/** The whole way of a case as a line of days: a list to those who hear it, drawn with shapes to those who see it. */

import { html, type Html } from '../../../kernel/html.ts'
import { daysBetween } from '../../../kernel/time.ts'
import { capital, dateText, section, status, why, type StatusKind } from '../../../kernel/ui/index.ts'
import type { Milestone, MilestoneState } from '../model/timeline.ts'
import { text } from '../text.ts'

export type TimelineView = {
  readonly milestones: readonly Milestone[]
  readonly hasDue: boolean
  /** Of the proposed way, while nothing is planned. */
  readonly isProposed: boolean
  readonly today: string
}

export function timelineSection({ milestones, hasDue, isProposed, today }: TimelineView): Html {
  if (milestones.length === 0) return html``
  const t = text.timeline
  return section({
    title: t.title,
    id: 'tidslinje',
    body: html`<p>${isProposed && `${t.leadProposed} `}${hasDue ? t.lead : t.leadNoDue}</p>
      <ol class="k-timeline">${milestones.map((one) => milestone(one, today))}</ol>
      ${why(t.why)}`,
  })
}

const shapeOf: Readonly<Record<MilestoneState, StatusKind>> = {
  done: 'done',
  passed: 'done',
  late: 'late',
  next: 'now',
  planned: 'planned',
  stopped: 'stopped',
}

function milestone(one: Milestone, today: string): Html {
  const t = text.timeline
  const late = one.state === 'late' && ` · ${t.daysLate(daysBetween(one.on, today))}`
  return html`<li data-state="${one.state}"${one.state === 'next' && html` aria-current="step"`}>
    <span class="k-timeline-what">${t.milestone[one.kind]}${where(one)}</span>
    <span class="k-timeline-when">${dateText(one.on, today)}</span>
    <span class="k-timeline-state">${status(shapeOf[one.state], t.state[one.state])}${late}</span>
  </li>`
}

function where({ kind, bodyName, meetingId }: Milestone): Html {
  if (bodyName === null) return html``
  const isMeeting = kind === 'meeting' || kind === 'report'
  const name = capital(bodyName)
  return html`: ${isMeeting && meetingId !== null ? html`<a href="/sammantraden/${meetingId}">${name}</a>` : name}`
}

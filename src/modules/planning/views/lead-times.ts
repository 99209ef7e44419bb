/** A body's lead times and its calendar, on its page. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  disclosure,
  facts,
  field,
  linkButton,
  rejectionOf,
  section,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import type { LeadTimes } from '../model/lead-times.ts'
import { text } from '../text.ts'

export type LeadTimesView = {
  readonly body: Body
  readonly lead: LeadTimes
  /** Set by the body itself; else what is usual. */
  readonly isOwn: boolean
  readonly mayChange: boolean
  readonly rejected: Rejected | undefined
}

const names = ['callDays', 'paperDays', 'approvalDays', 'adjustDays'] as const

export function leadTimesSection(view: LeadTimesView): Html {
  const { body, lead, isOwn, mayChange } = view
  const t = text.leadTimes
  return html`${section({
    title: t.title,
    id: 'ledtider',
    body: html`<p>${t.lead}${!isOwn && ` ${t.isUsual}`}</p>
      ${facts(names.map((name) => ({ term: t[name], value: lead[name] })))}${mayChange && leadTimesForm(view)}`,
  })}${section({
    title: t.calendar,
    id: 'kalender',
    body: html`<p>${t.calendarLead} ${t.calendarKey} <a href="/jag#kalender">${t.toKey}</a></p>
      ${linkButton({
        href: `/kalender/organ/${body.id}/organ.ics`,
        label: t.calendarFile,
        kind: 'secondary',
        icon: 'calendar',
        download: true,
      })}`,
  })}`
}

function leadTimesForm({ body, lead, rejected }: LeadTimesView): Html {
  const t = text.leadTimes
  const action = `/organisation/${body.id}/ledtider`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: t.change,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${names.map((name) =>
        field({
          name,
          label: t[name],
          ...(name === 'adjustDays' && { help: t.adjustHelp }),
          type: 'number',
          inputMode: 'numeric',
          width: 'xs',
          value: lead[name],
          required: true,
          rejected: back,
        }),
      )}
      ${button({ label: t.save, kind: 'secondary' })}
    </form>`,
  })
}

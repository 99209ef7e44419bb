/** The calendar of the bodies, and the form that plans a meeting. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  chips,
  dateField,
  dateText,
  demoMark,
  emptyState,
  field,
  linkButton,
  pageHead,
  rejectionOf,
  section,
  select,
  status,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import type { Meeting } from '../model/meeting.ts'
import { text } from '../text.ts'

type Calendar = {
  readonly meetings: readonly Meeting[]
  readonly bodies: readonly Body[]
  readonly bodyId: string | null
  readonly isPast: boolean
  readonly today: string
  readonly mayPlan: boolean
  /** The cursor of the next part, if there is more. */
  readonly next: string | null
}

export function calendarPage(calendar: Calendar): Screen {
  const action = calendar.mayPlan && linkButton({ label: text.plan, href: '/sammantraden/nytt', icon: 'plus' })
  const head = pageHead({ title: text.title, lead: text.lead, ...(action !== false && { actions: action }) })
  return { title: text.title, section: 'meetings', body: html`${head}${filters(calendar)}${months(calendar)}` }
}

function address({ bodyId, isPast }: Pick<Calendar, 'bodyId' | 'isPast'>, after?: string): string {
  const query = new URLSearchParams()
  if (isPast) query.set('visa', 'tidigare')
  if (bodyId !== null) query.set('organ', bodyId)
  if (after !== undefined) query.set('efter', after)
  return query.size === 0 ? '/sammantraden' : `/sammantraden?${query}`
}

function filters({ bodies, bodyId, isPast }: Calendar): Html {
  const time = [false, true].map((past) => ({
    label: past ? text.past : text.coming,
    href: address({ bodyId, isPast: past }),
    current: past === isPast,
  }))
  const everyBody = { label: text.allBodies, href: address({ bodyId: null, isPast }), current: bodyId === null }
  const each = bodies.map((body) => ({
    label: body.shortName,
    href: address({ bodyId: body.id, isPast }),
    current: body.id === bodyId,
  }))
  return html`${chips(time, text.when)}${bodies.length > 1 && chips([everyBody, ...each], text.filter)}`
}

function months(calendar: Calendar): Html {
  if (calendar.meetings.length === 0) return nothing(calendar)
  const areAllDemo = calendar.meetings.every(({ isDemo }) => isDemo)
  const byMonth = [...Map.groupBy(calendar.meetings, (meeting) => meeting.heldOn.slice(0, 7))]
  return html`${areAllDemo && html`<p class="k-quiet">${text.allDemo}</p>`}${byMonth.map(([month, meetings], index) => {
    const isLast = index === byMonth.length - 1 && calendar.next !== null
    const more = isLast && calendar.next !== null ? address(calendar, calendar.next) : undefined
    return section({ title: monthName(month), body: monthTable({ month, meetings, more, areAllDemo }, calendar.today) })
  })}`
}

function monthName(month: string): string {
  const [year, number] = month.split('-')
  const name = text.month(Number(number) - 1, Number(year))
  return name.charAt(0).toLocaleUpperCase('sv') + name.slice(1)
}

type Month = {
  readonly month: string
  readonly meetings: readonly Meeting[]
  readonly more: string | undefined
  /** Said once above the months. */
  readonly areAllDemo: boolean
}

function monthTable({ month, meetings, more, areAllDemo }: Month, today: string): Html {
  return table({
    caption: text.meetingsOf(monthName(month)),
    columns: [
      { key: 'date', head: text.column.date },
      { key: 'body', head: text.column.body },
      { key: 'items', head: text.column.items, numeric: true },
      { key: 'place', head: text.column.place, hideOnPhone: true },
      { key: 'state', head: text.column.state },
    ],
    rows: meetings.map((meeting) => ({
      href: `/sammantraden/${meeting.id}`,
      cells: {
        date: dateText(meeting.heldOn, today),
        body: html`${capital(meeting.bodyName)}${meeting.isDemo && !areAllDemo && html` ${demoMark()}`}`,
        items: meeting.itemCount,
        place: [meeting.startsAt, meeting.place].filter((part) => part !== null).join(', '),
        state: meetingStatus(meeting),
      },
    })),
    empty: html``,
    more,
  })
}

const statusOf = { planned: 'planned', held: 'done', cancelled: 'stopped' } as const

export function meetingStatus({ state }: Pick<Meeting, 'state'>): Html {
  return status(statusOf[state], text.state[state])
}

function nothing({ mayPlan }: Calendar): Html {
  return emptyState({
    ...text.noMeetings,
    icon: 'calendar',
    ...(mayPlan && { action: linkButton({ label: text.plan, href: '/sammantraden/nytt', kind: 'secondary' }) }),
  })
}

type NewMeeting = {
  readonly bodies: readonly Body[]
  /** What the address asks for. */
  readonly bodyId: string | null
  readonly heldOn: string | null
  readonly rejected: Rejected | undefined
}

export function newMeetingPage({ bodies, bodyId, heldOn, rejected }: NewMeeting): Screen {
  const action = '/sammantraden/nytt'
  const back = rejectionOf(rejected, action)
  return {
    title: text.planTitle,
    section: 'meetings',
    width: 'reading',
    body: html`${pageHead({ title: text.planTitle })}
      <form class="k-form" method="post" action="${action}">
        ${select({
          name: 'bodyId',
          label: text.field.body,
          choices: bodies.map((body) => ({ value: body.id, label: body.name })),
          value: bodyId,
          required: true,
          rejected: back,
        })}
        ${dateField({ name: 'heldOn', label: text.field.date, value: heldOn, required: true, rejected: back })}
        ${field({
          name: 'startsAt',
          label: text.field.startsAt,
          help: text.field.startsAtHelp,
          required: false,
          width: 's',
          rejected: back,
        })}
        ${field({ name: 'place', label: text.field.place, required: false, rejected: back })}
        ${button({ label: text.plan })}
      </form>`,
  }
}

/** Days and instants as a person reads them: "tis 19 dec 2023", and beside it how far away that is. */

import { html, type Html } from '../html.ts'
import { swedishClock, swedishDay } from '../time.ts'
import { language, words } from '../words.ts'

const text = words(
  {
    today: 'i dag',
    tomorrow: 'i morgon',
    yesterday: 'i går',
    ahead: (amount: string) => `om ${amount}`,
    ago: (amount: string) => `för ${amount} sedan`,
    days: (count: number) => `${count} dagar`,
    weeks: (count: number) => `${count} veckor`,
    months: (count: number) => `${count} månader`,
    years: (count: number) => `${count} år`,
    at: (day: string, clock: string) => `${day} kl. ${clock}`,
  },
  {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    ahead: (amount: string) => `in ${amount}`,
    ago: (amount: string) => `${amount} ago`,
    days: (count: number) => `${count} days`,
    weeks: (count: number) => `${count} weeks`,
    months: (count: number) => `${count} months`,
    years: (count: number) => `${count} years`,
    at: (day: string, clock: string) => `${day} at ${clock}`,
  },
)

const weekdays = {
  sv: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

const months = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

const dayInMs = 86_400_000
const daysBeforeWeeks = 60
const weeksBeforeMonths = 26
const daysInMonth = 30.44
const monthsBeforeYears = 24

/** "tis 19 dec 2023" from "2023-12-19" (an instant may follow the day). What is not a day is given back as it is. */
export function dayText(iso: string): string {
  const day = startOf(iso)
  if (Number.isNaN(day.getTime())) return iso
  return `${weekdays[language()][day.getUTCDay()] ?? ''} ${plainDayText(iso)}`
}

/** "19 dec 2023": where the weekday says nothing. */
export function plainDayText(iso: string): string {
  const short = shortDayText(iso)
  return short === iso ? iso : `${short} ${iso.slice(0, 4)}`
}

/** "19 dec": for a line of steps, where the year is known from the rest. */
export function shortDayText(iso: string): string {
  const day = startOf(iso)
  if (Number.isNaN(day.getTime())) return iso
  return `${day.getUTCDate()} ${months[language()][day.getUTCMonth()] ?? ''}`
}

/** "om 12 dagar", "för 3 dagar sedan", "i dag". Beyond two months in weeks, half a year in months, two years in years. */
export function awayText(iso: string, today: string): string {
  const days = Math.round((startOf(iso).getTime() - startOf(today).getTime()) / dayInMs)
  if (Number.isNaN(days)) return ''
  const near = { '0': text.today, '1': text.tomorrow, '-1': text.yesterday }[String(days)]
  if (near !== undefined) return near
  return days > 0 ? text.ahead(amount(days)) : text.ago(amount(-days))
}

function amount(days: number): string {
  if (days <= daysBeforeWeeks) return text.days(days)
  const weeks = Math.round(days / 7)
  // A month is too long a measure for what is near: 77 days are not three months.
  if (weeks <= weeksBeforeMonths) return text.weeks(weeks)
  const months = Math.round(days / daysInMonth)
  return months < monthsBeforeYears ? text.months(months) : text.years(Math.round(months / 12))
}

function startOf(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`)
}

/** A day with its distance from today, both as ISO days. `source` says who set it and stands below, small. */
export function dateText(iso: string, today: string, about: { readonly source?: string } = {}): Html {
  const away = awayText(iso, today)
  return html`<span class="k-date"
    ><time datetime="${iso.slice(0, 10)}">${dayText(iso)}</time>${away !== '' && html` <span class="k-date-away">${away}</span>`}${
      about.source !== undefined && html`<span class="k-date-source">${about.source.replaceAll('§ ', '§\u00a0')}</span>`
    }</span
  >`
}

/** A day alone, in <time>. */
export function dateOnly(iso: string): Html {
  return html`<time class="k-date" datetime="${iso.slice(0, 10)}">${dayText(iso)}</time>`
}

/** "tis 19 dec 2023 kl. 08.12", Swedish time whatever the machine's. */
export function dateTimeText(instant: Date | string): Html {
  const at = new Date(instant)
  return html`<time class="k-date" datetime="${at.toISOString()}">${text.at(dayText(swedishDay(at)), clockText(at))}</time>`
}

/** "08.12" in Swedish, "08:12" in English. */
export function clockText(instant: Date | string): string {
  const clock = swedishClock(new Date(instant))
  return language() === 'sv' ? clock.replace(':', '.') : clock
}

/** Days in Sweden: which day it is, what is a working day, when a period ends. The law's own arithmetic (CAL-01 … CAL-07). */

const zone = 'Europe/Stockholm'

/** Days of minutes that were asked for: every page asks for the same few, again and again. */
const days = new Map<number, string>()
const mostDays = 5000

/** The Swedish calendar day of an instant, 'yyyy-mm-dd' (CAL-06). */
export function swedishDay(instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000)
  const known = days.get(minute)
  if (known !== undefined) return known
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
  if (days.size >= mostDays) days.clear()
  days.set(minute, day)
  return day
}

/** The clock in Sweden at an instant, 'hh:mm'. */
export function swedishClock(instant: Date): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The first moment of a day in Sweden. */
export function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}

/** The instant of a Swedish day and clock; an hour that does not exist, in spring, is the one after it (CAL-06). */
export function swedishInstant(day: string, clock: string): Date {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone)
  return new Date(epochMilliseconds)
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** Easter Sunday of a year (the Gregorian computus of Meeus, Jones and Butcher). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 })
}

/** The first day from `from` on that falls on the given weekday. */
function firstFrom(from: string, day: number): string {
  return addDays(from, (day - weekday(from) + 7) % 7)
}

function feastsOf(year: number): ReadonlySet<string> {
  const sunday = easter(year)
  const afterEaster = (days: number) => sunday.add({ days }).toString()
  return new Set([
    ...['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'].map((date) => `${year}-${date}`),
    ...[-2, 0, 1, 39, 49].map(afterEaster),
    firstFrom(`${year}-06-20`, 6),
    firstFrom(`${year}-10-31`, 6),
  ])
}

const feasts = new Map<number, ReadonlySet<string>>()

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** Allmän helgdag, other than an ordinary Sunday (CAL-04, lag 1989:253). */
export function isPublicHoliday(day: string): boolean {
  const year = yearOf(day)
  const known = feasts.get(year) ?? feastsOf(year)
  feasts.set(year, known)
  return known.has(day)
}

/** Midsommarafton, julafton and nyårsafton count as holidays for a last day (CAL-02); trettondagsafton does not (CAL-03). */
function isEve(day: string): boolean {
  return day.endsWith('-12-24') || day.endsWith('-12-31') || day === firstFrom(`${day.slice(0, 4)}-06-19`, 5)
}

/** A day on which a statutory period can end: not Saturday, Sunday, public holiday or one of the three eves (CAL-02). */
export function isWorkingDay(day: string): boolean {
  return weekday(day) < 6 && !isPublicHoliday(day) && !isEve(day)
}

/** Moves a statutory last day that falls on a day off to the next working day (CAL-02, lag 1930:173 § 2). */
export function nextWorkingDay(day: string): string {
  let moved = day
  while (!isWorkingDay(moved)) moved = addDays(moved, 1)
  return moved
}

/** The latest working day that is not after the day. */
export function workingDayAtLatest(day: string): string {
  let moved = day
  while (!isWorkingDay(moved)) moved = addDays(moved, -1)
  return moved
}

/** So many working days before a day, counted from it; none gives the latest working day that is not after it. */
export function workingDaysBefore(day: string, count: number): string {
  let moved = workingDayAtLatest(day)
  for (let left = count; left > 0; left--) moved = workingDayAtLatest(addDays(moved, -1))
  return moved
}

/** The last working day that is at least so many days before a day: such a time is never shortened by a day off (CAL-05). */
export function daysBeforeAtLeast(day: string, days: number): string {
  return workingDayAtLatest(addDays(day, -days))
}

/** The days off from Monday to Friday after one day and up to another: what a time given in days leaves out. */
export function weekdaysOff(from: string, to: string): string[] {
  const off: string[] = []
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (weekday(day) < 6 && !isWorkingDay(day)) off.push(day)
  return off
}

/** The last day of a period of weeks from a day (CAL-01 and CAL-02). */
export function lastDayOfWeeks(from: string, weeks: number): string {
  return nextWorkingDay(addDays(from, weeks * 7))
}

/** The last day of a period of months: the same number, or the month's last day where it has no such number (CAL-01). */
export function lastDayOfMonths(from: string, months: number): string {
  return nextWorkingDay(Temporal.PlainDate.from(from).add({ months }, { overflow: 'constrain' }).toString())
}

/** Days as ISO strings, in the calendar of Sweden. No clock: every function is pure. */

const millisecondsPerDay = 86_400_000

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * millisecondsPerDay)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay()
}

/** Easter Sunday by the anonymous Gregorian computus. */
function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCorrection = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const epact = (leapCorrection + 19 * golden + 15) % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const shift = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const fromMarch = moon - shift
  return addDays(`${year}-03-28`, fromMarch)
}

function fridayFrom(day: string): string {
  return addDays(day, (5 - weekdayOf(day) + 7) % 7)
}

/** Public holidays (lag 1989:253) and the three eves on which no board meets: midsummer, Christmas and New Year. */
function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']
  if (fixed.includes(day.slice(5))) return true
  const easter = easterSunday(year)
  const movable = [addDays(easter, -2), addDays(easter, 1), addDays(easter, 39), fridayFrom(`${year}-06-19`)]
  return movable.includes(day)
}

/** Monday to Friday, and neither a public holiday nor one of the three big eves. */
export function isSwedishWorkingDay(day: string): boolean {
  return ![0, 6].includes(weekdayOf(day)) && !isHoliday(day)
}

/** The day itself, or the nearest working day before it. */
export function lastWorkingDay(day: string, isWorkingDay: (day: string) => boolean): string {
  return isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1), isWorkingDay)
}

/** "2026-11" and 3 → "2027-02". */
export function addMonths(month: string, months: number): string {
  const [year = '', number = ''] = month.split('-')
  return isoDay(Date.UTC(Number(year), Number(number) - 1 + months, 1)).slice(0, 7)
}

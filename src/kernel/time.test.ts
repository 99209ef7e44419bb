import assert from 'node:assert/strict'
import { test } from 'node:test'
import Holidays from 'date-holidays'
import { addDays, isWorkingDay, lastDayOfMonths, lastDayOfWeeks, swedishDay } from './time.ts'

const vectors = [
  ['2018-04-03', '2018-04-24'],
  ['2023-12-27', '2024-01-17'],
  ['2023-12-04', '2023-12-27'],
  ['2024-03-08', '2024-04-02'],
  ['2024-05-16', '2024-06-07'],
  ['2024-05-31', '2024-06-24'],
  ['2025-12-10', '2026-01-02'],
  ['2026-04-10', '2026-05-04'],
  ['2026-12-15', '2027-01-05'],
] as const

for (const [posted, last] of vectors) {
  test(`CAL-02 a period of three weeks from ${posted} ends on ${last}`, () => {
    assert.equal(lastDayOfWeeks(posted, 3), last)
  })
}

test('CAL-01 a month without the number ends on its last day', () => {
  assert.equal(lastDayOfMonths('2024-01-31', 1), '2024-02-29')
})

test('CAL-03 trettondagsafton is a working day, midsommarafton is not', () => {
  assert.deepEqual(['2027-01-05', '2026-06-19', '2026-12-24', '2026-12-31'].map(isWorkingDay), [
    true,
    false,
    false,
    false,
  ])
})

test('CAL-04 and CAL-07 our days off are those that date-holidays knows, thirty years on', () => {
  const theirs = new Holidays('SE')
  const differing: string[] = []
  for (let year = 2015; year < 2045; year++) {
    const off = new Set(
      theirs
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
        .map((holiday) => holiday.date.slice(0, 10)),
    )
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
      if (isWorkingDay(day) === (weekend || off.has(day))) differing.push(day)
    }
  }
  assert.deepEqual(differing, [])
})

test('CAL-06 the day changes at midnight in Sweden, not in Greenwich', () => {
  assert.equal(swedishDay(new Date('2023-12-18T23:30:00Z')), '2023-12-19')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import Holidays from 'date-holidays'
import fc from 'fast-check'
import {
  addDays,
  daysBeforeAtLeast,
  isPublicHoliday,
  isWorkingDay,
  lastDayOfMonths,
  lastDayOfWeeks,
  swedishDay,
  weekday,
  weekdaysOff,
  workingDayAtLatest,
  workingDaysBefore,
} from './time.ts'

const anyDay = fc.integer({ min: 0, max: 7600 }).map((days) => addDays('2020-01-01', days))

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

test('CAL-01 a period of weeks ends on the same weekday when nothing moves it', () => {
  assert.equal(weekday(lastDayOfWeeks('2023-12-27', 3)), weekday('2023-12-27'))
  assert.equal(lastDayOfMonths('2023-02-28', 1), '2023-03-28')
  assert.equal(lastDayOfMonths('2024-05-31', 1), '2024-07-01')
})

test('CAL-04 the public holidays of a year are exactly the thirteen of the law', () => {
  const days = Array.from({ length: 366 }, (_, index) => addDays('2026-01-01', index)).filter((day) =>
    day.startsWith('2026'),
  )
  assert.deepEqual(days.filter(isPublicHoliday), [
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-06',
    '2026-06-20',
    '2026-10-31',
    '2026-12-25',
    '2026-12-26',
  ])
})

test('CAL-05 a least time counted backwards moves earlier past days off, never later', () => {
  // A week before 1 January is juldagen; julafton and the weekend come before it.
  assert.equal(daysBeforeAtLeast('2024-01-01', 7), '2023-12-22')
  assert.equal(daysBeforeAtLeast('2024-01-02', 7), '2023-12-22')
  assert.equal(daysBeforeAtLeast('2023-12-19', 5), '2023-12-14')
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, days) => {
      const last = daysBeforeAtLeast(day, days)
      assert.ok(isWorkingDay(last))
      assert.ok(last <= addDays(day, -days))
      // Nothing later would have done.
      for (let later = addDays(last, 1); later <= addDays(day, -days); later = addDays(later, 1))
        assert.ok(!isWorkingDay(later))
    }),
  )
})

test('CAL-05 working days are counted backwards without the days off between them', () => {
  assert.equal(workingDaysBefore('2023-12-28', 2), '2023-12-22')
  assert.equal(workingDaysBefore('2024-01-05', 0), '2024-01-05')
  assert.equal(workingDayAtLatest('2026-06-21'), '2026-06-18')
  assert.deepEqual(weekdaysOff('2023-12-20', '2024-01-08'), ['2023-12-25', '2023-12-26', '2024-01-01'])
})

test('CAL-06 the day changes at midnight in Sweden, not in Greenwich', () => {
  assert.equal(swedishDay(new Date('2023-12-18T23:30:00Z')), '2023-12-19')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodies, meetings, meetingsAround, rollingCalendar } from './demo-city.ts'
import { addDays, isSwedishWorkingDay } from './working-days.ts'

test('no body has two meetings on one day, and every body that meets is a body of the city', () => {
  const around = meetingsAround('2026-01-10')
  assert.equal(new Set(around.map(({ body, date }) => `${body} ${date}`)).size, around.length)
  assert.deepEqual(
    around.filter(({ body }) => !bodies.some(({ key }) => key === body)),
    [],
  )
})

test('the days of the real case stand as facts, with their source', () => {
  const facts = [
    ['ksau', '2023-10-02'],
    ['sn-of', '2023-11-28'],
    ['sn-au', '2023-12-07'],
    ['sn', '2023-12-19'],
    ['fsn', '2023-12-18'],
    ['grn', '2023-12-20'],
  ] as const
  for (const [body, date] of facts) {
    const meeting = meetings.find((each) => each.body === body && each.date === date)
    assert.equal(meeting?.isInvented, false, `${body} ${date}`)
    assert.ok(meeting.source)
  }
})

test('an invented meeting is on a working day and never in July, whenever the demo starts', () => {
  for (const today of ['2023-10-02', '2026-01-01', '2026-07-15', '2027-12-31', '2031-04-30']) {
    const wrong = meetingsAround(today)
      .filter(({ isInvented }) => isInvented)
      .filter(({ date }) => !isSwedishWorkingDay(date) || date.slice(5, 7) === '07')
    assert.deepEqual(wrong, [], today)
  }
})

test('the known public holidays are not working days', () => {
  const holidays = ['2024-03-29', '2024-04-01', '2024-05-01', '2024-05-09', '2024-06-06', '2024-06-21', '2025-04-18']
  assert.deepEqual(holidays.filter(isSwedishWorkingDay), [])
  assert.equal(isSwedishWorkingDay('2024-03-28'), true)
})

test('every board has a committee, a preparation and a meeting to plan against in the three months after today', () => {
  const plannable = bodies.filter(({ kind }) => kind === 'board')
  for (const today of ['2026-01-02', '2026-09-10', '2028-02-29']) {
    const coming = rollingCalendar(today).filter(({ date }) => date > today && date < addDays(today, 100))
    for (const { key } of plannable) {
      const boardDays = coming.filter(({ body }) => body === key).map(({ date }) => date)
      assert.ok(boardDays.length >= 2, `${key} after ${today}`)
      assert.ok(
        coming.some(({ body }) => body === `${key}-au`),
        `${key}-au after ${today}`,
      )
      assert.ok(
        coming.some(({ body }) => body === `${key}-of`),
        `${key}-of after ${today}`,
      )
    }
  }
})

test('the rolling calendar uses the working days it is given', () => {
  const onlyMondays = (day: string): boolean => new Date(day).getUTCDay() === 1
  const invented = rollingCalendar('2029-03-01', onlyMondays).filter(({ isInvented }) => isInvented)

  assert.ok(invented.length > 100)
  assert.deepEqual(
    invented.filter(({ date }) => !onlyMondays(date)),
    [],
  )
})

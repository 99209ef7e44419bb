import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastDayToAppeal, obstaclesToWithholding, paragraphsText, periodOf } from './notice.ts'
import { holdsPersonalNumber } from './personal-number.ts'

const today = '2023-12-27'

test('A-78 CAL-02 the last day to appeal, by the vectors of the law', () => {
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
  for (const [posted, last] of vectors) assert.equal(lastDayToAppeal(posted), last)
})

test('E-06 a number is a personal number by its day and its last digit', () => {
  assert.deepEqual(
    [
      '850709-9805',
      '198507099805',
      '8507099805',
      '850769-9802',
      '850709–9805',
      '85-07-09 9805',
      '850709-9806',
      '851309-9805',
      'SN-2023-1541',
      '08-34 10 00',
    ].map(holdsPersonalNumber),
    [true, true, true, true, true, true, false, false, false, false],
  )
})

test('paragraphs are said in runs', () => {
  assert.deepEqual([[88], [88, 89], [93, 88, 90, 89], [1, 3, 5]].map(paragraphsText), [
    '§ 88',
    '§§ 88–89',
    '§§ 88–90 och 93',
    '§§ 1, 3 och 5',
  ])
})

test('a notice without an appeal period is up through its day, that of a meeting through the meeting', () => {
  const days = { postedOn: today, meetingOn: '2024-01-09', through: '2024-01-02' }

  assert.deepEqual(periodOf('decision_material', { ...days, meetingOn: null }), {
    lastAppealOn: null,
    endsOn: '2024-01-03',
  })
  assert.deepEqual(periodOf('board_meeting', days), { lastAppealOn: null, endsOn: '2024-01-10' })
})

test('E-05 A-70 a notice of adjusted minutes says only what must be on the board, so there is nothing to withhold', () => {
  const shown = { withheldAt: null, meetingId: 'm' }

  assert.match(obstaclesToWithholding({ ...shown, kind: 'minutes' }).join(), /av sig självt när protokollet justerades/)
  assert.deepEqual(obstaclesToWithholding({ ...shown, kind: 'minutes', meetingId: null }), [])
  assert.deepEqual(obstaclesToWithholding({ ...shown, kind: 'board_meeting' }), [])
  assert.equal(obstaclesToWithholding({ ...shown, kind: 'board_meeting', withheldAt: new Date(0) }).length, 1)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  daysLate,
  isOnlyProposal,
  lastDayToAdjust,
  lastDayToNotice,
  obstaclesToAdjusting,
  obstaclesToCorrecting,
  obstaclesToDeciding,
  outcomes,
  stateAfter,
} from './decision.ts'
import {
  mayBecome,
  obstaclesToCancelling,
  obstaclesToPlacing,
  obstaclesToTakingOff,
  warningsOfMeeting,
} from './meeting.ts'

const decided = { state: 'decided', decidedOn: '2023-12-19', paragraph: 12 } as const

test('A-58 the minutes of 19 December are adjusted at latest on 2 January', () => {
  assert.equal(lastDayToAdjust('2023-12-19'), '2024-01-02')
  assert.equal(daysLate('2023-12-19', '2024-01-02'), 0)
  assert.equal(daysLate('2023-12-19', '2024-01-05'), 3)
})

test('A-69 an adjustment is noticed at latest the second day after it', () => {
  assert.equal(lastDayToNotice('2024-01-02'), '2024-01-04')
})

test('A-58 minutes cannot be adjusted before the meeting, nor on a day that has not come', () => {
  const before = obstaclesToAdjusting([decided], { adjustedOn: '2023-12-18', isImmediate: false }, '2023-12-20')
  const ahead = obstaclesToAdjusting([decided], { adjustedOn: '2023-12-29', isImmediate: false }, '2023-12-20')

  assert.deepEqual(before, ['Protokollet kan inte justeras före sammanträdet.'])
  assert.deepEqual(ahead, ['Dagen för justering har inte kommit än.'])
})

test('A-58 that the fourteen days have passed does not stop the adjustment', () => {
  assert.deepEqual(obstaclesToAdjusting([decided], { adjustedOn: '2024-01-20', isImmediate: false }, '2024-01-20'), [])
})

test('A-60 immediate adjustment is made on the day of the meeting', () => {
  const sameDay = { adjustedOn: '2023-12-19', isImmediate: true }
  assert.deepEqual(obstaclesToAdjusting([decided], sameDay, '2023-12-19'), [])
  assert.equal(obstaclesToAdjusting([decided], { ...sameDay, adjustedOn: '2023-12-20' }, '2023-12-20').length, 1)
})

test('A-62 what is adjusted can be neither corrected nor adjusted again', () => {
  const adjusted = { ...decided, state: 'adjusted' } as const

  assert.equal(obstaclesToCorrecting(adjusted).length, 1)
  assert.equal(obstaclesToCorrecting(decided).length, 0)
  assert.deepEqual(obstaclesToAdjusting([adjusted], { adjustedOn: '2023-12-20', isImmediate: false }, '2023-12-20'), [
    '§ 12 är redan justerad.',
  ])
})

test('A-96 a chair’s preparation only proposes; a board decides whatever is said', () => {
  assert.equal(isOnlyProposal('chair_preparation', false), true)
  assert.equal(isOnlyProposal('board', true), false)
})

test('A-95 a working committee may prepare or decide', () => {
  assert.equal(isOnlyProposal('working_committee', true), true)
  assert.equal(isOnlyProposal('working_committee', false), false)
})

test('a decision is recorded on the day of the meeting at the earliest, on an item that is open, at a meeting that is held', () => {
  const meeting = { state: 'planned', heldOn: '2023-12-19' } as const
  const item = { state: 'on_agenda' } as const

  assert.deepEqual(obstaclesToDeciding({ meeting, item }, '2023-12-19'), [])
  assert.equal(obstaclesToDeciding({ meeting, item }, '2023-12-18').length, 1)
  assert.equal(obstaclesToDeciding({ meeting: { ...meeting, state: 'cancelled' }, item }, '2023-12-19').length, 1)
  assert.equal(obstaclesToDeciding({ meeting, item: { state: 'decided' } }, '2023-12-19').length, 1)
})

test('every outcome takes an item on the agenda to a state it may have', () => {
  assert.deepEqual(
    outcomes.filter((outcome) => !mayBecome('on_agenda', stateAfter(outcome))),
    [],
  )
  assert.equal(mayBecome('decided', 'on_agenda'), false)
  assert.equal(mayBecome('withdrawn', 'on_agenda'), true)
})

test('an agenda is closed once its day has passed or it is cancelled', () => {
  assert.deepEqual(obstaclesToPlacing({ state: 'planned', heldOn: '2023-12-19' }, '2023-12-19'), [])
  assert.equal(obstaclesToPlacing({ state: 'planned', heldOn: '2023-12-19' }, '2023-12-20').length, 1)
  assert.equal(obstaclesToPlacing({ state: 'cancelled', heldOn: '2023-12-19' }, '2023-12-01').length, 1)
})

test('a meeting that was held is not cancelled, and a settled item is not taken off', () => {
  assert.equal(obstaclesToCancelling({ state: 'held' }).length, 1)
  assert.equal(obstaclesToCancelling({ state: 'cancelled' }).length, 1)
  assert.equal(obstaclesToCancelling({ state: 'planned' }).length, 0)
  assert.equal(obstaclesToTakingOff({ state: 'decided' }).length, 1)
  assert.equal(obstaclesToTakingOff({ state: 'on_agenda' }).length, 0)
})

test('a meeting on Christmas Day or a Sunday is warned for', () => {
  assert.equal(warningsOfMeeting({ heldOn: '2023-12-25' }).length, 1)
  assert.equal(warningsOfMeeting({ heldOn: '2023-12-17' }).length, 1)
  assert.equal(warningsOfMeeting({ heldOn: '2023-12-19' }).length, 0)
})

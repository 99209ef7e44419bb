import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '../../../kernel/time.ts'
import { lastDayToAdjust, lastDayToNotice } from '../../meetings/index.ts'
import { usualLeadTimes } from './lead-times.ts'
import {
  boardInTime,
  chainOf,
  obstaclesToPlacingPlan,
  obstaclesToPlanning,
  obstaclesToWay,
  proposeFromStart,
  proposePlan,
  replanned,
  stepsToPlace,
} from './plan.ts'
import { daysBetweenSteps, stepKinds, type PlanMeeting, type PlanStep, type StepKind, type WayOut } from './step.ts'
import { pastStops, takesPapers } from './stops.ts'

const at = (step: StepKind, heldOn: string, isCancelled = false): PlanMeeting => ({
  meetingId: `${step} ${heldOn}`,
  step,
  bodyId: step,
  bodyName: step,
  heldOn,
  isCancelled,
  lead: usualLeadTimes(step),
})

/** The service board's autumn, as the real memo has it. */
const autumn = [
  at('chair_preparation', '2023-10-31'),
  at('working_committee', '2023-11-09'),
  at('board', '2023-11-21'),
  at('chair_preparation', '2023-11-28'),
  at('working_committee', '2023-12-07'),
  at('board', '2023-12-19'),
  at('chair_preparation', '2024-01-09'),
  at('working_committee', '2024-01-18'),
  at('board', '2024-01-30'),
]
const question = { calendar: autumn, dueOn: '2023-12-29', today: '2023-10-10', notBefore: '2023-10-10' }
const daysOf = (steps: readonly PlanMeeting[] = []) => steps.map(({ heldOn }) => heldOn)
const codes = (warnings: readonly { code: string }[] = []) => warnings.map(({ code }) => code)

test('I-26 the real case: preparation 28 November, committee 7 December, board 19 December, adjusted by 2 January', () => {
  const { best } = proposePlan(question)

  assert.deepEqual(daysOf(best?.steps), ['2023-11-28', '2023-12-07', '2023-12-19'])
  // A week after the board is annandag jul; the minutes are adjusted the day after.
  assert.equal(best?.dispatchOn, '2023-12-27')
  assert.equal(best?.marginDays, 2)
  assert.equal(lastDayToAdjust('2023-12-19'), '2024-01-02')
  assert.equal(lastDayToNotice('2024-01-02'), '2024-01-04')
})

test('I-26 the minutes may by law be adjusted after the answer date, and the plan says so', () => {
  const { best } = proposePlan(question)
  assert.deepEqual(codes(best?.warnings), ['adjustment-after-answer-date'])
  assert.match(best?.warnings[0]?.message ?? '', /tis 2 jan 2024/)
})

test('I-22 for one that has not begun, a board counts while its draft can still be written, and preparation there is no time for is left out', () => {
  const decided = (today: string) => proposeFromStart({ ...question, today, notBefore: today }).best

  assert.deepEqual(daysOf(decided('2023-10-10')?.steps), ['2023-11-28', '2023-12-07', '2023-12-19'])
  assert.deepEqual(daysOf(decided('2023-11-27')?.steps), ['2023-12-19'])
  assert.equal(decided('2023-12-05')?.decidedOn, '2024-01-30')
  assert.ok((decided('2023-12-05')?.marginDays ?? 0) < 0)
  assert.equal(decided('2024-01-20'), null)
})

test('I-22 when no board meets in time the nearest is proposed, with the five ways out', () => {
  const { best } = proposePlan({ ...question, dueOn: '2023-11-20' })

  assert.equal(best?.decidedOn, '2023-11-21')
  assert.equal(best.marginDays, -8)
  const [warning] = best.warnings
  assert.equal(warning?.code, 'plan-after-answer-date')
  assert.equal(warning.ways.length, 5)
  for (const way of [/anstånd/, /ordföranden/, /delegation/, /omedelbart/, /extra sammanträde/])
    assert.ok(
      warning.ways.some((words) => way.test(words)),
      String(way),
    )
})

test('I-22 a board meeting before the answer date is too late all the same when the answer cannot leave in time', () => {
  const { best } = proposePlan({ ...question, dueOn: '2023-12-20' })
  assert.equal(best?.decidedOn, '2023-11-21')
})

test('I-22 A-95 a meeting to prepare at whose paper stop has passed is not proposed; the board it was before still is', () => {
  // The committee of 7 December takes papers until 1 December, the preparation of 28 November until the 24th.
  const proposed = (today: string) => daysOf(proposePlan({ ...question, today, notBefore: today }).best?.steps)

  assert.deepEqual(proposed('2023-11-24'), ['2023-11-28', '2023-12-07', '2023-12-19'])
  assert.deepEqual(proposed('2023-11-25'), ['2023-12-07', '2023-12-19'])
  assert.deepEqual(proposed('2023-12-04'), ['2023-12-19'])
})

test('I-22 a board whose paper stop has passed is proposed only where no other is in time', () => {
  const late = { ...question, today: '2023-12-12', notBefore: '2023-12-12' }

  assert.equal(proposePlan({ ...late, dueOn: null }).best?.decidedOn, '2024-01-30')
  assert.equal(proposePlan(late).best?.decidedOn, '2023-12-19')
  assert.equal(proposePlan({ ...late, dueOn: '2023-12-20' }).best?.decidedOn, '2024-01-30')
})

test('I-22 past a paper stop the plan goes on without the step, or to its next meeting where that is before the board', () => {
  const planned = autumn.slice(3, 6)
  const extra = at('working_committee', '2023-12-14')
  const past = (today: string, calendar = autumn) =>
    pastStops(planned, calendar, today).map(({ step, skipped, moved }) => [
      step,
      daysOf(skipped),
      moved && daysOf(moved),
    ])

  assert.deepEqual(past('2023-11-24'), [])
  assert.deepEqual(past('2023-12-04'), [['working_committee', ['2023-11-28', '2023-12-19'], null]])
  assert.deepEqual(past('2023-12-04', [...autumn, extra]), [
    ['working_committee', ['2023-11-28', '2023-12-19'], ['2023-11-28', '2023-12-14', '2023-12-19']],
  ])
  const placed = planned.map((one) => ({ ...one, itemId: 'item' }))
  assert.deepEqual(pastStops(placed, autumn, '2023-12-04'), [])
  const { warnings } = chainOf(planned, { ...question, today: '2023-12-04' })
  const warning = warnings.find(({ code }) => code === 'paper-stop-passed')
  assert.deepEqual([warning?.step, warning?.ways.length], ['working_committee', 3])
})

test('A-90 KL 6:39 the chair does not decide while the board meets in time and still takes papers', () => {
  const obstacles = (today: string, way: WayOut = 'urgent', dueOn: string | null = '2023-12-29') => {
    const steps = autumn
      .slice(5, 6)
      .map((one) => ({ ...one, position: 1, itemId: null, isDecided: false, plannedFor: '' }))
    const board = boardInTime({ ...question, dueOn, today, notBefore: today })
    return obstaclesToWay(way, { state: 'open', present: 'board', steps, boardInTime: board })
  }

  assert.match(obstacles('2023-12-11')[0] ?? '', /tis 19 dec 2023 och beslutet hinner i tid/)
  assert.deepEqual(obstacles('2023-12-12'), [])
  assert.deepEqual(obstacles('2023-12-11', 'delegation'), [])
  assert.deepEqual(obstacles('2023-11-25', 'urgent', '2023-12-20'), [])
  assert.deepEqual(obstacles('2023-12-11', 'urgent', null), [])
})

test('A-90 KL 6:39 a board on whose agenda the case stands is awaited, also when its paper stop has passed', () => {
  const calendar = autumn.map((one) => (one.heldOn === '2023-12-19' ? { ...one, itemId: 'item' } : one))
  const board = (today: string) => boardInTime({ ...question, calendar, today, notBefore: today })?.heldOn

  assert.deepEqual(['2023-12-12', '2023-12-19', '2023-12-20'].map(board), ['2023-12-19', '2023-12-19', undefined])
})

test('I-22 planned anew past the committee’s paper stop, a committee on whose agenda the case stands keeps its place', () => {
  const [chair, committee, board] = autumn.slice(3, 6)
  assert.ok(chair && committee && board)
  const moved = { ...board, heldOn: '2024-01-02' }
  const again = (itemId: string | null) => {
    const placed = { ...committee, itemId }
    const calendar = [chair, placed, moved, at('board', '2023-12-20')]
    const step = (one: PlanMeeting & { itemId?: string | null }, position: number) => ({
      ...one,
      position,
      itemId: one.itemId ?? null,
      isDecided: one === chair,
      plannedFor: one === moved ? board.heldOn : one.heldOn,
    })
    const steps = [chair, placed, moved].map(step)
    return daysOf(replanned(steps, { ...question, calendar, today: '2023-12-04', notBefore: '2023-12-04' }))
  }

  assert.deepEqual(again('item'), ['2023-11-28', '2023-12-07', '2023-12-20'])
  assert.deepEqual(again(null), ['2023-11-28', '2023-12-20'])
})

test('immediate dispatch is planned for with no days in between', () => {
  const { best } = proposePlan({ ...question, dueOn: '2023-12-20', dispatchDays: 0 })
  assert.equal(best?.decidedOn, '2023-12-19')
})

test('without an answer date the earliest way is proposed', () => {
  const { best } = proposePlan({ ...question, dueOn: null })
  assert.deepEqual(daysOf(best?.steps), ['2023-10-31', '2023-11-09', '2023-11-21'])
  assert.equal(best?.marginDays, null)
})

test('a way whose preparation is over already is still a way, and is warned for', () => {
  const late = { ...question, today: '2023-12-11', notBefore: '2023-12-11' }
  const { best } = proposePlan(late)
  assert.deepEqual(daysOf(best?.steps), ['2023-12-19'])
  assert.ok(codes(best?.warnings).includes('no-preparation'))
})

test('cancelled meetings are not proposed, and an empty calendar proposes nothing', () => {
  const calendar = autumn.map((one) => (one.heldOn === '2023-12-19' ? { ...one, isCancelled: true } : one))
  assert.equal(proposePlan({ ...question, calendar }).best?.decidedOn, '2023-11-21')
  assert.deepEqual(proposePlan({ ...question, calendar: [] }), { best: null, chains: [] })
})

test('a plan on a Sunday, too close, passed or cancelled is warned for', () => {
  const steps = [at('working_committee', '2023-12-16'), at('board', '2023-12-17', true)]
  const { warnings } = chainOf(steps, { dueOn: null, today: '2023-12-17' })
  assert.deepEqual(codes(warnings), [
    'meeting-passed',
    'date-on-weekend',
    'meeting-cancelled',
    'date-on-weekend',
    'too-close',
  ])
})

const takesAtBoard = (steps: readonly PlanMeeting[], today: string) =>
  steps.some((one) => one.step === 'board' && takesPapers(one, today))
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days))
const calendars = fc.uniqueArray(fc.tuple(fc.constantFrom(...stepKinds), day), {
  selector: ([step, heldOn]) => `${step} ${heldOn}`,
  maxLength: 40,
})

test('whatever the calendar, a proposed way is in order, apart, in the future, and the last that is in time', () => {
  fc.assert(
    fc.property(calendars, day, day, (meetings, today, dueOn) => {
      const calendar = meetings.map(([step, heldOn]) => at(step, heldOn))
      const { best, chains } = proposePlan({ calendar, dueOn, today, notBefore: today })
      for (const { steps } of chains) {
        assert.deepEqual(obstaclesToPlanning(steps, { state: 'open', needsBoard: true }), [])
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1]
          assert.ok(step.heldOn >= today)
          assert.ok(step.step === 'board' || takesPapers(step, today))
          if (before !== undefined) assert.ok(daysBetween(before.heldOn, step.heldOn) >= daysBetweenSteps)
        }
      }
      const inTime = chains.filter((chain) => (chain.marginDays ?? 0) >= 0)
      assert.equal(best === null, chains.length === 0)
      if (inTime.length > 0) assert.ok(best !== null && inTime.includes(best))
      else assert.equal(best, chains.find(({ steps }) => takesAtBoard(steps, today)) ?? chains[0] ?? null)
    }),
    { numRuns: 200 },
  )
})

test('A-95 A-96 preparation is optional, comes in order, and the board decides the answer to a referral', () => {
  const [chair, committee, board] = [autumn[3], autumn[4], autumn[5]]
  assert.ok(chair && committee && board)
  const obstacles = (steps: readonly PlanMeeting[], needsBoard = true) =>
    obstaclesToPlanning(steps, { state: 'open', needsBoard }).length

  assert.equal(obstacles([board]), 0)
  assert.equal(obstacles([chair, committee, board]), 0)
  assert.equal(obstacles([committee, chair, board]), 1)
  assert.equal(obstacles([chair, committee]), 1)
  assert.equal(obstacles([chair, committee], false), 0)
  assert.equal(obstacles([chair], false), 1)
  assert.equal(obstacles([]), 1)
  assert.equal(obstacles([{ ...committee, heldOn: '2023-12-20' }, board]), 1)
  assert.equal(obstaclesToPlanning([board], { state: 'closed', needsBoard: true }).length, 1)
})

test('approved before agenda: without an approved memo, or with a statement that waits, nothing is placed', () => {
  const [planned] = autumn
  assert.ok(planned)
  const step: PlanStep = { ...planned, position: 1, itemId: null, isDecided: false, plannedFor: planned.heldOn }
  const obstacles = (facts: object, today = '2023-10-10') =>
    obstaclesToPlacingPlan({ steps: [step], hasApprovedMemo: true, awaitsStatement: false, ...facts }, today)

  assert.deepEqual(obstacles({}), [])
  assert.match(obstacles({ hasApprovedMemo: false })[0] ?? '', /Bara godkända handlingar/)
  assert.equal(obstacles({ awaitsStatement: true }).length, 1)
  assert.equal(obstacles({ steps: [] }).length, 1)
  assert.equal(obstacles({}, '2023-11-01').length, 1)
  assert.deepEqual(stepsToPlace([{ ...step, itemId: 'i' }], '2023-10-10'), [])
})

test('a meeting today is too late to be prepared for, and is not proposed', () => {
  const { best } = proposePlan({ ...question, dueOn: null, today: '2023-11-28', notBefore: '2023-11-28' })

  assert.deepEqual(daysOf(best?.steps), ['2023-12-07', '2023-12-19'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isWorkingDay } from '../../../kernel/time.ts'
import { expectedDispatch, type WayToLeave } from './dispatch.ts'
import { adjustmentOf, obstaclesToLeadTimes, usualLeadTimes, type LeadTimes } from './lead-times.ts'
import { proposePlan, replanned } from './plan.ts'
import { stepKinds, type PlanMeeting, type PlanStep, type StepKind } from './step.ts'
import { daysOfPlan, extraMeetingDay, timelineOf, type Done, type MilestoneKind, type WayToPlan } from './timeline.ts'

const at = (step: StepKind, heldOn: string, lead: LeadTimes = usualLeadTimes(step)): PlanStep => ({
  meetingId: `${step} ${heldOn}`,
  bodyId: step,
  bodyName: step,
  step,
  heldOn,
  isCancelled: false,
  lead,
  position: 1,
  itemId: null,
  isDecided: false,
  plannedFor: heldOn,
})

const seed = [at('chair_preparation', '2023-11-28'), at('working_committee', '2023-12-07'), at('board', '2023-12-19')]
const asked: WayToPlan = { steps: seed, dueOn: '2023-12-29', today: '2023-10-10', way: 'board' }
const nothingDone: Done = { isSubmitted: false, isApproved: false, isDelegated: false, adjustedOn: null, isSent: false }
const of = (kind: MilestoneKind, plan: WayToPlan = asked) =>
  daysOfPlan(plan)
    .filter((one) => one.kind === kind)
    .map(({ on }) => on)

test('I-26 the seed’s own days: every step from the draft to the answer date, backwards with the bodies’ lead times', () => {
  const days = daysOfPlan(asked).map(({ kind, step, on }) => [kind, step, on])
  assert.deepEqual(days, [
    ['draft', null, '2023-11-17'],
    ['approval', null, '2023-11-24'],
    ['paper_stop', 'chair_preparation', '2023-11-24'],
    ['call', 'chair_preparation', '2023-11-27'],
    ['meeting', 'chair_preparation', '2023-11-28'],
    ['paper_stop', 'working_committee', '2023-12-01'],
    ['call', 'working_committee', '2023-12-01'],
    ['meeting', 'working_committee', '2023-12-07'],
    ['paper_stop', 'board', '2023-12-11'],
    ['call', 'board', '2023-12-14'],
    ['meeting', 'board', '2023-12-19'],
    ['adjustment', 'board', '2023-12-27'],
    ['notice', 'board', '2023-12-29'],
    ['dispatch', null, '2023-12-29'],
    ['answer', null, '2023-12-29'],
  ])
})

test('I-26 A-58 A-69 a body that takes its fourteen days is adjusted by 2 January and noticed within two days', () => {
  const slow = at('board', '2023-12-19', { ...usualLeadTimes('board'), adjustDays: 14 })
  const plan = { ...asked, steps: [slow], dueOn: '2024-01-31' }
  assert.deepEqual(of('adjustment', plan), ['2024-01-02'])
  assert.deepEqual(of('notice', plan), ['2024-01-04'])
})

test('I-22 I-23 an answer is expected when its minutes are adjusted, at once, or in time where it is decided in the board’s place', () => {
  const known = { way: 'board', boardOn: '2023-12-19', decidedOn: null, adjustedOn: null, dueOn: '2023-12-31' } as const
  const on = (facts: Partial<WayToLeave>) => expectedDispatch({ ...known, adjustDays: null, ...facts })

  assert.deepEqual(
    [on({}), on({ adjustDays: 14 }), on({ way: 'immediate' })],
    ['2023-12-27', '2024-01-02', '2023-12-19'],
  )
  assert.deepEqual([on({ adjustedOn: '2023-12-22' }), on({ boardOn: null })], ['2023-12-22', null])
  const delegated = { way: 'delegation', boardOn: null } as const
  assert.deepEqual(
    [on(delegated), on({ ...delegated, dueOn: null }), on({ ...delegated, decidedOn: '2023-12-16' })],
    ['2023-12-29', null, '2023-12-18'],
  )
})

test('A-58 the usual day is moved past days off, but never past the fourteen days', () => {
  assert.equal(adjustmentOf('2023-12-19', 7), '2023-12-27')
  // Fourteen days after 11 December is juldagen: the last working day before it.
  assert.equal(adjustmentOf('2023-12-11', 14), '2023-12-22')
})

test('A-60 adjusted at once, the answer may leave the day the board meets', () => {
  const plan = { ...asked, dueOn: '2023-12-20', way: 'immediate' } as const
  assert.deepEqual(of('adjustment', plan), ['2023-12-19'])
  assert.deepEqual(of('dispatch', plan), ['2023-12-20'])
})

test('A-90 A-91 the chair decides by the answer date, and the decision is told at the board that would have been too late', () => {
  const plan = { ...asked, dueOn: '2023-12-10', way: 'urgent' } as const
  // 10 December is a Sunday.
  assert.deepEqual(of('urgent', plan), ['2023-12-08'])
  assert.deepEqual(of('dispatch', plan), ['2023-12-08'])
  assert.deepEqual(of('report', plan), ['2023-12-19'])
  assert.deepEqual(of('meeting', plan), [])
})

test('A-87 decided by delegation there is no meeting, no minutes and nothing to notice', () => {
  const kinds = daysOfPlan({ ...asked, way: 'delegation' }).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['draft', 'approval', 'delegation', 'dispatch', 'answer'])
})

test('A-05 I-22 an extra meeting is proposed for the last day that would be in time, or not at all', () => {
  const [, , board] = seed
  assert.ok(board)
  assert.equal(extraMeetingDay(board, { dueOn: '2023-12-15', today: '2023-10-10' }), '2023-12-08')
  assert.equal(extraMeetingDay(board, { dueOn: '2023-12-15', today: '2023-12-07' }), null)
  assert.equal(extraMeetingDay(board, { dueOn: null, today: '2023-10-10' }), null)
})

test('what is done, what is next and what is late is told by what is known and by the day', () => {
  const stateOf = (today: string, done: Partial<Done>, steps: WayToPlan['steps'] = seed) =>
    Object.fromEntries(
      timelineOf({ ...asked, steps, today }, { ...nothingDone, ...done }).map(({ kind, step, state }) => [
        step === null ? kind : `${kind} ${step}`,
        state,
      ]),
    )

  const begun = stateOf('2023-11-01', {})
  assert.equal(begun['draft'], 'next')
  assert.equal(begun['approval'], 'planned')

  const late = stateOf('2023-11-27', { isSubmitted: true })
  assert.equal(late['draft'], 'done')
  assert.equal(late['approval'], 'late')
  assert.equal(late['call chair_preparation'], 'next')

  const board = { ...(seed[2] ?? at('board', '2023-12-19')), itemId: 'i', isDecided: true }
  const decided = stateOf('2023-12-28', { isApproved: true, adjustedOn: '2023-12-22' }, [...seed.slice(0, 2), board])
  assert.equal(decided['meeting chair_preparation'], 'passed')
  assert.equal(decided['meeting board'], 'done')
  assert.equal(decided['adjustment board'], 'done')
  assert.equal(decided['dispatch'], 'next')

  const sent = stateOf('2024-01-05', { isApproved: true, adjustedOn: '2023-12-22', isSent: true }, [board])
  assert.deepEqual(
    Object.values(sent).filter((state) => state === 'late'),
    [],
  )
})

test('a cancelled meeting stops its days, and what is only planned for a council is called a week before', () => {
  const cancelled = { ...at('board', '2023-12-19'), isCancelled: true }
  const states = timelineOf({ ...asked, steps: [cancelled] }, nothingDone)
  assert.equal(states.find(({ kind }) => kind === 'meeting')?.state, 'stopped')
  assert.equal(obstaclesToLeadTimes({ ...usualLeadTimes('council'), callDays: 6 }, 'council').length, 1)
  assert.equal(obstaclesToLeadTimes({ ...usualLeadTimes('board'), paperDays: 4 }, 'board').length, 1)
  assert.deepEqual(obstaclesToLeadTimes(usualLeadTimes('council'), 'council'), [])
})

test('planned anew, a moved meeting keeps its place while it still is in time; a cancelled one gives way to the next', () => {
  const question = { calendar: [] as PlanMeeting[], dueOn: '2023-12-29', today: '2023-11-01', notBefore: '2023-11-01' }
  const [chair, committee, board] = seed
  assert.ok(chair && committee && board)
  const moved = { ...board, heldOn: '2023-12-20' }
  const calendar = [chair, committee, moved, at('board', '2023-12-21')]

  assert.deepEqual(replanned([chair, committee, moved], { ...question, calendar }), [chair, committee, moved])

  const cancelled = { ...board, isCancelled: true }
  const days = replanned([{ ...chair, isDecided: true }, committee, cancelled], {
    ...question,
    calendar: [chair, committee, cancelled, at('board', '2023-12-21')],
    today: '2023-11-29',
  }).map(({ heldOn }) => heldOn)
  assert.deepEqual(days, ['2023-11-28', '2023-12-07', '2023-12-21'])
})

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2023-06-01', days))
const leads = fc
  .record({
    callDays: fc.integer({ min: 0, max: 20 }),
    paperDays: fc.integer({ min: 0, max: 30 }),
    approvalDays: fc.integer({ min: 0, max: 15 }),
    adjustDays: fc.integer({ min: 0, max: 14 }),
  })
  .map((lead) => ({ ...lead, paperDays: Math.max(lead.callDays, lead.paperDays) }))
const plans = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...stepKinds), day, leads), {
      selector: ([, on]) => on,
      minLength: 1,
      maxLength: 20,
    }),
    day,
    day,
  )
  .map(([meetings, dueOn, today]) => {
    // Bodies meet on working days; that they need not is the body’s own matter, and warned for.
    const calendar = meetings.filter(([, on]) => isWorkingDay(on)).map(([step, on, lead]) => at(step, on, lead))
    return { chains: proposePlan({ calendar, dueOn, today, notBefore: today }).chains, dueOn, today }
  })

test('whatever the calendar, the days of a way are in order, on working days, the latest possible, and late ones are said', () => {
  fc.assert(
    fc.property(
      plans,
      fc.constantFrom('board', 'immediate', 'urgent', 'delegation'),
      ({ chains, dueOn, today }, way) => {
        for (const { steps } of chains) {
          const plan = { steps, dueOn, today, way } as const
          const days = daysOfPlan(plan)
          const first = (kind: MilestoneKind, step?: StepKind) =>
            days.find((one) => one.kind === kind && (step === undefined || one.step === step))?.on
          for (const one of days) if (one.kind !== 'answer') assert.ok(isWorkingDay(one.on), `${one.kind} ${one.on}`)
          inOrder([first('draft'), first('approval'), first('urgent') ?? first('delegation'), first('dispatch')])
          if (way === 'board' || way === 'immediate') {
            for (const { step, heldOn, lead } of steps) {
              inOrder([first('approval'), first('paper_stop', step), first('call', step), heldOn])
              latest(first('call', step), addDays(heldOn, -lead.callDays))
            }
            inOrder([steps.at(-1)?.heldOn, first('adjustment'), first('notice'), first('dispatch')])
            if ((first('adjustment') ?? '') <= dueOn)
              assert.ok((first('dispatch') ?? '') <= dueOn || !isWorkingDay(dueOn))
          }
          for (const { on, state } of timelineOf(plan, nothingDone))
            if (on < today) assert.ok(['late', 'passed', 'stopped'].includes(state), `${on} ${state}`)
        }
      },
    ),
    { numRuns: 150 },
  )
})

function inOrder(days: readonly (string | undefined)[]): void {
  const known = days.filter((one) => one !== undefined)
  assert.deepEqual(known, known.toSorted())
}

/** No working day between it and the limit. */
function latest(on: string | undefined, limit: string): void {
  assert.ok(on !== undefined && on <= limit)
  for (let later = addDays(on, 1); later <= limit; later = addDays(later, 1)) assert.ok(!isWorkingDay(later))
}

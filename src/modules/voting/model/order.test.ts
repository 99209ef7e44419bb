import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  claimKinds,
  courseOf,
  isMixed,
  isOutcomeOf,
  mainOptions,
  planOf,
  type Answer,
  type Claimed,
  type OnTable,
} from './order.ts'

const claim = (id: string, kind: Claimed['kind']): Claimed => ({ id, kind })
const table = (claims: readonly Claimed[], more: Partial<OnTable> = {}): OnTable => ({
  hasProposal: true,
  main: null,
  claims,
  ...more,
})

/** Answers each question as it comes, by the winners in order. */
function play(on: OnTable, winners: readonly string[]) {
  const answers: Answer[] = []
  for (const winner of winners) {
    const { next } = courseOf(on, answers)
    if (next === null) break
    answers.push({ ...next, winner })
  }
  return courseOf(on, answers)
}

test('A-32 A-39 whether to decide today is put first, then the counter-proposal, then the main question, then additions', () => {
  const on = table([
    claim('a', 'amend'),
    claim('t', 'add'),
    claim('r', 'remit'),
    claim('b', 'reject'),
    claim('c', 'table'),
  ])

  assert.deepEqual(planOf(on), [
    { kind: 'remit', options: ['today', 'remit'] },
    { kind: 'table', options: ['today', 'table'] },
    { kind: 'counter', options: ['reject', 'a'] },
    { kind: 'main', options: ['proposal', 'reject'] },
    { kind: 'add', options: ['t', 'without'] },
  ])
  assert.deepEqual(play(on, ['remit']).chosen, ['remit'])
  assert.deepEqual(play(on, ['today', 'today', 'a', 'a', 't']).chosen, ['a', 't'])
  // Nothing is added to what was rejected.
  assert.deepEqual(play(on, ['today', 'today', 'reject', 'reject']).chosen, ['reject'])
})

test('A-39 the chair chooses the main proposal, and the others are set against each other', () => {
  const on = table([claim('a', 'amend'), claim('b', 'amend')], { main: 'b' })

  assert.deepEqual(
    planOf(on).map(({ options }) => options),
    [
      ['proposal', 'a'],
      ['b', 'proposal'],
    ],
  )
})

test('what is decided is what was chosen', () => {
  const on = table([claim('a', 'amend'), claim('r', 'remit')])
  const outcomesOf = (...winners: string[]) =>
    (['as_proposed', 'changed', 'remitted', 'tabled', 'abstained'] as const).filter((outcome) =>
      isOutcomeOf({ ...on, course: play(on, winners) }, outcome),
    )

  assert.deepEqual(outcomesOf('remit'), ['remitted'])
  assert.deepEqual(outcomesOf('today', 'proposal'), ['as_proposed', 'changed', 'abstained'])
  assert.deepEqual(outcomesOf('today', 'a'), ['changed', 'abstained'])
  // A table that nobody has written on says nothing.
  assert.equal(isOutcomeOf({ claims: [], course: courseOf(table([]), []) }, 'remitted'), true)
})

test('a proposal that nobody speaks against is settled without a question, and an answer to another question is no answer', () => {
  assert.deepEqual(courseOf(table([claim('x', 'approve')]), []).chosen, ['proposal'])
  assert.deepEqual(courseOf(table([], { hasProposal: false }), []).chosen, [])
  const stale = courseOf(table([claim('a', 'amend')]), [{ kind: 'main', options: ['proposal', 'b'], winner: 'b' }])
  assert.deepEqual(stale.answered, [])
  assert.equal(isMixed([claim('n', 'nominate'), claim('a', 'amend')]), true)
})

const someClaims = fc
  .array(fc.constantFrom(...claimKinds), { maxLength: 9 })
  .map((kinds) => kinds.map((kind, at) => claim(`c${at}`, kind)))
  .filter((claims) => !isMixed(claims))

test('A-32 A-39 whatever is claimed and answered, the main chain has one question less than it has proposals, and one of them is chosen', () => {
  fc.assert(
    fc.property(someClaims, fc.boolean(), fc.infiniteStream(fc.nat()), (claims, hasProposal, chance) => {
      const options = mainOptions({ claims, hasProposal })
      const main = options[(chance.next().value ?? 0) % Math.max(options.length, 1)] ?? null
      const on = { claims, hasProposal, main }
      const answers: Answer[] = []
      for (let course = courseOf(on, answers); course.next !== null; course = courseOf(on, answers)) {
        const { next } = course
        assert.ok(next.kind === 'election' || next.options.length === 2)
        answers.push({ ...next, winner: next.options[(chance.next().value ?? 0) % next.options.length] ?? '' })
      }
      const { chosen } = courseOf(on, answers)

      const isElection = claims.some(({ kind }) => kind === 'nominate')
      const isDelayed = chosen?.[0] === 'remit' || chosen?.[0] === 'table'
      const inChain = answers.filter(({ kind }) => kind === 'counter' || kind === 'main').length
      if (isElection || isDelayed) assert.equal(inChain, 0)
      else assert.equal(inChain, Math.max(options.length - 1, 0))
      for (const option of chosen ?? []) {
        const isClaimed = claims.some(({ id, kind }) => option === id || option === kind)
        assert.ok(isClaimed || option === 'proposal', option)
      }
      // Whoever won the question where the item ended is what was chosen.
      const last = answers.findLast(({ kind }) => kind !== 'add')
      if (last !== undefined && last.winner !== 'today') assert.equal(chosen?.[0], last.winner)
    }),
  )
})

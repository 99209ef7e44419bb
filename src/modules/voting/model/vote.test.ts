import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  aThirdOf,
  ballots,
  faultsOfOpen,
  faultsOfSecret,
  findOpen,
  findSecret,
  minorityFor,
  type Ballot,
  type OpenVote,
} from './vote.ts'
import { faultsOfNote, type Noting } from './note.ts'
import type { Question } from './order.ts'

const question: Question = { kind: 'main', options: ['A', 'B'] }
const twelve = Array.from({ length: 12 }, (_, at) => `m${at}`)

/** The first so many say yes, the rest no. */
function vote(yes: number, more: Partial<OpenVote> = {}): OpenVote {
  const votes = new Map(twelve.map((person, at): [string, Ballot] => [person, at < yes ? 'yes' : 'no']))
  return { question, votes, serving: twelve, chairId: 'm0', minority: null, ...more }
}

test('A-34 A-35 A-36 a simple majority decides, and 6–6 goes the way of the chair', () => {
  assert.deepEqual(findOpen(vote(7)), { winner: 'A', how: 'majority', counts: [7, 5], abstained: 0 })
  assert.deepEqual(findOpen(vote(6)), { winner: 'A', how: 'chair', counts: [6, 6], abstained: 0 })
  assert.equal(findOpen(vote(6, { chairId: 'm11' })).winner, 'B')
})

test('A-37 the chair votes when the vote is needed, and nobody votes who does not serve', () => {
  const tied = vote(6)
  const abstaining = {
    ...vote(6, { chairId: 'm0' }),
    votes: new Map(tied.votes).set('m0', 'abstain').set('m11', 'abstain'),
  }
  assert.deepEqual(faultsOfOpen(abstaining), ['chairMustVote'])
  assert.deepEqual(faultsOfOpen(vote(7, { serving: [...twelve.slice(1), 'new'] })), [
    'stranger',
    'missing',
    'chairNotServing',
  ])
})

test('A-36 6–6 in an election is no result without the lot, and the lot falls on one of those who were equal', () => {
  const election: Question = { kind: 'election', options: ['a', 'b', 'c'] }
  const tied = { question: election, counts: [6, 6, 1], blank: 0, serving: 13, drawn: null }

  assert.deepEqual(faultsOfSecret(tied), ['lotMissing'])
  assert.deepEqual(faultsOfSecret({ ...tied, drawn: 'c' }), ['lotOther'])
  assert.deepEqual(findSecret({ ...tied, drawn: 'b' }), { winner: 'b', how: 'lot', counts: [6, 6, 1], abstained: 0 })
  assert.deepEqual(faultsOfSecret({ ...tied, counts: [7, 6, 0], drawn: 'a' }), ['lotNeedless'])
  assert.deepEqual(faultsOfSecret({ ...tied, blank: 1 }), ['tooMany'])
})

test('A-40 a third of the council delays a matter, once', () => {
  const delay: Question = { kind: 'remit', options: ['today', 'remit'] }
  const at = { bodyKind: 'council', present: 12, isDelayedBefore: false } as const

  assert.deepEqual([61, 60, 12, 13, 1].map(aThirdOf), [21, 20, 4, 5, 1])
  assert.equal(minorityFor(delay, at), 4)
  assert.equal(minorityFor(delay, { ...at, isDelayedBefore: true }), null)
  assert.equal(minorityFor(delay, { ...at, bodyKind: 'board' }), null)
  assert.equal(minorityFor(question, at), null)
  assert.equal(findOpen(vote(8, { question: delay, minority: 4 })).how, 'minority')
  assert.equal(findOpen(vote(8, { question: delay, minority: 4 })).winner, 'remit')
  assert.equal(findOpen(vote(9, { question: delay, minority: 4 })).winner, 'today')
  assert.equal(findOpen(vote(8, { question: delay })).winner, 'today')
})

test('A-44 A-45 a reservation is for those who decided, announced before the meeting is closed', () => {
  const closedAt = new Date('2023-12-19T16:00:00Z')
  const noting: Noting = {
    kind: 'reservation',
    people: ['a'],
    announcedAt: closedAt,
    serving: ['a'],
    besides: ['b'],
    closedAt,
  }
  assert.deepEqual(faultsOfNote(noting), [])
  assert.deepEqual(faultsOfNote({ ...noting, people: ['b'] }), ['notServing'])
  assert.deepEqual(faultsOfNote({ ...noting, announcedAt: new Date('2023-12-19T16:00:01Z') }), ['afterClosing'])
  assert.deepEqual(faultsOfNote({ ...noting, kind: 'note', people: ['b', 'x'] }), ['notThere'])
})

const people = fc.uniqueArray(
  fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`),
  { minLength: 1, maxLength: 15 },
)

test('A-34 A-35 A-37 A-40 whoever votes, the result has the most of those who serve, the chair on its side in a tie, or a third behind it', () => {
  fc.assert(
    fc.property(
      people,
      fc.dictionary(
        fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`),
        fc.constantFrom(...ballots),
      ),
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
      (serving, given, minority) => {
        const votes = new Map(Object.entries(given))
        const open: OpenVote = { question, votes, serving, chairId: serving[0] ?? '', minority }
        const { winner, how, counts, abstained } = findOpen(open)
        const [yes = 0, no = 0] = counts
        const of = (ballot: Ballot) => serving.filter((person) => votes.get(person) === ballot).length
        assert.deepEqual([yes, no, abstained], [of('yes'), of('no'), of('abstain')])
        assert.ok(question.options.includes(winner))
        if (how === 'majority') assert.ok(winner === 'A' ? yes > no : no > yes)
        if (how === 'minority') assert.ok(winner === 'B' && minority !== null && no >= minority)
        if (how === 'chair') assert.equal(yes, no)
        const isWhole = faultsOfOpen(open).length === 0
        if (isWhole && how === 'chair') assert.equal(votes.get(serving[0] ?? ''), winner === 'A' ? 'yes' : 'no')
        if (isWhole) assert.equal(yes + no + abstained, serving.length)
      },
    ),
  )
})

test('A-33 A-36 A-53 a secret vote has totals and no names, and is won by the most or by lot among the equal', () => {
  const votes = fc.array(fc.nat(6), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(votes, fc.nat(3), fc.nat(40), fc.option(fc.nat(4), { nil: null }), (counts, blank, serving, lot) => {
      const options = counts.map((_, at) => `c${at}`)
      const drawn = lot === null ? null : (options[lot % options.length] ?? null)
      const secret = { question: { kind: 'election', options } as const, counts, blank, serving, drawn }
      if (faultsOfSecret(secret).length > 0) return
      const found = findSecret(secret)
      assert.deepEqual(Object.keys(found).toSorted(), ['abstained', 'counts', 'how', 'winner'])
      const most = Math.max(...counts)
      assert.equal(counts[options.indexOf(found.winner)], most)
      assert.equal(found.how === 'lot', counts.filter((count) => count === most).length > 1)
      assert.ok(counts.reduce((sum, each) => sum + each, blank) <= serving)
    }),
  )
})

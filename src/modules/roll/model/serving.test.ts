import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  groundsAt,
  isQuorate,
  neededFor,
  servingOf,
  withVacancies,
  type Elected,
  type Presence,
  type Recusal,
} from './serving.ts'

const member = (name: string): Elected => ({ personId: name, name, party: null, role: 'member', order: null })
const substitute = (name: string, order: number): Elected => ({ ...member(name), role: 'substitute', order })
const there = (personId: string, from = 0, until = 99): Presence => ({ personId, atDistance: false, from, until })
const recused = (personId: string, item: number): Recusal => ({ personId, item, ground: 'party' })

const elected = [member('A'), member('B'), member('C'), substitute('x', 1), substitute('y', 2)]
const names = (roll: ReturnType<typeof servingOf>) =>
  roll.map(({ serving }) =>
    serving.map(({ name, inPlaceOf }) => (inPlaceOf === null ? name : `${name} för ${inPlaceOf}`)).join(', '),
  )

test('A-15 the quorum is more than half of the seats, not of those present', () => {
  assert.deepEqual([13, 12, 11, 1].map(neededFor), [7, 7, 6, 1])
})

test('A-15 a seat that nobody holds counts, and a substitute may serve on it', () => {
  const present = [there('A'), there('B')]
  const of = (seats: number | null, people = present) =>
    servingOf({ elected: withVacancies(elected, seats, 'vakant'), present: people, recusals: [], items: 1 })

  assert.deepEqual([of(null)[0]?.seats, of(2)[0]?.seats, of(5)[0]?.seats], [3, 3, 5])
  assert.deepEqual(
    [of(3), of(5)].map(([roll]) => roll !== undefined && isQuorate(roll, 'board')),
    [true, false],
  )
  assert.deepEqual(names(of(4, [...present, there('C'), there('x')])), ['A, B, C, x för vakant'])
})

test('A-18 substitutes serve in the decided order, and one who has begun comes before the order', () => {
  const present = [there('A'), there('B', 0, 0), there('x', 1), there('y')]

  // C is away: y serves, since x has not come. When x comes and B leaves, y stays on the seat and x takes the other.
  assert.deepEqual(names(servingOf({ elected, present, recusals: [], items: 2 })), [
    'A, B, y för C',
    'A, x för B, y för C',
  ])
})

test('A-19 a member who comes late serves, also where a substitute has stepped in', () => {
  const present = [there('A'), there('B'), there('C', 1), there('x')]

  assert.deepEqual(names(servingOf({ elected, present, recusals: [], items: 2 })), ['A, B, x för C', 'A, B, C'])
})

test('A-21 A-25 who has stepped out for jäv neither serves nor is present, and serves again when the item is done', () => {
  const present = ['A', 'B', 'C', 'x'].map((name) => there(name))
  const roll = servingOf({ elected, present, recusals: [recused('B', 1), recused('x', 2)], items: 3 })

  assert.deepEqual(names(roll), ['A, B, C', 'A, x för B, C', 'A, B, C'])
  assert.deepEqual(
    roll.map(({ besides }) => besides.map(({ name }) => name)),
    [['x'], [], []],
  )
  assert.deepEqual(roll[1]?.recused, [{ name: 'B', ground: 'party' }])
})

test('A-16 A-17 the quorum is asked for each item, and jäv can take it away', () => {
  const present = [there('A'), there('B')]
  const roll = servingOf({ elected, present, recusals: [recused('B', 1)], items: 2 })

  assert.deepEqual(
    roll.map((one) => isQuorate(one, 'board')),
    [true, false],
  )
  // KL 5:46: the council handles it all the same, but not when somebody is simply not there.
  assert.deepEqual(
    roll.map((one) => isQuorate(one, 'council')),
    [true, true],
  )
  const fewer = servingOf({ elected, present: [there('A'), there('B', 0, 0)], recusals: [], items: 2 })
  assert.deepEqual(
    fewer.map((one) => isQuorate(one, 'council')),
    [true, false],
  )
})

test('A-18 A-21 a substitute who steps out for jäv has the seat again when the item is done', () => {
  const present = ['A', 'B', 'x', 'y'].map((name) => there(name))
  const roll = servingOf({ elected, present, recusals: [recused('x', 1)], items: 3 })

  assert.deepEqual(names(roll), ['A, B, x för C', 'A, B, y för C', 'A, B, x för C'])
})

test('A-24 A-30 the grounds of a board are four, that of the council is what concerns the member personally', () => {
  assert.deepEqual([groundsAt('board').length, groundsAt('council')], [4, ['personal']])
})

const people = fc
  .tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 0, max: 6 }))
  .map(([seats, substitutes]) => [
    ...Array.from({ length: seats }, (_, index) => member(`M${index}`)),
    ...Array.from({ length: substitutes }, (_, index) => substitute(`S${index}`, index + 1)),
  ])
const meeting = people.chain((all) => {
  const presence = all.map(({ personId }) =>
    fc
      .option(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })))
      .map((span) => (span === null ? [] : [there(personId, Math.min(...span), Math.max(...span))])),
  )
  const outs = fc.array(fc.record({ who: fc.nat(all.length - 1), item: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 8,
  })
  return fc.tuple(fc.tuple(...presence), outs).map(([spans, recusals]) => ({
    elected: all,
    present: spans.flat(),
    recusals: recusals.map(({ who, item }) => recused(all[who]?.personId ?? '', item)),
    items: 6,
  }))
})

test('A-15 … A-25 at any meeting: nobody serves twice, nobody who is away or has jäv serves, no seat is empty while a substitute waits', () => {
  fc.assert(
    fc.property(meeting, (roll) => {
      for (const { item, serving, besides, seats } of servingOf(roll)) {
        const ids = serving.map(({ personId }) => personId)
        assert.equal(new Set(ids).size, ids.length)
        assert.ok(ids.length <= seats)
        assert.ok(besides.length === 0 || ids.length === seats, 'a substitute waits only when every seat is taken')
        for (const id of ids) {
          assert.ok(roll.present.some(({ personId, from, until }) => personId === id && from <= item && item <= until))
          assert.ok(!roll.recusals.some((one) => one.personId === id && one.item === item))
        }
        for (const { personId, order } of roll.elected)
          if (
            order === null &&
            roll.present.some((one) => one.personId === personId && one.from <= item && item <= one.until)
          )
            assert.ok(
              ids.includes(personId) || roll.recusals.some((one) => one.personId === personId && one.item === item),
            )
      }
    }),
    { numRuns: 500 },
  )
})

test('A-17 in the council a seat whose substitute has jäv does not stop the item either', () => {
  const present = [there('A'), there('x')]
  const [roll] = servingOf({ elected: elected.slice(0, 4), present, recusals: [recused('x', 0)], items: 1 })

  assert.equal(roll?.stepped, 1)
  assert.deepEqual(
    (['council', 'board'] as const).map((kind) => roll !== undefined && isQuorate(roll, kind)),
    [true, false],
  )
})

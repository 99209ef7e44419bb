import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldOf } from '../../../test/support.ts'
import { Refused } from '../../kernel/errors.ts'
import { openCase } from './commands/open.ts'
import { aCase, aRecord, aRegistry, stepping } from './fixtures.ts'
import { readNumber, referenceNumber } from './model.ts'

const world = worldOf()

test('B-16 the number follows the format of the authority', () => {
  const numbered = { prefix: 'SN', year: 2023, n: 1541 }

  const numbers = ['{prefix}-{year}-{n}', '{prefix} {year}/{n}', '{prefix}/{year}:{n}', '{year}-{n} {unknown}'].map(
    (format) => referenceNumber(format, numbered),
  )

  assert.deepEqual(numbers, ['SN-2023-1541', 'SN 2023/1541', 'SN/2023:1541', '2023-1541 {unknown}'])
})

test('B-16 forty who open a case at once get the numbers 1 to 40, each once', async () => {
  const registry = await aRegistry(world, { prefix: 'FYRTIO' })

  const cases = await Promise.all(
    Array.from({ length: 40 }, (_, i) => aCase(world, registry, { title: `Ärende ${i}` })),
  )

  const numbers = cases.map((theCase) => theCase.referenceNumber).toSorted((a, b) => lastOf(a) - lastOf(b))
  assert.deepEqual(
    numbers,
    Array.from({ length: 40 }, (_, i) => `FYRTIO-2023-${i + 1}`),
  )
})

test('B-16 no number is lost when every third who opens a case fails', async () => {
  const registry = await aRegistry(world, { prefix: 'TREDJE' })

  const tries = Array.from({ length: 30 }, (_, i) =>
    stepping(world, registry.registrarId, async (ctx) => {
      const theCase = await openCase(ctx, { authorityId: registry.authorityId, title: `Ärende ${i}` })
      if (i % 3 === 0) throw new Error('The power went')
      return theCase
    }),
  )
  const settled = await Promise.allSettled(tries)

  const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [lastOf(each.value.referenceNumber)] : []))
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
})

test('B-16 each authority has its own series, and each year begins at 1', async () => {
  const [one, other] = [await aRegistry(world, { prefix: 'ETT' }), await aRegistry(world, { prefix: 'ANNAN' })]

  const opened = [
    await aCase(world, one),
    await aCase(world, one),
    await aCase(world, other),
    await aCase(world, one, { openedOn: '2022-12-30' }),
  ]

  assert.deepEqual(
    opened.map((theCase) => theCase.referenceNumber),
    ['ETT-2023-1', 'ETT-2023-2', 'ANNAN-2023-1', 'ETT-2022-1'],
  )
})

test('B-16 a number that another authority has already is refused, and the series stays where it was', async () => {
  const [one, other] = [
    await aRegistry(world, { numberFormat: 'X {year}/{n}' }),
    await aRegistry(world, { numberFormat: 'X {year}/{n}' }),
  ]
  await aCase(world, one)

  await assert.rejects(aCase(world, other), Refused)

  const series = await world.db
    .selectFrom('registry.series')
    .select('last')
    .where('authority_id', '=', other.authorityId)
    .execute()
  assert.deepEqual(series, [])
})

test('forty records registered at once in one case get forty numbers and stand in forty places', async () => {
  const registry = await aRegistry(world)
  const { id: caseId } = await aCase(world, registry)

  const records = await Promise.all(
    Array.from({ length: 40 }, (_, i) => aRecord(world, registry, { caseId, title: `Skrivelse ${i}` })),
  )

  const oneToForty = Array.from({ length: 40 }, (_, i) => i + 1)
  const inOrder = (values: readonly number[]) => values.toSorted((a, b) => a - b)
  assert.deepEqual(inOrder(records.map((record) => record.number)), oneToForty)
  assert.deepEqual(inOrder(records.map((record) => record.seq)), oneToForty)
})

test('a case number is understood as people write it', () => {
  const asked = ['SN-2023-1541', 'sn 2023 1541', 'KS/2020:248', 'Dnr ÅN 2018/124', '2023-1541', 'sn 1541', '1541']

  const numbers = asked.map((each) => readNumber(each))

  assert.deepEqual(
    numbers.map((number) => number && [number.prefix, number.year, number.n, number.isWhole]),
    [
      ['SN', 2023, 1541, true],
      ['SN', 2023, 1541, true],
      ['KS', 2020, 248, true],
      ['ÅN', 2018, 124, true],
      [null, 2023, 1541, false],
      ['SN', null, 1541, false],
      [null, null, 1541, false],
    ],
  )
})

test('words, and numbers too large to be one, are no case number', () => {
  const asked = ['områdeslyft', 'cykelväg 7 i Holma', '', '99999999999', '999999999999999']

  assert.deepEqual(
    asked.map((each) => readNumber(each)),
    [null, null, null, null, null],
  )
})

test('whatever number is written in the ordinary format is read back', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFSTKNÅÄÖ'), minLength: 1, maxLength: 8 })
  const numbers = fc.record({
    prefix: letters,
    year: fc.integer({ min: 1900, max: 2099 }),
    n: fc.integer({ min: 1, max: 999_999 }),
  })

  fc.assert(
    fc.property(numbers, (number) => {
      const written = referenceNumber('{prefix}-{year}-{n}', number)
      assert.deepEqual(readNumber(written), { ...number, isWhole: true })
    }),
  )
})

function lastOf(number: string): number {
  return Number(number.split('-').at(-1))
}

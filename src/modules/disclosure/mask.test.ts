/** B-28: what is masked is gone from the text, however it is written, and nothing else is. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countsOf, leaksIn, masked, noMasks, pagesOf, type Masks } from './model/mask.ts'

const box = '█'
const shown = (text: string, masks: Partial<Masks>) =>
  masked(pagesOf(text), { ...noMasks, ...masks })
    .map(({ lines }) => lines.map((parts) => parts.map((part) => part ?? box).join('')).join('\n'))
    .join('\f')

test('B-28 a ticked line is gone, and lines ticked after one another are one passage', () => {
  const text = 'Ett\nTvå\nTre\nFyra\fFem'

  assert.equal(shown(text, { lines: [1, 2] }), `Ett\n${box}\nFyra\fFem`)
  assert.equal(shown(text, { lines: [4] }), `Ett\nTvå\nTre\nFyra\f${box}`)
})

test('B-28 every occurrence of a name is gone, with what hangs on it, whatever its letters look like', () => {
  const text = 'Anna Svensson bor här. ANNA  SVENSSON\tsa det. Svenssons hund. Ring anna.svensson@malmo.example.'

  assert.equal(
    shown(text, { words: ['anna svensson', 'Svensson'] }),
    `${box} bor här. ${box}\tsa det. ${box} hund. Ring anna.${box}@malmo.example.`,
  )
})

test('B-28 a name over a line break, a hyphen, a soft hyphen, an accent or a ligature is found all the same', () => {
  const words = ['Anna Svensson', 'Anna-Karin', 'Offerström', 'Linnea']

  assert.equal(shown('hej Anna\nSvensson hej', { words }), `hej ${box}\n${box} hej`)
  assert.equal(shown('hej Offer-\nström hej', { words }), `hej ${box}-\n${box} hej`)
  assert.equal(shown('hej Anna-\nKarin hej', { words }), `hej ${box}\n${box} hej`)
  assert.equal(shown('hej Of\u00adfer\u200bström hej', { words }), `hej ${box} hej`)
  assert.equal(shown('hej Linne\u0301a, Linnéa, LINNEA', { words }), `hej ${box}, ${box}, ${box}`)
  assert.equal(shown('O\ufb00erström och A n n a S v e n s s o n', { words }), `${box} och ${box}`)
  assert.equal(shown('ANNA\fSVENSSON', { words }), `${box}\f${box}`)
})

test('å, ä and ö are letters of their own', () => {
  assert.equal(shown('Ohman och Öhman', { words: ['Öhman'] }), `Ohman och ${box}`)
})

test('B-28 personal identity numbers are found in every way of writing them', () => {
  const numbers = [
    '850709-9805',
    '19850709-9805',
    '8507099805',
    '850709+9805',
    '850709 9805',
    '850769-9805',
    '1985-07-09-9805',
    '850709–9805',
  ]
  for (const number of numbers) assert.equal(shown(`a ${number}, b`, { patterns: ['personal_numbers'] }), `a ${box}, b`)
  for (const other of ['2023-11-28', 'SN-2023-1541', '556000-4615', '1234567'])
    assert.equal(shown(`a ${other} b`, { patterns: ['personal_numbers'] }), `a ${other} b`)
  assert.equal(shown('850709-\n9805', { patterns: ['personal_numbers'] }), box)
})

test('e-mail addresses and telephone numbers are found', () => {
  const text = 'Skriv till elin.sand@malmo.example eller ring 040-34 10 00, 0701-23 45 67 eller +46 70 123 45 67 i dag.'

  assert.equal(
    shown(text, { patterns: ['emails', 'phones'] }),
    `Skriv till ${box} eller ring ${box}, ${box} eller ${box} i dag.`,
  )
})

test('passages beside each other are one box, so that nobody can count the words', () => {
  assert.equal(shown('Anna Maria Lind bor här', { words: ['Anna', 'Maria', 'Lind'] }), `${box} bor här`)
})

test('the officer sees how often each word was found, and which was not', () => {
  const pages = pagesOf('Anna Svensson, Svensson\n850709-9805')

  assert.deepEqual(countsOf(pages, { words: ['Svensson', 'Lind'], patterns: ['personal_numbers'] }), [
    { of: 'personal_numbers', count: 1 },
    { of: 'Svensson', count: 2 },
    { of: 'Lind', count: 0 },
  ])
})

test('what an already masked copy still holds is named', () => {
  assert.deepEqual(leaksIn('Kvar står Svens-\nsons namn', { words: ['Svensson', 'Lind'], patterns: [] }), ['Svensson'])
})

test('a long text with nothing in it is read through without delay', () => {
  const long = `${'a'.repeat(50_000)} ${'0 '.repeat(25_000)} ${'-'.repeat(12_000)}`

  assert.equal(
    leaksIn(long, { words: ['Svensson'], patterns: ['personal_numbers', 'emails', 'phones'] }).includes('Svensson'),
    false,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { xmlEvents } from './xml.ts'

/** 20 MB, the most that a part of a file may be. */
const most = 20 * 1024 * 1024

const said = (source: string) =>
  [...xmlEvents(source)].map((event) =>
    event.type === 'text' ? event.text : event.type === 'close' ? `/${event.name}` : [event.name, ...event.attributes],
  )

test('a document is what begins, what ends and what is said', () => {
  const source = `<?xml version="1.0"?><!-- <b> --><a:b c = "1&amp;2"d='3'
    e="f/"/><g/>x &lt; &#229;<![CDATA[<raw>]]></a:b >`

  assert.deepEqual(said(source), [
    ['a:b', ['c', '1&2'], ['d', '3'], ['e', 'f/']],
    '/a:b',
    ['g'],
    '/g',
    'x < å',
    '<raw>',
    '/a:b',
  ])
})

test('what is no XML is read as far as it goes', () => {
  assert.deepEqual(said('5 < 6 <> <a b c=d e="f" g="'), ['5 ', ' 6 ', '>', ' ', 'a b c=d e="f" g="'])
  assert.deepEqual(said('<a b c=d e="f" g="h>x'), [['a', ['e', 'f']], 'x'])
  assert.deepEqual(said('</><a'), ['/>', 'a'])
})

test('anything at all is read to its end', () => {
  const part = fc.constantFrom('<', '>', '/', '=', '"', "'", ' ', 'a', '&', '<!--', '-->', '<![CDATA[', ']]>', '&#x41;')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      assert.ok(said(parts.join('')).length <= 2 * parts.length)
    }),
  )
})

for (const [what, source] of [
  ['a tag that never ends', `<${'a'.repeat(most)}`],
  ['a name without an end in a tag', `<w:t ${'a'.repeat(most)}>`],
  ['a name and as many spaces', `<w:t a${' '.repeat(most)}`],
  ['signs of equality', `<w:t ${'='.repeat(most)}>`],
  ['quotes that do not close', `<w:t ${`a="'`.repeat(most / 4)}>`],
  ['slashes', `<w:t${'/'.repeat(most)}`],
  ['brackets', '<'.repeat(most / 8)],
] as const)
  test(`${what} is read in one go, however long`, () => {
    let count = 0
    for (const { type } of xmlEvents(source)) count += type === 'text' ? 1 : 2

    assert.ok(count > 0)
  })

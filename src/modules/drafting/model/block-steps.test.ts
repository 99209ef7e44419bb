import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { schema } from '../../../kernel/rich-schema.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { changeBetween } from './block-steps.ts'
import { docOf } from './shared-text.ts'

const paragraphs = (...words: readonly string[]) => docOf(fromText(words.join('\n\n')))

/** Where a word begins in a document. */
function placeOf(doc: ReturnType<typeof docOf>, word: string): number {
  let place = -1
  doc.descendants((node, at) => {
    const found = node.text?.indexOf(word) ?? -1
    if (found >= 0) place = at + found
    return place < 0
  })
  return place
}

test('one who writes between two changes keeps the caret where it was, in words that are left alone', () => {
  const before = paragraphs('Först något.', 'Här skriver Karin.', 'Sedan något.')
  const after = paragraphs('Nyss något annat.', 'Ett nytt stycke.', 'Här skriver Karin.', 'Sedan mer.')

  const change = changeBetween(before, after)

  assert.ok(change !== null && change.doc.eq(after))
  const moved = change.mapping.mapResult(placeOf(before, 'Karin'))
  assert.deepEqual([moved.pos, moved.deleted], [placeOf(after, 'Karin'), false])
})

test('in a list, an item that is changed leaves the others', () => {
  const listOf = (...words: readonly string[]) =>
    schema.node('doc', null, [
      schema.node(
        'bullet_list',
        null,
        words.map((word) => schema.node('list_item', null, [schema.node('paragraph', null, [schema.text(word)])])),
      ),
    ])
  const [before, after] = [listOf('ett', 'Karin', 'tre'), listOf('ett till', 'Karin', 'tre till')]

  const change = changeBetween(before, after)

  assert.ok(change !== null && change.doc.eq(after))
  assert.equal(change.mapping.mapResult(placeOf(before, 'Karin') + 1).deleted, false)
})

test('property: whatever a text becomes, the steps lead there', () => {
  const text = fc.array(fc.constantFrom('a', 'aa', 'b a', 'b', 'c', 'aba'), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(text, text, (was, is) => {
      const [before, after] = [paragraphs(...was), paragraphs(...is)]
      const change = changeBetween(before, after)
      assert.ok(change === null ? before.eq(after) : change.doc.eq(after))
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speaking, words } from './words.ts'

const text = words(
  { send: 'Skicka', left: { days: (n: number) => `${n} dagar kvar` } },
  { send: 'Send', left: { days: (n: number) => `${n} days left` } },
)

test('a phrase is read in the language of the moment, also inside groups and with values', () => {
  assert.deepEqual([text.send, text.left.days(2)], ['Skicka', '2 dagar kvar'])
  assert.deepEqual(
    speaking('en', () => [text.send, text.left.days(2)]),
    ['Send', '2 days left'],
  )
})

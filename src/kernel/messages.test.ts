import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { read } from './command.ts'
import { Invalid } from './errors.ts'
import { speaking } from './words.ts'

function saidOf(raw: unknown): string {
  try {
    return String(read(z.object({ title: z.string() }), raw))
  } catch (error) {
    return error instanceof Invalid ? (error.fields['title'] ?? '') : ''
  }
}

test('a field that is missing is told in the language of the one who asks', () => {
  assert.match(saidOf({}), /^Fyll i/)
  assert.match(
    speaking('en', () => saidOf({})),
    /^Fill/,
  )
})

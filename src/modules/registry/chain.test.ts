import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical, hashOf } from './model.ts'

test('J-09 an entry is hashed over the canonical JSON of all that it says', () => {
  const entry = fc.record({
    caseId: fc.uuid(),
    seq: fc.nat(),
    at: fc.date({ noInvalidDate: true }),
    personId: fc.option(fc.uuid()),
    actor: fc.string({ unit: 'grapheme' }),
    event: fc.string(),
    facts: fc.dictionary(fc.string(), fc.jsonValue()),
    previous: fc.string(),
  })
  fc.assert(
    fc.property(entry, (row) => {
      const { caseId: case_id, personId: person, at, ...rest } = row
      const said = canonical({ ...rest, case_id, person, at: at.toISOString() })
      assert.equal(hashOf(row), createHash('sha256').update(said).digest('hex'))
    }),
  )
})

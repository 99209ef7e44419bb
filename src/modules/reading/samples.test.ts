import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { readMemo, readMemoSchema } from './index.ts'

/** Memos in the manner of different municipalities. Persons, numbers and matters are invented. */
const folder = join(import.meta.dirname, 'samples')

const contract = readMemoSchema.shape
const expectedSchema = z.strictObject({
  date: contract.date,
  reference: contract.reference,
  caseNumber: contract.caseNumber,
  title: contract.title,
  summaryStart: z.string().nullable(),
  summaryEnd: z.string().optional(),
  proposals: contract.proposals,
  basis: contract.basis,
  planning: contract.planning,
  sendTo: contract.sendTo,
  responsible: contract.responsible,
  warnings: z.array(z.string()).optional(),
})

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  test(`${name} is read right`, () => {
    const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, name.replace('.txt', '.json')), 'utf8')))

    const memo = readMemo(readFileSync(join(folder, name), 'utf8'))

    const { summary, warnings, file, ...fields } = memo
    const { summaryStart, summaryEnd, warnings: codes = [], ...expectedFields } = expected
    assert.equal(file, null)
    assert.deepEqual(fields, expectedFields)
    assert.equal(summary?.slice(0, summaryStart?.length) ?? null, summaryStart)
    assert.ok((summary ?? '').endsWith(summaryEnd ?? ''), summary ?? '')
    const said = warnings.map((warning) => warning.code)
    for (const code of codes)
      assert.ok(
        said.some((one) => one === code),
        `${code} is not among ${said.join(', ')}`,
      )
  })
}

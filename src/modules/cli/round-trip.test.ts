import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMemoSchema, type ReadMemo } from '../reading/index.ts'
import { aFile, kraftsam, linesOf, pathTo } from './fixtures.ts'

const ours = join(import.meta.dirname, '../reading/samples/27-malmo-ks.txt')
const seed = join(import.meta.dirname, '../../../../shared/real/tjansteskrivelse-SN-2023-1541.txt')
/** It is not ours to publish: where it does not lie beside the project, that is said. */
const where = { skip: existsSync(seed) ? false : 'the real memo does not lie beside this copy of the project' }

async function parsed(path: string): Promise<ReadMemo> {
  const { out } = await kraftsam(['memo', 'parse', path])
  return readMemoSchema.parse(linesOf(out)[0])
}

/** Written as PDF or DOCX by `memo render`, and read again. */
async function thereAndBack(memo: ReadMemo, format: string): Promise<ReadMemo> {
  const out = pathTo(`rundtur.${format}`)
  const rendered = await kraftsam([
    'memo',
    'render',
    aFile('rundtur.json', JSON.stringify(memo)),
    '--format',
    format,
    '--out',
    out,
  ])
  assert.deepEqual([rendered.code, rendered.err], [0, ''])
  return parsed(out)
}

for (const format of ['pdf', 'docx']) {
  test(
    `the memo of the case, parsed, rendered as ${format} and parsed again, has every part and every step it had`,
    where,
    async () => {
      const memo = await parsed(seed)

      const { file: _, warnings, ...again } = await thereAndBack(memo, format)

      const { file: __, warnings: before, ...parts } = memo
      assert.deepEqual(again, parts)
      assert.deepEqual(
        again.planning.map(({ step }) => step),
        ['ordförandeberedning', 'arbetsutskott', 'nämnd'],
      )
      const codes = warnings.map(({ code }) => code)
      // The names of the bodies are written right on our paper, so that warning alone is gone.
      const expected = before.map(({ code }) => code).filter((code) => code !== 'body-name-variant')
      assert.deepEqual(
        codes.filter((code) => code !== 'page-furniture'),
        expected,
      )
    },
  )
}

test('every step of a plan stands on the paper, and is read back as the step it was', async () => {
  const steps = ['ordförandeberedning', 'presidium', 'arbetsutskott', 'utskott', 'beredning', 'nämnd']
  const planning = steps.map((step, at) => ({ body: 'kulturnämnden', step, date: `2024-03-${11 + at}` }))
  const memo = { ...(await parsed(ours)), planning }

  const { planning: again } = await thereAndBack(memo, 'pdf')

  assert.deepEqual(again, planning)
})

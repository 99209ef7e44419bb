/** Real layouts with pieces cut out, doubled, moved and strewn with rubbish: the reader never throws and never hangs. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { readMemo } from '../../src/modules/reading/index.ts'
import { nasty } from './inputs.ts'

const folder = join(import.meta.dirname, '../../src/modules/reading/samples')
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8').split('\n'))

/** Milliseconds of the processor's time, so that a machine with much else to do is no hang; a memo that takes longer is one. */
const patience = 5000
const worked = () => process.cpuUsage().user / 1000

const torn = fc
  .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(200), fc.nat(200), nasty), { maxLength: 8 }))
  .map(([lines, cuts]) => {
    const left = [...lines]
    for (const [from, to, rubbish] of cuts) {
      const [piece = ''] = left.splice(from % Math.max(left.length, 1), 1 + (to % 5))
      left.splice(to % Math.max(left.length, 1), 0, piece, rubbish)
    }
    return left.join('\n')
  })

/** What could not be read calmly, with the reason. */
export function tornMemos({ times, seed }: { times: number; seed: number }): { text: string; why: string }[] {
  const bad: { text: string; why: string }[] = []
  for (const text of fc.sample(torn, { numRuns: times, seed })) {
    const started = worked()
    try {
      readMemo(text, { file: 'memo.txt' })
      const taken = worked() - started
      if (taken > patience) bad.push({ text, why: `${Math.round(taken)} ms` })
    } catch (error) {
      bad.push({ text, why: String(error) })
    }
  }
  return bad
}

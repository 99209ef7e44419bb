/** A form that came back: what became of the files that came with it, since a file field always comes back empty. */

import type { Rejected } from '../../../kernel/ui/index.ts'
import type { StatementAnswer } from '../../drafting/index.ts'
import { text } from '../text.ts'

/** A file that is in the answer now stays ticked; at the field of one that is not, it says to choose it again. */
export function withItsFiles(rejected: Rejected, answers: readonly StatementAnswer[]): Rejected {
  const values = { ...rejected.values }
  const fields = { ...rejected.fields }
  for (const [at, { kind, files = [] }] of answers.entries()) {
    if (kind !== 'file') continue
    const name = `answers.${at}.files[]`
    const sent = (rejected.files ?? []).filter(({ field }) => field === name)
    const there = sent.filter(({ sha256 }) => files.some((file) => file.sha256 === sha256))
    const lost = sent.filter((file) => !there.includes(file))
    const kept = `answers.${at}.kept[]`
    values[kept] = [values[kept] ?? [], there.map(({ sha256 }) => sha256)].flat(2)
    const said = [fields[`answers.${at}.files`] ?? [], fields[name] ?? []]
    const words = [...said, lost.map((file) => text.invalid.fileLost(file.name))].flat()
    if (words.length > 0) fields[name] = words.join(' ')
  }
  return { ...rejected, values, fields }
}

/** Answers whose statement is marked as secret: said to be there, and not repeated (B-04, B-05, B-08). Pure. */

import { positionLabel, stanceLabel } from '../../drafting/index.ts'
import { text } from '../text/marked.ts'
import type { CompiledAnswer, CompiledBody } from './compilation.ts'

export function isMarked({ marked }: Pick<CompiledAnswer, 'marked'>): boolean {
  return marked !== undefined
}

/** The position on the whole in words (I-19), or that it is not for all to read; of one without an answer that it has none. */
export function positionOf({ answer }: Pick<CompiledBody, 'answer'>): string {
  if (answer === null) return positionLabel('no_answer')
  return isMarked(answer) ? text.short : stanceLabel(answer.stance)
}

/** "Servicenämnden: handling 2023:14, 21 kap. 3 § OSL", for each of these. */
export function markedLines(bodies: readonly CompiledBody[]): string[] {
  return bodies.flatMap(({ name, answer }) =>
    answer?.marked === undefined ? [] : [text.line(name, answer.marked.recordNumber, answer.marked.provision)],
  )
}

/** Names of those who answer together with a marked one, and whose own record is not marked (I-18). */
export function besideMarked(bodies: readonly CompiledBody[]): string[] {
  const marked = new Set(bodies.filter(({ answer }) => answer !== null && isMarked(answer)).map(({ id }) => id))
  return bodies.flatMap(({ name, jointWith, answer }) =>
    answer !== null && !isMarked(answer) && jointWith !== null && marked.has(jointWith) ? [name] : [],
  )
}

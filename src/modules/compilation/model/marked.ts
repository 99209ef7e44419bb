/** Answers whose statement is marked as secret: said to be there, and not repeated (B-04, B-05, B-08). Pure. */

import { stanceLabel } from '../../drafting/index.ts'
import { text } from '../text/marked.ts'
import type { CompiledAnswer, CompiledBody } from './compilation.ts'

export function isMarked({ marked }: Pick<CompiledAnswer, 'marked'>): boolean {
  return marked !== undefined
}

/** The position in words, or that it is not for all to read. */
export function positionOf(answer: CompiledAnswer): string {
  return isMarked(answer) ? text.short : stanceLabel(answer.stance)
}

/** "Servicenämnden: handling 2023:14, 21 kap. 3 § OSL", for each of these. */
export function markedLines(bodies: readonly CompiledBody[]): string[] {
  return bodies.flatMap(({ name, answer }) =>
    answer?.marked === undefined ? [] : [text.line(name, answer.marked.recordNumber, answer.marked.provision)],
  )
}

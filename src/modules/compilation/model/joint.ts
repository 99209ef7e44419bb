/** Joint statements in the compilation (I-18): the words once, at the one that wrote them, and who stands behind them. Pure. */

import { capital } from '../../../kernel/ui/index.ts'
import { text } from '../text.ts'
import { standingOf, type CompiledBody, type Mark } from './compilation.ts'

/**
 * Says at whom the words of each joint answer stand, and at those who else has decided them. Only where what was decided is the
 * same in every part: one whose board decided other words keeps them for itself (I-28).
 */
export function jointly(bodies: readonly CompiledBody[], marks: readonly Mark[]): CompiledBody[] {
  const digests = new Map(marks.map(({ answerId, digest }) => [answerId, digest]))
  const hosts = new Map(bodies.map((body) => [body.id, body]))
  const joined = bodies.map((body) => {
    const host = hosts.get(body.jointWith ?? '')
    return host !== undefined && saysTheSame(body, host, digests)
      ? { ...body, joint: { id: host.id, name: host.name } }
      : body
  })
  return joined.map((body) => {
    const members = joined.filter(({ joint }) => joint?.id === body.id)
    return members.length === 0 ? body : { ...body, members }
  })
}

function saysTheSame(one: CompiledBody, other: CompiledBody, digests: ReadonlyMap<string, string>): boolean {
  if (one.answer === null || other.answer === null) return false
  const digest = digests.get(one.answer.id)
  return digest !== undefined && digest === digests.get(other.answer.id) && one.answer.stance === other.answer.stance
}

/** "Samordnat med fritidsnämnden: nämndens beslut § 12, 2023-12-19": each with who decided it and when. */
export function membersLines({ members = [] }: CompiledBody, day: (iso: string) => string = (iso) => iso): string[] {
  return members.flatMap(({ name, answer }) =>
    answer === null ? [] : [text.joint.member(capital(name), standingOf(answer, day))],
  )
}

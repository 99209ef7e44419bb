/** Moving a record to the case where it belongs, and striking one that should not have been registered. Pure. */

import { text } from '../text.ts'
import { obstaclesToRegistering, type Case, type RecordItem } from './case.ts'

/** The line that stays in the old case where a record was: its number there, and where it is now. */
export type MovedAway = {
  readonly seq: number
  readonly recordId: string
  readonly movedAt: Date
  readonly movedByName: string | null
  /** Null where the reader does not see the case. */
  readonly to: { readonly referenceNumber: string; readonly seq: number } | null
}

/**
 * Why a record cannot leave its place when something of a module's hangs on it; null: what the module keeps follows the
 * record by itself. A module that says nothing stands in the way.
 */
export type RecordTie = { readonly module: string; readonly why: (() => string) | null }

declare module '../../../kernel/slots.ts' {
  interface Slots {
    'record.tie': RecordTie
  }
}

/** Sent by one authority here and received by another: two records that are one (B-15). */
const sentBetween: RecordTie = { module: 'registry', why: () => text.placing.sent }

/** What ties the record, in the words of those who hold it. `held`: the names of the modules that keep something of it. */
export function sayTies(held: readonly string[], ties: readonly RecordTie[]): string[] {
  const reasons = held.flatMap((module) => {
    const known = module === 'registry' ? sentBetween : ties.find((tie) => tie.module === module)
    return known === undefined ? [text.placing.tied] : known.why === null ? [] : [known.why()]
  })
  return [...new Set(reasons)]
}

type Seen = Pick<RecordItem, 'isWithheld' | 'struckAt'>

/** Who is not shown a record cannot put it right, and what is struck stays as it was. */
function obstaclesToTouching({ isWithheld, struckAt }: Seen): string[] {
  return [...(isWithheld ? [text.obstacle.notYours] : []), ...(struckAt === null ? [] : [text.placing.isStruck])]
}

/** What came in is put right in a closed case too, as it is registered there (B-01). */
export function obstaclesToStriking(
  theCase: Pick<Case, 'state'>,
  record: Seen & Pick<RecordItem, 'direction'>,
): string[] {
  return [...obstaclesToRegistering(theCase, record.direction), ...obstaclesToTouching(record)]
}

type Place = Pick<Case, 'id' | 'authorityId' | 'isSecret' | 'state'>

/** Between two cases of one authority: its diary keeps the number. What a marked case hides is not shown by being moved (J-08). */
export function obstaclesToMoving(
  record: Seen & Pick<RecordItem, 'direction' | 'isSecret'>,
  { from, to }: { readonly from: Place; readonly to: Place },
): string[] {
  if (to.authorityId !== from.authorityId) return [text.placing.elsewhere]
  if (to.id === from.id) return [text.placing.sameCase]
  const unmarked = from.isSecret && !to.isSecret && !record.isSecret
  return [
    ...obstaclesToStriking(from, record),
    ...(from.state === 'open' && obstaclesToRegistering(to, record.direction).length > 0
      ? [text.placing.toClosed]
      : []),
    ...(unmarked ? [text.placing.unmarked] : []),
  ]
}

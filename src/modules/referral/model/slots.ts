/** The place that a referral leaves open for a module downstream, on the page of a body outside the system. */

import type { Read } from '../../../kernel/context.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'

/** Beside the answer of a body outside, or where the sender enters it; null: nothing to show to this person. */
export type OutsidePart = {
  readonly order: number
  readonly show: (ctx: Read, about: { readonly round: Round; readonly recipient: Recipient }) => Promise<Html | null>
}

declare module '../../../kernel/slots.ts' {
  interface Slots {
    'recipient.outside': OutsidePart
  }
}

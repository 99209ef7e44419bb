/** Places in a draft that modules downstream fill. */

import type { Read } from '../../../kernel/context.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Case } from '../../registry/index.ts'
import type { PlanLine } from './memo.ts'

/** A panel beside the text that is written, with a page of its own at `path` in the case. */
export type DraftPanel = {
  readonly key: string
  readonly order: number
  readonly label: () => string
  readonly path: string
  /** Where what may be typed in by a slash and a short word is listed, for a panel that has such. */
  readonly typed?: (theCase: Case) => string
  readonly isThere: (ctx: Read, theCase: Case) => Promise<boolean>
  /** How many things wait in it; and for a panel that others write in the stream that tells `{ mark, open }` when it is another, if it does. */
  readonly live?: {
    readonly count: (ctx: Read, theCase: Case) => Promise<number>
    readonly news?: (theCase: Case) => string
  }
}

declare module '../../../kernel/slots.ts' {
  interface Slots {
    /** The decision plan of a case, for a memo that is begun after the plan was made. */
    'memo.planning': { readonly lines: (ctx: Read, caseId: string) => Promise<readonly PlanLine[]> }
    /** What one writes from, beside the text. */
    'draft.panel': DraftPanel
    /** How a statement is begun where there is none: the form that fetches the questions of the referral. */
    'statement.start': { readonly show: (ctx: Read, theCase: Case) => Promise<Html | null> }
  }
}

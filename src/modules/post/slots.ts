/** The place that `post` leaves open: what each module has to tell somebody in the morning's letter. */

import type { Read, Write } from '../../kernel/context.ts'

/** One thing to tell, in Swedish; the words travel in the open. Several of one `heading` stand together. */
export type DigestLine = {
  /** The authority for which it is told. */
  readonly authorityId: string
  readonly heading: string
  readonly words: string
  /** Where it is read. */
  readonly path: string
}

/** What waits for a person now, and what has happened since they were last told. Asked as the system, in Swedish. */
export type DigestPart = {
  readonly order: number
  readonly list: (
    ctx: Read | Write,
    about: { readonly personId: string; readonly since: Date },
  ) => Promise<readonly DigestLine[]>
}

declare module '../../kernel/slots.ts' {
  interface Slots {
    'digest.part': DigestPart
  }
}

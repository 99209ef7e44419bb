/** The places that `post` leaves open: what each module tells in the morning's letter, and what of a letter is for its reader alone. */

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

/** What only the reader of a letter is to hold, as a personal link: hidden on our pages once the letter has left. */
export type LetterSecret = {
  readonly key: string
  /** The words without it. */
  readonly mask: (body: string) => string
  /** The letters that are sent for its sake: one that has left, or any that holds it, is not sent again, but anew with another. */
  readonly topic: string
  /** Where that is done, for whom the letter was about. */
  readonly anewAt: (ctx: Read | Write, aboutId: string) => Promise<string>
}

declare module '../../kernel/slots.ts' {
  interface Slots {
    'digest.part': DigestPart
    'letter.secret': LetterSecret
  }
}

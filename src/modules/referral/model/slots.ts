/** The places that a referral leaves open for a module downstream, for a body outside the system. */

import type { Read, Write } from '../../../kernel/context.ts'
import type { Enclosure } from '../../../kernel/post.ts'
import type { Html } from '../../../kernel/html.ts'
import type { NewFile } from '../../registry/index.ts'
import type { Need } from './need.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'

/** Beside the answer of a body outside, or where the sender enters it; null: nothing to show to this person. */
export type OutsidePart = {
  readonly order: number
  readonly show: (ctx: Read, about: { readonly round: Round; readonly recipient: Recipient }) => Promise<Html | null>
}

/** What bodies outside are told of: the round, a correction of it (I-11), a decision on the answer date (I-32), or an answer. */
export type OutsideNews = {
  readonly round: Round
  /** The letter that was typeset, as files in the store. */
  readonly letter: readonly NewFile[]
  /** What was put right; null when it is not a correction. */
  readonly correction: string | null
  /** The answer date that was decided; `until` null: the request was refused. Null when it is no such decision. */
  readonly decision: { readonly until: string | null; readonly ground: string } | null
  /** What was asked and answered, without who asked. Left out: it is no such answer. */
  readonly reply?: { readonly question: string; readonly answer: string }
  /** What was packed before, by the recipient's id; left out: nothing was. */
  readonly packed?: ReadonlyMap<string, readonly Enclosure[]>
}

/** Carries what bodies outside are told, in the same transaction. */
export type OutsideSent = {
  readonly key: string
  /** To all of them at once, who may be hundreds. Gives the ids of those that it reached. */
  readonly tell: (ctx: Write, news: OutsideNews, recipients: readonly Recipient[]) => Promise<ReadonlySet<string>>
  /** What each gets of its own with the round, by its id: made before anything is held that others wait for. */
  readonly pack: (
    ctx: Write,
    about: { readonly round: Round; readonly recipients: readonly Recipient[] },
  ) => Promise<ReadonlyMap<string, readonly Enclosure[]>>
}

/** The path on which a body outside answers, for a letter to an address of its own. */
export type OutsideWay = {
  readonly key: string
  readonly path: (
    ctx: Write,
    about: { readonly round: Round; readonly recipient: Recipient; readonly email: string },
  ) => Promise<string>
}

/** What a module downstream knows that the sender has to do about those that were asked, for this person. */
export type NeedsOf = {
  readonly key: string
  readonly list: (
    ctx: Read,
    about: { readonly round: Round; readonly recipients: readonly Recipient[] },
  ) => Promise<Need[]>
}

declare module '../../../kernel/slots.ts' {
  interface Slots {
    'recipient.needs': NeedsOf
    'recipient.outside': OutsidePart
    'recipient.sent': OutsideSent
    'recipient.way': OutsideWay
  }
}

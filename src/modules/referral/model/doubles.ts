/** Who answer the same referral each for themselves where one answer would do: seen early, so that they can agree. Pure. */

import type { Recipient } from './recipient.ts'
import { isAsked } from './turns.ts'

export const doubleKinds = ['same_authority', 'administrations', 'same_words'] as const
/**
 * 'same_authority': for the same board, a board and its administration or two administrations of it. 'administrations':
 * administrations of different boards. 'same_words': have answered a question with the same words.
 */
export type DoubleKind = (typeof doubleKinds)[number]

export type Double = { readonly kind: DoubleKind; readonly recipients: readonly Recipient[] }

/** Recipients whose answers hold the same words, by their ids. */
export type SameWords = readonly (readonly string[])[]

/** Everyone who answers beside somebody else, the surest first. One that waits for its turn may never be asked (I-06), one that abstains leaves the answer to the other (I-20), and one that answers together with another has agreed with it (I-18). */
export function doublesOf(recipients: readonly Recipient[], sameWords: SameWords = []): Double[] {
  const apart = recipients.filter((one) => isAsked(one) && one.jointWith === null)
  const speaking = apart.filter(({ answer }) => answer?.stance !== 'abstain')
  return [...ofSameAuthority(speaking), ...ofAdministrations(speaking), ...ofSameWords(apart, sameWords)]
}

function ofSameAuthority(recipients: readonly Recipient[]): Double[] {
  const here = recipients.filter(({ authorityId }) => authorityId !== null)
  const groups = Map.groupBy(here, ({ authorityId }) => authorityId)
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ kind: 'same_authority', recipients: group }))
}

/** What has been answered can no longer be answered together, so only those who have not are named. */
function ofAdministrations(recipients: readonly Recipient[]): Double[] {
  const open = recipients.filter(({ kind, answer }) => kind === 'administration' && answer === null)
  const authorities = new Set(open.map(({ authorityId }) => authorityId))
  return authorities.size > 1 ? [{ kind: 'administrations', recipients: open }] : []
}

function ofSameWords(recipients: readonly Recipient[], sameWords: SameWords): Double[] {
  return sameWords
    .map((ids) => recipients.filter(({ id }) => ids.includes(id)))
    .filter((group) => group.length > 1)
    .map((group) => ({ kind: 'same_words', recipients: group }))
}

/** Those that one of them should hear of: the others, and why. */
export function besides(doubles: readonly Double[], recipientId: string): Double[] {
  return doubles
    .filter(({ recipients }) => recipients.some(({ id }) => id === recipientId))
    .map(({ kind, recipients }) => ({ kind, recipients: recipients.filter(({ id }) => id !== recipientId) }))
}

/** How each body is asked: its board or its administration (I-08), and whether it must answer. Pure. */

import type { Body, BodyKind } from '../../organisation/index.ts'
import { text } from '../text/ways.ts'
import { isMandatory } from './round.ts'
import type { Recipient } from './recipient.ts'

type Asked = Pick<Recipient, 'bodyId' | 'bodyKind' | 'authorityId'>

const isBoard = (kind: BodyKind) => kind === 'board' || kind === 'executive_board' || kind === 'auditors'

/**
 * The administration of a board that is asked, or the board of an administration: who could be asked in its place. Null where
 * there is none here, or it is asked already.
 */
export function counterpartOf(
  { bodyId, bodyKind, authorityId }: Asked,
  askable: readonly Body[],
  asked: ReadonlySet<string>,
) {
  const isWanted = isBoard(bodyKind)
    ? (kind: BodyKind) => kind === 'administration'
    : bodyKind === 'administration'
      ? isBoard
      : () => false
  const found = askable.find(
    (body) => authorityId !== null && body.authorityId === authorityId && isWanted(body.kind) && body.id !== bodyId,
  )
  return found === undefined || asked.has(found.id) ? null : found
}

type ToDemand = Pick<Recipient, 'bodyKind' | 'isOfAuditors'>

/** The administration of the auditors, among the bodies that can be asked. */
export function isOfAuditors({ parentId }: Pick<Body, 'parentId'>, askable: readonly Body[]): boolean {
  return askable.some(({ id, kind }) => id === parentId && kind === 'auditors')
}

/** An answer that can be demanded is, unless its sender only invites (KL 6:12). */
export function isDemanded(issuer: BodyKind, { bodyKind, isOfAuditors }: ToDemand, isInvited: boolean): boolean {
  return isMandatory(issuer, bodyKind, isOfAuditors) && !isInvited
}

/** Only invited, though an answer could be demanded of it. */
export function isInvitedOnly(
  issuer: BodyKind,
  { bodyKind, isOfAuditors, isMandatory: is }: ToDemand & Pick<Recipient, 'isMandatory'>,
) {
  return isMandatory(issuer, bodyKind, isOfAuditors) && !is
}

type ToAsk = Pick<Recipient, 'bodyKind' | 'isMandatory'>

/** What the letter says to the one it goes to: who is asked (I-08), and whether an answer is demanded. In the language spoken. */
export function askedWords({ bodyKind, isMandatory: must }: ToAsk): string {
  const who: Partial<Record<BodyKind, string>> = {
    board: text.letter.board,
    executive_board: text.letter.executiveBoard,
    auditors: text.letter.auditors,
    administration: text.letter.administration,
  }
  return [who[bodyKind], must ? text.letter.must : text.letter.may].filter((one) => one !== undefined).join(' ')
}

/** Those to whom the letter says the same, together, in the order that they are given. */
export function alikeAsked<T extends ToAsk>(recipients: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(recipients, askedWords)
}

/** Must answer, has not, and its day has passed. */
export function isOwing(
  { answer, answerBy, isMandatory: is }: Pick<Recipient, 'answer' | 'answerBy' | 'isMandatory'>,
  today: string,
): boolean {
  return is && answer === null && answerBy !== null && today > answerBy
}

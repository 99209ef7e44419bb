/** What a message that came by e-mail is, and what the law and its state allow. Pure. */

import { addDays, nextWorkingDay } from '../../../kernel/time.ts'
import { text } from '../text/inbox.ts'

export const states = ['waiting', 'registered', 'set_aside', 'quarantined'] as const
export type MessageState = (typeof states)[number]

/** Why a message is kept apart: it could harm whoever opens it, or it cannot be read for what it is. */
export const quarantineReasons = [
  'not_mail',
  'too_large',
  'headers_too_large',
  'null_bytes',
  'too_many_parts',
  'too_deep',
  'archive_bomb',
  'executable',
  'charset_refused',
  'header_injection',
  'several_senders',
  'unreadable',
] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

export const warningCodes = [
  'name_is_address',
  'reply_elsewhere',
  'hidden_direction',
  'strange_domain',
  'double_extension',
  'path_in_name',
  'renamed',
  'wrong_charset',
  'unknown_charset',
  'raw_header',
  'broken_structure',
  'broken_encoding',
  'control_characters',
  'sealed_archive',
  'macros',
  'active',
  'date_differs',
  'cut',
] as const
export type WarningCode = (typeof warningCodes)[number]

/** `detail`: what it is about, as it was written: an address, a file name, a day. */
export type Warning = { readonly code: WarningCode; readonly detail: string }

export type PartNote =
  'executable' | 'archive_bomb' | 'locked_archive' | 'sealed_archive' | 'macros' | 'active' | 'message'

export type Automatic = 'auto_reply' | 'bounce' | 'list'

/** Why a message is not registered: obviously of minor importance or kept in order instead (B-03), unsolicited, or here already. */
export const setAsideReasons = ['minor', 'ordered', 'spam', 'double'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]
/** The house itself sets aside what tells of a letter that it sent. */
export const asideReasons = [...setAsideReasons, 'report'] as const
export type AsideReason = (typeof asideReasons)[number]

export type Part = {
  readonly position: number
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly isInline: boolean
  readonly note: PartNote | null
}

export type Message = {
  readonly id: string
  readonly authorityId: string
  readonly receivedAt: Date
  readonly via: 'smtp' | 'upload'
  readonly envelopeFrom: string | null
  readonly envelopeTo: readonly string[]
  readonly fromName: string | null
  readonly fromAddress: string | null
  readonly replyTo: string | null
  readonly subject: string
  /** When the sender says it was sent. */
  readonly sentAt: Date | null
  /** Message-ID. */
  readonly headerId: string | null
  readonly body: string
  readonly sha256: string
  readonly size: number
  readonly warnings: readonly Warning[]
  readonly automatic: Automatic | null
  readonly proposedCaseId: string | null
  readonly state: MessageState
  readonly quarantineReason: QuarantineReason | null
  readonly releasedAt: Date | null
  readonly recordId: string | null
  readonly handledAt: Date | null
  readonly handledByName: string | null
  readonly reason: AsideReason | null
  /** The letter of ours that it tells of. */
  readonly letterId: string | null
  readonly why: string | null
}

export type Act = {
  readonly at: Date
  readonly personName: string
  readonly act: 'registered' | 'set_aside' | 'released' | 'put_back'
  readonly why: string | null
}

/** The last day that is "as soon as it has come in": the same or the next working day (OSL 5:1, B-01, B-02). */
export function registerBy(receivedOn: string): string {
  return nextWorkingDay(addDays(receivedOn, 1))
}

export function isLate(receivedOn: string, today: string): boolean {
  return today > registerBy(receivedOn)
}

/** What came before this day is late today (B-02). At the longest string of days off it lies some days back, not weeks. */
export function lateBefore(today: string): string {
  let day = addDays(today, -1)
  while (!isLate(day, today)) day = addDays(day, -1)
  return addDays(day, 1)
}

export function obstaclesToRegisteringMessage({ state }: Pick<Message, 'state'>): string[] {
  if (state === 'registered') return [text.obstacle.registered]
  if (state === 'set_aside') return [text.obstacle.setAside]
  return state === 'quarantined' ? [text.obstacle.quarantined] : []
}

/** `isSecret`: it may hold what is secret, as the registrar says or as its case is marked. */
export function obstaclesToSettingAside(
  { state }: Pick<Message, 'state'>,
  { reason, isSecret }: { readonly reason: SetAsideReason; readonly isSecret: boolean },
): string[] {
  if (state === 'registered') return [text.obstacle.registered]
  if (state === 'set_aside') return [text.obstacle.setAside]
  // OSL 5:1 second paragraph: only what is not secret may be kept in order instead (B-04).
  return reason === 'ordered' && isSecret ? [text.obstacle.secretIsRegistered] : []
}

export function obstaclesToReleasing({ state }: Pick<Message, 'state'>): string[] {
  return state === 'quarantined' ? [] : [text.obstacle.notQuarantined]
}

/** What is registered is registered; the rest can be taken back. */
export function obstaclesToPuttingBack({ state, releasedAt }: Pick<Message, 'state' | 'releasedAt'>): string[] {
  if (state === 'registered') return [text.obstacle.registered]
  return state === 'set_aside' || (state === 'waiting' && releasedAt !== null) ? [] : [text.obstacle.nothingToUndo]
}

/** Where a message goes when what was done is undone: back to quarantine if that is where it came from. */
export function stateBefore(
  message: Pick<Message, 'state' | 'quarantineReason' | 'releasedAt'>,
): 'waiting' | 'quarantined' {
  if (message.quarantineReason === null) return 'waiting'
  return message.state === 'set_aside' && message.releasedAt !== null ? 'waiting' : 'quarantined'
}

export function messageHref({ id }: Pick<Message, 'id'>): string {
  return `/inkorg/${id}`
}

/** "Anna Berg <anna@example.se>", or what there is of it. */
export function senderText({ fromName, fromAddress }: Pick<Message, 'fromName' | 'fromAddress'>): string {
  if (fromName === null) return fromAddress ?? ''
  return fromAddress === null ? fromName : `${fromName} <${fromAddress}>`
}

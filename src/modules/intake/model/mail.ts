/** What is read out of a message: words cleaned of what hides in them, and what to beware of. Pure. */

import type { DeliveryReport } from '../../../kernel/post.ts'
import { hasHiddenDirection, plainLine } from './names.ts'
import type { Automatic, PartNote, QuarantineReason, Warning, WarningCode } from './message.ts'

/** Bytes; what is larger is kept unread. */
export const largestMail = 50 * 1024 * 1024
/** Bytes, or lines, of the message's own head. */
export const largestHead = 256 * 1024
export const mostHeadLines = 1500
export const mostParts = 200
/** Levels of parts within parts, and of messages within messages. */
export const deepestParts = 20
export const deepestMessages = 5
/** Characters of the text that are shown; the original has them all. */
export const longestBody = 100_000

export type ReadPart = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly isInline: boolean
  readonly note: PartNote | null
}

export type ReadMail = {
  readonly fromName: string | null
  readonly fromAddress: string | null
  readonly replyTo: string | null
  readonly subject: string
  readonly sentAt: Date | null
  readonly headerId: string | null
  /** Message-IDs of the messages this one answers. */
  readonly references: readonly string[]
  readonly body: string
  readonly warnings: readonly Warning[]
  readonly automatic: Automatic | null
  readonly quarantine: QuarantineReason | null
  /** What it tells of something that was sent. */
  readonly report: DeliveryReport | null
  readonly parts: readonly ReadPart[]
}

/** A message of which nothing can be said but that it came. */
export function unread(quarantine: QuarantineReason): ReadMail {
  return {
    fromName: null,
    fromAddress: null,
    replyTo: null,
    subject: '',
    sentAt: null,
    headerId: null,
    references: [],
    body: '',
    warnings: [],
    automatic: null,
    quarantine,
    report: null,
    parts: [],
  }
}

export type Head = ReadonlyMap<string, readonly string[]>

export function first(head: Head, name: string): string {
  return head.get(name)?.[0] ?? ''
}

/** An answer by machine, news that something did not arrive, or post to a list (RFC 3834, RFC 3464, RFC 2919). */
export function automaticOf(head: Head, subject: string): Automatic | null {
  if (/^\s*multipart\/report\b/i.test(first(head, 'content-type')) || head.has('x-failed-recipients')) return 'bounce'
  if (isAnswerByMachine(head) || selfSaid.test(subject)) return 'auto_reply'
  const isList = head.has('list-id') || head.has('list-unsubscribe')
  return isList || /^(bulk|list|junk)/i.test(first(head, 'precedence').trim()) ? 'list' : null
}

const selfSaid = /^(autosvar|automatiskt svar|frånvaro|automatic reply|auto(matic)? ?response|out of office)\b/iu

function isAnswerByMachine(head: Head): boolean {
  const submitted = first(head, 'auto-submitted').trim().toLowerCase()
  if (submitted !== '') return !submitted.startsWith('no')
  return head.has('x-autoreply') || head.has('x-autorespond')
}

export type Sender = { readonly name: string | null; readonly address: string | null; readonly replyTo: string | null }

const address = /[^\s<>"'@,;()]{1,64}@[^\s<>"'@,;()]{1,255}/u

/** A name that is another address, an answer that goes elsewhere, letters that look like others. */
export function warningsOfSender(sender: Sender, written: string): Warning[] {
  const { name, address: from, replyTo } = sender
  const domain = domainOf(from)
  const warn = (code: WarningCode, detail: string, isSo: boolean): Warning[] => (isSo ? [{ code, detail }] : [])
  return [
    ...warn('name_is_address', claimedBy(name), isAnotherAddress(sender)),
    ...warn('reply_elsewhere', replyTo ?? '', replyTo !== null && domainOf(replyTo) !== domain),
    ...warn('hidden_direction', from ?? name ?? '?', hasHiddenDirection(written)),
    ...warn('strange_domain', domain, /(^|\.)xn--|[^\p{ASCII}]/u.test(domain)),
  ]
}

function claimedBy(name: string | null): string {
  return address.exec(name ?? '')?.[0] ?? ''
}

function isAnotherAddress({ name, address: from }: Sender): boolean {
  const claimed = claimedBy(name)
  return claimed !== '' && claimed.toLowerCase() !== (from ?? '').toLowerCase()
}

function domainOf(mailbox: string | null): string {
  return (mailbox ?? '').split('@').at(-1)?.toLowerCase() ?? ''
}

/** A line of a head: null where there is nothing. */
export function lineOf(words: string | undefined, most = 300): string | null {
  return plainLine(words ?? '', most) || null
}

/** Text as it is shown and stored: lines kept, everything else that controls is gone. */
export function bodyOf(text: string): { readonly body: string; readonly warnings: readonly Warning[] } {
  const whole = text.toWellFormed().replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
  const plain = whole.replaceAll(/[^\P{Cc}\n\t]|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
  const warnings: Warning[] = []
  if (/[^\P{Cc}\n\t]/u.test(whole)) warnings.push({ code: 'control_characters', detail: '' })
  if (plain.length > longestBody) warnings.push({ code: 'cut', detail: String(longestBody) })
  return { body: plain.slice(0, longestBody).toWellFormed().trimEnd(), warnings }
}

/** A date that the sender states; null for what is none. */
export function sentAtOf(written: string): Date | null {
  const at = new Date(written.trim())
  const year = at.getUTCFullYear()
  return written.trim() === '' || Number.isNaN(year) || year < 1980 || year > 2100 ? null : at
}

const aWeek = 7 * 86_400_000

/** What the sender says is of no consequence for when it came in (B-17), but a day far off is worth a look. */
export function warningsOfDate(sentAt: Date | null, receivedAt: Date): Warning[] {
  if (sentAt === null || Math.abs(sentAt.getTime() - receivedAt.getTime()) <= aWeek) return []
  return [{ code: 'date_differs', detail: sentAt.toISOString() }]
}

export function messageIdsIn(words: string): string[] {
  return [...words.slice(0, 20_000).matchAll(/<[^<>\s]{1,500}>/g)].map(([id]) => id).slice(-50)
}

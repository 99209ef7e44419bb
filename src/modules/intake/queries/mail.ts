/** Reading a message: taken apart within limits, its words cleaned, its attachments looked at and never opened. Never throws. */

import PostalMime, { decodeWords, type Address, type Attachment, type Email } from 'postal-mime'
import { entriesOfZip } from '../../../kernel/zip-directory.ts'
import { isZip, noteOfBytes, noteOfZip } from '../model/archive.ts'
import { textOfHtml } from '../model/html-text.ts'
import {
  automaticOf,
  bodyOf,
  deepestMessages,
  deepestParts,
  first,
  largestHead,
  largestMail,
  lineOf,
  messageIdsIn,
  mostParts,
  sentAtOf,
  unread,
  warningsOfDate,
  warningsOfSender,
  type Head,
  type ReadMail,
  type ReadPart,
} from '../model/mail.ts'
import type { PartNote, QuarantineReason, Warning, WarningCode } from '../model/message.ts'
import { reportOf } from '../model/report.ts'
import { cleanMediaType, cleanName, isArchiveName, noteOfName } from '../model/names.ts'
import {
  cutHead,
  faultOfHead,
  headEnd,
  isUtf8,
  obstacleToParsing,
  sayingCharset,
  warningsOfCharsets,
  warningsOfEncoding,
  warningsOfStructure,
  withReadableHead,
} from '../model/structure.ts'

const limits = { forceRfc822Attachments: true, maxNestingDepth: deepestParts, maxHeadersSize: largestHead * 4 }

/** What a message says, and the reason to keep it apart if there is one. `receivedAt`: our clock (B-17). */
export async function readMail(bytes: Uint8Array, receivedAt: Date): Promise<ReadMail> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const obstacle = raw.length > largestMail ? 'too_large' : obstacleToParsing(raw)
    return obstacle === null ? await readWhole(raw, receivedAt) : await readHead(raw, obstacle)
  } catch (error) {
    return readHead(raw, reasonOf(error)).catch(() => unread('unreadable'))
  }
}

function reasonOf(error: unknown): QuarantineReason {
  const words = error instanceof Error ? error.message : ''
  if (words.includes('nesting depth')) return 'too_deep'
  return words.includes('header size') ? 'headers_too_large' : 'unreadable'
}

/** From whom and about what, when the rest is better left alone. */
async function readHead(raw: Buffer, quarantine: QuarantineReason): Promise<ReadMail> {
  if (quarantine === 'not_mail') return unread(quarantine)
  const email = await PostalMime.parse(cutHead(raw), limits)
  return { ...unread(quarantine), ...headOf(email).facts }
}

async function readWhole(given: Buffer, receivedAt: Date): Promise<ReadMail> {
  const readable = withReadableHead(given)
  const raw = readable ?? given
  const email = await PostalMime.parse(raw, limits)
  const { facts, warnings, head, fault } = headOf(email)
  const { text, wasWrong } = await textOf(email, raw)
  const { body, warnings: ofBody } = bodyOf(text)
  const { parts, warnings: ofParts, fault: ofPart } = await partsOf(email.attachments)
  const told: Warning[] = [
    ...warnings,
    ...(readable === null ? [] : [plain('raw_header')]),
    ...(wasWrong ? [plain('wrong_charset')] : []),
    ...warningsOfStructure(raw, first(head, 'content-type')),
    ...warningsOfEncoding(raw),
    ...warningsOfCharsets(raw),
    ...ofBody,
    ...ofParts,
    ...warningsOfDate(facts.sentAt, receivedAt),
  ]
  const quarantine = faultOfHead(given) ?? fault ?? ofPart
  const automatic = automaticOf(head, facts.subject)
  return {
    ...facts,
    body,
    warnings: told.slice(0, 60),
    automatic,
    quarantine,
    report: reportOf(parts, facts.references),
    parts: quarantine === 'too_many_parts' ? [] : parts,
  }
}

function plain(code: WarningCode): Warning {
  return { code, detail: '' }
}

type Facts = Pick<ReadMail, 'fromName' | 'fromAddress' | 'replyTo' | 'subject' | 'sentAt' | 'headerId' | 'references'>

function headOf(email: Email): { facts: Facts; warnings: Warning[]; head: Head; fault: QuarantineReason | null } {
  const head: Map<string, string[]> = new Map()
  for (const { key, value } of email.headers) head.set(key, [...(head.get(key) ?? []), value])
  const from = mailboxOf(email.from)
  const replyTo = lineOf(mailboxOf(email.replyTo?.[0]).address, 320)
  const sender = { name: lineOf(from.name, 200), address: lineOf(from.address, 320), replyTo }
  const facts: Facts = {
    fromName: sender.name,
    fromAddress: sender.address,
    replyTo,
    subject: lineOf(email.subject, 998) ?? '',
    sentAt: sentAtOf(email.date ?? ''),
    headerId: lineOf(email.messageId, 500),
    references: messageIdsIn([email.references, email.inReplyTo].join(' ')),
  }
  const written = [from.name, from.address, email.subject].join(' ')
  return { facts, warnings: warningsOfSender(sender, written), head, fault: faultOf(head) }
}

function mailboxOf(given: Address | undefined): { name?: string; address?: string } {
  if (given === undefined) return {}
  if (given.address !== undefined) return { name: given.name, address: given.address }
  return { name: given.name, ...(given.group?.[0]?.address !== undefined && { address: given.group[0].address }) }
}

/** More than one sender (RFC 5322 3.6 allows one such line), or a line break folded into a word to add lines to the head. */
function faultOf(head: Head): QuarantineReason | null {
  if ((head.get('from')?.length ?? 0) > 1) return 'several_senders'
  const said = ['from', 'subject', 'to', 'reply-to', 'sender'].flatMap((name) => head.get(name) ?? [])
  const decoded = said.map((value) => decodeWords(value))
  if (decoded.some((value) => value.includes('\0'))) return 'null_bytes'
  return decoded.some((value) => /[\r\n]/.test(value)) ? 'header_injection' : null
}

const fewEnoughToReadAgain = 10_000_000

/** The text of the message; read anew in the charset that it seems to be in where the one it names gives rubbish. */
async function textOf(email: Email, raw: Buffer): Promise<{ text: string; wasWrong: boolean }> {
  const text = wordsOf(email) || looseText(email, raw)
  const other = text.includes('\ufffd') ? 'windows-1252' : /[ÃÂ][\u0080-\u2122]/.test(text) ? 'utf-8' : null
  if (other === null || raw.length > fewEnoughToReadAgain) return { text, wasWrong: text.includes('\ufffd') }
  const again = wordsOf(await PostalMime.parse(sayingCharset(raw, other), limits))
  if (again === '' || again.includes('\ufffd')) return { text, wasWrong: other !== 'utf-8' }
  return { text: again, wasWrong: true }
}

function wordsOf(email: Email): string {
  const written = email.text ?? ''
  return written.trim() === '' && email.html !== undefined ? textOfHtml(email.html) : written
}

/** Of a message whose parts cannot be told apart, everything as it stands. */
function looseText(email: Email, raw: Buffer): string {
  const type = email.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!/^\s*multipart\//i.test(type) || email.attachments.length > 0) return ''
  const body = raw.subarray(headEnd(raw).body)
  return new TextDecoder(isUtf8(body) ? 'utf-8' : 'windows-1252').decode(body)
}

type Looked = { parts: ReadPart[]; warnings: Warning[]; fault: QuarantineReason | null; count: number }

async function partsOf(attachments: readonly Attachment[], depth = 0): Promise<Looked> {
  const looked: Looked = { parts: [], warnings: [], fault: null, count: attachments.length }
  for (const [index, attachment] of attachments.entries()) {
    if (looked.count > mostParts) return { ...looked, fault: 'too_many_parts' }
    const { name, warnings } = cleanName(attachment.filename, fallbackName(attachment, index + 1))
    const bytes = bytesOf(attachment)
    const note = noteOf(attachment, name, bytes)
    const isInline = attachment.related === true || attachment.disposition === 'inline'
    looked.parts.push({ name, mediaType: cleanMediaType(attachment.mimeType), bytes, isInline, note })
    looked.warnings.push(...warnings, ...warningsOfNote(note, name))
    looked.fault ??= note === 'executable' || note === 'archive_bomb' ? note : null
    if (note === 'message') await lookInside(looked, bytes, depth + 1)
  }
  return looked
}

/** A message within the message: its own parts count, and what is dangerous there is dangerous here. */
async function lookInside(looked: Looked, bytes: Uint8Array, depth: number): Promise<void> {
  if (depth > deepestMessages) return void (looked.fault ??= 'too_deep')
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const inner = await PostalMime.parse(raw, limits)
  const { fault, count } = await partsOf(inner.attachments, depth)
  looked.count += count
  looked.fault ??= looked.count > mostParts ? 'too_many_parts' : fault
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

const usual: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'message/delivery-status': 'txt',
}

function fallbackName({ mimeType }: Attachment, number: number): string {
  const extension = usual[mimeType] ?? (mimeType.startsWith('text/') ? 'txt' : 'bin')
  return `bilaga-${number}.${extension}`
}

function noteOf({ mimeType }: Attachment, name: string, bytes: Uint8Array): PartNote | null {
  if (mimeType === 'message/rfc822') return 'message'
  const byName = noteOfName(name)
  if (byName === 'executable') return byName
  if (isZip(bytes)) return noteOfZip(entriesOfZip(bytes)) ?? byName
  const byBytes = noteOfBytes(bytes)
  if (byBytes !== null) return byBytes
  if (byName !== null) return byName
  if (isArchiveName(name)) return 'locked_archive'
  return /^(text\/html|image\/svg|application\/xhtml|text\/xml|application\/xml)/.test(mimeType) ? 'active' : null
}

function warningsOfNote(note: PartNote | null, detail: string): Warning[] {
  if (note === 'sealed_archive' || note === 'locked_archive') return [{ code: 'sealed_archive', detail }]
  return note === 'macros' || note === 'active' ? [{ code: note, detail }] : []
}

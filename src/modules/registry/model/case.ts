/** What a case and its records are, and what the law and their state allow. Pure. */

import { text } from '../text.ts'
import type { Marked } from './secrecy.ts'

export const caseKinds = ['matter', 'assignment', 'referral_answer'] as const
export type CaseKind = (typeof caseKinds)[number]

export type Case = {
  readonly id: string
  readonly authorityId: string
  readonly authorityName: string
  readonly prefix: string
  readonly referenceNumber: string
  readonly kind: CaseKind
  readonly title: string
  readonly state: 'open' | 'closed'
  /** ISO days. */
  readonly openedOn: string
  readonly closedOn: string | null
  readonly officerId: string | null
  readonly officerName: string | null
  /** The other side's own case number. */
  readonly counterpart: string | null
  readonly dueOn: string | null
  /** Who set the last day, in words. */
  readonly dueSource: string | null
  /** Its place in the classification plan, and its type; null where nobody has said. */
  readonly classId: string | null
  readonly caseTypeId: string | null
  /** Marked as a whole: whoever can read it has need to. */
  readonly isSecret: boolean
}

export const directions = ['in', 'out', 'internal'] as const
export type Direction = (typeof directions)[number]

export const recordKinds = [
  'assignment',
  'memo',
  'proposal',
  'decision',
  'cover_letter',
  'referral',
  'statement',
  'extract',
  'compilation',
  'letter',
  'attachment',
  'other',
] as const
export type RecordKind = (typeof recordKinds)[number]

export type RecordFile = {
  readonly id: string
  readonly recordId: string
  /** 1, 2, 3 … in the record; versions of the same file share it. */
  readonly position: number
  readonly version: number
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly addedAt: Date
}

export type RecordItem = {
  readonly id: string
  readonly caseId: string
  readonly authorityId: string
  /** The number in the authority's registry that year. */
  readonly number: number
  readonly year: number
  /** The order in the case. */
  readonly seq: number
  readonly direction: Direction
  readonly kind: RecordKind
  readonly title: string
  /** Sender or recipient. */
  readonly party: string | null
  /** The ISO day it came in, went out or was drawn up. */
  readonly datedOn: string
  readonly originRecordId: string | null
  readonly registeredAt: Date
  readonly registeredByName: string
  /** When it was struck as registered by mistake; null for all others. */
  readonly struckAt: Date | null
  readonly isSecret: boolean
  /** What everybody may know of its marking; null when it is not marked. */
  readonly marking: Marked | null
  /** Whether title, party and files are kept from the one who reads: what stands here is what everybody may see. */
  readonly isWithheld: boolean
  /** Every version, by position and version; `currentFiles` gives those that hold now. */
  readonly files: readonly RecordFile[]
}

/** What of a record can be corrected. */
export type Corrected = Pick<RecordItem, 'title' | 'party' | 'datedOn' | 'kind'>

/** Where a case stands in the classification plan and of which type it is, in words; null where nobody has said. */
export type Filing = { readonly class: string | null; readonly caseType: string | null }

export type LinkKind = 'referral' | 'assignment' | 'related'

/** Where a case is read: by its number, so that the address can be copied and said. */
export function caseHref(theCase: Pick<Case, 'referenceNumber'>, tab = ''): string {
  return `/arenden/${encodeURIComponent(theCase.referenceNumber)}${tab === '' ? '' : `/${tab}`}`
}

export function recordHref(record: Pick<RecordItem, 'id'>): string {
  return `/handlingar/${record.id}`
}

/** The record's number in the authority's registry: '2023:17'. */
export function recordNumber({ year, number }: Pick<RecordItem, 'year' | 'number'>): string {
  return `${year}:${number}`
}

/** The latest version of each file, in order. */
export function currentFiles(files: readonly RecordFile[]): RecordFile[] {
  const latest = new Map<number, RecordFile>()
  for (const file of files) {
    if (file.version >= (latest.get(file.position)?.version ?? 0)) latest.set(file.position, file)
  }
  return [...latest.values()].sort((a, b) => a.position - b.position)
}

/** `SN-2023-1541` from the authority's format, e.g. '{prefix}-{year}-{n}' or '{prefix} {year}/{n}' (B-16). */
export function referenceNumber(
  format: string,
  { prefix, year, n }: { readonly prefix: string; readonly year: number; readonly n: number },
): string {
  const parts: Readonly<Record<string, string>> = { prefix, year: String(year), n: String(n) }
  return format.replaceAll(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}

/** What comes in is always registered, also when the case is closed (OSL 5:1, B-01); nothing else is added to a closed case. */
export function obstaclesToRegistering(theCase: Pick<Case, 'state'>, direction: Direction): string[] {
  return theCase.state === 'closed' && direction !== 'in' ? [text.obstacle.closed] : []
}

export function obstaclesToChanging(theCase: Pick<Case, 'state'>): string[] {
  return theCase.state === 'closed' ? [text.obstacle.closed] : []
}

/** Whether a matter is finished is the officer's judgement; only what is closed already cannot be closed. */
export function obstaclesToClosing(theCase: Pick<Case, 'state'>): string[] {
  return theCase.state === 'closed' ? [text.obstacle.alreadyClosed] : []
}

export function obstaclesToReopening(theCase: Pick<Case, 'state'>): string[] {
  return theCase.state === 'closed' ? [] : [text.obstacle.isOpen]
}

/** Who is not shown a record's own words cannot correct them, and what is struck stays as it was. */
export function obstaclesToCorrecting(
  theCase: Pick<Case, 'state'>,
  { isWithheld, struckAt }: Pick<RecordItem, 'isWithheld' | 'struckAt'>,
): string[] {
  return [
    ...obstaclesToChanging(theCase),
    ...(isWithheld ? [text.obstacle.notYours] : []),
    ...(struckAt === null ? [] : [text.placing.isStruck]),
  ]
}

/** Nothing is added to what one is not shown, nor to what is struck. */
export function obstaclesToAddingTo({ isWithheld, struckAt }: Pick<RecordItem, 'isWithheld' | 'struckAt'>): string[] {
  return [...(isWithheld ? [text.obstacle.withheld] : []), ...(struckAt === null ? [] : [text.placing.isStruck])]
}

/** The day of a record cannot be ahead of the day it is registered: it has come in, gone out or been drawn up (B-17, B-18). */
export function isDayToCome(datedOn: string, today: string): boolean {
  return datedOn > today
}

const byExtension: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What the sender said it is; where they did not know, what its name says. */
export function mediaTypeOf(name: string, said: string): string {
  const known = byExtension[name.split('.').at(-1)?.toLowerCase() ?? '']
  return said === '' || said === 'application/octet-stream' ? (known ?? 'application/octet-stream') : said
}

/** May the browser show it where it stands? The rest is downloaded. */
export function isViewable(mediaType: string): boolean {
  return /^(application\/pdf|text\/plain|image\/(png|jpeg|gif|webp))(;|$)/.test(mediaType)
}

/** The municipality's notice board (anslagstavlan): what may stand there, for how long, and when a decision has legal force. Pure. */

import { addDays, daysBetween, lastDayOfWeeks } from '../../../kernel/time.ts'
import { lastDayToNotice } from '../../meetings/index.ts'
import { text } from '../text.ts'
import { holdsPersonalNumber } from './personal-number.ts'

/** A-67, KL 8:10 and 8:11: a closed list. Information on how to appeal is on the board always, and is posted by nobody. */
export const noticeKinds = [
  'council_meeting',
  'board_meeting',
  'minutes',
  'minutes_in_full',
  'delegated_decisions',
  'decision_material',
  'required_by_law',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export type Notice = {
  readonly id: string
  readonly authorityId: string
  readonly authorityName: string
  readonly bodyId: string
  readonly bodyName: string
  readonly kind: NoticeKind
  readonly title: string
  readonly words: string | null
  readonly meetingId: string | null
  /** ISO days. */
  readonly meetingOn: string | null
  /** '§§ 88–92'. */
  readonly paragraphs: string | null
  readonly adjustedOn: string | null
  /** Where the minutes are kept, in the body's own words; null: with its registrar. */
  readonly keptAt: string | null
  readonly postedAt: Date
  readonly postedOn: string
  readonly postedByName: string | null
  /** Null where nothing can be appealed. */
  readonly lastAppealOn: string | null
  /** The day from which it is down, 00:00. */
  readonly endsOn: string
  /** Its words are not shown, for what they say (E-05). */
  readonly withheldAt: Date | null
  readonly withheldReason: string | null
  readonly replaces: string | null
  readonly replacedBy: string | null
  /** Breaks in its period that nobody has settled. */
  readonly openBreaks: number
}

const withAppeal: readonly NoticeKind[] = ['minutes', 'delegated_decisions']
const ofMeetings: readonly NoticeKind[] = ['council_meeting', 'board_meeting']

export const canBeAppealed = (kind: NoticeKind): boolean => withAppeal.includes(kind)
export const isOfMeeting = (kind: NoticeKind): boolean => ofMeetings.includes(kind)
export const isOfMinutes = (kind: NoticeKind): boolean => kind === 'minutes' || kind === 'minutes_in_full'

/** A-78, KL 13:5: three weeks from the day the notice was posted, moved to the next working day where it falls on a day off (CAL-02). */
export function lastDayToAppeal(postedOn: string): string {
  return lastDayOfWeeks(postedOn, 3)
}

/** The days of a notice. `through`: the last day it is to be up, for those that have no appeal period. */
export function periodOf(
  kind: NoticeKind,
  { postedOn, meetingOn, through }: { postedOn: string; meetingOn: string | null; through: string | null },
): { lastAppealOn: string | null; endsOn: string } {
  if (canBeAppealed(kind)) {
    const lastAppealOn = lastDayToAppeal(postedOn)
    return { lastAppealOn, endsOn: addDays(lastAppealOn, 1) }
  }
  const last = [postedOn, through, isOfMeeting(kind) ? meetingOn : null].filter((day) => day !== null).toSorted()
  return { lastAppealOn: null, endsOn: addDays(last.at(-1) ?? postedOn, 1) }
}

/** where what can be appealed is kept; null for a notice that tells of nothing kept. */
export function keptAtOf({ kind, keptAt }: Pick<Notice, 'kind' | 'keptAt'>): string | null {
  return canBeAppealed(kind) || isOfMinutes(kind) ? (keptAt ?? text.keptByRegistrar) : null
}

/** Posted by itself when minutes were adjusted: its title names the body and the day of the meeting, and it has no words. */
export function isAutomatic({ kind, meetingId }: Pick<Notice, 'kind' | 'meetingId'>): boolean {
  return kind === 'minutes' && meetingId !== null
}

/** E-05: what only says what must be on the board has nothing to withhold. */
export function obstaclesToWithholding(notice: Pick<Notice, 'kind' | 'meetingId' | 'withheldAt'>): string[] {
  if (notice.withheldAt !== null) return [text.obstacle.alreadyWithheld]
  return isAutomatic(notice) ? [text.obstacle.nothingToWithhold] : []
}

/** How many days after the second day from the adjustment it was posted; 0 when in time (A-69, KL 8:12). */
export function daysPostedLate({ adjustedOn, postedOn }: Pick<Notice, 'adjustedOn' | 'postedOn'>): number {
  return adjustedOn === null ? 0 : Math.max(0, daysBetween(lastDayToNotice(adjustedOn), postedOn))
}

export type NoticeState = 'up' | 'kept_up' | 'down'

/** it goes down on its day and never before, and not while a break in its period is unsettled. */
export function stateOf({ endsOn, openBreaks }: Pick<Notice, 'endsOn' | 'openBreaks'>, today: string): NoticeState {
  if (today < endsOn) return 'up'
  return openBreaks > 0 ? 'kept_up' : 'down'
}

/**
 * the day after the last day to appeal, when nobody has; null while that is open: there is an appeal, a break in the period
 * that nobody has settled, or a new notice in its place.
 */
export function legalForceOn(
  notice: Pick<Notice, 'lastAppealOn' | 'openBreaks' | 'replacedBy'>,
  isAppealed: boolean,
): string | null {
  if (notice.lastAppealOn === null || isAppealed || notice.openBreaks > 0 || notice.replacedBy !== null) return null
  return addDays(notice.lastAppealOn, 1)
}

/** A-01, KL 5:13: the council’s meeting is announced at least a week before its day; a least time is never shortened (CAL-05). */
export const daysBeforeCouncil = 7

export function warningsOfPosting(notice: Pick<Notice, 'kind' | 'postedOn' | 'meetingOn' | 'adjustedOn'>): string[] {
  const { kind, postedOn, meetingOn } = notice
  const warnings: string[] = []
  const late = daysPostedLate(notice)
  if (late > 0) warnings.push(text.warning.postedLate(late))
  if (kind === 'council_meeting' && meetingOn !== null && daysBetween(postedOn, meetingOn) < daysBeforeCouncil)
    warnings.push(text.warning.councilLate)
  return warnings
}

/** Whatever has no appeal period is up for a year at most. */
export const mostDaysUp = 366

export type ToPost = {
  readonly kind: NoticeKind
  readonly title: string
  readonly words: string | null
  readonly paragraphs: string | null
  readonly meetingOn: string | null
  readonly adjustedOn: string | null
  readonly through: string | null
}

/** What is wrong with each field of a notice that somebody posts. */
export function faultsOf(written: ToPost, today: string): Record<string, string> {
  const found = {
    title: faultOfWords(written.title),
    words: faultOfWords(written.words),
    paragraphs: faultOfWords(written.paragraphs),
    meetingOn: isOfMeeting(written.kind) ? faultOfMeeting(written.meetingOn, today) : undefined,
    adjustedOn: isOfMinutes(written.kind) ? faultOfAdjusted(written.adjustedOn, today) : undefined,
    through: endsOfItself(written.kind) ? undefined : faultOfThrough(written.through, today),
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, fault]) => (fault === undefined ? [] : [[field, fault]])),
  )
}

const endsOfItself = (kind: NoticeKind): boolean => canBeAppealed(kind) || isOfMeeting(kind)

/** E-06. */
function faultOfWords(written: string | null): string | undefined {
  return written !== null && holdsPersonalNumber(written) ? text.invalid.personalNumber : undefined
}

function faultOfMeeting(day: string | null, today: string): string | undefined {
  if (day === null) return text.invalid.meetingDay
  return day < today ? text.invalid.meetingPast : undefined
}

function faultOfAdjusted(day: string | null, today: string): string | undefined {
  if (day === null) return text.invalid.adjustedDay
  return day > today ? text.invalid.adjustedToCome : undefined
}

function faultOfThrough(day: string | null, today: string): string | undefined {
  if (day === null) return text.invalid.through
  if (daysBetween(today, day) > mostDaysUp) return text.invalid.throughLate
  return day < today ? text.invalid.throughPast : undefined
}

/** '§ 88', '§§ 88–90 och 93'. */
export function paragraphsText(paragraphs: readonly number[]): string {
  const runs: [number, number][] = []
  for (const one of [...paragraphs].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] + 1 === one) last[1] = one
    else runs.push([one, one])
  }
  const said = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  const joined = said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} ${text.and} ${said.at(-1)}`
  return `${paragraphs.length > 1 ? '§§' : '§'} ${joined}`
}

/** A break in a notice's period: the board was not served between the two moments (A-72, KL 13:5). */
export type Break = { readonly noticeId: string; readonly wentDown: Date; readonly cameUp: Date }
export const breakOutcomes = ['anew', 'stands'] as const
export type BreakOutcome = (typeof breakOutcomes)[number]
export type Settled = {
  readonly wentDown: Date
  readonly outcome: BreakOutcome
  readonly reason: string
  readonly settledAt: Date
  readonly settledByName: string
}

export type Appeal = {
  readonly id: string
  readonly decisionId: string | null
  readonly paragraph: number | null
  readonly cameOn: string
  readonly notedByName: string
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'notices.posted': {
      noticeId: string
      decisionId: string
      body: string
      paragraph: number
      postedOn: string
      lastAppealOn: string | null
      daysLate: number
    }
    'notices.appealed': { noticeId: string; decisionId: string; body: string; paragraph: number; cameOn: string }
    'notices.posted-anew': { noticeId: string; decisionId: string; body: string; paragraph: number; postedOn: string }
  }
}

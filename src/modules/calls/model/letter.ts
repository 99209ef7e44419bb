/** The letters to those who are called. Pure; their words are in Swedish, as all that a municipality sends. */

import { here } from '../../../kernel/post-words.ts'
import { capital, dayText } from '../../../kernel/ui/index.ts'
import type { Meeting, MeetingChange } from '../../meetings/index.ts'
import { text } from '../text.ts'
import type { CalledItem, Change } from './call.ts'

/** What kind of letter a call is, where letters are counted; it is about the meeting. */
export const callTopic = 'calls.call'

export type CallFacts = {
  readonly meeting: Pick<Meeting, 'id' | 'bodyName' | 'heldOn' | 'startsAt' | 'place'>
  readonly version: number
  readonly changes: readonly Change[]
  readonly words: string | null
  /** The matters in their order. */
  readonly items: readonly CalledItem[]
}

/** Time, place and the matters (KL 5:15), and in a later version first what is new. A letter travels in the open: what is marked is not named (B-04). */
export function callLetter({ meeting, version, changes, words, items }: CallFacts): { subject: string; text: string } {
  const { letter } = text
  const named = <T extends { readonly title: string | null; readonly isSecret: boolean }>(one: T): T =>
    one.isSecret ? { ...one, title: text.marked } : one
  const news = changes.map((change) => `– ${changeText(named(change))}`)
  const matters = items.map((item, index) => `${index + 1}. ${named(item).title}`)
  return {
    subject: letter.subject(capital(meeting.bodyName), dayText(meeting.heldOn), version),
    text: [
      letter.called(meeting.bodyName),
      whenAndWhere(meeting).join('\n'),
      words,
      news.length > 0 ? [letter.news, ...news].join('\n') : null,
      matters.length > 0 ? [letter.matters, ...matters].join('\n') : null,
      letter.read(here(`/sammantraden/${meeting.id}`)),
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
  }
}

/** A line each. */
export function whenAndWhere({ heldOn, startsAt, place }: Pick<Meeting, 'heldOn' | 'startsAt' | 'place'>): string[] {
  const { letter } = text
  const day = letter.day(dayText(heldOn), startsAt?.replace(':', '.') ?? null)
  return place === null ? [day] : [day, letter.place(place)]
}

/** To those who have been called to a meeting that is now on another day or not at all. */
export function changedLetter(
  meeting: CallFacts['meeting'],
  { body, from, to, reason }: MeetingChange,
): { subject: string; text: string } {
  const { letter } = text
  const isMoved = to !== null
  const reasons = reason === null ? null : letter.reason(reason)
  const link = letter.read(here(`/sammantraden/${meeting.id}`))
  const said = isMoved ? letter.moved(body, dayText(from)) : letter.cancelled(body, dayText(from))
  const parts = isMoved ? [said, whenAndWhere(meeting).join('\n'), reasons, link] : [said, reasons]
  const subject = isMoved ? letter.movedSubject : letter.cancelledSubject
  return { subject: subject(capital(body), dayText(from)), text: parts.filter((part) => part !== null).join('\n\n') }
}

export function changeText({ kind, title }: Pick<Change, 'kind' | 'title'>): string {
  return title === null ? text.change[kind]('') : text.change[kind](title)
}

/** What stands of the notice board on a meeting's page and below a decision. */

import { html, type Html } from '../../../kernel/html.ts'
import { addDays } from '../../../kernel/time.ts'
import { dayText, linkButton, notice as say, section } from '../../../kernel/ui/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { daysBeforeCouncil, isOfMeeting, legalForceOn, type Notice } from '../model/notice.ts'
import { text } from '../text.ts'
import { forceText } from './notice.ts'

export type PartProps = {
  readonly meeting: Meeting
  readonly notices: readonly Notice[]
  readonly mayPost: boolean
  readonly today: string
}

/** Null for a meeting that is past and has nothing posted. */
export function meetingPart({ meeting, notices, mayPost, today }: PartProps): Html | null {
  const isToCome = meeting.state === 'planned' && meeting.heldOn >= today
  const announcements = notices.filter(({ kind }) => isOfMeeting(kind))
  const isAnnounced = announcements.some(({ meetingOn }) => meetingOn === meeting.heldOn)
  if (notices.length === 0 && !isToCome) return null
  const isCouncil = meeting.bodyKind === 'council'
  const body = html`${notices.length === 0 ? html`<p>${text.part.none}</p>` : html`<ul>${notices.map(line)}</ul>`}
    ${
      isToCome &&
      !isAnnounced &&
      html`${announcements.length > 0 && say('warning', text.part.announcedElse)}${isCouncil && html`<p>${text.part.announceBy(dayText(addDays(meeting.heldOn, -daysBeforeCouncil)))}</p>`}${
        mayPost &&
        linkButton({ label: text.part.announce, href: `/anslag/nytt?sammantrade=${meeting.id}`, kind: 'secondary' })
      }`
    }`
  return section({ title: text.part.title, id: 'anslag', body })
}

function line(notice: Notice): Html {
  return html`<li>
    <a href="/anslag/${notice.id}">${text.kind[notice.kind]}</a>${notice.paragraphs !== null && html` ${notice.paragraphs}`}.
    ${daysWords(notice)}${notice.openBreaks > 0 && html` ${say('danger', text.part.broken)}`}
  </li>`
}

function daysWords({ postedOn, lastAppealOn, endsOn }: Notice): string {
  return lastAppealOn === null
    ? text.part.upPlain(dayText(postedOn), dayText(addDays(endsOn, -1)))
    : text.part.up(dayText(postedOn), dayText(lastAppealOn))
}

/** Below an adjusted decision: its notice, and when it has legal force (A-83). */
export function decisionPart(
  notice: Notice,
  { isAppealed, today }: { readonly isAppealed: boolean; readonly today: string },
): Html {
  const force = forceText(legalForceOn(notice, isAppealed), today)
  return html`<p>
    <a href="/anslag/${notice.id}">${text.part.title}</a>: ${daysWords(notice)}
    ${isAppealed && text.part.appealed} ${force}.
  </p>`
}

/** The public notice board: what is up, each notice by itself, and how to appeal. Needs no sign-in and no JavaScript. */

import { html, type Html } from '../../../kernel/html.ts'
import { addDays } from '../../../kernel/time.ts'
import {
  capital,
  chips,
  dateTimeText,
  dayText,
  emptyState,
  facts,
  pageHead,
  section,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { canBeAppealed, isOfMeeting, keptAtOf, type Notice } from '../model/notice.ts'
import { momentText } from '../papers.ts'
import { text } from '../text.ts'

export const boardHref = '/anslagstavla'
export const kioskHref = `${boardHref}/skarm`

export type BoardProps = {
  readonly notices: readonly Notice[]
  /** The bodies that have something up. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly bodyId: string | null
  readonly now: Date
  readonly isKiosk: boolean
}

/** A-65, A-66, A-68. */
export function boardPage(props: BoardProps): Screen {
  const { notices, bodyId, isKiosk } = props
  const groups = [
    { title: text.kindsInPlural.minutes, of: notices.filter(({ kind }) => canBeAppealed(kind)) },
    { title: text.kindsInPlural.meetings, of: notices.filter(({ kind }) => isOfMeeting(kind)) },
    {
      title: text.kindsInPlural.others,
      of: notices.filter(({ kind }) => !canBeAppealed(kind) && !isOfMeeting(kind)),
    },
  ].filter(({ of }) => of.length > 0)
  const empty = bodyId === null ? { title: text.board.empty, text: text.board.emptyText } : emptyOfBody()
  return {
    title: text.board.title,
    width: 'reading',
    body: html`<div class="k-board"${isKiosk && html` data-kiosk data-again="300"`}>
      ${pageHead({ title: text.board.title, lead: text.board.lead })}
      ${choose(props)}
      ${notices.length === 0 && emptyState(empty)}
      ${groups.map(({ title, of }) => section({ title, count: of.length, body: list(of) }))}
      ${section({ title: text.appeal.title, id: 'overklaga', body: howToAppeal() })}
      <p class="k-quiet">
        ${text.board.asOf} ${dateTimeText(props.now)}.
        <a href="${isKiosk ? boardHref : kioskHref}">${isKiosk ? text.board.wide : text.board.kiosk}</a>
      </p>
    </div>`,
  }
}

function emptyOfBody() {
  return { title: text.board.emptyBody, text: html`<a href="${boardHref}">${text.board.everyBody}</a>` }
}

function choose({ bodies, bodyId, isKiosk }: BoardProps): Html | false {
  if (isKiosk || (bodies.length < 2 && bodyId === null)) return false
  const all = { label: text.board.everyBody, href: boardHref, current: bodyId === null }
  const each = bodies.map(({ id, name }) => ({
    label: capital(name),
    href: `${boardHref}?organ=${id}`,
    current: id === bodyId,
  }))
  return chips([all, ...each], text.board.bodies)
}

function list(notices: readonly Notice[]): Html {
  return html`<ul class="k-board-list">
    ${notices.map(
      (notice) =>
        html`<li>
          <article class="k-notice-sheet" aria-labelledby="a-${notice.id}">
            <p class="k-over"><span>${capital(notice.bodyName)}</span></p>
            <h3 id="a-${notice.id}"><a href="${boardHref}/${notice.id}">${titleOf(notice)}</a></h3>
            ${sheetFacts(notice)}
          </article>
        </li>`,
    )}
  </ul>`
}

/** Longer words than these are read on the notice's own page. */
const mostOnTheBoard = 600

/** On the board under its heading: what everyone needs; the heading says what it is, and a meeting's title which day. */
function sheetFacts(notice: Notice): Html {
  const { words, kind, meetingOn } = notice
  const isShort = notice.withheldAt !== null || (words !== null && words.length <= mostOnTheBoard)
  const isOther = !canBeAppealed(kind) && !isOfMeeting(kind)
  return html`${isShort && noticeWords(notice)}${factsOf({ ...notice, meetingOn: isOfMeeting(kind) ? null : meetingOn }, isOther)}`
}

/** A-70, A-74: what a notice says beside its words. */
export function noticeFacts(notice: Notice): Html {
  return factsOf(notice, true)
}

function factsOf(notice: Notice, withKind: boolean): Html {
  const day = (iso: string | null) => iso && dayText(iso)
  return facts([
    { term: text.field.kind, value: withKind && text.kind[notice.kind] },
    { term: text.field.meetingOn, value: day(notice.meetingOn) },
    { term: text.field.paragraphs, value: notice.paragraphs },
    { term: text.field.adjustedOn, value: day(notice.adjustedOn) },
    { term: text.field.keptAt, value: keptAtOf(notice) },
    { term: text.field.postedOn, value: day(notice.postedOn) },
    {
      term: text.field.lastAppealOn,
      value: notice.lastAppealOn && html`<strong>${dayText(notice.lastAppealOn)}</strong>`,
    },
    { term: text.field.endsOn, value: day(notice.endsOn) },
  ])
}

function howToAppeal(): Html {
  const { lead, how, what, toUs, later, notThese } = text.appeal
  return html`<p>${lead}</p>
    <ul>
      ${[how, what, toUs, later, notThese].map((point) => html`<li>${point}</li>`)}
    </ul>
    <p><cite>${text.appeal.law}</cite></p>`
}

/** One notice by itself, with an address that can be copied. */
export function publicNoticePage(notice: Notice): Screen {
  return {
    title: titleOf(notice),
    width: 'reading',
    body: html`<div class="k-board">
      ${pageHead({ title: titleOf(notice), over: html`<a href="${boardHref}">${text.board.title}</a> · ${capital(notice.bodyName)}` })}
      ${noticeWords(notice)} ${noticeFacts(notice)}
      ${canBeAppealed(notice.kind) && section({ title: text.appeal.title, body: howToAppeal() })}
    </div>`,
  }
}

/** What is withheld is called by its kind. */
export function titleOf({ title, kind }: Pick<Notice, 'title' | 'kind'>): string {
  return title === '' ? text.kind[kind] : title
}

export function noticeWords({ words, withheldAt }: Notice): Html | false {
  if (withheldAt !== null) return html`<p>${text.board.withheld(momentText(withheldAt))}</p>`
  return words !== null && html`${words.split(/\n{2,}/).map((part) => html`<p class="k-lines">${part}</p>`)}`
}

/** It has been there and is down: neither its title nor its words (E-11). */
export function takenDownPage({ endsOn }: Notice): Screen {
  return {
    title: text.board.down,
    width: 'reading',
    body: html`${pageHead({ title: text.board.down, over: html`<a href="${boardHref}">${text.board.title}</a>` })}
      <p>${text.board.downText(dayText(addDays(endsOn, -1)))}</p>`,
  }
}

/** An authority's own notices, and where its minutes are kept. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  dateOnly,
  disclosure,
  emptyState,
  field,
  linkButton,
  pageHead,
  rejectionOf,
  section,
  status,
  table,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import { stateOf, type Notice, type NoticeState } from '../model/notice.ts'
import { text } from '../text.ts'
import { boardHref, titleOf } from './board.ts'

export type ListProps = {
  readonly notices: readonly Notice[]
  readonly next: string | null
  /** The bodies one keeps, with where each one's minutes are. */
  readonly places: readonly { readonly body: Body; readonly keptAt: string }[]
  readonly mayPost: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

const kinds: Readonly<Record<NoticeState, StatusKind>> = { up: 'now', kept_up: 'late', down: 'done' }

export function noticeStatus(notice: Notice, today: string): Html {
  const state = stateOf(notice, today)
  return status(kinds[state], text.state[state])
}

export function listPage({ notices, next, places, mayPost, today, rejected }: ListProps): Screen {
  const see = linkButton({ label: text.list.see, href: boardHref, kind: 'secondary' })
  const post = mayPost && linkButton({ label: text.list.post, href: '/anslag/nytt' })
  return {
    title: text.list.title,
    section: 'notices',
    body: html`${pageHead({ title: text.list.title, lead: text.list.lead, actions: html`${see}${post}` })}
      ${table({
        caption: text.list.caption,
        columns: [
          { key: 'what', head: text.list.what },
          { key: 'kind', head: text.field.kind, hideOnPhone: true },
          { key: 'posted', head: text.field.postedOn },
          { key: 'last', head: text.field.lastAppealOn },
          { key: 'ends', head: text.field.endsOn, hideOnPhone: true },
          { key: 'state', head: text.list.state },
        ],
        rows: notices.map((notice) => ({
          href: `/anslag/${notice.id}`,
          cells: {
            what: html`${titleOf(notice)}${notice.paragraphs !== null && html` <span class="k-quiet">${notice.paragraphs}</span>`}`,
            kind: text.kind[notice.kind],
            posted: dateOnly(notice.postedOn),
            last: notice.lastAppealOn === null ? '' : dateOnly(notice.lastAppealOn),
            ends: dateOnly(notice.endsOn),
            state: noticeStatus(notice, today),
          },
        })),
        empty: emptyState({ title: text.list.empty, text: text.list.emptyText, icon: 'calendar' }),
        more: next === null ? undefined : `/anslag?efter=${next}`,
      })}
      ${mayPost && places.length > 0 && section({ title: text.list.places, body: placesPart(places, rejected) })}`,
  }
}

function placesPart(places: ListProps['places'], rejected: Rejected | undefined): Html {
  return html`<p>${text.list.placesText}</p>
    ${places.map(({ body, keptAt }) => {
      const action = `/anslag/platser/${body.id}`
      const back = rejectionOf(rejected, action)
      const form = html`<form class="k-form" method="post" action="${action}">
        ${field({
          name: 'keptAt',
          label: text.field.keptAt,
          value: keptAt,
          required: true,
          rejected: back,
          ...(back === undefined && { id: `keptAt-${body.id}` }),
        })}
        ${button({ label: text.list.savePlace, kind: 'secondary' })}
      </form>`
      return disclosure({ summary: `${capital(body.name)}: ${keptAt}`, body: form, open: back !== undefined })
    })}`
}

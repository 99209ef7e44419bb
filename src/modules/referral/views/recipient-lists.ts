/** An authority's saved lists of bodies: all of them, and one to change. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  dateOnly,
  emptyState,
  field,
  linkButton,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import type { RecipientList } from '../model/recipient-list.ts'
import { text } from '../text/recipient-lists.ts'
import { bodyFields } from './draft-recipients.ts'

export type ListsProps = {
  readonly authorityName: string
  readonly lists: readonly RecipientList[]
  readonly removed: readonly RecipientList[]
  readonly askable: readonly Body[]
}

/** '/remisser/listor'. */
export function listsScreen({ authorityName, lists, removed, askable }: ListsProps): Screen {
  return {
    title: text.title,
    section: 'referrals',
    body: html`
      ${pageHead({ title: text.title, lead: text.lead(authorityName) })} ${listTable(lists, askable)}
      ${removed.length > 0 && removedSection(removed)}
    `,
  }
}

function listTable(lists: readonly RecipientList[], askable: readonly Body[]): Html {
  const names = new Map(askable.map(({ id, name }) => [id, name]))
  return table({
    caption: text.caption,
    columns: [
      { key: 'name', head: text.name },
      { key: 'whom', head: text.whom },
      { key: 'count', head: text.count, numeric: true },
      { key: 'savedOn', head: text.savedOn, hideOnPhone: true },
    ],
    rows: lists.map(({ id, name, bodyIds, savedAt }) => ({
      href: `/remisser/listor/${id}`,
      cells: {
        name,
        whom: capital(inOrder(bodyIds.flatMap((bodyId) => names.get(bodyId) ?? [])).join(', ')),
        count: bodyIds.length,
        savedOn: dateOnly(swedishDay(savedAt)),
      },
    })),
    empty: emptyState({
      title: text.none,
      text: text.noneText,
      action: linkButton({ href: '/remisser', label: text.toReferrals, kind: 'secondary' }),
    }),
  })
}

function inOrder(names: readonly string[]): string[] {
  return names.toSorted((a, b) => a.localeCompare(b, 'sv'))
}

function removedSection(removed: readonly RecipientList[]): Html {
  return section({
    title: text.removedOnes,
    id: 'borttagna',
    body: html`<ul class="k-plain-list">
      ${removed.map(
        ({ id, name }) =>
          html`<li>
            <form method="post" action="/remisser/listor/${id}/lagg-tillbaka">
              ${button({ label: text.restore(name), kind: 'secondary', small: true })}
            </form>
          </li>`,
      )}
    </ul>`,
  })
}

export type OneListProps = {
  readonly list: RecipientList
  readonly askable: readonly Body[]
  readonly rejected: Rejected | undefined
}

/** '/remisser/listor/:listId'. */
export function oneListScreen({ list, askable, rejected }: OneListProps): Screen {
  const action = `/remisser/listor/${list.id}`
  const back = rejectionOf(rejected, action)
  return {
    title: list.name,
    section: 'referrals',
    width: 'reading',
    body: html`
      ${pageHead({ title: list.name, over: html`<a href="/remisser/listor">${text.back}</a>` })}
      ${primaryForm({
        action,
        label: text.save,
        fields: html`${field({ name: 'name', label: text.name, value: list.name, maxLength: 120, rejected: back })}
        ${bodyFields(askable, { asked: list.bodyIds, rejected: back })}`,
      })}
      ${primaryForm({ action: `${action}/ta-bort`, label: text.remove, kind: 'danger' })}
    `,
  }
}

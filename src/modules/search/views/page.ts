import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  columns,
  copyLink,
  disclosure,
  emptyState,
  field,
  hiddenFields,
  icon,
  pageHead,
  rejectionOf,
  section,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { addressOf, type FoundItem, type FoundPage, type SavedSearch } from '../model.ts'
import { text } from '../text.ts'
import { chosenFilters, facetLists, type Chosen } from './facets.ts'
import { resultList } from './results.ts'

export type SearchPageProps = Chosen & {
  readonly numbers: readonly FoundItem[]
  /** Null: nothing was asked. */
  readonly page: FoundPage | null
  readonly meant: readonly string[]
  readonly saved: readonly SavedSearch[]
  /** On a page further down, numbers and facets stand on the first. */
  readonly isFirst: boolean
  readonly rejected?: Rejected | undefined
}

/** One box; what was found; and beside it what narrows it down, or one's saved searches. */
export function searchPage(props: SearchPageProps): Screen {
  const title = props.q === '' ? text.title : text.results(props.q)
  return {
    title,
    section: 'search',
    width: 'wide',
    body: html`${pageHead({ title: text.title })}${searchBox(props)}${
      props.page === null && props.numbers.length === 0 ? beforeAsking(props) : answered(props)
    }`,
  }
}

function searchBox({ q, filters, names }: SearchPageProps): Html {
  const kept = new URLSearchParams(addressOf({ q: '', filters }, ''))
  return html`<form class="k-form k-search-box" method="get" action="/sok" role="search">${hiddenFields(Object.fromEntries(kept))}
    ${field({ name: 'q', label: text.label, help: text.help, value: q, type: 'search', width: 'full', maxLength: 200, autocomplete: 'off' })}
    ${button({ label: text.submit, icon: 'search' })}</form>${chosenFilters({ q, filters, names })}`
}

function beforeAsking({ saved }: SearchPageProps): Html {
  return html`${emptyState({ title: text.startTitle, text: text.start, icon: 'search' })}${savedList(saved)}${syntax()}`
}

function answered(props: SearchPageProps): Html {
  const { page, numbers } = props
  const items = page?.items ?? []
  if (items.length + numbers.length === 0) return html`${nothing(props)}${syntax()}`
  const aside =
    page === null || !props.isFirst
      ? html``
      : disclosure({ summary: text.filters, body: facetLists(props, page.facets, page.isMore), open: true })
  return columns(
    html`${numberHits(props)}${items.length > 0 && page !== null && hits(props, page)}`,
    html`${aside}${keep(props)}${savedList(props.saved)}${syntax()}`,
  )
}

function numberHits({ numbers }: SearchPageProps): Html {
  if (numbers.length === 0) return html``
  return section({ title: text.byNumber, body: resultList(numbers, []) })
}

function hits(props: SearchPageProps, page: FoundPage): Html {
  const { q, filters } = props
  const count = page.isMore ? text.more(String(page.count)) : String(page.count)
  return section({
    title: props.isFirst ? text.count(count) : text.found,
    actions: html`<p class="k-help">${text.newestFirst}</p>`,
    body: html`${resultList(page.items, page.shown)}<div class="k-table-foot">${
      page.next !== null &&
      html`<a class="ds-button" data-variant="secondary" data-color="neutral" href="${addressOf({ q, filters, after: page.next })}">${text.showMore}</a>`
    }<a class="k-quiet-link" href="${addressOf({ q, filters }, '/sok.csv')}" download title="${text.csvMost}">${icon('download')}${text.csv}</a>${copyLink(text.share)}</div>`,
  })
}

function nothing({ q, filters, meant }: SearchPageProps): Html {
  const action =
    meant.length === 0
      ? {}
      : {
          action: html`<p>${text.meant} ${meant.map(
            (words, index) => html`${index > 0 && ', '}<a href="${addressOf({ q: words, filters })}">${words}</a>`,
          )}?</p>`,
        }
  return emptyState({ title: text.noneTitle(q), text: text.none, icon: 'search', ...action })
}

function keep({ q, filters, rejected }: SearchPageProps): Html {
  const query = addressOf({ q, filters }, '').replace(/^\?/, '')
  const form = html`<form class="k-form" method="post" action="${saveForm}">${hiddenFields({ query })}${field({
    name: 'name',
    label: text.saveName,
    value: q.slice(0, 100),
    maxLength: 100,
    required: true,
    rejected: rejectionOf(rejected, saveForm),
  })}${button({ label: text.save, kind: 'secondary' })}</form>`
  return disclosure({ summary: text.saveTitle, body: form, open: rejectionOf(rejected, saveForm) !== undefined })
}

export const saveForm = '/sok/spara'

function savedList(saved: readonly SavedSearch[]): Html {
  if (saved.length === 0) return html``
  return section({
    title: text.saved,
    body: html`<ul class="k-saved">${saved.map(
      ({ id, name, query }) =>
        html`<li><a href="/sok${query}">${name}</a><form method="post" action="/sok/${id}/ta-bort">${button({
          label: text.forget,
          kind: 'tertiary',
          small: true,
        })}<span class="k-hidden">${name}</span></form></li>`,
    )}</ul>`,
  })
}

function syntax(): Html {
  return disclosure({
    summary: text.syntaxTitle,
    body: html`<ul>${Object.values(text.syntax).map((line) => html`<li>${line}</li>`)}</ul>`,
  })
}

import { html, type Html } from '../../../kernel/html.ts'
import {
  dateOnly,
  emptyState,
  field,
  pageHead,
  button,
  section,
  status,
  table,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../model.ts'
import type { Found, FoundRecord } from '../queries.ts'
import { text } from '../text.ts'

/** What was asked and what was found: cases by number first, then by words, then records. */
export function searchPage({ asked, found }: { readonly asked: string; readonly found: Found }): Screen {
  const cases = [...found.byNumber, ...found.byWords]
  return {
    title: text.search.title,
    section: 'cases',
    body: html`${pageHead({ title: asked === '' ? text.search.title : text.search.resultsFor(asked) })}${searchForm(asked)}${
      cases.length > 0 && section({ title: text.search.cases, count: cases.length, body: caseTable(cases) })
    }${
      found.records.length > 0 &&
      section({ title: text.search.records, count: found.records.length, body: recordTable(found.records) })
    }${cases.length + found.records.length === 0 && nothing(asked)}`,
  }
}

function searchForm(asked: string): Html {
  return html`<form class="k-form" method="get" action="/sok" role="search">${field({
    name: 'q',
    label: text.search.label,
    value: asked,
    type: 'search',
    width: 'l',
    maxLength: 200,
  })}${button({ label: text.search.submit, icon: 'search' })}</form>`
}

function nothing(asked: string): Html {
  if (asked === '') return emptyState({ title: text.search.startTitle, text: text.search.start, icon: 'search' })
  return emptyState({ title: text.search.noneTitle(asked), text: text.search.none, icon: 'search' })
}

function caseTable(cases: readonly Case[]): Html {
  return table({
    caption: text.search.cases,
    columns: [
      { key: 'number', head: text.list.number },
      { key: 'title', head: text.list.caseTitle },
      { key: 'authority', head: text.list.authority },
      { key: 'officer', head: text.list.officer },
      { key: 'state', head: text.list.state },
    ],
    rows: cases.map((theCase) => ({
      href: caseHref(theCase),
      cells: {
        number: html`<span class="k-number">${theCase.referenceNumber}</span>`,
        title: theCase.title,
        authority: theCase.authorityName,
        officer: theCase.officerName ?? text.overview.nobody,
        state: status(theCase.state === 'open' ? 'now' : 'done', text.states[theCase.state]),
      },
    })),
    empty: html``,
  })
}

function recordTable(records: readonly FoundRecord[]): Html {
  return table({
    caption: text.search.records,
    columns: [
      { key: 'title', head: text.record.what },
      { key: 'party', head: text.record.party },
      { key: 'day', head: text.record.day },
      { key: 'case', head: text.record.inCase },
    ],
    rows: records.map((record) => ({
      href: `/handlingar/${record.id}`,
      cells: {
        title: record.title,
        party: record.party,
        day: dateOnly(record.datedOn),
        case: html`<a href="${caseHref(record)}" class="k-number">${record.referenceNumber}</a>`,
      },
    })),
    empty: html``,
  })
}

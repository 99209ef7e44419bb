/** Postlista: what has been registered at an authority, chosen by day, direction, kind and officer; as a page, a file, on paper. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  chips,
  dateField,
  dateOnly,
  disclosure,
  emptyState,
  icon,
  linkButton,
  pageHead,
  select,
  table,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, directions, recordHref, recordKinds, type Direction, type RecordKind } from '../model.ts'
import type { JournalPage, JournalRow } from '../queries.ts'
import { text } from '../text.ts'
import { csv } from './csv.ts'
import { struckTag, struckThrough } from './placing.ts'
import { secretTag } from './secrecy.ts'

/** As the address says it. */
export type JournalChoices = {
  readonly riktning?: Direction | undefined
  readonly fran?: string | undefined
  readonly till?: string | undefined
  readonly slag?: RecordKind | undefined
  readonly handlaggare?: string | undefined
  readonly myndighet?: string | undefined
}

export type JournalProps = {
  readonly page: JournalPage
  readonly choices: JournalChoices
  readonly authority: { readonly id: string; readonly name: string }
  readonly authorities: readonly { readonly id: string; readonly name: string }[]
  readonly officers: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
}

function address(
  choices: JournalChoices,
  { path = '/handlingar', after }: { path?: string; after?: string } = {},
): string {
  const chosen = { ...choices, efter: after }
  const query = new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** What has been registered at an authority, the latest first. */
export function journalPage(props: JournalProps): Screen {
  const { page, choices, authority, today } = props
  const { journal } = text
  const chip = (label: string, riktning: Direction | undefined) => ({
    label,
    href: address({ ...choices, riktning }),
    current: riktning === choices.riktning,
  })
  const day = (label: string, chosen: { fran?: string; till?: string }) => ({
    label,
    href: address({ ...choices, fran: chosen.fran, till: chosen.till }),
    current: choices.fran === chosen.fran && choices.till === chosen.till,
  })
  const days = [day(journal.everyDay, {}), day(journal.today, { fran: today, till: today })]
  return {
    title: journal.title,
    section: 'cases',
    body: html`${pageHead({
      title: journal.title,
      lead: journal.lead(authority.name),
      actions: html`<button type="button" class="ds-button k-js-only" data-variant="secondary" data-print>${icon('print')}${journal.print}</button>${linkButton(
        { href: '/arenden', label: journal.toCases, kind: 'secondary' },
      )}`,
    })}${chips(days, journal.day)}${chips(
      [chip(journal.everyDirection, undefined), ...directions.map((each) => chip(text.directions[each], each))],
      journal.direction,
    )}${filterForm(props)}${journalTable(page, choices)}`,
  }
}

/** A form that only reads: what is chosen stands in the address. */
function filterForm({ choices, authority, authorities, officers, today }: JournalProps): Html {
  const { journal, record, list } = text
  const { riktning, fran, till, slag, handlaggare } = choices
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: capital(name) }))
  const kinds = recordKinds.map((value) => ({ value, label: text.recordKinds[value] }))
  const body = html`<form class="k-form" method="get" action="/handlingar">
    ${riktning !== undefined && html`<input type="hidden" name="riktning" value="${riktning}">`}
    ${select({ name: 'myndighet', label: list.authority, choices: named(authorities), value: authority.id, empty: false })}
    <div class="k-pair">${dateField({ name: 'fran', label: journal.from, value: fran, max: today })}${dateField({ name: 'till', label: journal.to, value: till, max: today })}</div>
    ${select({ name: 'slag', label: record.kind, choices: kinds, value: slag, empty: journal.everyKind })}
    ${select({ name: 'handlaggare', label: list.officer, choices: named(officers), value: handlaggare, empty: journal.everybody })}
    <div class="k-actions">${button({ label: journal.show, kind: 'secondary' })}</div>
  </form>`
  const isChosen = [slag, handlaggare, choices.myndighet].some((value) => value !== undefined)
  const isPeriod = (fran !== undefined || till !== undefined) && !(fran === today && till === today)
  return disclosure({ summary: journal.more, body, open: isChosen || isPeriod })
}

function journalTable({ records, next }: JournalPage, choices: JournalChoices): Html {
  const { journal, record, list } = text
  const isChosen = Object.values(choices).some((value) => value !== undefined)
  return table({
    caption: journal.caption,
    columns: [
      { key: 'number', head: record.number },
      { key: 'title', head: record.what },
      { key: 'direction', head: record.direction },
      { key: 'party', head: journal.party },
      { key: 'day', head: record.day },
      { key: 'case', head: list.number },
    ],
    rows: records.map(journalRow),
    more: next === null ? undefined : address(choices, { after: next }),
    csv: address(choices, { path: '/handlingar.csv' }),
    empty: emptyState({
      title: journal.emptyTitle,
      text: isChosen ? journal.emptyChosen : journal.empty,
      action: isChosen
        ? linkButton({ href: '/handlingar', label: journal.all, kind: 'secondary' })
        : linkButton({ href: '/arenden', label: journal.toCases, kind: 'secondary' }),
    }),
  })
}

/** Day and number always show (OSL 5:2, B-06); of what lies in a case that is kept from the reader, nothing else. */
function journalRow({ number, direction, datedOn, shown }: JournalRow) {
  const always = {
    number: html`<span class="k-number">${number}</span>`,
    direction: text.directions[direction],
    day: dateOnly(datedOn),
  }
  if (shown === null) {
    const title = html`<span>${text.secrecy.leftOut} ${secretTag(null)}</span>`
    return { cells: { ...always, title, party: text.secrecy.leftOut, case: text.secrecy.leftOut } }
  }
  const { title, kind, party, isSecret } = shown
  return {
    href: recordHref(shown),
    cells: {
      ...always,
      title: html`<span>${struckThrough(shown, title)} <small>${text.recordKinds[kind]}</small> ${isSecret && secretTag(null)} ${struckTag(shown)}</span>`,
      party: party !== null && struckThrough(shown, capital(party)),
      case: html`<a href="${caseHref(shown)}" class="k-number">${shown.referenceNumber}</a>`,
    },
  }
}

/** The same as the page shows, for a spreadsheet. */
export function journalCsv(rows: readonly JournalRow[]): Uint8Array {
  const { journal, record, list, secrecy } = text
  const head = [
    record.registryNumber,
    record.day,
    record.direction,
    record.kind,
    record.title,
    journal.party,
    list.number,
    text.placing.struck,
  ]
  return csv([
    head,
    ...rows.map(({ number, datedOn, direction, shown }) => {
      const always = [number, datedOn, text.directions[direction]]
      if (shown === null) return [...always, null, secrecy.leftOut, secrecy.leftOut, secrecy.leftOut, null]
      const struck = shown.struckAt === null ? null : text.placing.struck
      return [...always, text.recordKinds[shown.kind], shown.title, shown.party, shown.referenceNumber, struck]
    }),
  ])
}

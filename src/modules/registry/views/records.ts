import { html, type Html } from '../../../kernel/html.ts'
import {
  capital,
  chips,
  dateOnly,
  emptyState,
  icon,
  linkButton,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  caseHref,
  currentFiles,
  directions,
  recordHref,
  type Case,
  type Direction,
  type MovedAway,
  type RecordItem,
} from '../model.ts'
import type { JournalPage, JournalRow } from '../queries.ts'
import { text } from '../text.ts'
import { movedRow, struckTag, struckThrough } from './placing.ts'
import { recordFieldsOf, type KeptFile } from './record-form.ts'
import { secretTag } from './secrecy.ts'

export type RecordsProps = {
  readonly theCase: Case
  readonly records: readonly RecordItem[]
  /** The numbers that records have left. */
  readonly moved: readonly MovedAway[]
  readonly mayRegister: boolean
  readonly kept: readonly KeptFile[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

/** A case's records: date, number, party and what each is about (OSL 5:2, B-05); and the form that registers one. */
export function recordsBody(props: RecordsProps): Html {
  return html`${recordsTable(props)}${props.mayRegister && registerForm(props)}`
}

function recordsTable({ theCase, records, moved, mayRegister }: RecordsProps): Html {
  const { record } = text
  return table({
    caption: record.caption,
    columns: [
      { key: 'number', head: record.number },
      { key: 'title', head: record.what },
      { key: 'direction', head: record.direction },
      { key: 'party', head: record.party },
      { key: 'day', head: record.day },
      { key: 'files', head: record.files },
    ],
    rows: [...records.map((item) => recordRow(item, theCase)), ...moved.map(movedRow)].toSorted(
      (a, b) => a.seq - b.seq,
    ),
    csv: caseHref(theCase, 'handlingar.csv'),
    empty: emptyState({
      title: record.emptyTitle,
      text: mayRegister ? record.empty : record.emptyReader,
      icon: 'folder',
    }),
  })
}

function recordRow(item: RecordItem, theCase: Case) {
  const title = html`<span>${struckThrough(item, item.title)} <small>${text.recordKinds[item.kind]}</small> ${
    item.isSecret && secretTag(item.marking)
  } ${struckTag(item)}</span>`
  return {
    seq: item.seq,
    href: recordHref(item),
    cells: {
      number: item.seq,
      title,
      direction: directionOf(item),
      party: struckThrough(item, item.party ?? theCase.authorityName),
      day: dateOnly(item.datedOn),
      files: filesOf(item),
    },
  }
}

function directionOf({ direction }: RecordItem): Html {
  const picture = ({ in: 'arrowRight', out: 'arrowLeft', internal: 'file' } as const)[direction]
  return html`<span class="k-status">${icon(picture)} ${text.directions[direction]}</span>`
}

function filesOf(record: RecordItem): Html {
  const files = currentFiles(record.files)
  if (record.isWithheld) return html`${text.secrecy.leftOut}`
  if (files.length === 0) return html`${text.record.noFileShort}`
  return html`<span>${files.map((file, index) => html`${index > 0 && ', '}<a href="/filer/${file.id}?visa=1">${file.name}</a>`)}</span>`
}

function registerForm({ theCase, kept, today, rejected }: RecordsProps): Html {
  const action = `/arenden/${theCase.id}/handlingar`
  const fields = recordFieldsOf({ prefix: '', rejected: rejectionOf(rejected, action), kept, today })
  return section({
    title: text.record.register,
    id: 'registrera',
    body: primaryForm({ action, label: text.record.submit, files: true, fields }),
  })
}

export type JournalProps = {
  readonly page: JournalPage
  readonly authorityName: string
  readonly direction: Direction | null
}

/** Postlista: what has been registered at an authority, the latest first. */
export function journalPage({ page, authorityName, direction }: JournalProps): Screen {
  const { journal } = text
  const address = (chosen: Direction | null, after?: string) => {
    const query = new URLSearchParams({
      ...(chosen !== null && { riktning: chosen }),
      ...(after !== undefined && { efter: after }),
    })
    return query.size === 0 ? '/handlingar' : `/handlingar?${query.toString()}`
  }
  const chip = (label: string, chosen: Direction | null) => ({
    label,
    href: address(chosen),
    current: chosen === direction,
  })
  return {
    title: journal.title,
    section: 'cases',
    body: html`${pageHead({
      title: journal.title,
      lead: journal.lead(authorityName),
      actions: linkButton({ href: '/arenden', label: journal.toCases, kind: 'secondary' }),
    })}${chips(
      [chip(journal.everyDirection, null), ...directions.map((each) => chip(text.directions[each], each))],
      journal.direction,
    )}${journalTable(page, page.next === null ? undefined : address(direction, page.next))}`,
  }
}

function journalTable({ records }: JournalPage, more: string | undefined): Html {
  const { journal, record, list } = text
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
    more,
    empty: emptyState({
      title: journal.emptyTitle,
      text: journal.empty,
      action: linkButton({ href: '/arenden', label: journal.toCases, kind: 'secondary' }),
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

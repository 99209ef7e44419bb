import { html, type Html } from '../../../kernel/html.ts'
import {
  dateOnly,
  emptyState,
  icon,
  primaryForm,
  rejectionOf,
  section,
  table,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, currentFiles, recordHref, type Case, type MovedAway, type RecordItem } from '../model.ts'
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

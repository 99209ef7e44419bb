import { html, type Html } from '../../../kernel/html.ts'
import {
  dateOnly,
  dateTimeText,
  disclosure,
  emptyState,
  facts,
  fieldId,
  fileField,
  linkButton,
  pageHead,
  primaryForm,
  reasons,
  rejectionOf,
  section,
  select,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  caseHref,
  currentFiles,
  isViewable,
  obstaclesToAddingTo,
  obstaclesToChanging,
  obstaclesToCorrecting,
  recordNumber,
  type Case,
  type RecordFile,
  type RecordItem,
} from '../model.ts'
import type { HeldMarking } from '../queries.ts'
import { text } from '../text.ts'
import { correctPart } from './corrections.ts'
import { sizeText } from './labels.ts'
import { placingParts, struckNotice, struckTag, struckThrough } from './placing.ts'
import { keptFiles, twinsTick, type KeptFile } from './record-form.ts'
import { changeMarkingPart, markingNotice, markRecordPart, secretTag, withheldPart } from './secrecy.ts'

export type RecordProps = {
  readonly record: RecordItem
  readonly theCase: Case
  readonly mayAdd: boolean
  readonly mayCorrect: boolean
  readonly mayPlace: boolean
  readonly today: string
  readonly mayMark: boolean
  /** The marking that may be changed. */
  readonly held: HeldMarking | undefined
  readonly kept: readonly KeptFile[]
  readonly rejected: Rejected | undefined
}

/** One record: its facts as the register shows them (OSL 5:2), its files and their versions. */
export function recordPage(props: RecordProps): Screen {
  const { record, theCase } = props
  return {
    title: record.title,
    section: 'cases',
    body: html`${pageHead({
      title: record.title,
      number: `${theCase.referenceNumber} · ${record.seq}`,
      over: html`<a href="${caseHref(theCase, 'handlingar')}">${theCase.title}</a>`,
      ...((record.isSecret || record.struckAt !== null) && { status: statusOf(record) }),
    })}${struckNotice(record, theCase)}${record.isSecret && markingNotice(record.marking)}${recordFacts(record, theCase)}${
      record.isWithheld ? withheldPart(theCase) : filesPart(props)
    }`,
  }
}

function statusOf(record: RecordItem): Html {
  return html`${struckTag(record)} ${record.isSecret && secretTag(record.marking)}`
}

function filesPart(props: RecordProps): Html {
  const { record } = props
  return html`${section({
    title: text.record.files,
    count: currentFiles(record.files).length,
    body: html`${filesTable(record)}${earlierVersions(record)}`,
  })}${props.mayAdd && addPart(props)}${correctionPart(props)}${markingPart(props)}${
    props.mayPlace && placingParts(record, props.theCase, props.rejected)
  }`
}

function correctionPart({ record, theCase, mayCorrect, today, rejected }: RecordProps): Html {
  if (!mayCorrect || obstaclesToCorrecting(theCase, record).length > 0) return html``
  return correctPart(record, today, rejected)
}

function markingPart({ record, mayMark, held, rejected }: RecordProps): Html {
  if (held !== undefined) return changeMarkingPart({ at: `/handlingar/${record.id}`, of: 'record', held, rejected })
  return mayMark && !record.isSecret ? markRecordPart(record, rejected) : html``
}

function recordFacts(record: RecordItem, theCase: Case): Html {
  const words = text.record
  const day = { in: words.cameIn, out: words.wentOut, internal: words.drawnUp }[record.direction]
  return facts([
    { term: words.inCase, value: html`<a href="${caseHref(theCase)}" class="k-number">${theCase.referenceNumber}</a>` },
    { term: words.direction, value: text.directions[record.direction] },
    { term: day, value: dateOnly(record.datedOn) },
    {
      term: record.direction === 'out' ? words.recipient : words.sender,
      value: record.party !== null && struckThrough(record, record.party),
    },
    { term: words.kind, value: text.recordKinds[record.kind] },
    { term: words.registryNumber, value: html`<span class="k-number">${recordNumber(record)}</span>` },
    {
      term: words.registeredAt,
      value: html`${dateTimeText(record.registeredAt)} ${
        record.registeredByName === words.transferred
          ? words.wasTransferred
          : words.registeredBy(record.registeredByName)
      }`,
    },
    {
      term: words.origin,
      value:
        record.originRecordId !== null && html`<a href="/handlingar/${record.originRecordId}">${words.originLink}</a>`,
    },
  ])
}

function filesTable(record: RecordItem): Html {
  return table({
    caption: text.record.files,
    columns: fileColumns(),
    rows: currentFiles(record.files).map(fileRow),
    empty: emptyState({ title: text.record.noFileShort, text: text.record.noFiles, icon: 'file' }),
  })
}

function fileColumns() {
  const words = text.record
  return [
    { key: 'name', head: words.fileColumn },
    { key: 'version', head: words.versionColumn, numeric: true },
    { key: 'size', head: words.sizeColumn, numeric: true },
    { key: 'added', head: words.addedColumn },
    { key: 'actions', head: words.actions, quietHead: true },
  ] as const
}

function fileRow(file: RecordFile) {
  const address = `/filer/${file.id}`
  return {
    cells: {
      name: file.name,
      version: file.version,
      size: sizeText(file.size),
      added: dateTimeText(file.addedAt),
      actions: html`<div class="k-actions">${
        isViewable(file.mediaType) &&
        linkButton({
          href: `${address}?visa=1`,
          label: text.record.view,
          kind: 'secondary',
          small: true,
          icon: 'fileText',
        })
      }${linkButton({ href: address, label: text.record.download, kind: 'tertiary', small: true, icon: 'download', download: true })}</div>`,
    },
  }
}

/** They are never overwritten, only followed by a newer one. */
function earlierVersions(record: RecordItem): Html {
  const current = new Set(currentFiles(record.files).map((file) => file.id))
  const earlier = record.files.filter((file) => !current.has(file.id))
  if (earlier.length === 0) return html``
  const rows = earlier.toReversed().map(fileRow)
  const summary = text.record.earlier(earlier.length)
  return disclosure({ summary, body: table({ caption: summary, columns: fileColumns(), rows, empty: html`` }) })
}

function addPart({ record, theCase, kept, rejected: all }: RecordProps): Html {
  const action = `/handlingar/${record.id}/filer`
  const words = text.record
  const obstacles = [...obstaclesToChanging(theCase), ...obstaclesToAddingTo(record)]
  if (obstacles.length > 0) return reasons(obstacles)
  const rejected = rejectionOf(all, action)
  const error = rejected?.fields['files']
  const files = currentFiles(record.files)
  const fields = html`${
    files.length > 0 &&
    select({
      name: 'position',
      label: words.addVersionOf,
      choices: files.map((file) => ({
        value: String(file.position),
        label: `${file.name} (${words.version(file.version)})`,
      })),
      value: String(files[0]?.position ?? ''),
      empty: words.asNewFile,
      rejected,
    })
  }${keptFiles('files', kept)}${fileField({
    name: 'files',
    id: fieldId('files'),
    label: words.chooseFile,
    help: words.versionKept,
    ...(error !== undefined && { error }),
  })}${twinsTick('acceptDuplicates', rejected)}`
  const title = files.length > 0 ? words.addVersion : words.addFile
  return section({
    title,
    body: primaryForm({ action, label: words.saveVersion, kind: 'secondary', files: true, fields }),
  })
}

import { html, type Html } from '../../../kernel/html.ts'
import {
  columns,
  dateField,
  dateOnly,
  dateText,
  disclosure,
  emptyState,
  facts,
  field,
  linkButton,
  primaryForm,
  rejectionOf,
  section,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case, type Filing, type LedgerEntry, type LedgerWords, type RecordItem } from '../model.ts'
import type { HeldMarking, LinkedCase, Officer } from '../queries.ts'
import { text } from '../text.ts'
import { filingPart, type FilingChoices } from './corrections.ts'
import { historyList } from './history.ts'
import { changeMarkingPart, markCasePart, secretTag } from './secrecy.ts'

export type OverviewProps = {
  readonly theCase: Case
  readonly next: readonly Html[]
  readonly linked: readonly LinkedCase[]
  readonly latest: readonly LedgerEntry[]
  readonly words: readonly LedgerWords[]
  readonly records: readonly RecordItem[]
  readonly officers: readonly Officer[]
  readonly filing: Filing
  /** Null for who may not change it. */
  readonly filingChoices: FilingChoices | null
  /** The case's marking, for who may change it. */
  readonly held: HeldMarking | undefined
  readonly may: Readonly<Record<'assign' | 'edit' | 'close' | 'reopen' | 'mark', boolean>>
  /** Something is marked, and the history kept from the reader. */
  readonly isHistoryWithheld: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

/** What the case needs now to the left; what surrounds it to the right. */
export function overviewBody(props: OverviewProps): Html {
  return columns(html`${nextPart(props)}${whatHappened(props)}${changes(props)}`, surroundings(props))
}

function nextPart(props: OverviewProps): Html {
  const assigning = props.theCase.state === 'open' && props.theCase.officerId === null && props.may.assign
  const calm = emptyState({ title: text.overview.calmTitle, text: text.overview.calm, icon: 'success' })
  return section({
    title: text.overview.next,
    body: html`${assigning && html`<h3>${text.overview.assignTitle}</h3>${assignForm(props, text.overview.assign)}`}${props.next}${
      !assigning && props.next.length === 0 && calm
    }`,
  })
}

function assignForm({ theCase, officers, rejected, next }: OverviewProps, label: string): Html {
  const action = `/arenden/${theCase.id}/fordela`
  return primaryForm({
    action,
    label,
    kind: theCase.officerId === null && next.length === 0 ? 'primary' : 'secondary',
    fields: select({
      name: 'officerId',
      label: text.overview.officer,
      choices: officers.map((officer) => ({ value: officer.id, label: `${officer.name}, ${officer.title}` })),
      value: theCase.officerId,
      required: true,
      rejected: rejectionOf(rejected, action),
    }),
  })
}

/** What is seldom done to a case, folded. */
function changes(props: OverviewProps): Html {
  return html`${changesOfState(props)}${markingPart(props)}`
}

function markingPart({ theCase, may, held, rejected }: OverviewProps): Html {
  if (held !== undefined) return changeMarkingPart({ at: `/arenden/${theCase.id}`, of: 'case', held, rejected })
  return may.mark && !theCase.isSecret ? markCasePart(theCase, rejected) : html``
}

function changesOfState(props: OverviewProps): Html {
  const { theCase, may } = props
  if (theCase.state === 'closed') {
    return may.reopen ? folded(text.overview.reopen, reopenForm(props)) : html``
  }
  return html`${may.assign && theCase.officerId !== null && folded(text.overview.reassign, assignForm(props, text.overview.reassign))}${
    may.edit && folded(text.overview.edit, editForm(props))
  }${filingForm(props)}${may.close && folded(text.overview.close, closeForm(props))}`
}

function filingForm({ theCase, filing, filingChoices: choices, rejected }: OverviewProps): Html {
  return choices === null ? html`` : filingPart({ theCase, filing, choices, rejected })
}

function folded(summary: string, body: Html): Html {
  return disclosure({ summary, body })
}

function editForm({ theCase, rejected: all }: OverviewProps): Html {
  const action = `/arenden/${theCase.id}/uppgifter`
  const rejected = rejectionOf(all, action)
  const { open } = text
  return primaryForm({
    action,
    label: text.overview.save,
    kind: 'secondary',
    fields: html`${field({
      name: 'title',
      label: open.caseTitle,
      help: open.titleHelp,
      value: theCase.title,
      maxLength: 300,
      width: 'full',
      required: true,
      rejected,
    })}${field({
      name: 'counterpart',
      label: open.counterpart,
      value: theCase.counterpart,
      maxLength: 100,
      width: 'm',
      required: false,
      rejected,
    })}${dateField({ name: 'dueOn', label: open.due, value: theCase.dueOn, required: false, rejected })}${field({
      name: 'dueSource',
      label: open.dueSource,
      help: open.dueSourceHelp,
      value: theCase.dueSource,
      maxLength: 200,
      width: 'l',
      required: false,
      rejected,
    })}`,
  })
}

function closeForm({ theCase, rejected }: OverviewProps): Html {
  const action = `/arenden/${theCase.id}/avsluta`
  return html`<p>${text.overview.closeHelp}</p>${primaryForm({
    action,
    label: text.overview.close,
    kind: 'secondary',
    fields: field({
      name: 'reason',
      id: 'falt-close-reason',
      label: text.overview.closeReason,
      help: text.overview.closeReasonHelp,
      maxLength: 300,
      width: 'full',
      required: false,
      rejected: rejectionOf(rejected, action),
    }),
  })}`
}

function reopenForm({ theCase, rejected }: OverviewProps): Html {
  const action = `/arenden/${theCase.id}/oppna`
  return primaryForm({
    action,
    label: text.overview.reopen,
    kind: 'secondary',
    fields: textArea({
      name: 'reason',
      label: text.overview.reopenReason,
      rows: 2,
      maxLength: 300,
      required: true,
      rejected: rejectionOf(rejected, action),
    }),
  })
}

/** The latest papers and events of the case. */
function whatHappened({ theCase, latest, words, records, isHistoryWithheld }: OverviewProps): Html {
  const { overview } = text
  const all = (tab: string, label: string) =>
    linkButton({ href: caseHref(theCase, tab), label, kind: 'tertiary', small: true })
  return html`${section({
    title: overview.latestRecords,
    count: records.length,
    body: recordList(records),
    actions: all('handlingar', overview.allRecords),
  })}${section({
    title: overview.latest,
    body: isHistoryWithheld ? html`<p>${text.secrecy.historyWithheld}</p>` : historyList([...latest].reverse(), words),
    actions: all('historik', overview.wholeHistory),
  })}`
}

function surroundings({ theCase, linked, filing, today }: OverviewProps): Html {
  const { overview } = text
  return html`${section({ title: overview.facts, body: caseFacts(theCase, filing, today) })}${
    linked.length > 0 && section({ title: overview.linked, count: linked.length, body: linkedList(linked) })
  }`
}

function caseFacts(theCase: Case, filing: Filing, today: string): Html {
  const { overview } = text
  const source = theCase.dueSource === null ? {} : { source: theCase.dueSource }
  return facts([
    { term: overview.due, value: theCase.dueOn !== null && dateText(theCase.dueOn, today, source) },
    { term: overview.officer, value: theCase.officerName ?? overview.nobody },
    { term: overview.counterpart, value: theCase.counterpart },
    { term: overview.kind, value: text.kinds[theCase.kind] },
    { term: text.corrections.class, value: filing.class },
    { term: text.corrections.caseType, value: filing.caseType },
    { term: overview.openedOn, value: dateOnly(theCase.openedOn) },
    { term: overview.closedOn, value: theCase.closedOn !== null && dateOnly(theCase.closedOn) },
  ])
}

function linkedList(linked: readonly LinkedCase[]): Html {
  return html`<ul class="k-plain-list">${linked.map(
    (other) =>
      html`<li><a href="${caseHref(other)}"><span class="k-number">${other.referenceNumber}</span> ${other.title}</a><br>
        <small>${text.links[other.link]} · ${other.authorityName}</small></li>`,
  )}</ul>`
}

function recordList(records: readonly RecordItem[]): Html {
  if (records.length === 0) return html`<p>${text.record.emptyTitle}</p>`
  return html`<ul class="k-plain-list">${records
    .slice(-5)
    .toReversed()
    .map(
      (record) =>
        html`<li><a href="/handlingar/${record.id}">${record.title}</a> ${record.isSecret && secretTag(record.marking)}<br><small>${text.directions[record.direction]} · ${dateOnly(record.datedOn)}</small></li>`,
    )}</ul>`
}

/** One request: what is asked for, its records, who tests, the answer, and what has happened. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  columns,
  dateText,
  dateTimeText,
  disclosure,
  emptyState,
  facts,
  field,
  hiddenFields,
  notice,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  select,
  table,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { struckTag } from '../../registry/index.ts'
import type { HistoryEntry } from '../model/events.ts'
import type { Item } from '../model/item.ts'
import type { Refusal } from '../model/refusal.ts'
import { isLate, isOpen, requestHref, requestNumber, type DisclosureRequest, type Progress } from '../model/request.ts'
import type { Choosable } from '../queries.ts'
import { text } from '../text.ts'
import { answerPart } from './answer.ts'
import { historyPart } from './history.ts'
import { outcomeStatus, stageStatus } from './labels.ts'

export type RequestProps = {
  readonly request: DisclosureRequest
  readonly items: readonly Item[]
  readonly progress: Progress
  readonly refusal: Refusal | null
  readonly history: readonly HistoryEntry[]
  /** What was searched for, and what was found; null when nothing was. */
  readonly sought: string | null
  readonly choosable: readonly Choosable[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string }[]
  /** Whether the actor may change requests here. */
  readonly mayWork: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function requestPage(props: RequestProps): Screen {
  const { request, today } = props
  const title = text.request(requestNumber(request))
  return {
    title,
    section: 'disclosure',
    body: html`${pageHead({
      title,
      over: html`<a href="/utlamnanden">${text.title}</a>`,
      status: stageStatus(request, today, true),
    })}
    ${columns(mainPart(props), asidePart(props))}`,
  }
}

function mainPart(props: RequestProps): Html {
  const { request } = props
  const works = props.mayWork && isOpen(request)
  return html`${isLate(request, props.today) && notice('danger', text.why.prompt)}
  ${request.asked !== null && section({ title: text.asked, body: paragraphs(request.asked) })}
  ${section({ title: text.items, count: props.items.length, body: itemTable(props, works) })}
  ${works && choosePart(props)}${answerPart(props)}${historyPart(props.history)}`
}

export function paragraphs(words: string): Html {
  return html`${words.split(/\n{2,}/).map((part) => html`<p>${part.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)}</p>`)}`
}

function itemTable({ request, items }: RequestProps, works: boolean): Html {
  return table({
    caption: text.items,
    columns: [
      { key: 'record', head: text.column.record },
      ...(items.some(({ isMarked }) => isMarked) ? [{ key: 'marking', head: text.column.marking } as const] : []),
      { key: 'outcome', head: text.column.outcome },
      { key: 'action', head: text.column.action, quietHead: true },
    ],
    rows: items.map((item) => ({
      href: requestHref(request, `/handlingar/${item.id}`),
      cells: {
        record: html`<span class="k-number">${item.recordNumber}</span> ${item.title} ${struckTag(item)}`,
        marking: item.isMarked && text.choose.marked(item.markedBy ?? ''),
        outcome: html`${outcomeStatus(item)}${item.provision !== null && html` <span class="k-quiet">${item.provision}</span>`}`,
        action: works && item.givenAt === null && dropForm(request, item),
      },
    })),
    empty: emptyState({ title: text.empty.items, text: text.empty.itemsText, icon: 'folder' }),
  })
}

function dropForm(request: DisclosureRequest, item: Item): Html {
  return html`<form method="post" action="${requestHref(request, `/handlingar/${item.id}/bort`)}">
    ${button({ label: text.drop, kind: 'tertiary', small: true })}
  </form>`
}

function choosePart(props: RequestProps): Html {
  const { request, sought, items } = props
  const body = html`<form class="k-form" method="get" action="${requestHref(request)}">
      ${field({ name: 'sok', label: text.choose.search, help: text.form.referenceHelp, value: sought, width: 'm', type: 'search' })}
      ${button({ label: text.choose.find, kind: 'secondary', icon: 'search' })}
    </form>
    ${sought !== null && foundPart(props)}`
  if (items.length > 0 && sought === null) return disclosure({ summary: text.choose.title, body })
  return section({ title: text.choose.title, body })
}

function foundPart({ request, items, choosable, rejected }: RequestProps): Html {
  const [first] = choosable
  if (first === undefined) return emptyState({ title: text.empty.cases, text: text.empty.casesText, icon: 'search' })
  const chosen = new Set(items.map(({ recordId }) => recordId))
  const action = requestHref(request, '/handlingar')
  const error = rejectionOf(rejected, action)?.fields['recordIds']
  return html`<form class="k-form" method="post" action="${action}">
    ${hiddenFields({ sok: first.caseNumber })}
    ${error !== undefined && notice('danger', error)}
    ${table({
      caption: text.choose.caseRecords(first.caseNumber),
      showCaption: true,
      columns: [
        { key: 'record', head: text.column.record },
        { key: 'day', head: text.column.day },
        { key: 'marking', head: text.column.marking },
      ],
      rows: choosable.map((record) => choosableRow(record, chosen.has(record.recordId))),
      empty: emptyState({ title: text.empty.records, text: text.empty.casesText }),
    })}
    ${button({ label: text.choose.submit, kind: items.length === 0 ? 'primary' : 'secondary' })}
  </form>`
}

function choosableRow(record: Choosable, isChosen: boolean) {
  const id = `handling-${record.recordId}`
  const words = html`<span class="k-number">${record.recordNumber}</span> ${record.title} ${struckTag(record)}`
  return {
    cells: {
      record: isChosen
        ? html`${words} <span class="k-quiet">(${text.choose.already})</span>`
        : html`<div class="ds-field">
            <input class="ds-input" type="checkbox" id="${id}" name="recordIds[]" value="${record.recordId}" />
            <label class="ds-label" for="${id}">${words}</label>
          </div>`,
      day: html`<time datetime="${record.datedOn}">${record.datedOn}</time>`,
      marking: record.isMarked && text.choose.marked(record.markedBy ?? ''),
    },
  }
}

function asidePart(props: RequestProps): Html {
  const { request, today, mayWork } = props
  return html`${facts([
    { term: text.fact.received, value: dateTimeText(request.receivedAt) },
    { term: text.fact.due, value: isOpen(request) && dateText(request.dueOn, today) },
    { term: text.fact.delivery, value: text.delivery[request.delivery] },
    { term: text.fact.contact, value: request.contact },
    { term: text.fact.reference, value: request.reference },
    { term: text.fact.officer, value: request.officerName },
    { term: text.fact.registrar, value: request.registeredByName },
    { term: text.fact.answered, value: request.answeredAt !== null && dateTimeText(request.answeredAt) },
    { term: text.fact.note, value: request.note },
  ])}
  ${mayWork && isOpen(request) && workForms(props)}
  ${help(text.why.identityTitle, text.why.identity, text.why.identityLaw)}${help(text.why.formTitle, text.why.form, text.why.formLaw)}
  ${help(text.why.compilationTitle, text.why.compilation, text.why.compilationLaw)}`
}

function help(summary: string, words: string, law: string): Html {
  return disclosure({ summary, body: html`<p>${words} <cite>${law}</cite></p>` })
}

function workForms({ request, people, rejected }: RequestProps): Html {
  const [handOver, withdraw] = [requestHref(request, '/provning'), requestHref(request, '/aterta')]
  return html`${disclosure({
    summary: text.handOver.title,
    open: rejectionOf(rejected, handOver) !== undefined,
    body: primaryForm({
      action: handOver,
      label: text.handOver.submit,
      kind: 'secondary',
      fields: select({
        name: 'officerId',
        label: text.handOver.who,
        help: text.handOver.access,
        choices: people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
        value: request.officerId,
        empty: text.handOver.nobody,
        rejected: rejectionOf(rejected, handOver),
      }),
    }),
  })}
  ${disclosure({
    summary: text.withdraw.title,
    open: rejectionOf(rejected, withdraw) !== undefined,
    body: primaryForm({
      action: withdraw,
      label: text.withdraw.submit,
      kind: 'danger',
      fields: textArea({
        name: 'note',
        id: 'aterta-note',
        label: text.withdraw.note,
        rows: 2,
        required: false,
        rejected: rejectionOf(rejected, withdraw),
      }),
    }),
  })}`
}

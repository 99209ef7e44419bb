/** Testing one record: the warning, the files, the answer, and file by file where it is given out in part. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateOnly,
  emptyState,
  facts,
  field,
  hiddenFields,
  linkButton,
  notice,
  pageHead,
  radios,
  reasons,
  rejectionOf,
  section,
  status,
  table,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, recordHref, struckTag, type RecordFile } from '../../registry/index.ts'
import { faultsOfParts, obstaclesToTesting, outcomes, type Item, type Part } from '../model/item.ts'
import { isOpen, requestHref, requestNumber, type DisclosureRequest } from '../model/request.ts'
import { text } from '../text.ts'
import { outcomeStatus } from './labels.ts'

export type ItemProps = {
  readonly request: DisclosureRequest
  readonly item: Item
  /** The record's own, for who may read it. */
  readonly title: string
  readonly mayWork: boolean
  readonly rejected: Rejected | undefined
}

export function itemPage(props: ItemProps): Screen {
  const { request, item } = props
  const works = props.mayWork && isOpen(request)
  const obstacles = obstaclesToTesting(item)
  return {
    title: text.record(item.recordNumber),
    section: 'disclosure',
    width: 'reading',
    body: html`${pageHead({
      title: props.title,
      number: item.recordNumber,
      over: html`<a href="${requestHref(request)}">${text.request(requestNumber(request))}</a>`,
      status: html`${outcomeStatus(item)} ${struckTag(item)}`,
    })}
    ${markingPart(item)}${itemFacts(item)}${item.isReadable && filesPart(props, works)}
    ${works && (obstacles.length > 0 ? reasons(obstacles) : testForm(props))}
    <p>${linkButton({ href: requestHref(request), label: text.test.back, kind: 'tertiary', icon: 'arrowLeft' })}</p>`,
  }
}

/** B-09: a warning, never a refusal. */
function markingPart(item: Item): Html {
  if (item.isMarked)
    return html`${notice('warning', text.test.warning(item.markedBy ?? ''))}
    ${why({ law: text.why.markingLaw, text: text.why.marking })}`
  return notice('info', item.wasMarked ? text.test.wasMarked : text.test.noMarking)
}

function itemFacts(item: Item): Html {
  return facts([
    {
      term: text.fact.case,
      value: html`<a class="k-number" href="${caseHref({ referenceNumber: item.caseNumber })}">${item.caseNumber}</a>`,
    },
    { term: text.fact.record, value: html`<a href="${recordHref({ id: item.recordId })}">${item.recordNumber}</a>` },
    { term: text.fact.dated, value: dateOnly(item.datedOn) },
    { term: text.fact.provision, value: item.provision },
    { term: text.fact.by, value: item.assessedByName },
    { term: text.fact.reason, value: item.reason },
  ])
}

function testForm({ request, item, rejected: all }: ItemProps): Html {
  const action = requestHref(request, `/handlingar/${item.id}/provning`)
  const rejected = rejectionOf(all, action)
  return section({
    title: text.test.title,
    body: html`<form class="k-form" method="post" action="${action}">
      ${radios({
        name: 'outcome',
        label: text.test.outcome,
        choices: outcomes.map((value) => ({ value, label: text.test[value] })),
        value: item.outcome,
        required: true,
        rejected,
      })}
      ${field({
        name: 'provision',
        label: text.test.provision,
        help: text.test.provisionHelp,
        value: item.provision ?? item.markedBy,
        maxLength: 200,
        rejected,
      })}
      ${textArea({
        name: 'reason',
        label: text.test.reason,
        help: text.test.reasonHelp,
        value: item.reason,
        rows: 3,
        rejected,
      })}
      ${button({ label: text.test.submit, kind: item.outcome === null ? 'primary' : 'secondary' })}
    </form>`,
  })
}

function filesPart(props: ItemProps, works: boolean): Html {
  const { item } = props
  const isPartly = item.outcome === 'partly'
  const rows = item.files.map((file) => fileRow(props, { file, works: works && isPartly }))
  const left = isPartly ? faultsOfParts(item) : []
  return section({
    title: text.test.files,
    body: html`${isPartly && html`<p>${text.test.filesLead}</p>`}
    ${table({
      caption: text.test.files,
      columns: [
        { key: 'file', head: text.column.file },
        { key: 'way', head: text.column.way },
        { key: 'action', head: text.column.action, quietHead: true },
      ],
      rows,
      empty: emptyState({ title: text.empty.files, text: text.empty.filesText, icon: 'file' }),
    })}
    ${left.length > 0 && reasons(left)}`,
  })
}

function fileRow(props: ItemProps, { file, works }: { readonly file: RecordFile; readonly works: boolean }) {
  const part = props.item.parts.find(({ fileId }) => fileId === file.id)
  return {
    cells: {
      file: html`<a href="/filer/${file.id}?visa=1">${file.name}</a>`,
      way: props.item.outcome === 'partly' ? wayOf(part) : null,
      action: html`<div class="k-actions">${copyLink(props.request, part)}${works && fileForms(props, file, part)}</div>`,
    },
  }
}

function wayOf(part: Part | undefined): Html {
  if (part === undefined) return status('waiting', text.way.none)
  return status(part.way === 'refused' ? 'stopped' : 'done', text.way[part.way])
}

function copyLink(request: DisclosureRequest, part: Part | undefined): Html {
  if (part === undefined || (part.way !== 'masked' && part.way !== 'uploaded')) return html``
  const href = requestHref(request, `/kopior/${part.id}`)
  return linkButton({ href, label: text.test.lookCopy, kind: 'secondary', small: true, icon: 'fileText' })
}

function fileForms({ request, item }: ItemProps, file: RecordFile, part: Part | undefined): Html {
  const address = requestHref(request, `/handlingar/${item.id}/filer/${file.id}`)
  const label = part?.way === 'masked' ? text.test.maskAgain : text.test.mask
  return html`${linkButton({ href: address, label, kind: 'secondary', small: true, icon: 'pencil' })}
  ${wayForm(`${address}/svar`, { way: 'whole', label: text.test.giveWhole })}
  ${wayForm(`${address}/svar`, { way: 'refused', label: text.test.giveNot })}`
}

function wayForm(action: string, { way, label }: { readonly way: string; readonly label: string }): Html {
  return html`<form method="post" action="${action}">
    ${hiddenFields({ way })}${button({ label, kind: 'tertiary', small: true })}
  </form>`
}

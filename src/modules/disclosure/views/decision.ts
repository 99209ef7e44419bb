/** The written decision on what is refused: drafted, read, made. */

import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateTimeText,
  facts,
  field,
  linkButton,
  notice,
  pageHead,
  paperFrame,
  reasons,
  rejectionOf,
  section,
  select,
  table,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { RecordFile } from '../../registry/index.ts'
import { isHeldBack, type Item } from '../model/item.ts'
import { appealCourtLabel, appealCourts, type AppealCourt } from '../../organisation/index.ts'
import type { Refusal } from '../model/refusal.ts'
import { requestHref, requestNumber, type DisclosureRequest } from '../model/request.ts'
import { text } from '../text.ts'
import { decidePart, type DecidingProps } from './deciding.ts'

export type DecisionProps = {
  readonly request: DisclosureRequest
  readonly items: readonly Item[]
  readonly refusal: Refusal | null
  /** The draft as it looks; null before there is one, and when it is decided. */
  readonly paper: Paper | null
  /** What was registered when it was decided, those the reader may see. */
  readonly files: readonly RecordFile[]
  readonly court: AppealCourt
  readonly obstacles: readonly string[]
  readonly mayDraft: boolean
  readonly deciding: Omit<DecidingProps, 'request' | 'rejected'>
  readonly rejected: Rejected | undefined
}

export function decisionPage(props: DecisionProps): Screen {
  const { request, refusal, paper } = props
  const isDecided = refusal !== null && refusal.decidedAt !== null
  return {
    title: text.decision.draftTitle,
    section: 'disclosure',
    width: 'reading',
    body: html`${pageHead({
      title: text.decision.draftTitle,
      over: html`<a href="${requestHref(request)}">${text.request(requestNumber(request))}</a>`,
    })}
    ${isDecided && html`${decidedFacts(refusal)}${documents(request, props.files)}`}
    ${!isDecided && (props.obstacles.length > 0 ? reasons(props.obstacles) : props.mayDraft && draftForm(props))}
    ${paper !== null && paperPart(request, paper)}
    ${!isDecided && refusal !== null && props.obstacles.length === 0 && decidePart({ ...props, ...props.deciding })}
    ${why({ law: text.why.refusalLaw, text: text.why.refusal })}`,
  }
}

function decidedFacts({ caseNumber, decidedAt, decidedByName, mandate, delegatedId }: Refusal): Html {
  return html`${facts([
    { term: text.fact.decision, value: decidedAt !== null && dateTimeText(decidedAt) },
    { term: text.fact.decidedBy, value: decidedByName },
    {
      term: text.fact.mandate,
      value: delegatedId === null ? mandate : html`<a href="/delegation/beslut/${delegatedId}">${mandate}</a>`,
    },
  ])}
  ${
    caseNumber !== null &&
    html`<p>${linkButton({ href: `/arenden/${encodeURIComponent(caseNumber)}`, label: text.decision.toCase(caseNumber) })}</p>`
  }`
}

/** The decision is shown from what was registered, whatever has become of the cases and records since (B-29). */
function documents(request: DisclosureRequest, files: readonly RecordFile[]): Html {
  const rows = files.map(({ name, mediaType, sha256 }) => ({
    cells: {
      file: html`<a href="${requestHref(request, mediaType === pdf ? '/beslut/pdf' : '/beslut/docx')}">${name}</a>`,
      hash: html`<span class="k-checksum">${sha256}</span>`,
    },
  }))
  return section({
    title: text.decision.documents,
    body:
      rows.length === 0
        ? notice('info', text.decision.noDocuments)
        : html`<p>${text.decision.documentsLead}</p>
            ${table({
              caption: text.decision.documents,
              columns: [
                { key: 'file', head: text.column.file },
                { key: 'hash', head: text.fact.hash },
              ],
              rows,
              empty: html``,
            })}`,
  })
}

const pdf = 'application/pdf'

function provisionsOf(items: readonly Item[]): string {
  const held = items.filter(isHeldBack)
  return [...new Set(held.flatMap(({ provision }) => provision ?? []))].join(', ')
}

function reasonsOf(items: readonly Item[]): string {
  return [...new Set(items.flatMap(({ outcome, reason }) => (outcome === 'whole' ? [] : (reason ?? []))))].join('\n\n')
}

function draftForm({ request, items, refusal, court, rejected: all }: DecisionProps): Html {
  const action = requestHref(request, '/beslut/utkast')
  const rejected = rejectionOf(all, action)
  const words = text.decision
  return html`<form class="k-form" method="post" action="${action}">
    ${field({
      name: 'recipient',
      label: words.recipient,
      help: words.recipientHelp,
      value: refusal?.recipient,
      required: false,
      maxLength: 300,
      rejected,
    })}
    ${field({ name: 'provision', label: words.provision, value: refusal?.provision ?? provisionsOf(items), required: true, maxLength: 300, width: 'full', rejected })}
    ${textArea({
      name: 'reasons',
      label: words.reasons,
      help: words.reasonsHelp,
      value: refusal?.reasons ?? reasonsOf(items),
      rows: 8,
      required: true,
      rejected,
    })}
    ${select({
      name: 'court',
      label: words.court,
      choices: appealCourts.map((value) => ({ value, label: appealCourtLabel(value) })),
      value: refusal?.court ?? court,
      empty: false,
      rejected,
    })}
    ${button({ label: words.save, kind: refusal === null ? 'primary' : 'secondary' })}
  </form>`
}

function paperPart(request: DisclosureRequest, paper: Paper): Html {
  const link = (ending: 'pdf' | 'docx') =>
    linkButton({
      href: requestHref(request, `/beslut/${ending}`),
      label: text.decision[ending],
      kind: 'secondary',
      small: true,
      icon: ending === 'pdf' ? 'filePdf' : 'fileWord',
    })
  return section({
    title: text.decision.preview,
    actions: html`<div class="k-actions">${link('pdf')}${link('docx')}</div>`,
    body: paperFrame(paperHtml(paper)),
  })
}

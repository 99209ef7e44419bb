/** Answering a request: what is to be given out, what is said about what is not, and the written decision. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  dayText,
  linkButton,
  primaryForm,
  reasons,
  rejectionOf,
  section,
  table,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { isHeldBack, type Item } from '../model/item.ts'
import type { Refusal } from '../model/refusal.ts'
import {
  obstaclesToAnswering,
  obstaclesToAskingForDecision,
  requestHref,
  type DisclosureRequest,
  type Progress,
} from '../model/request.ts'
import { text } from '../text.ts'

export type AnswerProps = {
  readonly request: DisclosureRequest
  readonly items: readonly Item[]
  readonly progress: Progress
  readonly refusal: Refusal | null
  readonly mayWork: boolean
  readonly rejected: Rejected | undefined
}

export function answerPart(props: AnswerProps): Html {
  const { request, items } = props
  if (request.stage === 'withdrawn') return html``
  const isAnswered = request.stage === 'answered'
  return html`${section({
    title: isAnswered ? text.answer.given : text.answer.title,
    body: html`${items.length > 0 && givenTable(request, items)}${props.progress.heldBack > 0 && refusalWords(items)}${
      !isAnswered && props.mayWork && answerForm(props)
    }`,
  })}
  ${(props.progress.heldBack > 0 || props.refusal !== null) && decisionPart(props)}`
}

/** The files as they leave the house, each with its checksum. */
function givenTable(request: DisclosureRequest, items: readonly Item[]): Html {
  const rows = items.flatMap((item) => givenRows(request, item))
  return table({
    caption: text.answer.given,
    columns: [
      { key: 'file', head: text.column.file },
      { key: 'way', head: text.column.way },
      { key: 'action', head: text.column.action, quietHead: true },
    ],
    rows,
    empty: html``,
  })
}

function givenRows(request: DisclosureRequest, item: Item) {
  const row = (name: string, way: string, href: string) => ({
    cells: {
      file: html`<span class="k-number">${item.recordNumber}</span> ${name}`,
      way,
      action: linkButton({ href, label: text.answer.print, kind: 'secondary', small: true, icon: 'fileText' }),
    },
  })
  if (item.outcome === 'whole')
    return item.files.map(({ id, name }) => row(name, text.way.whole, `/filer/${id}?visa=1`))
  if (item.outcome !== 'partly') return []
  return item.parts.flatMap(({ id, name, way }) =>
    name === null ? [] : [row(name, text.way[way], requestHref(request, `/kopior/${id}`))],
  )
}

/** First the informal word, with the right to a written decision (OSL 6:3). */
function refusalWords(items: readonly Item[]): Html {
  const held = items.filter(isHeldBack)
  if (held.length === 0) return html``
  const names = held.map(({ outcome, recordNumber }) =>
    outcome === 'partly' ? text.answer.partOf(recordNumber) : text.record(recordNumber).toLocaleLowerCase('sv'),
  )
  const provisions = new Set(held.flatMap(({ provision }) => provision ?? []))
  return html`<h3>${text.answer.refusalWords}</h3>
    <blockquote><p>${text.answer.message(names.join(', '), [...provisions].join(', '))}</p></blockquote>
    ${why({ law: text.why.refusalLaw, text: text.why.refusal })}`
}

function answerForm({ request, progress, rejected: all }: AnswerProps): Html {
  const action = requestHref(request, '/svar')
  const rejected = rejectionOf(all, action)
  // The note can be the whole answer, so that its absence is no reason to hide the form.
  const obstacles = obstaclesToAnswering(request, progress, { note: '…' })
  if (obstacles.length > 0) return reasons(obstacles)
  const isReady = progress.items > 0
  return html`<p>${text.answer.lead}</p>
    <form class="k-form" method="post" action="${action}">
      ${textArea({ name: 'note', label: text.answer.note, help: text.answer.noteHelp, rows: 2, required: !isReady, rejected })}
      ${progress.heldBack > 0 && checkbox({ name: 'told', label: text.answer.told, rejected })}
      ${button({ label: text.answer.submit, kind: isReady ? 'primary' : 'secondary' })}
    </form>`
}

function decisionPart(props: AnswerProps): Html {
  const { request, refusal, progress, mayWork } = props
  const isDecided = refusal !== null && refusal.decidedAt !== null
  const write = linkButton({
    href: requestHref(request, '/beslut'),
    label: isDecided ? text.decision.preview : text.decision.draft,
    kind: isDecided ? 'secondary' : 'primary',
    icon: 'gavel',
  })
  const ask = primaryForm({
    action: requestHref(request, '/begar-beslut'),
    label: text.decision.ask,
    kind: 'secondary',
    obstacles: obstaclesToAskingForDecision(request, progress),
  })
  return section({
    title: text.decision.title,
    body:
      request.awaitsDecision || isDecided
        ? html`${
            request.awaitsDecision && html`<p>${text.decision.askedOn(dayText(request.decisionAskedOn ?? ''))}</p>`
          }${write}`
        : html`<p>${text.decision.askHelp}</p>${mayWork && ask}`,
  })
}

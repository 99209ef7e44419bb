/** A memo that was read from a file, beside what the reader noticed, for a person to put right before it counts. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  columns,
  disclosure,
  linkButton,
  notice,
  paperFrame,
  section,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { MemoWarning } from '../../reading/index.ts'
import type { MemoContent } from '../model/memo.ts'
import { memoForm, type MemoChoices } from './memo-form.ts'
import { tabOf } from './parts.ts'
import { text } from './text.ts'

export type ReadingProps = {
  readonly theCase: Case
  readonly file: string
  readonly memo: MemoContent
  readonly warnings: readonly MemoWarning[]
  readonly original: string
  /** The memo has another number than the case: which, and the number of the case that has it, if there is one to see. */
  readonly other: { readonly written: string; readonly right: string | null } | null
  readonly choices: MemoChoices
  readonly action: string
  readonly rejected: Rejected | undefined
}

export function readingReview(props: ReadingProps): Html {
  const { theCase, memo, choices, action, rejected, other } = props
  const back = caseHref(theCase, tabOf.memo)
  const tick = {
    name: 'belongsHere',
    label: text.reading.belongsHere(theCase.referenceNumber),
    required: true,
    rejected,
  }
  const buttons = html`${button({ label: text.reading.use })}
  ${linkButton({ href: back, label: text.reading.back, kind: 'tertiary' })}`
  return html`<h2>${text.reading.title}</h2>
    <p>${text.reading.lead(props.file)}</p>
    ${columns(
      paperFrame(
        memoForm({
          theCase,
          memo,
          choices,
          action,
          hidden: {},
          rejected,
          buttons,
          confirm: other !== null && checkbox(tick),
        }),
      ),
      html`${section({
        title: text.reading.warnings,
        count: props.warnings.length + (other === null ? 0 : 1),
        body: html`${otherCase(props)} ${(other === null || props.warnings.length > 0) && warnings(props.warnings)}`,
      })}
      ${disclosure({ summary: text.reading.original, body: html`<pre>${props.original}</pre>` })}`,
    )}`
}

/** First of all: it may be the wrong case. */
function otherCase({ other, theCase }: ReadingProps): Html | false {
  if (other === null) return false
  const { written, right } = other
  return notice(
    'danger',
    html`<p><strong>${text.reading.otherNumber(written, theCase.referenceNumber)}</strong></p>
      <p>${
        right === null
          ? text.reading.noRightCase(written)
          : html`<a href="/arenden/${encodeURIComponent(right)}/tjansteskrivelse">${text.reading.toRightCase(right)}</a>`
      }</p>`,
  )
}

function warnings(list: readonly MemoWarning[]): Html {
  if (list.length === 0) return html`<p>${text.reading.noWarnings}</p>`
  return html`<ul>
    ${list.map(({ message, quote }) => html`<li>${message}${quote !== '' && html` <q>${quote}</q>`}</li>`)}
  </ul>`
}

/** That the answer has been handed in: the receipt, the answer as it was given, and every version of it. */

import { html, type Html } from '../../../kernel/html.ts'
import { isEmpty, toHtml } from '../../../kernel/rich-text.ts'
import {
  capital,
  dateTimeText,
  dayText,
  facts,
  linkButton,
  notice,
  pageHead,
  section,
  table,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { askedAmong, enclosureLines, isAnswered, stanceLabel } from '../../drafting/index.ts'
import type { Asked, Submission } from '../model.ts'
import { text } from '../text.ts'
import { nothingYet } from './asked.ts'
import { answerWords } from './words.ts'

export type ReceiptProps = {
  readonly token: string
  readonly asked: Asked
  /** The latest first. */
  readonly submissions: readonly Submission[]
  readonly mayChange: boolean
}

export function receiptScreen(props: ReceiptProps): Screen {
  const [last] = props.submissions
  const title = last === undefined ? text.receipt.none : titleOf(last)
  return {
    title,
    width: 'reading',
    body: last === undefined ? nothingYet(props.token) : html`${head(props, last)}${body(props, last)}`,
  }
}

function titleOf({ statement }: Submission): string {
  return statement.stance === 'abstain' ? text.receipt.abstained : text.receipt.title
}

function head({ token, asked, mayChange }: ReceiptProps, last: Submission): Html {
  const t = text.receipt
  return html`${pageHead({
    title: titleOf(last),
    number: asked.referenceNumber,
    over: html`<a href="/svar/${token}">${asked.title}</a>`,
    lead: t.lead(capital(asked.authorityName)),
    actions: linkButton({ href: `/svar/${token}/kvitto.pdf`, label: t.pdf, icon: 'download', download: true }),
  })}
  ${last.isLate && notice('warning', t.late)}
  ${mayChange && html`<p>${asked.answerBy !== null && t.changeUntil(dayText(asked.answerBy))} <a href="/svar/${token}#skriv">${t.change}</a></p>`}`
}

function body({ submissions }: ReceiptProps, last: Submission): Html {
  const t = text.receipt
  const files = enclosureLines(askedAmong(last.statement.answers))
  return html`
    ${facts([
      { term: t.by, value: `${last.by.name}, ${last.by.role}` },
      { term: t.at, value: dateTimeText(last.at) },
      { term: t.version, value: String(last.version) },
      { term: t.stance, value: stanceLabel(last.statement.stance) },
      {
        term: t.digest,
        value: html`<code class="k-digest">${last.digest}</code><br /><span class="k-quiet">${t.digestHelp}</span>`,
      },
    ])}
    ${last.leftOut.length > 0 && notice('info', t.leftOut(last.leftOut))}
    ${section({ title: t.answer, body: answerOf(last) })}
    ${files.length > 0 && section({ title: t.files, body: html`<ul>${files.map((line) => html`<li class="k-digest">${line}</li>`)}</ul>` })}
    ${submissions.length > 1 && section({ title: t.earlier, body: versions(submissions) })}
  `
}

function answerOf({ statement }: Submission): Html {
  return html`${statement.answers
    .filter(isAnswered)
    .map((answer) => html`<h3>${answer.number}. ${answer.question}</h3>${answerWords(answer)}`)}${
    !isEmpty(statement.outside) && html`<h3>${text.write.outside}</h3>${toHtml(statement.outside)}`
  }`
}

function versions(submissions: readonly Submission[]): Html {
  const t = text.receipt
  return table({
    caption: t.earlier,
    columns: [
      { key: 'version', head: t.version },
      { key: 'at', head: t.at },
      { key: 'by', head: t.by },
      { key: 'digest', head: t.digest, hideOnPhone: true },
    ],
    rows: submissions.map(({ version, at, by, digest }) => ({
      cells: {
        version: String(version),
        at: dateTimeText(at),
        by: `${by.name}, ${by.role}`,
        digest: digest.slice(0, 12),
      },
    })),
    empty: html``,
  })
}

/** What stands beside a draft: its papers, its versions, its approval, what to look at. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dateTimeText,
  disclosure,
  linkButton,
  notice,
  primaryForm,
  section,
  select,
  status,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Approval, Draft, Submission } from '../model/draft.ts'
import type { Warning } from '../model/memo.ts'
import type { Version } from '../queries/drafts.ts'
import { text } from './text.ts'

export const tabOf = { memo: 'tjansteskrivelse', statement: 'yttrande' } as const

export function draftHref(draft: Pick<Draft, 'id'>): string {
  return `/utkast/${draft.id}`
}

/** Looking at it as paper, and taking it along. */
export function papers(draft: Draft): Html {
  const href = draftHref(draft)
  return section({
    title: text.documents,
    body: html`<p class="k-actions">
      ${linkButton({ href, label: text.preview, kind: 'secondary', small: true, icon: 'file' })}
      ${linkButton({ href: `${href}/pdf`, label: text.pdf, kind: 'tertiary', small: true, icon: 'filePdf', download: true })}
      ${linkButton({ href: `${href}/docx`, label: text.word, kind: 'tertiary', small: true, icon: 'fileWord', download: true })}
    </p>`,
  })
}

export function versionList(draft: Draft, versions: readonly Version[]): Html {
  const older = versions.filter(({ version }) => version !== draft.version)
  if (older.length === 0) return html``
  return disclosure({
    summary: text.versions,
    body: html`<ul>
      ${older.map(
        ({ version, savedAt, savedByName }) =>
          html`<li><a href="${draftHref(draft)}?version=${version}">${text.version(version, savedByName)}</a> ${dateTimeText(savedAt)}</li>`,
      )}
    </ul>`,
  })
}

/** What a good memo would not have; it stops nothing. */
export function warningList(title: string, warnings: readonly Warning[]): Html {
  if (warnings.length === 0) return html``
  return notice(
    'warning',
    html`<p><strong>${title}</strong></p>
      <ul>
        ${warnings.map(
          ({ message, quote }) => html`<li>${message}${quote !== null && quote !== '' && html` <q>${quote}</q>`}</li>`,
        )}
      </ul>`,
  )
}

const kindOf: Readonly<Record<Approval['state'], StatusKind>> = {
  waiting: 'waiting',
  approved: 'done',
  returned: 'returned',
}

/** Each head and their answer. */
export function approvalList(approvals: readonly Approval[]): Html {
  return html`<ul class="k-plain-list">
    ${approvals.map(
      ({ name, title, state, answeredAt, note }) =>
        html`<li>
          <p><strong>${name}</strong>, ${title}</p>
          <p>${status(kindOf[state], text.answerState[state])} ${answeredAt !== null && dateTimeText(answeredAt)}</p>
          ${note !== null && html`<blockquote>${note}</blockquote>`}
        </li>`,
    )}
  </ul>`
}

/** Who sent it back and why, above what is to be changed. */
export function returnedNotice(submission: Submission | null): Html {
  const returned =
    submission?.state === 'returned' ? submission.approvals.find(({ state }) => state === 'returned') : undefined
  if (returned === undefined) return html``
  return notice(
    'warning',
    html`<p><strong>${text.returnedBy(returned.name)}</strong> ${returned.answeredAt !== null && dateTimeText(returned.answeredAt)}</p>
      <blockquote>${returned.note}</blockquote>`,
  )
}

export type HeadChoice = { readonly id: string; readonly name: string; readonly title: string }

type ApprovalBox = {
  readonly submission: Submission
  /** Heads who are not asked yet. */
  readonly others: readonly HeadChoice[]
  readonly mayAdd: boolean
  readonly mayWithdraw: boolean
}

/** How far the approval has come, and what keeps it going when someone is away. */
export function approvalBox({ submission, others, mayAdd, mayWithdraw }: ApprovalBox): Html {
  const href = `/godkannanden/${submission.id}`
  const isWaiting = submission.state === 'waiting'
  return section({
    title: text.answers,
    body: html`${approvalList(submission.approvals)}
    ${isWaiting && mayAdd && others.length > 0 && addApproverForm(href, others)}
    ${isWaiting && mayWithdraw && primaryForm({ action: `${href}/ta-tillbaka`, label: text.withdraw, kind: 'secondary' })}`,
  })
}

function addApproverForm(href: string, others: readonly HeadChoice[]): Html {
  const choices = others.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))
  return disclosure({
    summary: text.addApprover,
    body: primaryForm({
      action: `${href}/fraga-en-till`,
      label: text.add,
      kind: 'secondary',
      fields: select({
        name: 'personId',
        label: text.addApprover,
        help: text.addApproverHelp,
        choices,
        required: true,
      }),
    }),
  })
}

export function backToCase(theCase: Case): Html {
  return linkButton({
    href: caseHref(theCase),
    label: `${text.toCase} ${theCase.referenceNumber}`,
    kind: 'tertiary',
    icon: 'arrowLeft',
  })
}

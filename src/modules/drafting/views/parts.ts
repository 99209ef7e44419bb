/** What stands beside a draft: its papers, its versions, its approval, what to look at. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dateTimeText,
  disclosure,
  field,
  linkButton,
  notice,
  primaryForm,
  rejectionOf,
  section,
  select,
  status,
  type Rejected,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { isTheirTurn, unansweredAmong } from '../model/chain.ts'
import { askedAmong } from '../model/condition.ts'
import { filesAmong } from '../model/answer-files.ts'
import type { Approval, Draft, Submission } from '../model/draft.ts'
import { chainText } from './chain-text.ts'
import { fileLinks } from './answer-file-field.ts'
import { fieldText } from './answer-field-text.ts'
import { historyText } from './history-text.ts'
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
    </p>
    ${filesOfDraft(draft)}`,
  })
}

/** The files that go along with the answer, each to open; nothing where there are none. */
export function filesOfDraft(draft: Draft): Html {
  const files = draft.kind === 'statement' ? filesAmong(askedAmong(draft.content.answers)) : []
  return files.length === 0 ? html`` : html`<p>${fieldText.filesThere}</p>${fileLinks(draft.id, files)}`
}

/** The way to its versions. */
export function historyLink(draft: Draft): Html {
  const href = `${draftHref(draft)}/historik`
  return html`<p class="k-actions">
    ${linkButton({ href, label: historyText.link, kind: 'tertiary', small: true, icon: 'clock' })}
  </p>`
}

const kindOf: Readonly<Record<Approval['state'], StatusKind>> = {
  waiting: 'waiting',
  approved: 'done',
  returned: 'returned',
}

/** Each head and their answer, step by step where there are several. */
export function approvalList(approvals: readonly Approval[]): Html {
  const hasSteps = new Set(approvals.map(({ step }) => step)).size > 1
  return html`<ul class="k-plain-list">
    ${approvals.map(
      (approval) =>
        html`<li>
          <p>${hasSteps && html`${chainText.inStep(approval.step)}: `}<strong>${approval.name}</strong>, ${approval.title}</p>
          <p>${answerOf(approval, approvals)}</p>
          ${deputyLine(approval)} ${standingIn(approval, approvals)}
          ${approval.note !== null && html`<blockquote>${approval.note}</blockquote>`}
        </li>`,
    )}
  </ul>`
}

function answerOf(approval: Approval, all: readonly Approval[]): Html {
  const { personId, state, answeredAt, name, answeredByName } = approval
  const standIn = all.find(({ standsInFor }) => standsInFor === personId)
  if (state === 'waiting' && standIn !== undefined) return status('stopped', text.replacedBy(standIn.name))
  if (state === 'waiting' && !isTheirTurn(all, approval)) return status('planned', chainText.notYet)
  const by = answeredByName !== null && answeredByName !== name && chainText.approvedBy(answeredByName)
  return html`${status(kindOf[state], text.answerState[state])} ${answeredAt !== null && dateTimeText(answeredAt)} ${by}`
}

/** Who answers for one who is away. */
function deputyLine({ state, name, deputyName }: Approval): Html | false {
  return state === 'waiting' && deputyName !== null && html`<p>${chainText.answersFor(deputyName, name)}</p>`
}

function standingIn({ standsInFor, reason }: Approval, all: readonly Approval[]): Html | false {
  const away = standsInFor === null ? undefined : all.find(({ personId }) => personId === standsInFor)
  return away !== undefined && html`<p>${text.standsInFor(away.name, reason ?? '')}</p>`
}

/** What those who approved before it came back had to say of it; once, also by one who answered for another too. */
function comments({ approvals }: Submission): Html {
  const commented = approvals
    .filter(({ state, note }) => state === 'approved' && note !== null)
    .map((one) => ({ ...one, by: one.answeredByName ?? one.name }))
  const isFirst = ({ by, note }: { by: string; note: string | null }, index: number) =>
    commented.findIndex((one) => one.by === by && one.note === note) === index
  return html`${commented.filter(isFirst).map(
    ({ by, answeredAt, note }) =>
      html`<p><strong>${text.commentedBy(by)}</strong> ${answeredAt !== null && dateTimeText(answeredAt)}</p>
        <blockquote>${note}</blockquote>`,
  )}`
}

/** Who sent it back, when and why, above what is to be changed; and the comments of those who had approved it. */
export function returnedNotice(submission: Submission | null): Html {
  if (submission?.state !== 'returned') return html``
  const returned = submission.approvals.find(({ state }) => state === 'returned')
  if (returned === undefined) return html``
  return notice(
    'warning',
    html`<p><strong>${text.returnedBy(returned.answeredByName ?? returned.name)}</strong> ${returned.answeredAt !== null && dateTimeText(returned.answeredAt)}</p>
      <blockquote>${returned.note}</blockquote>
      ${comments(submission)}`,
  )
}

/** Who had approved what is now written in again: their approval is of other words. */
export function voidedNotice(submission: Submission | null): Html {
  if (submission === null || submission.state === 'waiting' || submission.state === 'approved') return html``
  const names = submission.approvals.filter(({ state }) => state === 'approved').map(({ name }) => name)
  if (names.length === 0) return html``
  return notice(
    'info',
    html`<p><strong>${chainText.voided(names.join(', '))}</strong></p><p>${chainText.voidedHelp}</p>${submission.state === 'withdrawn' && comments(submission)}`,
  )
}

export type HeadChoice = { readonly id: string; readonly name: string; readonly title: string }

type ApprovalBox = {
  readonly submission: Submission
  /** Heads who are not asked yet. */
  readonly others: readonly HeadChoice[]
  readonly mayAdd: boolean
  readonly mayWithdraw: boolean
  readonly rejected: Rejected | undefined
}

/** How far the approval has come, and what keeps it going when someone is away. */
export function approvalBox({ submission, others, mayAdd, mayWithdraw, rejected }: ApprovalBox): Html {
  const href = `/godkannanden/${submission.id}`
  const isWaiting = submission.state === 'waiting'
  return section({
    title: text.answers,
    body: html`${approvalList(submission.approvals)}
    ${isWaiting && mayAdd && others.length > 0 && addApproverForm(submission, others, rejected)}
    ${isWaiting && mayWithdraw && primaryForm({ action: `${href}/ta-tillbaka`, label: text.withdraw, kind: 'secondary' })}`,
  })
}

function addApproverForm(submission: Submission, others: readonly HeadChoice[], rejected: Rejected | undefined): Html {
  const action = `/godkannanden/${submission.id}/fraga-en-till`
  const refused = rejectionOf(rejected, action)
  const choice = ({ id, name, title }: HeadChoice) => ({ value: id, label: `${name}, ${title}` })
  const away = unansweredAmong(submission.approvals).map((approval) => choice({ ...approval, id: approval.personId }))
  return disclosure({
    summary: text.addApprover,
    open: refused !== undefined,
    body: html`<p class="k-help">${text.addApproverHelp}</p>${primaryForm({
      action,
      label: text.add,
      kind: 'secondary',
      fields: html`${select({ name: 'personId', label: text.addApprover, choices: others.map(choice), required: true, rejected: refused })}
      ${select({ name: 'insteadOf', label: text.insteadOf, choices: away, empty: text.nobodyAway, rejected: refused })}
      ${field({ name: 'reason', label: text.whyAway, help: text.whyAwayHelp, width: 'full', rejected: refused })}`,
    })}`,
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

/** Sending to the heads, and the page where a head reads everything and answers. */

import { html, type Html } from '../../../kernel/html.ts'
import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import {
  button,
  checkbox,
  columns,
  dateText,
  dateTimeText,
  facts,
  hiddenFields,
  notice,
  pageHead,
  paperFrame,
  reasons,
  rejectionOf,
  section,
  select,
  statusTag,
  textArea,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Proposed } from '../model/chain.ts'
import type { ChangedPart } from '../model/difference.ts'
import type { Submission } from '../model/draft.ts'
import type { DraftChecks } from '../model/checks.ts'
import { chainText } from './chain-text.ts'
import { stepChoices } from './chain.ts'
import { checksSummary } from './checks.ts'
import { differenceList } from './difference.ts'
import { group } from './fields.ts'
import { approvalBox, backToCase, voidedNotice, type HeadChoice } from './parts.ts'
import { text } from './text.ts'

export type SendProps = {
  readonly theCase: Case
  readonly papers: readonly Paper[]
  readonly obstacles: readonly string[]
  readonly warnings: readonly string[]
  readonly checks: readonly DraftChecks[]
  readonly heads: readonly HeadChoice[]
  /** Whom the chain of the authority would ask; empty where there is no chain. */
  readonly proposed: readonly Proposed[]
  /** Heads who stand as responsible in the memo. */
  readonly chosen: readonly string[]
  /** What was sent before and came back, whose approvals count no longer. */
  readonly earlier: Submission | null
  readonly rejected: Rejected | undefined
}

/** What is sent, what is in the way, and who is asked. */
export function sendForApproval(props: SendProps): Html {
  return html`<h2>${text.submitTitle}</h2>
    <p class="k-lead">${text.submitLead}</p>
    ${columns(
      section({
        title: text.what,
        body: html`${props.papers.map((paper) => paperFrame(paperHtml(paper, { heading: 3 })))}`,
      }),
      html`${voidedNotice(props.earlier)}${props.warnings.map((words) => notice('warning', words))} ${checksSummary(props.checks, 'sender')}
      ${sendForm(props)}`,
    )}`
}

function sendForm(props: SendProps): Html {
  const { theCase, obstacles, heads, rejected } = props
  if (obstacles.length > 0) return reasons(obstacles)
  if (heads.length === 0) return reasons([text.noHeads])
  const action = `${caseHref(theCase)}/skicka-for-godkannande`
  const refused = rejectionOf(rejected, action)
  const error = refused?.fields['approvers']
  return html`<form class="k-form" method="post" action="${action}">
    ${group({
      legend: text.approvers,
      help: chainText.orderHelp,
      body: html`${error !== undefined && html`<p class="ds-validation-message" data-field="validation">${error}</p>`}
      ${unchosen(props)}
      ${heads.map((head, at) => headFields(head, { at, props, refused }))}`,
    })}
    ${button({ label: text.submit, icon: 'send' })}
  </form>`
}

/** A function of the chain that several hold and nobody is chosen for. */
function unchosen({ proposed }: SendProps): Html {
  const roles = new Set(proposed.map(({ role }) => role))
  const chosen = new Set(proposed.filter(({ isChosen }) => isChosen).map(({ role }) => role))
  return html`${[...roles].filter((role) => !chosen.has(role)).map((role) => html`<p class="k-help">${chainText.chooseAmong(role)}</p>`)}`
}

/** A head to tick, and the step they are asked in. */
function headFields(
  { id, name, title }: HeadChoice,
  { at, props, refused }: { at: number; props: SendProps; refused: Rejected | undefined },
): Html {
  const inChain = props.proposed.find(({ personId }) => personId === id)
  return html`${checkbox({
    name: 'approvers[]',
    id: at === 0 ? 'falt-approvers' : `falt-approvers-${at}`,
    value: id,
    label: `${name}, ${title}`,
    checked: inChain?.isChosen ?? (props.proposed.length === 0 && props.chosen.includes(id)),
    rejected: refused,
    ...(inChain !== undefined && { help: chainText.inChain(inChain.role) }),
  })}
  ${select({
    name: `steps.${id}`,
    id: `falt-steps-${at}`,
    label: chainText.order(name),
    choices: stepChoices(),
    value: String(inChain?.step ?? 1),
    empty: false,
    width: 's',
    rejected: refused,
  })}`
}

/** What is new: since one approved, or in the submission that came after this one. */
export type Changes = {
  readonly since: { readonly day: string; readonly parts: readonly ChangedPart[] } | null
  readonly later: { readonly submissionId: string; readonly parts: readonly ChangedPart[] } | null
}

export type SubmissionProps = {
  readonly theCase: Case
  readonly submission: Submission
  readonly papers: readonly Paper[]
  /** What stands in the way of answering: said in the button's place to those who are not asked. */
  readonly obstacles: readonly string[]
  /** The files that go along with what is approved. */
  readonly files: Html
  /** The sum of the words on the page: what an approval given here is of. */
  readonly digest: string
  /** Those who are away and whom the person answers for. */
  readonly insteadOf: readonly string[]
  readonly changes: Changes
  /** While it waits: what the checks say of the words that were sent. */
  readonly checks: readonly DraftChecks[]
  readonly others: readonly HeadChoice[]
  readonly mayAdd: boolean
  readonly mayWithdraw: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

const statusOf: Readonly<Record<Submission['state'], StatusKind>> = {
  waiting: 'waiting',
  approved: 'done',
  returned: 'returned',
  withdrawn: 'stopped',
}

/** One submission: memo and statement to read, and the answer, also on a phone. */
export function submissionPage(props: SubmissionProps): Screen {
  const { theCase, submission, today } = props
  return {
    title: `${text.approvalsTitle}: ${theCase.title}`,
    section: 'approvals',
    body: html`${pageHead({
      title: theCase.title,
      number: theCase.referenceNumber,
      over: theCase.authorityName,
      status: statusTag(statusOf[submission.state], text.submissionState[submission.state]),
      actions: backToCase(theCase),
    })}
    ${facts([
      { term: text.sent, value: html`${dateTimeText(submission.submittedAt)}, ${submission.submittedByName}` },
      { term: text.due, value: theCase.dueOn !== null && dateText(theCase.dueOn, today) },
    ])}
    ${changesNotice(props.changes)}
    ${columns(
      html`${props.papers.map((paper) => paperFrame(paperHtml(paper, { heading: 2 })))}`,
      html`${props.files}${props.obstacles.length === 0 && answerForms(props)} ${checksSummary(props.checks, 'approver')} ${approvalBox(props)}`,
    )}`,
  }
}

function changesNotice({ since, later }: Changes): Html {
  const sinceNotice =
    since !== null &&
    notice(
      since.parts.length > 0 ? 'warning' : 'info',
      since.parts.length > 0
        ? html`<p><strong>${chainText.changedTitle(since.day)}</strong></p>${differenceList(since.parts)}`
        : chainText.unchanged(since.day),
    )
  const laterNotice =
    later !== null &&
    notice(
      'warning',
      html`<p><strong>${chainText.laterTitle}</strong></p>
        <p><a href="/godkannanden/${later.submissionId}">${chainText.later}</a></p>
        ${later.parts.length > 0 && html`<p>${chainText.whatIsNew}</p>${differenceList(later.parts)}`}`,
    )
  return html`${laterNotice}${sinceNotice}`
}

function answerForms({ submission, digest, insteadOf, rejected }: SubmissionProps): Html {
  const href = `/godkannanden/${submission.id}`
  const approving = `${href}/godkann`
  const returning = `${href}/skicka-tillbaka`
  const again = rejectionOf(rejected, approving)
  return html`${insteadOf.length > 0 && notice('info', chainText.youAnswerFor(insteadOf.join(', ')))}
    <form class="k-form" method="post" action="${approving}">
      ${hiddenFields({ digest })}
      ${textArea({ name: 'comment', label: chainText.comment, help: chainText.commentHelp, rows: 2, required: false, rejected: again })}
      ${button({ label: text.approve, icon: 'check' })}
    </form>
    <form class="k-form" method="post" action="${returning}">
      ${textArea({ name: 'note', label: text.note, rows: 3, required: true, rejected: rejectionOf(rejected, returning) })}
      ${button({ label: text.return, kind: 'secondary' })}
    </form>`
}

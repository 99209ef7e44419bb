/** Sending to the heads, and the heads' own pages: a list, and one page where everything can be read and answered. */

import { html, type Html } from '../../../kernel/html.ts'
import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  checkboxes,
  columns,
  dateText,
  dateTimeText,
  dayText,
  emptyState,
  facts,
  pageHead,
  paperFrame,
  reasons,
  rejectionOf,
  section,
  statusTag,
  table,
  textArea,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Submission } from '../model/draft.ts'
import type { Warning } from '../model/memo.ts'
import type { WaitingItem } from '../queries/submissions.ts'
import { approvalBox, backToCase, warningList, type HeadChoice } from './parts.ts'
import { text } from './text.ts'

export type SendProps = {
  readonly theCase: Case
  readonly papers: readonly Paper[]
  readonly obstacles: readonly string[]
  readonly warnings: readonly Warning[]
  readonly heads: readonly HeadChoice[]
  /** Heads who stand as responsible in the memo. */
  readonly chosen: readonly string[]
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
      html`${warningList(text.warnings, props.warnings)} ${props.warnings.length > 0 && html`<p class="k-help">${text.warningsNote}</p>`}
      ${sendForm(props)}`,
    )}`
}

function sendForm({ theCase, obstacles, heads, chosen, rejected }: SendProps): Html {
  if (obstacles.length > 0) return reasons(obstacles)
  if (heads.length === 0) return reasons([text.noHeads])
  const action = `${caseHref(theCase)}/skicka-for-godkannande`
  const refused = rejectionOf(rejected, action)
  const error = refused?.fields['approvers']
  return html`<form class="k-form" method="post" action="${action}">
    ${checkboxes({
      name: 'approvers[]',
      id: 'falt-approvers',
      label: text.approvers,
      choices: heads.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
      values: chosen,
      rejected: refused,
      ...(error !== undefined && { error }),
    })}
    ${button({ label: text.submit, icon: 'send' })}
  </form>`
}

/** Godkännanden: what waits for the person. */
export function approvalsPage(items: readonly WaitingItem[], today: string): Screen {
  return {
    title: text.approvalsTitle,
    section: 'approvals',
    body: html`${pageHead({ title: text.approvalsTitle, lead: text.approvalsLead })}
    ${table({
      caption: text.approvalsTitle,
      columns: [
        { key: 'title', head: text.case },
        { key: 'number', head: '', quietHead: true },
        { key: 'sent', head: text.sent },
        { key: 'due', head: text.due },
      ],
      rows: items.map((item) => ({
        href: `/godkannanden/${item.submissionId}`,
        id: item.submissionId,
        cells: {
          title: item.title,
          number: item.referenceNumber,
          sent: html`${item.submittedByName}, ${dayText(swedishDay(item.submittedAt))}`,
          due: item.dueOn !== null && dateText(item.dueOn, today),
        },
      })),
      empty: emptyState({ title: text.nothingTitle, text: text.nothing, icon: 'success' }),
    })}`,
  }
}

export type SubmissionProps = {
  readonly theCase: Case
  readonly submission: Submission
  readonly papers: readonly Paper[]
  /** What stands in the way of answering: said in the button's place to those who are not asked. */
  readonly obstacles: readonly string[]
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
    ${columns(
      html`${props.papers.map((paper) => paperFrame(paperHtml(paper, { heading: 2 })))}`,
      html`${props.obstacles.length === 0 && answerForms(submission, props.rejected)} ${approvalBox(props)}`,
    )}`,
  }
}

function answerForms(submission: Submission, rejected: Rejected | undefined): Html {
  const href = `/godkannanden/${submission.id}`
  const returning = `${href}/skicka-tillbaka`
  return html`<form class="k-form" method="post" action="${href}/godkann">${button({ label: text.approve, icon: 'check' })}</form>
    <form class="k-form" method="post" action="${returning}">
      ${textArea({ name: 'note', label: text.note, rows: 3, required: true, rejected: rejectionOf(rejected, returning) })}
      ${button({ label: text.return, kind: 'secondary' })}
    </form>`
}

/** The tab of a draft in its case: nothing yet, written, being read by the heads, or approved. */

import { html, type Html } from '../../../kernel/html.ts'
import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import {
  autoSave,
  button,
  columns,
  disclosure,
  emptyState,
  fileField,
  linkButton,
  notice,
  paperFrame,
  primaryForm,
  rejectionOf,
  writeTogether,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Draft, DraftKind, MemoDraft, StatementDraft, Submission } from '../model/draft.ts'
import type { TextState } from '../queries/shared-text.ts'
import { fieldText } from './field-text.ts'
import { memoForm, type MemoChoices } from './memo-form.ts'
import {
  approvalBox,
  draftHref,
  papers,
  returnedNotice,
  tabOf,
  historyLink,
  voidedNotice,
  type HeadChoice,
} from './parts.ts'
import { type AnswerChoices } from './answer-field.ts'
import { statementForm } from './statement-form.ts'
import { text } from './text.ts'

/** What the person may do here. */
export type Can = {
  readonly start: boolean
  readonly save: boolean
  readonly submit: boolean
  readonly withdraw: boolean
  readonly add: boolean
  readonly revise: boolean
  readonly read: boolean
}

export type TabProps = {
  readonly theCase: Case
  readonly submission: Submission | null
  readonly heads: readonly HeadChoice[]
  readonly texts: readonly TextState[]
  readonly can: Can
  /** The id of the person who looks at the page. */
  readonly writer: string
  /** The checks, while it is written; else null. */
  readonly checks: Html | null
  readonly rejected: Rejected | undefined
}

type WrittenProps = TabProps & { readonly paper: Paper }

const formPath = (theCase: Case, kind: DraftKind) => `${caseHref(theCase, tabOf[kind])}/spara`

/** The memo's tab while it is written. */
export function memoWriting(draft: MemoDraft, choices: MemoChoices, props: TabProps): Html {
  const { theCase, texts } = props
  const action = formPath(theCase, 'memo')
  const rejected = rejectionOf(props.rejected, action)
  const hidden = { draftId: draft.id, version: String(draft.version) }
  const form = memoForm({
    theCase,
    memo: draft.content,
    choices,
    texts,
    action,
    hidden,
    rejected,
    buttons: buttons(props),
  })
  return writing(draft, form, props)
}

/** The statement's tab while it is written. */
export function statementWriting(draft: StatementDraft, choices: AnswerChoices, props: TabProps): Html {
  const { theCase, texts } = props
  const action = formPath(theCase, 'statement')
  const rejected = rejectionOf(props.rejected, action)
  const hidden = { draftId: draft.id, version: String(draft.version) }
  const form = statementForm({
    theCase,
    statement: draft.content,
    choices,
    texts,
    action,
    filesAt: `${draftHref(draft)}/filer`,
    hidden,
    rejected,
    buttons: buttons(props),
  })
  return writing(draft, form, props)
}

function buttons({ can }: TabProps): Html {
  return html`${can.submit && button({ label: text.review, name: 'next', value: 'send' })}
  ${button({ label: text.save, kind: can.submit ? 'secondary' : 'primary', name: 'next', value: 'stay' })}`
}

function writing(draft: Draft, form: Html, props: TabProps): Html {
  const saved = autoSave({
    url: `/api/v1/drafts/${draft.id}/${draft.kind}`,
    version: draft.version,
    key: `${tabOf[draft.kind]}/${draft.id}`,
    writer: props.writer,
    form,
  })
  return html`${returnedNotice(props.submission)}${voidedNotice(props.submission)}
  ${columns(
    paperFrame(writeTogether({ url: `/api/v1/drafts/${draft.id}`, writer: props.writer, form: saved })),
    html`${props.checks} ${papers(draft)} ${draft.kind === 'memo' && props.can.read && readInForm(props)} ${historyLink(draft)}`,
  )}`
}

/** A draft that is not written in now: as its paper. */
export function written(draft: Draft, props: WrittenProps): Html {
  const { submission, can, theCase } = props
  const isWaiting = draft.state === 'submitted' && submission !== null
  const asked = new Set(submission?.approvals.map(({ personId }) => personId))
  const others = props.heads.filter(({ id }) => !asked.has(id))
  return columns(
    paperFrame(paperHtml(props.paper, { heading: 2 })),
    html`${draft.state === 'approved' && approved(draft, { theCase, mayRevise: can.revise })}
    ${isWaiting && approvalBox({ submission, others, mayAdd: can.add, mayWithdraw: can.withdraw, rejected: props.rejected })}
    ${papers(draft)} ${historyLink(draft)}`,
  )
}

function approved(draft: Draft, { theCase, mayRevise }: { theCase: Case; mayRevise: boolean }): Html {
  return html`${notice('success', text.approvedNotice)}
  <p class="k-actions">
    ${linkButton({ href: `/handlingar/${draft.recordId}`, label: text.toRecord, kind: 'secondary', icon: 'fileText' })}
  </p>
  ${
    mayRevise &&
    primaryForm({
      action: `${caseHref(theCase, tabOf[draft.kind])}/ny-version`,
      hidden: { kind: draft.kind },
      label: text.revise,
      kind: 'secondary',
    })
  }`
}

/** No memo yet: begin, or read one in. */
export function noMemo(props: TabProps): Html {
  const { theCase, can } = props
  const begin = primaryForm({
    action: `${caseHref(theCase, tabOf.memo)}/borja`,
    label: text.start.memo,
    icon: 'pencil',
  })
  return html`${emptyState({
    title: text.none.memoTitle,
    text: can.start ? text.none.memo : text.none.memoOther,
    icon: 'fileText',
    ...(can.start && { action: begin }),
  })}
  ${can.read && readInForm(props)}`
}

/** No statement yet: the referral's own way to begin one, else an empty one. */
export function noStatement({ theCase, can }: TabProps, ways: readonly Html[]): Html {
  const own = primaryForm({
    action: `${caseHref(theCase, tabOf.statement)}/borja`,
    label: text.start.statement,
    icon: 'pencil',
  })
  const action = ways.length > 0 ? html`${ways}` : own
  return emptyState({
    title: text.none.statementTitle,
    text: text.none.statement,
    icon: 'fileText',
    ...(can.start && { action }),
  })
}

function readInForm({ theCase, rejected }: TabProps): Html {
  const action = `${caseHref(theCase, tabOf.memo)}/las-in`
  const refused = rejectionOf(rejected, action)
  return disclosure({
    summary: text.readIn,
    open: refused !== undefined,
    body: html`<p>${text.readInHelp}</p>
      ${primaryForm({
        action,
        label: text.read,
        kind: 'secondary',
        icon: 'upload',
        files: true,
        fields: fileField({
          name: 'upload',
          label: fieldText.upload,
          help: fieldText.uploadHelp,
          accept: '.txt,.docx,.pdf',
          required: true,
          rejected: refused,
        }),
      })}`,
  })
}

/** A draft alone, as the paper it would be. */

import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import { html } from '../../../kernel/html.ts'
import { linkButton, pageHead, paperFrame, statusTag, type Screen, type StatusKind } from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Draft } from '../model/draft.ts'
import { draftHref, tabOf } from './parts.ts'
import { text } from './text.ts'

const statusOf: Readonly<Record<Draft['state'], StatusKind>> = {
  draft: 'draft',
  submitted: 'waiting',
  approved: 'done',
  replaced: 'stopped',
  set_aside: 'stopped',
}

export function draftPaperPage(
  draft: Draft,
  paper: Paper,
  { theCase, isOlder }: { theCase: Case; isOlder: boolean },
): Screen {
  const href = draftHref(draft)
  const kind = draft.kind === 'memo' ? text.memo : text.statement
  return {
    title: `${kind}: ${theCase.title}`,
    section: 'cases',
    body: html`${pageHead({
      title: isOlder ? `${kind}, ${text.older(draft.version)}` : kind,
      number: theCase.referenceNumber,
      over: theCase.title,
      status: statusTag(statusOf[draft.state], text.state[draft.state]),
      actions: html`${linkButton({ href: caseHref(theCase, tabOf[draft.kind]), label: text.toCase, kind: 'tertiary', icon: 'arrowLeft' })}
      ${!isOlder && linkButton({ href: `${href}/pdf`, label: text.pdf, kind: 'secondary', icon: 'filePdf', download: true })}
      ${!isOlder && linkButton({ href: `${href}/docx`, label: text.word, kind: 'secondary', icon: 'fileWord', download: true })}`,
    })}
    ${paperFrame(paperHtml(paper, { heading: 2 }))}`,
  }
}

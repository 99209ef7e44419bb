/** One delegated decision: every fact of A-94, and the document. */

import { html, type Html } from '../../../kernel/html.ts'
import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import {
  dateText,
  dayText,
  facts,
  linkButton,
  notice,
  pageHead,
  paperFrame,
  statusTag,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { recordHref } from '../../registry/index.ts'
import { decisionNumber, type DelegatedDecision } from '../model.ts'
import { text } from '../text.ts'
import { partHref, standingStatus } from './frame.ts'

/** `inCase`: on the case's own tab, where its number stands in the head. */
export function decisionFacts(one: DelegatedDecision, today: string, { inCase = false } = {}): Html {
  const isPassedOn = one.passedOnBy !== null
  return facts([
    {
      term: text.column.rule,
      value: html`<a href="/delegation/regler/${one.ruleId}">${one.ruleNumber} ${one.ruleHeading}</a>, ${text.decide.version(one.version)}`,
    },
    { term: text.column.delegate, value: `${one.delegateName}, ${one.delegateTitle}` },
    { term: text.decide.passedOnBy, value: isPassedOn && one.passedOnBy },
    { term: text.field.decidedOn, value: dateText(one.decidedOn, today) },
    {
      term: text.column.case,
      value:
        !inCase &&
        one.referenceNumber !== null &&
        html`<a class="k-number" href="/arenden/${one.referenceNumber}">${one.referenceNumber}</a>`,
    },
    { term: text.field.whyUrgent, value: one.whyUrgent },
    { term: text.column.appeal, value: text.appeal[one.appeal] },
    { term: text.column.standing, value: html`${standingStatus(one)}${toldAt(one)}` },
    { term: text.decide.corrects, value: one.corrects },
    { term: text.decide.correctedBy, value: one.correctedBy },
  ])
}

function toldAt({ meetingId, reportedOn, standing }: DelegatedDecision): Html {
  if (meetingId === null || reportedOn === null) return html``
  const say = standing === 'reported' ? text.decide.reportedAt : text.decide.placedAt
  return html` <a href="/sammantraden/${meetingId}#anmalan">${say(dayText(reportedOn))}</a>`
}

export type DecisionProps = {
  readonly decision: DelegatedDecision
  /** Null when the content is withheld from the reader, or stands in a document of another module's. */
  readonly paper: Paper | null
  readonly today: string
}

export function decisionPage({ decision, paper, today }: DecisionProps): Screen {
  const title = `${decisionNumber(decision)} ${decision.title ?? text.withheld}`
  const record = linkButton({
    href: recordHref({ id: decision.recordId }),
    label: text.decide.record,
    kind: 'secondary',
  })
  return {
    title,
    section: 'delegation',
    body: html`${pageHead({
      title,
      over: html`<a href="${partHref('decisions', decision.bodyId)}">${text.title}</a>`,
      ...(decision.isUrgent && { status: statusTag('now', text.decide.urgent) }),
      ...(decision.caseId !== null && { actions: record }),
    })}${decisionFacts(decision, today)}${
      paper === null ? notice('info', withoutPaper(decision)) : paperFrame(paperHtml(paper, { heading: 2 }))
    }`,
  }
}

function withoutPaper({ hasOwnDocument, title }: DelegatedDecision): string {
  return hasOwnDocument && title !== null ? text.decide.ownDocument : text.decide.hidden
}

/** The checks beside a draft: what to look at, where, why, and a button that mends it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  disclosure,
  hiddenFields,
  linkButton,
  notice,
  pageHead,
  rejectionOf,
  section,
  status,
  textArea,
  why,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { checkLabel, severityLabel, type Finding, type Place, type Severity } from '../../checking/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { DraftChecks } from '../model/checks.ts'
import type { Draft } from '../model/draft.ts'
import { considerationsField } from '../model/written.ts'
import { draftHref, tabOf } from './parts.ts'
import { checksText } from './checks-text.ts'
import { shortQuote, writtenLink } from './written-link.ts'

export type ChecksProps = {
  readonly draft: Pick<Draft, 'id' | 'kind'>
  readonly checks: DraftChecks
  /** Whether the one who looks may do anything about them. */
  readonly mayWrite: boolean
  /** Where the fields are: nothing when they are on the same page. */
  readonly fieldsAt: string
  readonly rejected: Rejected | undefined
}

export function checksHref(draft: Pick<Draft, 'id'>): string {
  return `${draftHref(draft)}/kontroller`
}

/** The panel. The browser fetches it anew after each save, from the page that has it alone. */
export function checksPanel(props: ChecksProps): Html {
  const { draft, checks } = props
  return html`<div data-checks="${checksHref(draft)}">
    ${section({
      title: checksText.title,
      id: 'kontroller',
      count: checks.open.length,
      body: html`${mendNotice(props)}
      ${
        checks.open.length === 0
          ? html`<p>${checksText.none}</p>`
          : html`<p class="k-help">${checksText.lead}</p>
            <ul class="k-plain-list k-checks">${checks.open.map((finding) => item(finding, props))}</ul>`
      }
      ${checks.stands.length > 0 && standing(props)}`,
    })}
  </div>`
}

const statusOf: Readonly<Record<Severity, StatusKind>> = { must: 'stopped', should: 'returned', advice: 'planned' }

function item(finding: Finding, props: ChecksProps): Html {
  const { fix, key } = finding
  return html`<li class="k-check">
    ${said(finding, props.fieldsAt)}
    ${why({ law: finding.source, text: finding.why })}
    ${
      props.mayWrite &&
      html`${fix !== null && oneButton(`${checksHref(props.draft)}/ratta`, { label: fix.label, hidden: { key } })}
      ${letForm(finding, props)}`
    }
  </li>`
}

/** What it is, how much it weighs, and the words it is about. */
function said({ severity, message, quote, place }: Finding, fieldsAt: string): Html {
  return html`<p>${status(statusOf[severity], severityLabel(severity))}</p>
    <p>${message}</p>
    ${quote !== null && html`<p class="k-check-quote">${quoted(quote, place, fieldsAt)}</p>`}
    ${quote === null && place !== null && html`<p>${writtenLink(checksText.toDraft, { quote: '', place, fieldsAt })}</p>`}`
}

function quoted(quote: string, place: Place | null, fieldsAt: string): Html {
  return place === null || place.field === considerationsField
    ? shortQuote(quote)
    : writtenLink(shortQuote(quote), { quote, place, fieldsAt })
}

type One = { readonly label: string; readonly hidden: Readonly<Record<string, string>>; readonly kind?: 'tertiary' }

function oneButton(action: string, { label, hidden, kind }: One): Html {
  return html`<form method="post" action="${action}" data-after-saving>
    ${hiddenFields(hidden)}${button({ label, kind: kind ?? 'secondary', small: true })}
  </form>`
}

function letForm({ key }: Finding, { draft, rejected }: ChecksProps): Html {
  const action = `${checksHref(draft)}/lat-sta`
  const refused = rejected?.values['key'] === key ? rejectionOf(rejected, action) : undefined
  return disclosure({
    summary: checksText.let,
    open: refused !== undefined,
    body: html`<form class="k-form" method="post" action="${action}" data-after-saving>
      ${hiddenFields({ key })}
      ${textArea({ name: 'reason', id: `falt-reason-${key}`, label: checksText.why, help: checksText.whyHelp, rows: 2, rejected: refused })}
      ${button({ label: checksText.let, kind: 'secondary', small: true })}
    </form>`,
  })
}

function standing({ checks, mayWrite, draft, fieldsAt }: ChecksProps): Html {
  return disclosure({
    summary: checksText.stands(checks.stands.length),
    body: html`<ul class="k-plain-list k-checks">
      ${checks.stands.map(
        ({ finding, let: stands }) =>
          html`<li class="k-check">
            ${said(finding, fieldsAt)}
            <p>${checksText.by(stands.byName)}</p>
            <blockquote>${stands.reason}</blockquote>
            ${mayWrite && oneButton(`${checksHref(draft)}/ta-upp`, { label: checksText.takeUp, hidden: { letStandId: stands.id }, kind: 'tertiary' })}
          </li>`,
      )}
    </ul>`,
  })
}

function mendNotice({ checks: { mend }, mayWrite, draft }: ChecksProps): Html | false {
  if (mend === null || !mayWrite) return false
  return notice(
    'success',
    html`<p>${checksText.mended(mend.quote ?? checkLabel(mend.code))}</p>
      ${oneButton(`${checksHref(draft)}/angra`, { label: checksText.undo, hidden: {}, kind: 'tertiary' })}`,
  )
}

/** The checks on a page of their own: for a phone, and for a form that came back. */
export function checksPage(theCase: Case, props: Omit<ChecksProps, 'fieldsAt'>): Screen {
  const tab = caseHref(theCase, tabOf[props.draft.kind])
  return {
    title: `${checksText.title}: ${theCase.title}`,
    section: 'cases',
    body: html`${pageHead({
      title: checksText.title,
      number: theCase.referenceNumber,
      over: theCase.title,
      actions: linkButton({ href: tab, label: checksText.toDraft, kind: 'tertiary', icon: 'arrowLeft' }),
    })}
    ${checksPanel({ ...props, fieldsAt: tab })}`,
  }
}

/** The same for those who send and those who approve: what is left, the heaviest first, and what was let stand with its reason. */
export function checksSummary(all: readonly DraftChecks[], reader: 'sender' | 'approver'): Html {
  const open = all.flatMap((one) => one.open).filter(({ severity }) => severity !== 'advice')
  const stands = all.flatMap((one) => one.stands)
  const musts = open.filter(({ severity }) => severity === 'must')
  const rest = open.filter(({ severity }) => severity !== 'must')
  const body = html`${musts.length > 0 && remarks(checksText.mustTitle(musts.length), musts)}
    ${rest.length > 0 && remarks(checksText.restTitle, rest)}
    ${
      stands.length > 0 &&
      html`<p><strong>${checksText.standsTitle}</strong></p>
        <ul>
          ${stands.map(({ finding, let: one }) => html`<li>${remark(finding)} <br />${checksText.by(one.byName)}: ${one.reason}</li>`)}
        </ul>`
    }`
  if (open.length + stands.length === 0) return html``
  return reader === 'sender'
    ? notice('warning', body)
    : section({ title: checksText.approverTitle, count: open.length, body })
}

function remarks(title: string, findings: readonly Finding[]): Html {
  return html`<p><strong>${title}</strong></p>
    <ul>
      ${findings.map((finding) => html`<li>${remark(finding)}</li>`)}
    </ul>`
}

function remark({ message, quote }: Finding): Html {
  return html`${message}${quote !== null && html` <q>${quote.slice(0, 200)}</q>`}`
}

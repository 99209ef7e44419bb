/** The page where one registers all day: the form, what was just done, and the way to the registers. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  columns,
  icon,
  linkButton,
  pageHead,
  rejectionOf,
  section,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import type { CaseType, OfficerAt, PlanClass } from '../../filing/index.ts'
import { caseHref, type Duplicate } from '../../registry/index.ts'
import type { CaseHint, JustDone } from '../queries/register.ts'
import { text } from '../text/register.ts'
import { caseFields, directionField, recordFields, secrecyFields, type Given } from './register-fields.ts'

export const registerHref = '/registrera'
export const fillHref = `${registerHref}/fyll`
export const manyHref = `${registerHref}/flera`

export type RegisterProps = {
  readonly authorityName: string
  /** What the address says that the form begins with. */
  readonly given: Given
  readonly receipt: JustDone | null
  readonly types: readonly CaseType[]
  readonly classes: readonly PlanClass[]
  readonly officers: readonly OfficerAt[]
  readonly parties: readonly string[]
  readonly cases: readonly CaseHint[]
  /** The case whose number is written, when the page comes back with one. */
  readonly hint: CaseHint | null
  readonly kept: readonly Upload[]
  readonly duplicates: readonly (Duplicate & { readonly name: string })[]
  readonly done: readonly JustDone[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function registerPage(props: RegisterProps): Screen {
  return {
    title: text.title,
    section: 'register',
    body: html`${pageHead({
      title: text.title,
      over: text.at(props.authorityName),
      actions: linkButton({ href: manyHref, label: text.many, kind: 'secondary', icon: 'upload' }),
    })}${props.receipt !== null && receiptLine(props.receipt)}${columns(registerForm(props), aside(props))}`,
  }
}

/** What was registered a moment ago, with its number, before the form that is empty again. */
function receiptLine({ recordId, number, referenceNumber, title }: JustDone): Html {
  return html`<div class="k-flash k-receipt" role="status">
    ${icon('success')}
    <p><strong>${text.receipt(number, referenceNumber)}</strong> <span class="k-receipt-title">${title}</span></p>
    <p class="k-receipt-ways"
      ><a href="/handlingar/${recordId}">${text.openRecord}</a>
      <a href="${registerHref}/kvitto/${recordId}">${text.print}</a></p
    >
  </div>`
}

function registerForm(props: RegisterProps): Html {
  const rejected = rejectionOf(props.rejected, registerHref)
  const inner = { ...props, rejected }
  return html`<form class="k-form k-register" method="post" action="${registerHref}" enctype="multipart/form-data" data-register>
    ${directionField(inner)}${caseFields(inner)}${recordFields(inner)}${secrecyFields(inner)}
    <div class="k-actions k-register-buttons">
      ${button({ label: text.submit })}${button({ label: text.submitNext, kind: 'secondary', name: 'after', value: 'next' })}<span class="k-no-js">${button({ label: text.fill, kind: 'secondary', formAction: fillHref, noValidate: true })}</span>
      <p class="k-help k-js-only">${text.keysHint}</p>
    </div>
  </form>`
}

function aside({ done }: RegisterProps): Html {
  const rows = done.map(
    ({ recordId, number, referenceNumber, title }) => html`<li>
      <a href="/handlingar/${recordId}"><span class="k-number">${number}</span> ${title}</a>
      <a class="k-help" href="${caseHref({ referenceNumber })}">${referenceNumber}</a>
    </li>`,
  )
  const registers = [
    ['/kontakter', text.contacts],
    ['/arendetyper', text.caseTypes],
    ['/klassificering', text.classes],
  ] as const
  return html`${section({
    title: text.today,
    body:
      done.length === 0 ? html`<p class="k-help">${text.todayNone}</p>` : html`<ol class="k-just-done">${rows}</ol>`,
  })}${section({
    title: text.registers,
    body: html`<ul class="k-just-done">${registers.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}</ul>`,
  })}${why({ law: text.law, text: html`${text.why} ${text.recordTitleHelp}` })}`
}

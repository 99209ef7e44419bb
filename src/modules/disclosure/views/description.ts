/** The description of an authority's records: read as the paper it is, and written part by part. */

import { paperHtml, type Paper } from '../../../kernel/documents/index.ts'
import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  linkButton,
  notice,
  pageHead,
  paperFrame,
  primaryForm,
  rejectionOf,
  select,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Authority } from '../../organisation/index.ts'
import { descriptionHref, descriptionParts, missingParts, type Description } from '../model/description.ts'
import { descriptionText as text } from '../text/description.ts'
import { text as disclosureText } from '../text.ts'

export type DescriptionProps = {
  readonly authority: Authority
  readonly authorities: readonly Authority[]
  readonly description: Description
  readonly paper: Paper
  readonly mayChange: boolean
}

const over = () => html`<a href="/utlamnanden">${disclosureText.title}</a>`

export function descriptionPage({ authority, authorities, description, paper, mayChange }: DescriptionProps): Screen {
  const missing = missingParts(description)
  const pdf = linkButton({
    href: `${descriptionHref}/pdf?myndighet=${authority.id}`,
    label: text.pdf,
    kind: 'secondary',
    icon: 'download',
  })
  const change = mayChange && linkButton({ href: `${descriptionHref}/andra`, label: text.change })
  return {
    title: text.title,
    section: 'disclosure',
    width: 'reading',
    body: html`${pageHead({ title: text.title, lead: text.lead, over: over(), actions: html`${pdf}${change}` })}
      ${authorityForm(authority, authorities)}
      ${missing.length > 0 && notice('info', text.unwritten(missing.map((part) => text.parts[part].toLocaleLowerCase()).join(', ')))}
      ${paperFrame(paperHtml(paper, { heading: 2 }))}
      ${why({ law: text.whyLaw, text: text.why })}`,
  }
}

/** A form that only reads. */
function authorityForm({ id }: Authority, authorities: readonly Authority[]): Html {
  const choices = authorities.map(({ id: value, name }) => ({ value, label: capital(name) }))
  return html`<form class="k-form" method="get" action="${descriptionHref}">
    ${select({ name: 'myndighet', label: text.authority, choices, value: id, empty: false, required: true, rejected: undefined })}
    <div class="k-actions">${button({ label: text.show, kind: 'secondary' })}</div>
  </form>`
}

export type DescribingProps = {
  readonly description: Description
  readonly longest: number
  readonly rejected: Rejected | undefined
}

export function describingPage({ description, longest, rejected: all }: DescribingProps): Screen {
  const action = `${descriptionHref}/andra`
  const rejected = rejectionOf(all, action)
  const fields = descriptionParts.map((part) =>
    textArea({
      name: part,
      label: text.parts[part],
      help: text.help[part],
      value: description[part] ?? '',
      required: false,
      maxLength: longest,
      rows: 4,
      rejected,
    }),
  )
  return {
    title: text.title,
    section: 'disclosure',
    width: 'reading',
    body: html`${pageHead({
      title: text.title,
      lead: text.editLead,
      over: html`<a href="${descriptionHref}">${text.title}</a>`,
    })}${primaryForm({ action, label: text.save, fields: html`${fields}` })}`,
  }
}

/** What whoever opens a personal link sees first: what is asked, the documents, and who is to write. */

import { html, type Html } from '../../../kernel/html.ts'
import { isEmpty, toHtml } from '../../../kernel/rich-text.ts'
import {
  button,
  capital,
  dateText,
  dateTimeText,
  disclosure,
  emptyState,
  facts,
  field,
  linkButton,
  notice,
  pageHead,
  rejectionOf,
  section,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Asked, Writer } from '../model.ts'
import type { Reply } from '../queries.ts'
import { text } from '../text.ts'
import { inquiryPart } from './inquiries.ts'

export type AskedProps = {
  readonly token: string
  readonly asked: Asked
  readonly replies: readonly Reply[]
  readonly isOpen: boolean
  /** A question has just been sent. */
  readonly hasAsked: boolean
  readonly writers: readonly Writer[]
  readonly isAnswered: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function askedScreen(props: AskedProps): Screen {
  const { asked, isOpen, isAnswered } = props
  const t = text.asked
  return {
    title: t.title(asked.title),
    width: 'reading',
    body: html`
      ${pageHead({
        title: asked.title,
        number: asked.referenceNumber,
        over: capital(asked.authorityName),
        lead: t.lead(capital(asked.issuerName), asked.bodyName),
      })}
      ${!isOpen && notice('info', html`<p><strong>${t.closedTitle}.</strong> ${text.obstacle.closed}</p>`)}
      ${isAnswered && notice('success', html`<p>${t.answered}. <a href="/svar/${props.token}/kvitto">${t.toReceipt}</a></p>`)}
      ${correctionNotice(asked)} ${aboutAsked(props)} ${inquiryPart(props)} ${isOpen && beginPart(props)}
    `,
  }
}

function correctionNotice({ corrections }: Asked): Html {
  if (corrections.length === 0) return html``
  return notice(
    'warning',
    html`<p><strong>${text.asked.corrected}</strong></p>
      <ol>
        ${corrections.map(({ what, at }) => html`<li>${what} <span class="k-quiet">${dateTimeText(at)}</span></li>`)}
      </ol>`,
  )
}

function aboutAsked({ token, asked, today }: AskedProps): Html {
  const t = text.asked
  const { contact } = asked
  return html`
    ${facts([
      { term: t.lastDay, value: asked.answerBy !== null && dateText(asked.answerBy, today) },
      {
        term: t.contact,
        value: html`${contact.name}, ${contact.title}, <a href="mailto:${contact.email}">${contact.email}</a>${contact.phone !== null && html`, ${contact.phone}`}`,
      },
    ])}
    ${
      (asked.withoutPosition || !isEmpty(asked.coverLetter)) &&
      section({
        title: t.letter,
        body: html`${toHtml(asked.coverLetter)}${asked.withoutPosition && html`<p>${t.withoutPosition(capital(asked.issuerName))}</p>`}`,
      })
    }
    ${section({ title: t.documents, body: documentList(token, asked) })}
    ${section({
      title: t.questions,
      count: asked.questions.length,
      body: html`<ol>
        ${asked.questions.map(
          ({ text: words, help }) =>
            html`<li>${words}${help !== null && html`<br /><span class="k-quiet">${help}</span>`}</li>`,
        )}
      </ol>`,
    })}
  `
}

function documentList(token: string, { documents }: Asked): Html {
  if (documents.length === 0) return html`<p>${text.asked.noDocuments}</p>`
  return html`<ul class="k-plain-list">
    ${documents.map(
      ({ id, name, version }) =>
        html`<li><a href="/svar/${token}/fil/${id}">${name}</a>${version > 1 && html` <span class="k-quiet">${text.asked.new}</span>`}</li>`,
    )}
  </ul>`
}

function beginPart({ token, writers, rejected }: AskedProps): Html {
  const t = text.asked
  const action = `/svar/${token}`
  const back = rejectionOf(rejected, action)
  // A question that came back asks for the same, and is pointed at.
  const named = (name: string) => (rejected !== undefined && back === undefined ? { id: `begin-${name}` } : {})
  return html`
    ${section({
      title: t.begin,
      id: 'skriv',
      body: html`
        <p>${t.beginHelp}</p>
        ${
          writers.length > 0 &&
          html`<ul class="k-plain-list">
            ${writers.map(
              ({ id, name, role }) =>
                html`<li><a href="/svar/${token}/skriv/${id}">${t.goOn} ${name}, ${role}</a></li>`,
            )}
          </ul>`
        }
        <form class="k-form" method="post" action="${action}">
          ${field({ name: 'name', ...named('name'), label: t.name, autocomplete: 'name', width: 'l', maxLength: 120, rejected: back })}
          ${field({ name: 'role', ...named('role'), label: t.role, help: t.roleHelp, autocomplete: 'organization-title', width: 'l', maxLength: 120, rejected: back })}
          ${button({ label: t.start })}
        </form>
      `,
    })}
    ${disclosure({ summary: t.about, body: html`<p>${t.aboutHelp}</p>` })}
  `
}

/** In place of what cannot be shown yet. */
export function nothingYet(token: string): Html {
  const t = text.receipt
  return emptyState({
    title: t.none,
    text: t.noneText,
    action: linkButton({ href: `/svar/${token}`, label: t.write }),
  })
}

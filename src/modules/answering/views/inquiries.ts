/** On a personal link: what has been asked about the referral and answered, what one's own questions wait for, and the way to ask. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  dateTimeText,
  dayText,
  disclosure,
  field,
  notice,
  rejectionOf,
  section,
  select,
  status,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Writer } from '../model.ts'
import type { Reply } from '../queries.ts'
import { text } from '../text.ts'
import type { AskedProps } from './asked.ts'

export function inquiryPart(props: AskedProps): Html {
  const { replies, isOpen, hasAsked } = props
  if (replies.length === 0 && !isOpen) return html``
  return section({
    title: text.asked.replies,
    id: 'fragor-och-svar',
    ...(replies.length > 0 && { count: replies.length }),
    body: html`
      ${hasAsked && notice('success', html`<p role="status">${text.inquiry.sent}</p>`)}
      ${replies.length > 0 && html`<dl>${replies.map(oneReply)}</dl>`} ${isOpen && askForm(props)}
    `,
  })
}

function oneReply({ question, askedOn, answer, at, isOwn }: Reply): Html {
  const t = text.inquiry
  const own = askedOn === null ? t.own : `${t.own}, ${t.asked(dayText(askedOn))}`
  return html`<dt>${question}${isOwn && html` <span class="k-quiet">${own}</span>`}</dt>
    ${
      answer === null || at === null
        ? html`<dd>${status('waiting', t.waits)}</dd>`
        : html`<dd class="k-file-words">${answer} <span class="k-quiet">${dateTimeText(at)}</span></dd>`
    }`
}

function askForm({ token, asked, writers, rejected }: AskedProps): Html {
  const t = text.inquiry
  const action = `/svar/${token}/fraga`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: t.ask,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${t.help(capital(asked.authorityName))}</p>
      ${textArea({ name: 'words', label: t.words, rows: 4, rejected: back })} ${whoFields(writers, back)}
      ${button({ label: t.send, kind: 'secondary' })}
    </form>`,
  })
}

/** The names are asked for on the same page by who begins to write: each field has an id of its own, but in the form that came back. */
function whoFields(writers: readonly Writer[], rejected: Rejected | undefined): Html {
  const t = text.inquiry
  const named = (name: string) => (rejected === undefined ? { id: `ask-${name}` } : {})
  const isListed = writers.length > 0
  return html`
    ${
      isListed &&
      select({
        name: 'personId',
        label: t.who,
        value: writers.length === 1 ? writers[0]?.id : null,
        empty: t.someoneElse,
        choices: writers.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
        rejected,
      })
    }
    ${field({ name: 'name', ...named('name'), label: isListed ? t.nameOfOther : t.name, autocomplete: 'name', width: 'l', maxLength: 120, required: !isListed, rejected })}
    ${field({ name: 'role', ...named('role'), label: isListed ? t.roleOfOther : t.role, help: text.asked.roleHelp, autocomplete: 'organization-title', width: 'l', maxLength: 120, required: !isListed, rejected })}
  `
}

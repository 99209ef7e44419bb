/** Questions about a round and their answers: at the sender, who answers, and on the tab of each that was asked. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  checkbox,
  dayText,
  disclosure,
  rejectionOf,
  section,
  status,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Inquiry } from '../model/inquiry.ts'
import type { Recipient, Round } from '../model.ts'
import { text } from '../text/inquiries.ts'

type Seen = {
  readonly round: Round
  readonly inquiries: readonly Inquiry[]
  readonly actor: Actor
  readonly rejected: Rejected | undefined
}

/** At the sender: every question, and the form that answers it. */
export function roundInquiries(seen: Seen): Html {
  const { round, inquiries, actor } = seen
  if (inquiries.length === 0) return html``
  const isOurs = may(actor, 'referral.reply', round.authorityId)
  const mayReply = round.state === 'sent' && isOurs
  return section({
    title: text.title,
    id: 'fragor-och-svar',
    count: inquiries.length,
    body: html`${inquiries.map((one) => inquiryBody(one, one.namesAsker || isOurs, mayReply && one.answer === null && replyForm(one, seen)))}`,
  })
}

function replyForm({ id }: Inquiry, { round, rejected }: Seen): Html {
  const action = `/remisser/${round.id}/fragor-och-svar/${id}`
  const back = rejectionOf(rejected, action)
  const named = back === undefined ? { id: `answer-${id}` } : {}
  return html`<form class="k-form" method="post" action="${action}">
    ${textArea({ name: 'answer', ...named, label: text.answer, help: text.replyHelp, rows: 3, rejected: back })}
    ${button({ label: text.reply, kind: 'secondary' })}
  </form>`
}

/** In the body's own case: what everyone has asked, and the way to ask. */
export function ownInquiries(seen: Seen & { readonly theCase: Case; readonly recipient: Recipient }): Html {
  const { theCase, round, inquiries, actor, recipient } = seen
  const mayAsk = round.state === 'sent' && may(actor, 'referral.inquire', theCase.authorityId)
  if (inquiries.length === 0 && !mayAsk) return html``
  return section({
    title: text.title,
    id: 'fragor-och-svar',
    body: html`
      ${inquiries.length === 0 && html`<p class="k-quiet">${text.none}</p>`}
      ${inquiries.map((one) => inquiryBody(one, one.namesAsker || one.recipientId === recipient.id, false))}
      ${mayAsk && askForm(seen)}
    `,
  })
}

function askForm({ theCase, rejected }: { readonly theCase: Case; readonly rejected: Rejected | undefined }): Html {
  const action = caseHref(theCase, 'remiss/fraga')
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: text.ask,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${text.lead}</p>
      ${textArea({ name: 'words', label: text.words, rows: 3, rejected: back })}
      ${checkbox({ name: 'namesAsker', label: text.namesAsker, rejected: back })}
      ${button({ label: text.send, kind: 'secondary' })}
    </form>`,
  })
}

function inquiryBody(one: Inquiry, isNamed: boolean, form: Html | false): Html {
  const { words, askedAt, answer, answeredAt, answeredByName, bodyName } = one
  const asker = text.from(isNamed ? capital(bodyName) : text.someone, dayText(swedishDay(askedAt)))
  const day = answeredAt === null ? '' : dayText(swedishDay(answeredAt))
  return html`<article>
    <h3>${words}</h3>
    <p class="k-quiet">${asker}</p>
    ${
      answer === null
        ? html`<p>${status('waiting', text.waits)}</p>`
        : html`<p>${answer}</p>
            <p class="k-quiet">${text.answeredBy(answeredByName ?? '', day)}</p>`
    }
    ${form}
  </article>`
}

/** Questions about a round and their answers: at the sender, who answers, and on the tab of each that was asked. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  checkbox,
  dateField,
  dayText,
  disclosure,
  rejectionOf,
  section,
  select,
  status,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Inquiry } from '../model/inquiry.ts'
import { channels, isAsked, type Recipient, type Round } from '../model.ts'
import { text } from '../text/inquiries.ts'

type Seen = {
  readonly round: Round
  readonly inquiries: readonly Inquiry[]
  readonly actor: Actor
  readonly rejected: Rejected | undefined
}

/** At the sender: every question, and the form that answers it. */
export function roundInquiries(seen: Seen & { readonly recipients: readonly Recipient[] }): Html {
  const { round, inquiries, actor, recipients } = seen
  const isOurs = may(actor, 'referral.reply', round.authorityId)
  const mayReply = round.state === 'sent' && isOurs
  const outside = mayReply ? recipients.filter((one) => one.caseId === null && isAsked(one)) : []
  if (inquiries.length === 0 && outside.length === 0) return html``
  return section({
    title: text.title,
    id: 'fragor-och-svar',
    ...(inquiries.length > 0 && { count: inquiries.length }),
    body: html`
      ${inquiries.length === 0 && html`<p class="k-quiet">${text.none}</p>`}
      ${inquiries.map((one) => inquiryBody(one, isOurs ? 'whole' : one.namesAsker, mayReply && one.answer === null && replyForm(one, seen)))}
      ${outside.length > 0 && enterForm(seen, outside)}
    `,
  })
}

/** What a body outside has asked by mail, letter or telephone. */
function enterForm({ round, rejected }: Seen, outside: readonly Recipient[]): Html {
  const action = `/remisser/${round.id}/fragor-och-svar`
  const back = rejectionOf(rejected, action)
  const named = (name: string) => (back === undefined ? { id: `inquiry-${name}` } : {})
  return disclosure({
    summary: text.enter,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${text.enterLead}</p>
      ${select({
        name: 'recipientId',
        ...named('recipientId'),
        label: text.body,
        choices: outside.map(({ id, bodyName }) => ({ value: id, label: capital(bodyName) })),
        rejected: back,
      })}
      ${textArea({ name: 'words', ...named('words'), label: text.theirWords, rows: 3, rejected: back })}
      ${select({
        name: 'channel',
        ...named('channel'),
        label: text.channelLabel,
        choices: channels.map((value) => ({ value, label: text.channels[value] })),
        width: 's',
        rejected: back,
      })}
      ${dateField({ name: 'askedOn', ...named('askedOn'), label: text.askedOn, help: text.askedOnHelp, required: false, rejected: back })}
      ${button({ label: text.save, kind: 'secondary' })}
    </form>`,
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

/** Whether the reader sees which body has asked; the sender also sees who there, and how. */
type Named = boolean | 'whole'

function askerOf(one: Inquiry, named: Named): string {
  const { bodyName, asker, channel, askedAt, askedOn } = one
  const day = dayText(askedOn ?? swedishDay(askedAt))
  if (named === false) return text.from(text.someone, day)
  const body = capital(bodyName)
  if (named === true || channel === 'system') return text.from(body, day)
  return `${text.from(asker === null ? body : text.asker(body, asker), day)}, ${text.channel[channel]}`
}

function inquiryBody(one: Inquiry, named: Named, form: Html | false): Html {
  const { words, answer, answeredAt, answeredByName } = one
  const asker = askerOf(one, named)
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

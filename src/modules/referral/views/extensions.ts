/** More time to answer: where it is asked for, where it is decided, and what was decided. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  checkboxes,
  dateField,
  dateOnly,
  dayText,
  disclosure,
  emptyState,
  linkButton,
  notice,
  radios,
  rejectionOf,
  section,
  select,
  status,
  table,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import {
  channels,
  obstaclesToAsking,
  obstaclesToDecidingExtension,
  outcomes,
  type Extension,
} from '../model/extension.ts'
import { isAsked, type Recipient, type Round } from '../model.ts'
import { text } from '../text/extensions.ts'

export const anchor = 'svarstid'

export type OwnTime = {
  readonly theCase: Case
  readonly round: Round
  readonly recipient: Recipient
  readonly extensions: readonly Extension[]
  readonly actor: Actor
  readonly rejected: Rejected | undefined
}

function mayAsk({ theCase, round, recipient, extensions, actor }: Omit<OwnTime, 'rejected'>): boolean {
  const { answerBy, answer } = recipient
  const isWaiting = extensions.some(({ state }) => state === 'asked')
  const obstacles = obstaclesToAsking({ roundState: round.state, isAnswered: answer !== null, isWaiting, answerBy })
  return obstacles.length === 0 && may(actor, 'referral.ask-for-time', theCase.authorityId)
}

type Asked = { readonly round: Round; readonly recipient: Recipient | undefined }

/** Whether a decision on it is still to be made: not once the body has answered, or the round is closed. */
function isToDecide({ state }: Extension, { round, recipient }: Asked): boolean {
  const isAnswered = recipient !== undefined && recipient.answer !== null
  return obstaclesToDecidingExtension({ state, roundState: round.state, isAnswered }).length === 0
}

/** In the body's own case: what was decided, what waits, and the way to ask. Nothing where there is nothing of it. */
export function ownTime(own: OwnTime): Html {
  const { extensions } = own
  const isOpen = mayAsk(own)
  const isDecided = extensions.some(({ state }) => state !== 'asked')
  const waiting = extensions.find((one) => isToDecide(one, own))
  if (waiting === undefined && !isDecided && !isOpen) return html``
  return section({
    title: text.title,
    id: anchor,
    body: html`
      ${waiting !== undefined && notice('info', text.waits(dayText(waiting.wantedOn ?? '')))}
      ${isDecided && historyTable(extensions, 'decisionInId')}
      ${isOpen && askForm(own)}
    `,
  })
}

function askForm({ theCase, recipient, rejected }: OwnTime): Html {
  const action = caseHref(theCase, 'remiss/svarstid')
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: text.ask,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${text.askLead(dayText(recipient.answerBy ?? ''))}</p>
      ${dateField({ name: 'wantedOn', label: text.wantedOn, rejected: back })}
      ${textArea({ name: 'reason', label: text.reason, help: text.reasonHelp, rows: 3, rejected: back })}
      ${why({ law: text.whyLaw, text: text.why })}
      ${button({ label: text.send, kind: 'secondary' })}
    </form>`,
  })
}

/** On the plan of a case whose board is too late: the way to more time, or that it is asked for already (I-22). */
export function wayToTime(own: Omit<OwnTime, 'rejected'>): Html | null {
  const waiting = own.extensions.find((one) => isToDecide(one, own))
  if (waiting !== undefined) return html`<p>${text.waits(dayText(waiting.wantedOn ?? ''))}</p>`
  if (!mayAsk(own)) return null
  return linkButton({ href: caseHref(own.theCase, `remiss#${anchor}`), label: text.ask, kind: 'secondary' })
}

export type RoundTime = {
  readonly round: Round
  readonly recipients: readonly Recipient[]
  readonly extensions: readonly Extension[]
  readonly actor: Actor
  readonly rejected: Rejected | undefined
}

/** Under the follow-up: what is asked for, the sender's ways, and what was decided. */
export function roundTime(view: RoundTime): Html {
  const { round, extensions, actor, recipients } = view
  const isOurs = round.state === 'sent' && may(actor, 'referral.decide-extension', round.authorityId)
  const asked = extensions.filter(({ state }) => state === 'asked')
  const recipientOf = (one: Extension) => recipients.find(({ id }) => id === one.recipientId)
  const waiting = asked.filter((one) => isToDecide(one, { round, recipient: recipientOf(one) }))
  const isDecided = extensions.length > asked.length
  const unanswered = recipients.filter((one) => one.answer === null && isAsked(one))
  if (!isOurs && extensions.length === 0) return html``
  return section({
    title: text.title,
    id: anchor,
    ...(waiting.length > 0 && { count: waiting.length }),
    body: html`
      ${asked.map((one) => request(one, waiting.includes(one), view))}
      ${extensions.length === 0 && html`<p class="k-quiet">${text.none}</p>`}
      ${isDecided && historyTable(extensions, 'decisionOutId')}
      ${isOurs && unanswered.length > 0 && html`${giveForm(view, unanswered)}${enterForm(view, unanswered)}`}
    `,
  })
}

function request(one: Extension, isWaiting: boolean, { round, actor, rejected }: RoundTime): Html {
  const { bodyName, wantedOn, askedOn, askedByName, reason, requestInId, channel } = one
  const action = `/remisser/${round.id}/svarstid/${one.id}`
  const how = channel === null ? '' : text.channel[channel]
  return html`<div id="begaran-${one.id}">
    <h3>${capital(text.wants(bodyName, dayText(wantedOn ?? '')))}</h3>
    <p>${reason}</p>
    <p class="k-quiet">
      ${text.by(askedByName ?? '', dayText(askedOn ?? ''))} · ${how}
      ${requestInId !== null && html` · <a href="/handlingar/${requestInId}">${text.requestLink}</a>`}
    </p>
    ${!isWaiting && html`<p>${text.moot}</p>`}
    ${
      isWaiting &&
      may(actor, 'referral.decide-extension', round.authorityId) &&
      decideForm(one, { action, rejected: rejectionOf(rejected, action) })
    }
  </div>`
}

/** Several forms here ask the same: each field has an id of its own, but in the form that came back, which is pointed at. */
function namedIn(form: string, name: string, rejected: Rejected | undefined): { id?: string } {
  return rejected === undefined ? { id: `${form}-${name}` } : {}
}

function decideForm(
  { id, wantedOn }: Extension,
  { action, rejected }: { action: string; rejected: Rejected | undefined },
): Html {
  const named = (name: string) => namedIn(id, name, rejected)
  return html`<form class="k-form" method="post" action="${action}">
    ${radios({
      name: 'outcome',
      ...named('outcome'),
      label: text.outcome,
      choices: outcomes.map((value) => ({ value, label: text.outcomes[value] })),
      rejected,
    })}
    ${dateField({
      name: 'until',
      ...named('until'),
      label: text.until,
      help: text.untilHelp,
      value: wantedOn,
      required: false,
      rejected,
    })}
    ${textArea({ name: 'ground', ...named('ground'), label: text.ground, rows: 2, rejected })}
    ${button({ label: text.decide, kind: 'secondary' })}
  </form>`
}

function giveForm({ round, rejected }: RoundTime, unanswered: readonly Recipient[]): Html {
  const action = `/remisser/${round.id}/ny-svarstid`
  const back = rejectionOf(rejected, action)
  const choices = [
    { value: 'everyone', label: text.everyone(unanswered.length) },
    ...unanswered.map(({ id, bodyName, answerBy }) => ({
      value: id,
      label: answerBy === null ? capital(bodyName) : `${capital(bodyName)}, ${dayText(answerBy)}`,
    })),
  ]
  return disclosure({
    summary: text.give,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${text.giveLead}</p>
      ${checkboxes({ name: 'recipientIds[]', ...namedIn('give', 'recipientIds', back), label: text.whom, choices, rejected: back })}
      ${dateField({ name: 'until', ...namedIn('give', 'until', back), label: text.until, rejected: back })}
      ${textArea({ name: 'ground', ...namedIn('give', 'ground', back), label: text.ground, rows: 2, rejected: back })}
      ${why({ law: text.whyLaw, text: text.why })}
      ${button({ label: text.giveSend, kind: 'secondary' })}
    </form>`,
  })
}

function enterForm({ round, rejected }: RoundTime, unanswered: readonly Recipient[]): Html {
  const outside = unanswered.filter(({ caseId }) => caseId === null)
  if (outside.length === 0) return html``
  const action = `/remisser/${round.id}/begaran`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: text.enter,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${text.enterLead}</p>
      ${select({
        name: 'recipientId',
        label: text.body,
        choices: outside.map(({ id, bodyName }) => ({ value: id, label: capital(bodyName) })),
        rejected: back,
      })}
      ${dateField({ name: 'wantedOn', ...namedIn('entered', 'wantedOn', back), label: text.wantedOn, rejected: back })}
      ${textArea({ name: 'reason', ...namedIn('entered', 'reason', back), label: text.reason, rows: 3, rejected: back })}
      ${select({
        name: 'channel',
        label: text.channelLabel,
        choices: channels.map((value) => ({ value, label: capital(text.channel[value]) })),
        width: 's',
        rejected: back,
      })}
      ${dateField({ name: 'askedOn', label: text.askedOn, required: false, rejected: back })}
      ${button({ label: text.save, kind: 'secondary' })}
    </form>`,
  })
}

/** What was decided, with the document as the reader's own side has it. */
function historyTable(extensions: readonly Extension[], paper: 'decisionInId' | 'decisionOutId'): Html {
  const t = text.column
  const decided = extensions.filter(({ decidedAt }) => decidedAt !== null)
  return table({
    caption: text.history,
    columns: [
      { key: 'body', head: t.body },
      { key: 'asked', head: t.asked },
      { key: 'decision', head: t.decision },
      { key: 'ground', head: t.ground },
      { key: 'paper', head: t.paper },
    ],
    rows: decided.map((one) => ({
      cells: {
        body: capital(one.bodyName),
        asked: one.wantedOn !== null && dateOnly(one.wantedOn),
        decision: decisionCell(one),
        ground: one.ground,
        paper: one[paper] !== null && html`<a href="/handlingar/${one[paper]}">${text.paperLink}</a>`,
      },
    })),
    empty: emptyState({ title: text.history, text: text.none }),
  })
}

function decisionCell({ until, decidedAt, decidedByName }: Extension): Html {
  const said = until === null ? status('stopped', text.refused) : status('done', text.granted(dayText(until)))
  const when = decidedAt === null ? '' : dayText(swedishDay(decidedAt))
  return html`${said} <span class="k-quiet">${text.by(decidedByName ?? '', when)}</span>`
}

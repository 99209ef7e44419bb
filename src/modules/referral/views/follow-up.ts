/** A round that is out: how many have come how far, and every body on its own row. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Drawable, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  capital,
  chips,
  dateOnly,
  dateText,
  emptyState,
  linkButton,
  pageHead,
  shortDayText,
  statusTag,
  status,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, type RecordItem } from '../../registry/index.ts'
import {
  decidedWords,
  directionOf,
  filters,
  isAsked,
  isOwing,
  nextOrder,
  ordered,
  passes,
  tallyOf,
  toRemind,
  usualOrder,
  type Deadline,
  type Double,
  type Extension,
  type Filter,
  type Inquiry,
  type Need,
  type Order,
  type OrderedBy,
  type Recipient,
  type Round,
  stanceWords,
} from '../model.ts'
import { text } from '../text.ts'
import { text as needText } from '../text/needs.ts'
import { text as questionText } from '../text/questions.ts'
import { text as standingText } from '../text/standing.ts'
import { text as jointText } from '../text/joint.ts'
import { text as turnText } from '../text/turns.ts'
import { text as waysText } from '../text/ways.ts'
import { text as timeText } from '../text/extensions.ts'
import { aboutRound } from './about-round.ts'
import { senderDoubles } from './doubles.ts'
import { roundTime } from './extensions.ts'
import { stageCell, unbroken } from './how-far.ts'
import { roundInquiries } from './inquiries.ts'
import { remindersPart, type RemindersProps } from './reminders.ts'
import { turnsPart } from './turns.ts'

export type FollowProps = {
  readonly round: Round
  readonly recipients: readonly Recipient[]
  readonly extensions: readonly Extension[]
  readonly inquiries: readonly Inquiry[]
  readonly doubles: readonly Double[]
  /** What the reader has to do about those that were asked. */
  readonly needs: readonly Need[]
  /** Why its next turn cannot be sent. */
  readonly stopped: readonly string[]
  readonly filter: Filter
  readonly order: Order
  /** What the page shows, so that it knows when that is no longer so. */
  readonly mark: string
  /** Records of the sender's case, for a correction; empty for those who cannot send one. */
  readonly records: readonly RecordItem[]
  readonly actor: Actor
  /** For the sender. */
  readonly reminders?: Pick<RemindersProps, 'days' | 'reminded'>
  readonly today: string
  readonly rejected: Rejected | undefined
}

/** '/remisser/:roundId' after it was sent. */
export function followScreen(props: FollowProps): Screen {
  const { round, recipients, filter, mark, actor, today } = props
  const t = text.follow
  const deadline = { today, needing: new Set(props.needs.map(({ recipientId }) => recipientId)) }
  const isOurs = may(actor, 'referral.send', round.authorityId)
  return {
    title: round.title,
    section: 'referrals',
    width: 'wide',
    body: html`
      ${pageHead({
        title: round.title,
        number: round.referenceNumber,
        over: html`<a href="${caseHref(round, 'remiss')}">${round.authorityName}</a>`,
        status: statusTag(round.state === 'closed' ? 'done' : 'now', t.state[round.state]),
        lead: html`<span data-live="tally">${tallyLine(recipients, deadline)}</span>${round.answerBy !== null && html` · ${t.lastDay} ${dateText(round.answerBy, today)}`}`,
        actions: html`${remindButton(props)}${linkButton({
          href: `/remisser/${round.id}/sammanstallning`,
          label: t.compile,
          kind: isOurs ? 'primary' : 'secondary',
        })}${isOurs && linkButton({ href: `/remisser/ny?fran=${round.id}`, label: questionText.again, kind: 'tertiary' })}`,
      })}
      <div data-live="bodies" data-news="/api/v1/referrals/${round.id}/news" data-mark="${mark}">
      ${chips(
        filtersFor(isOurs).map((one) => ({
          label: t.filters[one],
          href: hrefOfList(props, { filter: one }),
          current: one === filter,
          count: recipients.filter((each) => passes(each, one, deadline)).length,
        })),
      )}
      ${recipientTable(props, deadline)}
      </div>
      ${turnsPart(props)} ${senderDoubles(props.doubles)} ${roundInquiries(props)} ${roundTime(props)}
      ${props.reminders !== undefined && remindersPart({ ...props, ...props.reminders })} ${aboutRound(props)}
    `,
  }
}

/** Nothing waits for one who only reads. */
function filtersFor(isOurs: boolean): readonly Filter[] {
  return isOurs ? filters : filters.filter((one) => one !== 'needs-me')
}

/** "Påminn 3": those whose day is near or has passed, and who have not been reminded lately. */
function remindButton({ round, needs }: FollowProps): Html | false {
  const { length } = toRemind(needs)
  const label = needText.page.action(length)
  return length > 0 && linkButton({ href: `/remisser/${round.id}/paminn`, label, kind: 'secondary', icon: 'mail' })
}

/** "26 tillfrågade · 9 besvarade · 12 på väg · 3 ej öppnade": what is none is left out. */
function tallyLine(recipients: readonly Recipient[], deadline: Deadline): string {
  const { asked, inTurn, answered, underWay, unopened, awaited, outside, abstained, owing } = tallyOf(
    recipients,
    deadline,
  )
  const t = text.follow.tally
  return [
    outside > 0 ? t.askedOutside(asked, outside) : t.asked(asked),
    inTurn > 0 && turnText.notAsked(inTurn),
    t.answered(answered),
    underWay > 0 && t.underWay(underWay),
    unopened > 0 && t.unopened(unopened),
    awaited > 0 && t.awaited(awaited),
    abstained > 0 && t.abstained(abstained),
    owing > 0 && waysText.tally(owing),
  ]
    .filter((part) => part !== false)
    .join(' · ')
}

/** What is chosen stays in the address; what is usual is not said there. */
function hrefOfList(
  { round, filter, order }: Pick<FollowProps, 'round' | 'filter' | 'order'>,
  change: { readonly filter?: Filter; readonly order?: Order },
): string {
  const now = { filter, order, ...change }
  const query = new URLSearchParams({
    ...(now.filter !== 'all' && { visa: now.filter }),
    ...(now.order !== usualOrder && { ordna: now.order }),
  }).toString()
  return `/remisser/${round.id}${query === '' ? '' : `?${query}`}`
}

function columnsOf(props: FollowProps) {
  const t = text.follow
  const sort = (by: OrderedBy) => ({
    href: hrefOfList(props, { order: nextOrder(by, props.order) }),
    direction: directionOf(by, props.order),
  })
  return [
    { key: 'body', head: t.body, sort: sort('body') },
    { key: 'number', head: t.number },
    { key: 'stage', head: t.stage, roomy: true, sort: sort('stage') },
    { key: 'officer', head: t.officer, hideOnPhone: true, sort: sort('officer') },
    { key: 'boardOn', head: t.boardOn, sort: sort('boardOn') },
    { key: 'answer', head: t.answer, sort: sort('answer') },
    { key: 'stance', head: t.stance },
  ] as const
}

/** What the reader has to do about it, with the way there. */
function needsOf({ id }: Recipient, { needs }: FollowProps): Html {
  return html`${needs
    .filter(({ recipientId }) => recipientId === id)
    .map(({ kind, said, href }) => html`<a class="k-need" data-need="${kind}" href="${href}">${unbroken(said)}</a>`)}`
}

type Shown = Deadline & { readonly needing: ReadonlySet<string> }

function recipientTable(props: FollowProps, deadline: Shown): Html {
  const { round, recipients, filter, order, actor } = props
  const t = text.follow
  const mayEnter = may(actor, 'referral.enter-answer', round.authorityId)
  return table({
    caption: t.caption,
    columns: columnsOf(props),
    rows: ordered(recipients, order)
      .filter((recipient) => passes(recipient, filter, deadline))
      .map((recipient) => ({
        href: hrefOf(recipient),
        ...(recipient.answer !== null && { tone: 'done' as const }),
        cells: {
          body: bodyCell(recipient),
          number: numberOf(recipient, mayEnter),
          stage: html`${stageCell(recipient)}${needsOf(recipient, props)}`,
          officer: recipient.officerName,
          boardOn: recipient.boardOn !== null && dateOnly(recipient.boardOn),
          answer: answerCell(recipient, deadline),
          stance: stanceCell(recipient),
        },
      })),
    empty: emptyState({
      title: filter === 'needs-me' ? needText.emptyTitle : t.emptyTitle,
      text: filter === 'needs-me' ? needText.empty : t.empty,
      action: linkButton({ href: `/remisser/${round.id}`, label: t.showAll, kind: 'secondary' }),
    }),
    csv: `/remisser/${round.id}/uppfoljning.csv`,
  })
}

/** Whether it must answer stands with its name until it has. */
function bodyCell({ bodyName, answer, isMandatory, jointName }: Recipient): Drawable {
  const must = isMandatory ? waysText.must : waysText.may
  const said = [
    ...(answer === null ? [must] : []),
    ...(jointName === null ? [] : [jointText.together(jointName)]),
  ].join(', ')
  return said === '' ? capital(bodyName) : html`${capital(bodyName)} <span class="k-quiet">${said}</span>`
}

/** The position, and with what standing in law; a draft under political treatment is none (I-24). */
function stanceCell({ answer, draftSentAt }: Recipient): Drawable {
  if (answer === null) return draftSentAt !== null && status('draft', standingText.draftShort)
  return html`${stanceWords(answer)} <br /><span class="k-quiet">${unbroken(decidedWords(answer, shortDayText))}</span>`
}

/** The answer where there is one, else the body's case, else where its answer is entered. */
function hrefOf(recipient: Recipient): string {
  const { id, roundId, answer, draftSentAt, referenceNumber } = recipient
  if (!isAsked(recipient)) return `/remisser/${roundId}#turordning`
  if (answer === null && draftSentAt === null && referenceNumber !== null)
    return caseHref({ referenceNumber }, 'remiss')
  return `/remisser/${roundId}/svar/${id}`
}

function numberOf(recipient: Recipient, mayEnter: boolean): Drawable {
  const { referenceNumber, answer } = recipient
  if (!isAsked(recipient)) return null
  if (referenceNumber !== null) return html`<span class="k-number">${referenceNumber}</span>`
  if (answer !== null) return null
  return mayEnter ? capital(text.follow.sendYourself) : text.follow.filters.outside
}

/** When it came; else when it can be expected. */
function answerCell(recipient: Recipient, deadline: Deadline): Drawable {
  const { answer } = recipient
  if (answer === null) return expectedCell(recipient, deadline)
  const flag = answer.isAfterDecision ? standingText.afterDecision : answer.isLate && text.follow.late
  return html`${dateOnly(swedishDay(answer.arrivedAt))}${flag !== false && html` ${status('late', flag)}`}`
}

/** By the way to its decision (I-22), with the body's own last answer day where it has one. */
function expectedCell(recipient: Recipient, { today }: Deadline): Drawable {
  const { expectedOn: expected, answerBy, isExtended } = recipient
  const said = [
    ...(expected === null ? [] : [html`${capital(text.follow.expected)} ${dateOnly(expected)}`]),
    ...silence(recipient, today),
    ...(expected !== null && isAfter(expected, answerBy) ? [status('late', text.follow.afterDeadline)] : []),
    ...(isExtended ? [html`<span class="k-quiet">${timeText.own(shortDayText(answerBy ?? ''))}</span>`] : []),
  ]
  return said.length === 0 ? null : html`${said.map((part) => html`${part} `)}`
}

/** When its day has passed: one that must answer owes it, one that was invited has kept silent. */
function silence(recipient: Recipient, today: string): Html[] {
  if (!isAfter(today, recipient.answerBy)) return []
  return [isOwing(recipient, today) ? status('late', waysText.owing) : status('waiting', waysText.quiet)]
}

function isAfter(day: string, answerBy: string | null): boolean {
  return answerBy !== null && day > answerBy
}

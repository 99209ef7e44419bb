/** In which order a round asks: chosen while it is a draft, and followed when it is out. */

import { may } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  dateField,
  dayText,
  disclosure,
  primaryForm,
  rejectionOf,
  section,
  select,
  status,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { awaited, mayGoByItself, mostTurns, nextTurn, type Recipient, type Round, type Turn } from '../model.ts'
import { namesOf } from '../text/joint.ts'
import { text } from '../text/turns.ts'
import type { DraftProps } from './draft.ts'
import type { FollowProps } from './follow-up.ts'

/** Nothing until there are two to put in order. */
export function turnsSection(props: DraftProps): Html {
  const { round, recipients, rejected } = props
  if (recipients.length < 2) return html``
  const action = actionOf(round)
  const back = rejectionOf(rejected, action)
  const { inTurn } = round
  return section({
    title: text.title,
    id: 'turordning',
    body: html`<p>${inTurn === null ? `${text.all} ${text.lead}` : text.saidWhy(inTurn.reason)}</p>
      ${inTurn !== null && turnList(props)}
      ${disclosure({
        summary: inTurn === null ? text.choose : text.change,
        open: back !== undefined,
        body: orderForm(props, back),
      })}
      ${inTurn !== null && primaryForm({ action, hidden: { atOnce: 'ja' }, label: text.atOnce, kind: 'tertiary' })}`,
  })
}

const actionOf = ({ id }: Pick<Round, 'id'>) => `/remisser/${id}/turordning`

/** A field for the day of each turn that there is, and of one more. */
function orderForm({ round, recipients }: DraftProps, rejected: Rejected | undefined): Html {
  const days = round.inTurn?.turns.map(({ answerBy }) => answerBy) ?? []
  const count = Math.min(mostTurns, Math.max(2, days.length + 1))
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const choices = numbers.map((number) => ({ value: String(number), label: text.turn(number) }))
  return html`<form class="k-form" method="post" action="${actionOf(round)}">
    ${textArea({ name: 'reason', label: text.reason, help: text.reasonHelp, rows: 3, maxLength: 2000, value: round.inTurn?.reason ?? '', rejected })}
    ${numbers.map((number) => {
      const isSpare = number > 2 && number > days.length
      return dateField({
        name: `days.${number - 1}`,
        label: text.dayOf(number),
        ...dayHelp(round, isSpare),
        required: !isSpare,
        value: days[number - 1] ?? null,
        rejected,
      })
    })}
    <fieldset class="ds-fieldset k-field">
      <legend class="ds-label">${text.turnsLegend}</legend>
      ${recipients.map(({ id, bodyName, turn }) =>
        select({
          ...{ name: `turns.${id}`, label: capital(bodyName), value: String(turn), choices, rejected },
          ...{ empty: false as const, width: 's' as const },
        }),
      )}
    </fieldset>
    ${button({ label: text.save, kind: 'secondary' })}
  </form>`
}

function dayHelp({ answerBy }: Round, isSpare: boolean): { readonly help?: string } {
  if (isSpare) return { help: text.more }
  return answerBy === null ? {} : { help: text.dayHelp(dayText(answerBy)) }
}

type Listed = { readonly round: Round; readonly recipients: readonly Recipient[] }

/** Each turn with its day, how far it has come, and who is in it. */
function turnList({ round, recipients }: Listed): Html {
  return html`<ol class="k-plain-list">
    ${round.inTurn?.turns.map((turn) => {
      const inIt = recipients.filter((one) => one.turn === turn.number)
      const label = `${text.turn(turn.number)}: ${turnWords(turn, inIt)}`
      return html`<li>
        ${status(turn.sentAt === null ? 'planned' : 'done', label)}<br />
        ${capital(namesOf(inIt.map(({ bodyName }) => bodyName)))}
      </li>`
    })}
  </ol>`
}

function turnWords({ sentAt, answerBy }: Turn, inIt: readonly Recipient[]): string {
  const answered = inIt.filter(({ answer }) => answer !== null).length
  const far =
    sentAt === null ? [text.notSent] : [text.sentOn(dayText(swedishDay(sentAt))), text.answered(answered, inIt.length)]
  return [...far, text.lastDay(dayText(answerBy))].join(', ')
}

/** On the page of a round that is out: who is not asked yet and why, and for its sender the next turn. */
export function turnsPart(props: FollowProps): Html {
  const { round, actor, stopped } = props
  const { inTurn } = round
  if (inTurn === null) return html``
  const next = nextTurn(inTurn)
  const isOpen = next !== null && round.state === 'sent'
  return section({
    title: text.title,
    id: 'turordning',
    body: html`<p>${text.saidWhy(inTurn.reason)}</p>
      ${turnList(props)} ${isOpen && html`<p>${waitsFor(next, props)}</p>`}
      ${isOpen && stopped.length === 0 && may(actor, 'referral.send-turn', round.authorityId) && sendForm(next, props)}`,
  })
}

function waitsFor(next: Turn, { recipients, stopped, today }: FollowProps): string {
  const missing = awaited(recipients)
  const stops = stopped.length === 0 ? [] : [text.stopped(next.number), ...stopped, text.stoppedToDo]
  if (missing.length > 0)
    return [text.waits(next.number, namesOf(missing.map(({ bodyName }) => bodyName))), ...stops].join(' ')
  if (stops.length > 0) return stops.join(' ')
  return mayGoByItself(next, recipients, today) ? text.goes(next.number) : text.dayPassed(next.number)
}

/** What is missing is said where it is pressed. */
function sendForm(next: Turn, { round, recipients, today, rejected: all }: FollowProps): Html {
  const action = `/remisser/${round.id}/omgang`
  const rejected = rejectionOf(all, action)
  const missing = awaited(recipients).map(({ bodyName }) => bodyName)
  const label = text.send(next.number)
  const inIt = recipients.filter(({ turn }) => turn === next.number).length
  return disclosure({
    summary: label,
    open: rejected !== undefined || missing.length === 0,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${missing.length > 0 && `${text.sendWithout(namesOf(missing))} `}${text.withAnswers}</p>
      ${dateField({
        name: 'answerBy',
        label: text.dayOf(next.number),
        value: next.answerBy > today ? next.answerBy : null,
        min: today,
        rejected,
      })}
      ${button({ label, kind: 'secondary', icon: 'send', confirm: text.confirm(next.number, inIt) })}
    </form>`,
  })
}

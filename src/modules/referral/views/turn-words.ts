/** What the history of the sender's case says of a round that is sent, at once or in turns, and closed. */

import { factDay, factWord } from '../../registry/index.ts'
import { text } from '../text.ts'
import { text as turnText } from '../text/turns.ts'

type Facts = Readonly<Record<string, unknown>>

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

export function sentWords({ recipients, answerBy, reason, turns }: Facts): string {
  const [count, day] = [countOf(recipients), factDay(answerBy)]
  if (typeof reason !== 'string') return text.ledger.sent(count, day)
  return `${turnText.ledger.sent(count, Number(turns), day)}; ${turnText.ledger.because(reason)}`
}

export function turnWords({ turn, recipients, answerBy, missing, byItself }: Facts): string {
  const said = turnText.ledger.turn(Number(turn), countOf(recipients), factDay(answerBy))
  if (byItself === true) return `${said}, ${turnText.ledger.byItself}`
  const names = Array.isArray(missing) ? missing.map(factWord).join(', ') : ''
  return names === '' ? said : `${said}, ${turnText.ledger.without(names)}`
}

export function closedWords({ answered, silent, notAsked }: Facts): string {
  const said = text.ledger.closed(Number(answered), countOf(silent))
  return countOf(notAsked) === 0 ? said : `${said}; ${turnText.ledger.neverAsked(countOf(notAsked))}`
}

/** How far one that was asked has come, as it stands in its row. */

import { html, type Drawable } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { shortDayText } from '../../../kernel/ui/index.ts'
import { isAsked, type Recipient } from '../model.ts'
import { text } from '../text/how-far.ts'
import { text as turnText } from '../text/turns.ts'
import { stageStatus } from './labels.ts'

/** The stage, with the days that are known until its answer has come. One that waits to be asked says in which turn it is. */
export function stageCell(recipient: Recipient): Drawable {
  const said = isAsked(recipient) ? daysOf(recipient) : turnText.inTurn(recipient.turn)
  if (said === '') return stageStatus(recipient)
  const goesOn = !isAsked(recipient) || recipient.stage === 'received'
  return html`${stageStatus(recipient)}${goesOn ? ' ' : html`<br />`}<span class="k-quiet">${unbroken(said)}</span>`
}

/** A day is not parted from its month, nor a paragraph from its sign. */
export const unbroken = (words: string): string => words.replaceAll(/(?<=\d|§) (?=[\p{L}\d])/gu, '\u00a0')

/** "kommit in 10 okt · § 214, 19 dec · justerat 27 dec". */
function daysOf({ answer, caseId, askedAt, stage, paragraph, decidedOn, adjustedOn }: Recipient): string {
  if (answer !== null) return ''
  const cameOn = caseId === null || askedAt === null ? null : shortDayText(swedishDay(askedAt))
  return [
    ...(cameOn === null ? [] : [stage === 'received' ? cameOn : text.cameIn(cameOn)]),
    ...(decidedOn === null ? [] : [text.decided(paragraph, shortDayText(decidedOn))]),
    ...(adjustedOn === null ? [] : [text.adjusted(shortDayText(adjustedOn))]),
  ].join(' · ')
}

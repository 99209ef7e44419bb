/** The cover letters of a round: they differ by how each is asked (A-100, I-08), so each link says whose it leads to. */

import { may } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { isAsked, type Recipient, type Round } from '../model.ts'
import { alikeAsked } from '../model/ways.ts'
import { text as turnText } from '../text/turns.ts'
import { text } from '../text/ways.ts'
import type { FollowProps } from './follow-up.ts'

export function letterHref({ id, roundId }: Pick<Recipient, 'id' | 'roundId'>): string {
  return `/remisser/${roundId}/missiv.pdf?till=${id}`
}

/** What the letter says to each, with the letter itself: one for all that are asked alike, at the same time. */
export function letterList(recipients: readonly Recipient[], state: Round['state']): Html {
  const turns = [...Map.groupBy(recipients, ({ turn }) => turn)].toSorted(([a], [b]) => a - b)
  const letters = turns.flatMap(([turn, inIt]) => [...alikeAsked(inIt)].map(([said, alike]) => ({ turn, said, alike })))
  return html`<ul>
    ${letters.map(
      ({ turn, said, alike: [first, ...others] }) =>
        first !== undefined &&
        html`<li>
          ${said}
          <a href="${letterHref(first)}">${text.saidTo(first.bodyName, others.length + 1)}</a>${
            state !== 'draft' &&
            !isAsked(first) &&
            html` <span class="k-quiet">${turnText.inTurn(turn)}, ${turnText.notSent}</span>`
          }
        </li>`,
    )}
  </ul>`
}

/** Of a round that is out: the reader's own; for its sender, and who was not asked, all that differ. */
export function lettersOf({ round, recipients, actor }: FollowProps): Html {
  const isOurs = may(actor, 'referral.send', round.authorityId)
  const sent = recipients.filter((one) => isAsked(one))
  const own = sent.filter(({ authorityId }) => authorityId !== null && authorityId === actor.at)
  return letterList(isOurs ? recipients : own.length > 0 ? own : sent, round.state)
}

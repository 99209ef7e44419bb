/** The rounds of a case that has sent several: each with its state and the way to its compilation. */

import { html, type Html } from '../../../kernel/html.ts'
import { dateOnly, section, statusTag, table } from '../../../kernel/ui/index.ts'
import type { RoundOfCase } from '../queries.ts'
import { text } from '../text/rounds.ts'
import { addressOf } from './frame.ts'

/** Nothing where there is one to choose among. */
export function roundsPart(rounds: readonly RoundOfCase[], shownId: string): Html {
  if (rounds.length < 2) return html``
  const list = table({
    caption: text.title,
    columns: [
      { key: 'round', head: text.round },
      { key: 'state', head: text.state },
      { key: 'answers', head: text.answers },
      { key: 'answerBy', head: text.answerBy },
    ],
    rows: rounds.map((round) => ({
      href: addressOf(round, { vy: 'matris' }),
      cells: {
        round: html`${round.title}${round.id === shownId && html` <span class="k-quiet">${text.shown}</span>`}`,
        state: statusTag(round.state === 'closed' ? 'done' : 'now', text.states[round.state]),
        answers: text.count(round.answered, round.asked),
        answerBy: round.answerBy !== null && dateOnly(round.answerBy),
      },
    })),
    empty: html``,
  })
  return section({ title: text.title, count: rounds.length, body: list })
}

/** How many seats a body has, on its page. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, facts, field, notice, rejectionOf, section, why, type Rejected } from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import { neededFor } from '../model/serving.ts'
import { text } from '../text.ts'

export type SeatsView = {
  readonly body: Body
  /** As it was set; null: as many as there are members. */
  readonly seats: number | null
  /** Members that are entered today. */
  readonly members: number
  readonly mayChange: boolean
  readonly rejected: Rejected | undefined
}

export function seatsSection(view: SeatsView): Html {
  const { body, seats, members, mayChange } = view
  const t = text.seats
  const all = Math.max(seats ?? 0, members)
  const vacant = all - members
  return section({
    title: t.title,
    id: 'platser',
    body: html`${facts([
      { term: t.count, value: all === 0 ? null : all },
      { term: t.quorum, value: all === 0 || body.kind === 'chair_preparation' ? null : t.needed(neededFor(all)) },
    ])}${vacant > 0 && notice('warning', t.vacant(vacant))}${seats === null && html`<p>${t.asMembers}</p>`}${mayChange && seatsForm(view)}${why(t.why)}`,
  })
}

function seatsForm({ body, seats, members, rejected }: SeatsView): Html {
  const action = `/organisation/${body.id}/platser`
  return html`<form class="k-form" method="post" action="${action}">
    ${field({
      name: 'seats',
      label: text.seats.count,
      type: 'number',
      inputMode: 'numeric',
      width: 'xs',
      value: seats ?? (members === 0 ? '' : members),
      required: true,
      rejected: rejectionOf(rejected, action),
    })}${button({ label: text.seats.save, kind: 'secondary' })}
  </form>`
}

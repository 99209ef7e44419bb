/** A warning where several answer the same referral each for themselves: who, and what to do. */

import { html, type Drawable, type Html } from '../../../kernel/html.ts'
import { capital, notice, section } from '../../../kernel/ui/index.ts'
import { caseHref } from '../../registry/index.ts'
import type { Recipient } from '../model.ts'
import type { Double } from '../model/doubles.ts'
import { text } from '../text/doubles.ts'
import { namesOf } from '../text/joint.ts'

type Words = {
  readonly said: Readonly<Record<Double['kind'], (names: string) => string>>
  readonly toDo: Readonly<Record<Double['kind'], string>>
}

/** While it is a draft: what can still be asked otherwise. */
export function draftDoubles(doubles: readonly Double[]): Html {
  return warnings(doubles, { said: text.draft, toDo: text.draftToDo })
}

/** For the one who asked. */
export function senderDoubles(doubles: readonly Double[]): Html {
  if (doubles.length === 0) return html``
  const body = warnings(doubles, { said: text.sender, toDo: text.senderToDo })
  return section({ title: text.title, id: 'svarar-var-for-sig', count: doubles.length, body })
}

/** For one of those who answer: the others alone. */
export function ownDoubles(doubles: readonly Double[]): Html {
  return warnings(doubles, { said: text.own, toDo: text.ownToDo })
}

function warnings(doubles: readonly Double[], { said, toDo }: Words): Html {
  return html`${doubles.map(({ kind, recipients }) =>
    notice(
      kind === 'administrations' ? 'info' : 'warning',
      html`<p><strong>${capital(said[kind](namesOf(recipients.map(({ bodyName }) => bodyName))))}</strong> ${toDo[kind]}</p>${places(recipients)}`,
    ),
  )}`
}

/** Where each of them is, and whom to call. */
function places(recipients: readonly Recipient[]): Html {
  const known = recipients.flatMap((one) => placeOf(one))
  return known.length === 0 ? html`` : html`<ul>${known.map((place) => html`<li>${place}</li>`)}</ul>`
}

function placeOf({ bodyName, referenceNumber, officerName }: Recipient): Drawable[] {
  if (referenceNumber === null) return []
  const number = html`<a class="k-number" href="${caseHref({ referenceNumber }, 'remiss')}">${referenceNumber}</a>`
  return [html`${capital(bodyName)}: ${number}${officerName !== null && html`, ${officerName}`}`]
}

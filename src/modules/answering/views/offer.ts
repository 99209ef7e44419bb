/** In the inbox: a file that may be an answer, and for whom it is read in. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, notice, section, select } from '../../../kernel/ui/index.ts'
import { messageHref, type Message, type Part } from '../../intake/index.ts'
import type { Awaited } from '../queries.ts'
import { text } from '../text.ts'

export type OfferProps = {
  readonly message: Pick<Message, 'id'>
  readonly parts: readonly Part[]
  readonly awaited: readonly Awaited[]
  /** The form among the files, and whose it says it is. */
  readonly own: { readonly position: number; readonly recipientId: string } | null
}

export function offerPart({ message, parts, awaited, own }: OfferProps): Html {
  const t = text.reading
  const owner = awaited.find(({ recipientId }) => recipientId === own?.recipientId)
  const known = owner !== undefined && own !== null
  return section({
    title: t.mail,
    body: html`${known ? notice('success', t.mailIs(owner.bodyName, owner.title)) : html`<p>${t.mailMay}</p>`}
      <form class="k-form" method="post" action="${messageHref(message)}/remissvar">
        ${select({
          name: 'recipientId',
          label: t.mailFor,
          choices: awaited.map(({ recipientId, bodyName, title }) => ({
            value: recipientId,
            label: bodyName,
            group: title,
          })),
          value: owner?.recipientId,
          width: 'l',
        })}
        ${select({
          name: 'position',
          label: t.mailPart,
          choices: parts.map(({ position, name }) => ({ value: String(position), label: name })),
          value: String(own?.position ?? parts[0]?.position ?? ''),
          empty: false,
          width: 'l',
        })}
        ${button({ label: t.mailRead, kind: 'secondary' })}
      </form>`,
  })
}

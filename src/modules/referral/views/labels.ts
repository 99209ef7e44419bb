/** How the referral's own words look wherever they stand. */

import { html, type Html } from '../../../kernel/html.ts'
import { status } from '../../../kernel/ui/index.ts'
import { stageKind, stageLabel, type DecidedBy, type Recipient } from '../model.ts'
import { text } from '../text.ts'

/** "nämndens beslut": the standing in law of an answer. */
export function decidedByLabel(decidedBy: DecidedBy): string {
  return text.decidedBy[decidedBy]
}

/** Word, shape and colour of how far a body has come. */
export function stageStatus({ stage }: Pick<Recipient, 'stage'>): Html {
  return status(stageKind[stage], stageLabel(stage))
}

export function recordLinks(
  records: readonly { readonly recordId: string; readonly title: string; readonly note?: string }[],
): Html {
  return html`<ul class="k-plain-list">
    ${records.map(
      ({ recordId, title, note }) =>
        html`<li><a href="/handlingar/${recordId}">${title}</a>${note !== undefined && html` <span class="k-quiet">${note}</span>`}</li>`,
    )}
  </ul>`
}

/** Files that somebody else has: whose they are, since when, and taking them over. */

import { html, type Html } from '../../../kernel/html.ts'
import { dateTimeText, notice, pageHead, primaryForm, section, type Screen } from '../../../kernel/ui/index.ts'
import type { Batch, Handover } from '../model/batch.ts'
import { text } from '../text/register.ts'
import { manyHref } from './register.ts'

export type OthersProps = {
  readonly batch: Batch
  readonly mayTakeOver: boolean
  readonly obstacles: readonly string[]
}

/** What the files are called and hold is for whoever takes them over. */
export function othersBatchPage({ batch, mayTakeOver, obstacles }: OthersProps): Screen {
  const { bulk, handover } = text
  const { id, personName, startedAt, endedAt, count } = batch
  return {
    title: bulk.rowsTitle(count),
    section: 'register',
    width: 'reading',
    body: html`${pageHead({ title: bulk.rowsTitle(count), over: bulk.title })}${
      endedAt === null
        ? html`<p>${handover.whose(personName)} ${dateTimeText(startedAt)}.</p>${handoverLines(batch.handovers)}${
            mayTakeOver &&
            primaryForm({
              action: `${manyHref}/${id}/ta-over`,
              label: handover.submit,
              fields: html`<p>${handover.lead(personName)}</p>`,
              obstacles,
            })
          }`
        : notice('info', html`${bulk.ended} <a href="${manyHref}">${bulk.title}</a>`)
    }`,
  }
}

/** The way the files have gone between people. */
export function handoverLines(handovers: readonly Handover[]): Html {
  if (handovers.length === 0) return html``
  const lines = handovers.map(
    ({ at, fromName, toName }) => html`<li>${text.handover.line(fromName, toName)} ${dateTimeText(at)}</li>`,
  )
  return section({ title: text.handover.title, body: html`<ul>${lines}</ul>` })
}

/** A body's kind on its page: to change it, and who has. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { button, disclosure, plainDayText, rejectionOf, select, type Rejected } from '../../../kernel/ui/index.ts'
import { bodyKindLabel, choosableKind, choosableKinds, type Body } from '../model.ts'
import type { KindChange } from '../queries.ts'
import { text } from '../text.ts'
import { kindText } from '../text/kind.ts'

/** A board or the auditors; nothing for a body of another kind. */
export function kindForm(body: Body, rejected: Rejected | undefined): Html {
  const kind = choosableKind(body)
  if (kind === null) return html``
  const action = `/organisation/${body.id}/slag`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: kindText.change,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${select({
        name: 'kind',
        label: text.organisation.kind,
        help: kindText.help,
        choices: choosableKinds.map((value) => ({ value, label: bodyKindLabel(value) })),
        value: kind,
        rejected: back,
      })}
      ${button({ label: text.organisation.save, kind: 'secondary' })}
    </form>`,
  })
}

/** "Ändrat till revisorer 30 nov 2026 av Karin Ek", the latest first; null where it never was. */
export function kindLines(changes: readonly KindChange[]): Html | null {
  if (changes.length === 0) return null
  return html`${changes.map(({ kind, changedAt, changedBy }) => {
    const label = bodyKindLabel(kind).toLowerCase()
    return html`<div>${kindText.changed(label, plainDayText(swedishDay(changedAt)), changedBy)}</div>`
  })}`
}

/** About what a draft asks: the section of its page with the records of the case. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, checkboxes, emptyState, linkButton, rejectionOf, section } from '../../../kernel/ui/index.ts'
import { caseHref } from '../../registry/index.ts'
import { text } from '../text.ts'
import type { DraftProps } from './draft.ts'

export function documentsSection({ round, records, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/handlingar`
  const chosen = round.documents.map(({ recordId }) => recordId)
  const form = html`<form class="k-form" method="post" action="${action}">
    ${checkboxes({
      name: 'recordIds[]',
      label: t.documents,
      help: t.documentsHelp,
      values: chosen,
      choices: records.map(({ id, title, datedOn }) => ({
        value: id,
        label: title.includes(datedOn) ? title : `${title}, ${datedOn}`,
      })),
      rejected: rejectionOf(rejected, action),
    })}
    ${button({ label: t.saveDocuments, kind: 'secondary' })}
  </form>`
  const nothing = emptyState({
    title: t.documents,
    text: t.noRecords,
    action: linkButton({ href: caseHref(round, 'handlingar'), label: t.toRecords, kind: 'secondary' }),
  })
  return section({
    title: t.documents,
    id: 'handlingar',
    count: chosen.length,
    body: records.length === 0 ? nothing : form,
  })
}

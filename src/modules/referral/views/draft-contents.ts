/** About what a draft asks, and whom: two sections of its page, each with its own form. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkboxes,
  emptyState,
  linkButton,
  rejectionOf,
  section,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
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

const groupsOfKinds = {
  boards: ['executive_board', 'board'],
  administrations: ['administration'],
  companies: ['company'],
  external: ['external'],
} as const satisfies Readonly<Record<string, readonly Body['kind'][]>>

export function recipientsSection({ round, recipients, askable, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/instanser`
  const back = rejectionOf(rejected, action)
  const asked = recipients.map(({ bodyId }) => bodyId)
  const { boards, administrations, companies, external } = groupsOfKinds
  const group = (label: string, kinds: readonly Body['kind'][], help?: string) =>
    bodyChoices(
      askable.filter(({ kind }) => kinds.includes(kind)),
      { label, help, asked, rejected: back },
    )
  return section({
    title: t.recipients,
    id: 'instanser',
    count: asked.length,
    body: html`<form class="k-form" method="post" action="${action}">
      <p class="k-quiet">${t.recipientsHelp}</p>
      ${wholeGroups(askable, back)}
      ${group(t.kindsOfBody.boards, boards)}
      ${group(t.kindsOfBody.administrations, administrations, t.kindsOfBody.administrationsHelp)}
      ${group(t.kindsOfBody.companies, companies, t.kindsOfBody.companiesHelp)}
      ${group(t.kindsOfBody.external, external)}
      ${button({ label: t.saveRecipients, kind: 'secondary' })}
    </form>`,
  })
}

function wholeGroups(askable: readonly Body[], rejected: Rejected | undefined): Html {
  const count = (kind: Body['kind']) => askable.filter((body) => body.kind === kind).length
  const { allOf, groups } = text.draft
  return checkboxes({
    name: 'groups[]',
    label: groups,
    inline: true,
    choices: [
      { value: 'boards', label: allOf.boards(count('board')) },
      { value: 'companies', label: allOf.companies(count('company')) },
    ],
    rejected,
  })
}

type BodyChoices = {
  readonly label: string
  readonly help: string | undefined
  readonly asked: readonly string[]
  readonly rejected: Rejected | undefined
}

function bodyChoices(bodies: readonly Body[], { label, help, asked, rejected }: BodyChoices): Html {
  const [first] = bodies
  if (first === undefined) return html``
  return checkboxes({
    name: 'bodyIds[]',
    id: `instans-${first.id}`,
    label,
    values: asked,
    choices: bodies.map(({ id, name }) => ({ value: id, label: name })),
    rejected,
    ...(help !== undefined && { help }),
  })
}

/** Whom a draft asks: one by one, whole groups and saved lists in one press, and the choice saved as a list. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, checkboxes, field, linkButton, rejectionOf, section, type Rejected } from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import { isInGroup, recipientGroups, type RecipientList } from '../model/recipient-list.ts'
import { text } from '../text.ts'
import { text as listText } from '../text/recipient-lists.ts'
import type { DraftProps } from './draft.ts'

const groupsOfKinds = {
  boards: ['executive_board', 'board'],
  auditors: ['auditors'],
  administrations: ['administration'],
  companies: ['company'],
  external: ['external'],
} as const satisfies Readonly<Record<string, readonly Body['kind'][]>>

export function recipientsSection({ round, recipients, askable, lists, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/instanser`
  const back = rejectionOf(rejected, action)
  const asked = recipients.map(({ bodyId }) => bodyId)
  return section({
    title: t.recipients,
    id: 'instanser',
    count: asked.length,
    body: html`<form class="k-form" method="post" action="${action}">
      <button hidden>${t.saveRecipients}</button>
      <p class="k-quiet">${t.recipientsHelp(recipients.some(({ turn }) => turn > 1))}</p>
      ${atOnce(askable, lists)}
      ${bodyFields(askable, { asked, rejected: back })}
      ${field({
        name: 'saveAs',
        label: listText.saveAs,
        help: listText.saveAsHelp,
        required: false,
        maxLength: 120,
        rejected: back,
      })}
      ${button({ label: t.saveRecipients, kind: 'secondary' })}
    </form>`,
  })
}

/** Buttons of the same form, so that what is ticked and not saved yet is kept. A group of nobody has none. */
function atOnce(askable: readonly Body[], lists: readonly RecipientList[]): Html {
  const groups = recipientGroups
    .map((value) => ({ value, count: askable.filter((body) => isInGroup(body, value)).length }))
    .filter(({ count }) => count > 0)
  if (groups.length + lists.length === 0) return html``
  const small = { kind: 'secondary', small: true } as const
  return html`<div class="ds-field k-field" role="group" aria-labelledby="flera">
    <span class="ds-label" id="flera">${listText.quick}</span>
    <span data-field="description">${listText.quickHelp}</span>
    <div class="k-actions">
      ${groups.map(({ value, count }) => button({ ...small, label: listText.group[value](count), name: 'groups[]', value }))}
      ${lists.map(({ id, name, bodyIds }) => button({ ...small, label: listText.list(name, bodyIds.length), name: 'listIds[]', value: id }))}
      ${lists.length > 0 && linkButton({ href: '/remisser/listor', label: listText.toLists, kind: 'tertiary', small: true })}
    </div>
  </div>`
}

type BodyFields = { readonly asked: readonly string[]; readonly rejected: Rejected | undefined }

/** Everyone who can be asked, kind by kind. */
export function bodyFields(askable: readonly Body[], about: BodyFields): Html {
  const t = text.draft.kindsOfBody
  const { boards, auditors, administrations, companies, external } = groupsOfKinds
  const group = (label: string, kinds: readonly Body['kind'][], help?: string) =>
    bodyChoices(
      askable.filter(({ kind }) => kinds.includes(kind)),
      { label, help, ...about },
    )
  return html`${group(t.boards, boards)} ${group(t.auditors, auditors, t.auditorsHelp)}
  ${group(t.administrations, administrations, t.administrationsHelp)}
  ${group(t.companies, companies, t.companiesHelp)} ${group(t.external, external)}`
}

type BodyChoices = BodyFields & { readonly label: string; readonly help: string | undefined }

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

/** How those who are chosen are asked: the board or its administration, and whether it must answer. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, checkboxes, disclosure, rejectionOf, section, why, type Choice } from '../../../kernel/ui/index.ts'
import { isMandatory, type Recipient } from '../model.ts'
import { counterpartOf, isInvitedOnly } from '../model/ways.ts'
import { text } from '../text/ways.ts'
import type { DraftProps } from './draft.ts'
import { letterList } from './letters.ts'

/** Nothing until somebody is chosen for whom there is a choice. */
export function waysSection(props: DraftProps): Html {
  const { round, recipients, rejected } = props
  const action = `/remisser/${round.id}/satt`
  const back = rejectionOf(rejected, action)
  const offices = recipients.flatMap((one) => officeChoice(one, props))
  const demanded = recipients.filter((one) => isMandatory(round.issuerKind, one.bodyKind, one.isOfAuditors))
  if (offices.length + demanded.length === 0) return html``
  return section({
    title: text.title,
    id: 'satt',
    body: html`<form class="k-form" method="post" action="${action}">
      ${
        offices.length > 0 &&
        checkboxes({
          name: 'byAdministration[]',
          label: text.byAdministration,
          help: text.byAdministrationHelp,
          choices: offices,
          values: recipients.filter(({ kind }) => kind === 'administration').map(({ id }) => id),
          rejected: back,
        })
      }
      ${
        demanded.length > 0 &&
        html`${checkboxes({
          name: 'invited[]',
          label: text.invited,
          help: text.invitedHelp,
          choices: demanded.map(({ id, bodyName }) => ({ value: id, label: bodyName })),
          values: demanded.filter((one) => isInvitedOnly(round.issuerKind, one)).map(({ id }) => id),
          rejected: back,
        })}${why({ law: text.whyLaw, text: text.why })}`
      }
      ${button({ label: text.save, kind: 'secondary' })}
    </form>
    ${disclosure({ summary: text.said, body: letterList(recipients, round.state) })}`,
  })
}

/** "serviceförvaltningen, i stället för servicenämnden"; nothing where there is no choice. */
function officeChoice(recipient: Recipient, { askable, recipients }: DraftProps): Choice[] {
  const other = counterpartOf(recipient, askable, new Set(recipients.map(({ bodyId }) => bodyId)))
  const { id: value, bodyName, kind } = recipient
  if (kind === 'administration')
    return [{ value, label: other === null ? bodyName : text.inPlace(other.name, bodyName) }]
  return other === null ? [] : [{ value, label: text.inPlace(bodyName, other.name) }]
}

/** Who decides on what is refused, and the forms they do it in: a delegate, or the board itself (OSL 6:3, KL 6:37). */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dayText,
  disclosure,
  linkButton,
  notice,
  primaryForm,
  rejectionOf,
  section,
  select,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Decision } from '../../meetings/index.ts'
import type { Refusal } from '../model/refusal.ts'
import { requestHref, type DisclosureRequest } from '../model/request.ts'
import type { Mandates } from '../queries.ts'
import { text } from '../text.ts'

export type DecidingProps = {
  readonly request: DisclosureRequest
  readonly refusal: Refusal | null
  readonly mandates: Mandates
  /** What the board has decided in the request's case. */
  readonly decisions: readonly Decision[]
  readonly mayDecide: boolean
  readonly rejected: Rejected | undefined
}

/** Never silent: there is a form, or it says who decides and what to do. */
export function decidePart(props: DecidingProps): Html {
  const { refusal, decisions, mayDecide } = props
  if (!mayDecide) return notice('info', text.decision.mayNot)
  if (decisions.length > 0) return sendPart(props)
  const isReferred = refusal !== null && refusal.referredAt !== null
  return html`${isReferred && waitingPart(refusal)}${delegatePart(props, isReferred)}${!isReferred && referPart(props)}`
}

/** A rule of one's own to decide on; else whose it is. */
function delegatePart({ request, mandates, rejected: all }: DecidingProps, isReferred: boolean): Html {
  const { rules, mine } = mandates
  if (mine.length === 0) return isReferred ? html`` : withoutRule(rules)
  const action = requestHref(request, '/beslut')
  const [only] = mine
  const form = primaryForm({
    action,
    label: text.decision.decide,
    icon: 'gavel',
    kind: isReferred ? 'secondary' : 'primary',
    confirm: text.decision.decideConfirm,
    fields: select({
      name: 'ruleId',
      label: text.decision.mandate,
      help: text.decision.mandateHelp,
      choices: mine.map(({ rule }) => ({ value: rule.id, label: `${rule.number} ${rule.heading}` })),
      ...(mine.length === 1 && only !== undefined && { value: only.rule.id, empty: false as const }),
      required: true,
      rejected: rejectionOf(all, action),
    }),
  })
  return section({ title: text.decision.decideTitle, body: form })
}

function withoutRule(rules: Mandates['rules']): Html {
  const whose = rules.map(({ number, heading, delegate }) => text.decision.whose(number, heading, delegate))
  const words = rules.length === 0 ? text.decision.noRule : text.decision.notYours
  return notice(
    'warning',
    html`<p>${words}</p>${whose.length > 0 && html`<ul>${whose.map((one) => html`<li>${one}</li>`)}</ul>`}
      <p><a href="/delegation/ordning">${text.decision.toScheme}</a></p>`,
  )
}

/** The board may always decide itself; where nobody has a rule it must. */
function referPart({ request, mandates }: DecidingProps): Html {
  const isOnlyWay = mandates.rules.length === 0
  const body = html`<p>${text.decision.referHelp}</p>
    ${primaryForm({
      action: requestHref(request, '/beslut/namnden'),
      label: text.decision.refer,
      kind: isOnlyWay ? 'primary' : 'secondary',
      confirm: text.decision.referConfirm,
    })}`
  if (isOnlyWay) return section({ title: text.decision.referTitle, body })
  return disclosure({ summary: text.decision.referTitle, body })
}

function waitingPart({ caseNumber }: Refusal): Html {
  const number = caseNumber ?? ''
  return notice(
    'info',
    html`<p>${text.decision.awaitsBoard(number)}</p>
      ${linkButton({ href: `/arenden/${encodeURIComponent(number)}/beslut`, label: text.decision.toAgenda, kind: 'secondary' })}`,
  )
}

/** The board has decided: it is sent on when the minutes are adjusted. */
function sendPart({ request, decisions, rejected: all }: DecidingProps): Html {
  const action = requestHref(request, '/beslut/namndens')
  const adjusted = decisions.filter(({ state }) => state === 'adjusted')
  const [first] = decisions
  const body =
    adjusted.length === 0
      ? notice('info', text.decision.notAdjusted(first?.paragraph ?? 0))
      : primaryForm({
          action,
          label: text.decision.send,
          icon: 'gavel',
          confirm: text.decision.sendConfirm,
          fields: select({
            name: 'decisionId',
            label: text.decision.which,
            choices: adjusted.map(({ id, bodyName, decidedOn, paragraph }) => ({
              value: id,
              label: text.decision.paragraph(bodyName, dayText(decidedOn), paragraph),
            })),
            empty: false,
            required: true,
            rejected: rejectionOf(all, action),
          }),
        })
  return section({ title: text.decision.sendTitle, body })
}

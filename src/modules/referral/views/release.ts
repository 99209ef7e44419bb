/** Letting go of one that answers together: the form at whoever writes, and what stands at the one that was let go of (I-18). */

import { may } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { button, capital, dayText, disclosure, notice, rejectionOf, textArea } from '../../../kernel/ui/index.ts'
import { caseHref, recordHref } from '../../registry/index.ts'
import { obstaclesToReleasing, type Recipient, type Release } from '../model.ts'
import { text } from '../text/release.ts'
import type { OwnJoint } from './joint.ts'

/** Nothing where one may not, or its board has decided. */
export function releasing({ theCase, recipient, actor, rejected }: OwnJoint, member: Recipient): Html {
  if (!may(actor, 'referral.release-member', theCase.authorityId)) return html``
  if (obstaclesToReleasing(recipient.id, member).length > 0) return html``
  const action = caseHref(theCase, `remiss/samordna/${member.id}/slapp`)
  const back = rejectionOf(rejected, action)
  const named = back === undefined ? { id: `reason-${member.id}` } : {}
  const name = capital(member.bodyName)
  return disclosure({
    summary: text.release(member.bodyName),
    open: back !== undefined,
    body: html`<p>${text.lead(name)}</p>
      <form class="k-form" method="post" action="${action}">
        ${textArea({ name: 'reason', ...named, label: text.reason, help: text.reasonHelp, rows: 2, rejected: back })}
        ${button({ label: text.button, kind: 'secondary' })}
      </form>`,
  })
}

type LetGo = { readonly release: Release | null; readonly recipient: Recipient }

/** Until it has answered for itself. */
export function released({ release, recipient }: LetGo): Html {
  if (release === null || recipient.answer !== null) return html``
  const { hostName, reason, recordId, releasedAt } = release
  return notice(
    'info',
    html`<p>
      ${text.told(capital(hostName), dayText(swedishDay(releasedAt)))} ${text.why(reason)}
      <a href="${recordHref({ id: recordId })}">${text.letter}</a>
    </p>`,
  )
}

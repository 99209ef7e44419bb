/** Reminders on the page of a round that is out: when they leave, who has had one and how it went, and the way to one by hand. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  dayText,
  disclosure,
  field,
  linkButton,
  rejectionOf,
  section,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Reminded } from '../model/reminder.ts'
import { isAsked, type Recipient, type Round } from '../model.ts'
import { text as needText } from '../text/needs.ts'
import { text } from '../text/reminders.ts'

export type RemindersProps = {
  readonly round: Pick<Round, 'id' | 'state' | 'authorityId'>
  readonly recipients: readonly Recipient[]
  readonly days: readonly number[]
  readonly reminded: ReadonlyMap<string, Reminded>
  readonly actor: Actor
  readonly rejected: Rejected | undefined
}

/** For the sender alone. */
export function remindersPart(props: RemindersProps): Html {
  const { round, recipients, actor, days } = props
  if (!may(actor, 'referral.remind', round.authorityId)) return html``
  const silent = recipients.filter((one) => one.answer === null && isAsked(one))
  const body = html`<p>${text.lead} ${scheduleWords(days)}</p>
    ${silent.length === 0 ? html`<p>${text.none}</p>` : silentList(silent, props)}
    ${round.state === 'sent' && silent.length > 0 && linkButton({ href: `/remisser/${round.id}/paminn`, label: needText.page.others, kind: 'secondary', icon: 'mail' })}
    ${round.state === 'sent' && scheduleForm(props)}`
  return section({ title: text.title, id: 'paminnelser', body })
}

function scheduleWords(days: readonly number[]): string {
  if (days.length === 0) return text.noSchedule
  const said = days.map((count) => (count >= 0 ? text.before(count) : text.after(-count)))
  const last = said.at(-1) ?? ''
  return text.schedule(said.length === 1 ? last : `${said.slice(0, -1).join(', ')}${text.and}${last}`)
}

function silentList(silent: readonly Recipient[], { reminded }: RemindersProps): Html {
  return html`<ul>
    ${silent.map(({ id, bodyName }) => html`<li>${capital(bodyName)}: ${remindedWords(reminded.get(id))}</li>`)}
  </ul>`
}

/** "påmind tis 12 dec 2023, kom inte fram: 550 …". */
export function remindedWords(one: Reminded | undefined): string {
  if (one === undefined) return text.never
  const said = `${text.last(dayText(swedishDay(one.at)), one.count)}, ${text.outcome[one.outcome]}`
  return one.reason === null ? said : `${said}: ${one.reason}`
}

function scheduleForm({ round, days, rejected: all }: RemindersProps): Html {
  const action = `/remisser/${round.id}/paminnelser`
  const rejected = rejectionOf(all, action)
  const before = days.filter((count) => count >= 0).join(', ')
  const after = days
    .filter((count) => count < 0)
    .map((count) => -count)
    .join(', ')
  return disclosure({
    summary: text.change,
    open: rejected !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${field({ name: 'before', label: text.beforeLabel, help: text.beforeHelp, value: before, width: 'm', rejected })}
      ${field({ name: 'after', label: text.afterLabel, help: text.afterHelp, value: after, width: 'm', rejected })}
      ${button({ label: text.save, kind: 'secondary' })}
    </form>`,
  })
}

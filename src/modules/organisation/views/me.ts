import { today, type Read } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  capital,
  dateOnly,
  field,
  pageHead,
  radios,
  rejectionOf,
  section,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { isHeldOn, mailChoices, roleLabel, type MailChoice, type Person } from '../model.ts'
import type { ApiToken, Seat } from '../queries.ts'
import { text } from '../text.ts'
import { mailText } from '../text/mail.ts'

type MeProps = {
  readonly person: Person
  readonly seats: readonly Seat[]
  readonly tokens: readonly ApiToken[]
  /** When the calendar address was made, if there is one. */
  readonly calendarKey: { readonly madeAt: Date } | null
  readonly mailChoice: MailChoice
  readonly ctx: Read
  readonly rejected: Rejected | undefined
}

export function mePage({ person, seats, tokens, calendarKey, mailChoice, ctx, rejected }: MeProps): Screen {
  const present = seats.filter((seat) => isHeldOn(seat, today(ctx)))
  return {
    title: text.me.title,
    section: 'me',
    width: 'reading',
    body: html`
      ${pageHead({ title: person.name, over: text.me.title, lead: `${capital(person.title)} · ${person.email}` })}
      ${section({
        title: text.me.roles,
        body: html`<ul>${present.map((seat) => html`<li>${roleLabel(seat.role)}, ${seat.bodyName}</li>`)}</ul>`,
      })}
      ${section({ title: mailText.title, id: 'epost', body: mailForm(mailChoice, rejected) })}
      ${section({ title: text.me.password, body: passwordForm(rejected) })}
      ${section({ title: text.me.calendar, id: 'kalender', body: calendarForms(calendarKey) })}
      ${section({ title: text.me.tokens, body: html`<p>${text.me.tokensHelp}</p>${tokenList(tokens)}${tokenForm(rejected)}` })}
    `,
  }
}

function passwordForm(rejected: Rejected | undefined): Html {
  const back = rejectionOf(rejected, '/jag/losenord')
  return html`<form class="k-form" method="post" action="/jag/losenord">
    ${field({ name: 'current', label: text.me.current, type: 'password', autocomplete: 'current-password', width: 'l', rejected: back })}
    ${field({ name: 'next', label: text.me.next, help: text.me.nextHelp, type: 'password', autocomplete: 'new-password', width: 'l', rejected: back })}
    ${button({ label: text.me.change, kind: 'secondary' })}
  </form>`
}

function mailForm(chosen: MailChoice, rejected: Rejected | undefined): Html {
  const choices = mailChoices.map((value) => ({ value, label: mailText.choices[value], help: mailText.help[value] }))
  return html`<form class="k-form" method="post" action="/jag/epost">
    ${radios({ name: 'choice', label: mailText.label, choices, value: chosen, rejected: rejectionOf(rejected, '/jag/epost') })}
    ${button({ label: mailText.submit, kind: 'secondary' })}
  </form>`
}

function calendarForms(key: MeProps['calendarKey']): Html {
  const make = key === null ? text.me.makeCalendar : text.me.renewCalendar
  return html`<p>${text.me.calendarHelp}</p>
    ${key === null ? html`<p class="k-quiet">${text.me.noCalendar}</p>` : html`<p>${text.me.calendarSince}${dateOnly(swedishDay(key.madeAt))}</p>`}
    <div class="k-actions">
      <form method="post" action="/jag/kalender"
        >${button({ label: make, kind: 'secondary', ...(key !== null && { confirm: text.me.renewConfirm }) })}</form
      >
      ${
        key !== null &&
        html`<form method="post" action="/jag/kalender/stang"
          >${button({ label: text.me.shutCalendar, kind: 'tertiary', confirm: text.me.shutConfirm })}</form
        >`
      }
    </div>`
}

function tokenList(tokens: readonly ApiToken[]): Html {
  if (tokens.length === 0) return html`<p class="k-quiet">${text.me.noTokens}</p>`
  return html`<ul class="k-plain">
    ${tokens.map(
      ({ name, hash, expiresOn }) => html`<li>
        <form method="post" action="/jag/nycklar/${hash}/aterkalla">
          ${name}, ${text.me.tokenUntil('')}${dateOnly(swedishDay(expiresOn))}
          ${button({ label: text.me.revoke, kind: 'tertiary', small: true })}
        </form>
      </li>`,
    )}
  </ul>`
}

function tokenForm(rejected: Rejected | undefined): Html {
  const back = rejectionOf(rejected, '/jag/nycklar')
  return html`<form class="k-form" method="post" action="/jag/nycklar">
    ${field({ name: 'name', label: text.me.tokenName, required: true, width: 'l', rejected: back })}
    ${field({ name: 'days', label: text.me.tokenDays, inputMode: 'numeric', value: 90, width: 'xs', rejected: back })}
    ${button({ label: text.me.makeToken, kind: 'secondary' })}
  </form>`
}

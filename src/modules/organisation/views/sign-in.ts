import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  disclosure,
  field,
  hiddenFields,
  pageHead,
  rejectionOf,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Person } from '../model.ts'
import { text } from '../text.ts'

type SignInProps = {
  readonly featured: readonly Person[]
  readonly everyone: readonly Person[]
  readonly till: string
  readonly rejected: Rejected | undefined
}

export function signInPage({ featured, everyone, till, rejected }: SignInProps): Screen {
  return {
    title: text.signIn.title,
    width: 'reading',
    body: html`
      ${pageHead({ title: text.signIn.title, lead: text.signIn.intro })}
      ${featured.length > 0 && demoDoors({ featured, everyone, till })} ${passwordForm(till, rejected)}
    `,
  }
}

function passwordForm(till: string, rejected: Rejected | undefined): Html {
  const back = rejectionOf(rejected, '/logga-in')
  return html`<form class="k-form" method="post" action="/logga-in">
    ${hiddenFields({ till })}
    ${field({ name: 'email', label: text.signIn.email, type: 'email', autocomplete: 'username', required: true, width: 'l', rejected: back })}
    ${field({ name: 'password', label: text.signIn.password, type: 'password', autocomplete: 'current-password', required: true, width: 'l', rejected: back })}
    ${button({ label: text.signIn.button })}
  </form>`
}

/** In a demo city only: a list of people to sign in as. */
function demoDoors({ featured, everyone, till }: Omit<SignInProps, 'rejected'>): Html {
  const others = everyone.filter((person) => !featured.some(({ id }) => id === person.id))
  return html`<section class="k-section">
    <h2>${text.signIn.demoTitle}</h2>
    <p>${text.signIn.demoText}</p>
    ${doors(featured, till)}
    ${others.length > 0 && disclosure({ summary: `${text.signIn.others} (${others.length})`, body: doors(others, till) })}
  </section>`
}

function doors(people: readonly Person[], till: string): Html {
  return html`<ul class="k-doors">
    ${people.map(
      (person) => html`<li>
        <form method="post" action="/logga-in-som">
          ${hiddenFields({ till, personId: person.id })}
          <button type="submit" class="k-door">
            <span class="k-hidden">${text.signIn.as('')}</span><strong>${person.name}</strong> <span>${person.title}</span>
          </button>
        </form>
      </li>`,
    )}
  </ul>`
}

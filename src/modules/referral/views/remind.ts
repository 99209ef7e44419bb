/** Reminding by hand: whom, where to, and what the letter says, before anything leaves. */

import { html, type Html } from '../../../kernel/html.ts'
import { withLinks } from '../../../kernel/post-words.ts'
import {
  button,
  capital,
  checkboxes,
  dayText,
  emptyState,
  linkButton,
  pageHead,
  rejectionOf,
  section,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Reminded } from '../model/reminder.ts'
import type { Recipient, Round } from '../model.ts'
import type { Addressee } from '../queries/reminders.ts'
import { text as needText } from '../text/needs.ts'
import { text } from '../text/reminders.ts'
import { remindedWords } from './reminders.ts'

export type RemindProps = {
  readonly round: Round
  /** Those that can be reminded, first those to remind now. */
  readonly silent: readonly Recipient[]
  /** The ids of those to remind now. */
  readonly due: readonly string[]
  readonly reminded: ReadonlyMap<string, Reminded>
  readonly addressees: ReadonlyMap<string, readonly Addressee[]>
  /** One of the letters, as it would be. */
  readonly letter: { readonly to: string; readonly subject: string; readonly text: string } | null
  /** The house's own address, for the links in the letter. */
  readonly house: string | null
  readonly rejected: Rejected | undefined
}

/** '/remisser/:roundId/paminn'. */
export function remindScreen(props: RemindProps): Screen {
  const { round, silent, due, letter, house } = props
  const { page } = needText
  return {
    title: `${page.title}: ${round.title}`,
    section: 'referrals',
    width: 'reading',
    body: html`
      ${pageHead({
        title: page.title,
        number: round.referenceNumber,
        over: html`<a href="/remisser/${round.id}">${round.title}</a>`,
        ...(silent.length > 0 && { lead: due.length === 0 ? page.nobody : page.lead(due.length) }),
      })}
      ${silent.length === 0 ? nobody(round) : remindForm(props)} ${letter !== null && preview(letter, house)}
    `,
  }
}

function nobody({ id }: Round): Html {
  const { noneTitle, none, back } = needText.page
  const action = linkButton({ href: `/remisser/${id}`, label: back, kind: 'secondary' })
  return emptyState({ title: noneTitle, text: none, action })
}

function remindForm(props: RemindProps): Html {
  const action = `/remisser/${props.round.id}/paminn`
  const rejected = rejectionOf(props.rejected, action)
  const choices = props.silent.map((one) => ({
    value: one.id,
    label: capital(one.bodyName),
    help: helpFor(one, props),
  }))
  const fields = html`${checkboxes({ name: 'recipientIds[]', label: text.who, choices, values: props.due, rejected })}
    ${textArea({ name: 'words', label: text.ownWords, help: text.ownHelp, rows: 4, maxLength: 2000, required: false, rejected })}`
  return html`<form class="k-form" method="post" action="${action}">
    ${fields} ${button({ label: text.send, icon: 'mail' })}
  </form>`
}

/** "Sista svarsdag fre 29 dec 2023 · Inte påmind · till vd@bolaget.example". */
function helpFor({ id, answerBy }: Recipient, { reminded, addressees }: RemindProps): string {
  const to = (addressees.get(id) ?? []).map(({ address }) => address)
  return [
    ...(answerBy === null ? [] : [needText.page.day(dayText(answerBy))]),
    remindedWords(reminded.get(id)),
    to.length === 0 ? text.outcome.nowhere : needText.page.goesTo(to.join(', ')),
  ].join(' · ')
}

function preview({ to, subject, text: words }: NonNullable<RemindProps['letter']>, house: string | null): Html {
  const { page } = needText
  const paragraphs = withLinks(words, house)
    .split('\n\n')
    .map((one) => html`<p lang="sv">${one.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)}</p>`)
  return section({
    title: page.letter,
    id: 'brevet',
    body: html`<p class="k-quiet">${page.letterTo(to)}</p>
      <p lang="sv"><strong>${subject}</strong></p>
      ${paragraphs}`,
  })
}

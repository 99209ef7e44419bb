/** The list of referrals, and where a new one begins. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html } from '../../../kernel/html.ts'
import {
  capital,
  chips,
  dateOnly,
  dateText,
  emptyState,
  field,
  linkButton,
  pageHead,
  primaryForm,
  rejectionOf,
  select,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { RoundRow } from '../queries.ts'
import { text } from '../text.ts'
import { text as questionText } from '../text/questions.ts'
import { text as listText } from '../text/recipient-lists.ts'

export const listViews = ['to', 'by', 'drafts', 'all'] as const
export type ListView = (typeof listViews)[number]

export type ListProps = {
  readonly rounds: readonly RoundRow[]
  readonly view: ListView
  readonly more: string | undefined
  readonly actor: Actor
  readonly today: string
}

/** '/remisser': sent to us, sent by us, and not yet sent. */
export function listScreen({ rounds, view, more, actor, today }: ListProps): Screen {
  const t = text.list
  return {
    title: t.title,
    section: 'referrals',
    body: html`
      ${pageHead({
        title: t.title,
        lead: t.lead,
        ...(may(actor, 'referral.start') && {
          actions: html`${linkButton({ href: '/remisser/ny', label: t.newOne, kind: 'secondary', icon: 'plus' })}
          ${linkButton({ href: '/remisser/listor', label: listText.title, kind: 'tertiary' })}`,
        }),
      })}
      ${chips(
        listViews.map((one) => ({ label: t.views[one], href: `/remisser?visa=${one}`, current: one === view })),
        t.show,
      )}
      ${roundTable(rounds, { more, today })}
    `,
  }
}

function roundTable(rounds: readonly RoundRow[], { more, today }: { more: string | undefined; today: string }) {
  const t = text.list
  return table({
    caption: t.caption,
    columns: [
      { key: 'name', head: t.name },
      { key: 'number', head: t.number },
      { key: 'issuer', head: t.issuer, hideOnPhone: true },
      { key: 'sent', head: t.sent },
      { key: 'answerBy', head: t.answerBy },
      { key: 'answered', head: t.answered, numeric: true },
    ],
    rows: rounds.map((round) => ({
      href: `/remisser/${round.id}`,
      cells: {
        name: round.title,
        number: html`<span class="k-number">${round.referenceNumber}</span>`,
        issuer: capital(round.issuerName),
        sent: round.sentAt === null ? t.notSent : dateOnly(round.sentAt.toISOString()),
        answerBy: round.answerBy !== null && dateText(round.answerBy, today),
        answered: round.sentAt !== null && t.count(round.answered, round.asked),
      },
    })),
    empty: emptyState({ title: t.emptyTitle, text: t.empty }),
    more,
  })
}

export type NewProps = {
  readonly caseNumber: string | undefined
  /** The round to begin from. */
  readonly from: string | undefined
  readonly earlier: readonly RoundRow[]
  readonly rejected: Rejected | undefined
}

/** '/remisser/ny': in which case, and from what. */
export function newScreen({ caseNumber, from, earlier, rejected }: NewProps): Screen {
  const t = text.fresh
  const back = rejectionOf(rejected, '/remisser/ny')
  return {
    title: t.title,
    section: 'referrals',
    width: 'reading',
    body: html`
      ${pageHead({ title: t.title, lead: t.lead })}
      ${primaryForm({
        action: '/remisser/ny',
        label: t.start,
        fields: html`${field({ name: 'caseId', label: t.caseNumber, help: t.caseHelp, value: caseNumber, width: 's', rejected: back })}
        ${
          earlier.length > 0 &&
          select({
            name: 'fromRoundId',
            label: questionText.from,
            help: questionText.fromHelp,
            value: from,
            empty: questionText.fromNone,
            choices: earlier.map(({ id, title, referenceNumber }) => ({
              value: id,
              label: `${title} (${referenceNumber})`,
            })),
            width: 'full',
            rejected: back,
          })
        }`,
      })}
    `,
  }
}

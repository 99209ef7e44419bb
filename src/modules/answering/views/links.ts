/** The sender's page for one that answers from outside: the link, how far it has come, and what can be done with it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  copyLink,
  dateTimeText,
  disclosure,
  facts,
  field,
  fileField,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  status,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Recipient, Round } from '../../referral/index.ts'
import type { Posted } from '../../../kernel/post.ts'
import type { Progress, Reading } from '../queries.ts'
import { text } from '../text.ts'

export type LinksProps = {
  readonly round: Round
  readonly recipient: Recipient
  readonly progress: Progress | null
  /** A link that was just made, shown once: its path, and the whole address to copy. */
  readonly fresh: { readonly path: string; readonly address: string } | undefined
  readonly obstacles: readonly string[]
  readonly readings: readonly Reading[]
  /** Letters with a link, the latest first. */
  readonly letters: readonly Posted[]
  readonly address: string | null
  readonly rejected: Rejected | undefined
}

export const waysPath = (roundId: string, recipientId: string): string =>
  `/remisser/${roundId}/svar/${recipientId}/vagar`

export function linksScreen(props: LinksProps): Screen {
  const { round, recipient } = props
  const t = text.links
  return {
    title: t.title(recipient.bodyName),
    section: 'referrals',
    width: 'reading',
    body: html`
      ${pageHead({
        title: t.title(recipient.bodyName),
        number: round.referenceNumber,
        over: html`<a href="/remisser/${round.id}">${round.title}</a>`,
      })}
      ${section({ title: t.link, body: linkPart(props) })}
      ${section({ title: text.reading.wordForm, body: filePart(props) })}
    `,
  }
}

function linkPart(props: LinksProps): Html {
  const { round, recipient, progress, fresh, obstacles } = props
  const t = text.links
  const path = waysPath(round.id, recipient.id)
  return html`
    ${fresh !== undefined && freshLink(fresh)}
    ${progress !== null && progressFacts(progress)}
    ${letterList(props.letters)} ${obstacles.length === 0 && mailForm(props)}
    ${primaryForm({ action: `${path}/ny`, label: t.make, fields: html`<p>${t.makeHelp}</p>`, obstacles, kind: 'secondary' })}
    ${why({ law: t.law, text: t.unread })}
    ${
      (progress?.links ?? 0) > 0 &&
      disclosure({
        summary: t.revoke,
        body: html`<p>${t.revokeHelp}</p>
          <form method="post" action="${path}/sparra">${button({ label: t.revoke, kind: 'danger' })}</form>`,
      })
    }
  `
}

function filePart({ round, recipient, readings, rejected }: LinksProps): Html {
  const t = text.reading
  const path = waysPath(round.id, recipient.id)
  const action = `${path}/inlasning`
  const open = readings.filter(({ state }) => state === 'open')
  return html`<p>${t.wordFormHelp}</p>
    ${linkButton({ href: `${path}/formular.docx`, label: t.getForm, kind: 'secondary', icon: 'download', download: true })}
    ${
      recipient.answer === null &&
      html`<form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
        ${fileField({ name: 'files', label: t.upload, help: t.uploadHelp, rejected: rejectionOf(rejected, action) })}
        ${button({ label: t.read, kind: 'secondary' })}
      </form>`
    }
    ${
      open.length > 0 &&
      html`<h3>${t.earlier}</h3>
        <ul class="k-plain-list">
          ${open.map(({ id, name, madeAt }) => html`<li><a href="${path}/inlasning/${id}">${name}</a> ${dateTimeText(madeAt)}</li>`)}
        </ul>`
    }`
}

/** What became of each letter: sent, waiting, or come back with why. */
function letterList(letters: readonly Posted[]): Html {
  if (letters.length === 0) return html``
  return html`<ul class="k-plain-list">
    ${letters.map(
      ({ toAddress, postedAt, state, reason }) =>
        html`<li>${status(letterKind[state], text.links.letter[state])} ${toAddress}, ${dateTimeText(postedAt)}${reason !== null && html` <span class="k-quiet">${reason}</span>`}</li>`,
    )}
  </ul>`
}

const letterKind = { waiting: 'waiting', sent: 'done', failed: 'stopped', bounced: 'stopped' } as const

function mailForm({ round, recipient, address, rejected }: LinksProps): Html {
  const t = text.links
  const action = `${waysPath(round.id, recipient.id)}/skicka`
  return html`<form class="k-form" method="post" action="${action}">
    ${field({ name: 'email', label: t.email, help: t.emailHelp, type: 'email', value: address, width: 'l', rejected: rejectionOf(rejected, action) })}
    ${button({ label: t.mail })}
  </form>`
}

function freshLink({ path, address }: NonNullable<LinksProps['fresh']>): Html {
  const t = text.links
  return notice(
    'success',
    html`<p><strong>${t.fresh}</strong></p>
      <p>${t.freshHelp}</p>
      <p><a class="k-link-address" href="${path}" data-own-address>${address}</a> ${copyLink(t.copy, address)}</p>`,
  )
}

function progressFacts(progress: Progress): Html {
  const t = text.links
  const { links, mailedTo, mailedAt, usedAt, people, savedAt, submissions } = progress
  return facts([
    { term: t.state, value: links === 0 ? t.none : t.holds(links) },
    {
      term: t.mailed,
      value: mailedTo !== null && html`${mailedTo}${mailedAt !== null && html`, ${dateTimeText(mailedAt)}`}`,
    },
    { term: t.opened, value: usedAt === null ? t.notOpened : html`${dateTimeText(usedAt)}, ${t.people(people)}` },
    { term: t.saved, value: savedAt !== null && dateTimeText(savedAt) },
    { term: capital(t.submitted(1)), value: submissions > 0 && t.submitted(submissions) },
  ])
}

/** The way to the page, from where the sender enters or reads the answer. */
export function toWays({ round, recipient }: Pick<LinksProps, 'round' | 'recipient'>): Html {
  return linkButton({
    href: waysPath(round.id, recipient.id),
    label: text.links.toPage,
    kind: 'secondary',
    icon: 'link',
  })
}

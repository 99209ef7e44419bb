/** What was sent, under the table of a round that is out; and the way to put it right. */

import { may } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  checkboxes,
  dateOnly,
  disclosure,
  facts,
  primaryForm,
  rejectionOf,
  section,
  textArea,
  why,
} from '../../../kernel/ui/index.ts'
import { caseHref } from '../../registry/index.ts'
import { isAsked, type Question, type Round } from '../model.ts'
import { text } from '../text.ts'
import { namesOf } from '../text/joint.ts'
import { text as turnText } from '../text/turns.ts'
import type { FollowProps } from './follow-up.ts'
import { recordLinks } from './labels.ts'
import { lettersOf } from './letters.ts'

export function aboutRound(props: FollowProps): Html {
  const { round } = props
  const t = text.follow
  return html`
    ${section({
      title: t.about,
      body: facts([
        { term: t.theCase, value: html`<a class="k-number" href="${caseHref(round)}">${round.referenceNumber}</a>` },
        { term: t.decision, value: decisionOf(round) },
        { term: t.position, value: round.withoutPosition && t.without },
        { term: t.sentOn, value: round.sentAt !== null && dateOnly(round.sentAt.toISOString()) },
        { term: t.contact, value: round.contact !== null && `${round.contact.name}, ${round.contact.email}` },
        { term: t.letter, value: lettersOf(props) },
      ]),
    })}
    ${section({ title: t.questions, count: round.questions.length, body: questionList(round.questions) })}
    ${section({ title: t.documents, count: round.documents.length, body: documentList(round) })}
    ${round.corrections.length > 0 && section({ title: t.corrections, body: correctionList(round) })}
    ${round.state === 'sent' && may(props.actor, 'referral.correct', round.authorityId) && html`${correctionForm(props)}${closeForm(props)}`}
  `
}

function decisionOf({ decision }: Round): string | null {
  return decision === null ? null : text.decisionLine(capital(decision.bodyName), decision)
}

export function questionList(questions: readonly Question[]): Html {
  return html`<ol>
    ${questions.map(({ text: asked, help }) => html`<li>${asked}${help !== null && html`<br /><span class="k-quiet">${help}</span>`}</li>`)}
  </ol>`
}

function documentList({ documents }: Round): Html {
  return recordLinks(
    documents.map(({ recordId, title, version }) => ({
      recordId,
      title,
      ...(version > 1 && { note: text.follow.version(version) }),
    })),
  )
}

function correctionList({ corrections }: Round): Html {
  return html`<ol>
    ${corrections.map(
      ({ what, at, byName }) =>
        html`<li>${what} <span class="k-quiet">${dateOnly(at.toISOString())} ${text.follow.by(byName)}</span></li>`,
    )}
  </ol>`
}

function correctionForm({ round, recipients, records, rejected }: FollowProps): Html {
  const t = text.follow
  const action = `/remisser/${round.id}/rattelse`
  const back = rejectionOf(rejected, action)
  const sent = new Set(round.documents.map(({ recordId }) => recordId))
  const asked = recipients.filter((one) => isAsked(one))
  const outside = asked.filter(({ caseId }) => caseId === null).length
  const others = records.filter(({ id, direction }) => direction === 'internal' && !sent.has(id))
  return disclosure({
    summary: t.correct,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${t.correctHelp(asked.length, outside)}</p>
      ${textArea({ name: 'what', label: t.what, rows: 3, rejected: back })}
      ${
        others.length > 0 &&
        checkboxes({
          name: 'recordIds[]',
          label: t.addDocuments,
          choices: others.map(({ id, title }) => ({ value: id, label: title })),
          rejected: back,
        })
      }
      ${why({ law: 'jfr 26 § förvaltningslagen', text: text.draft.whyFrozen })}
      ${button({ label: t.correct, kind: 'secondary', confirm: t.correctConfirm(asked.length) })}
    </form>`,
  })
}

function closeForm({ round, recipients }: FollowProps): Html {
  const t = text.follow
  const notAsked = recipients.filter((one) => !isAsked(one)).map(({ bodyName }) => bodyName)
  const asked = recipients.filter((one) => isAsked(one))
  const silent = asked.filter(({ answer }) => answer === null).length
  return disclosure({
    summary: t.close,
    body: html`<p>${t.closeHelp(silent, asked.length)}</p>
      ${notAsked.length > 0 && html`<p>${capital(turnText.closeNotAsked(namesOf(notAsked)))}</p>`}
      ${primaryForm({
        action: `/remisser/${round.id}/avsluta`,
        label: t.close,
        kind: 'secondary',
        confirm: t.closeConfirm(silent),
      })}`,
  })
}

/** Drafts under political treatment: sent from the body's own case, and shown, labelled, at the sender (I-24). */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { toHtml } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { dayText, disclosure, notice, primaryForm, section, status, why } from '../../../kernel/ui/index.ts'
import { stanceLabel } from '../../drafting/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { DraftAnswer } from '../model/draft-answer.ts'
import type { Question, Recipient, Round } from '../model.ts'
import type { Ready } from '../queries.ts'
import { text as answerText } from '../text.ts'
import { text } from '../text/standing.ts'
import { itemsBody } from './items.ts'
import { recordLinks } from './labels.ts'

export type OwnDraft = {
  readonly theCase: Case
  readonly round: Round
  readonly recipient: Recipient
  readonly ready: Ready
  readonly actor: Actor
}

/** In the body's own case, while nobody has decided. */
export function ownDraft(own: OwnDraft): Html {
  const { answer, draftSentAt } = own.recipient
  const isOpen = maySend(own)
  if (answer !== null || (draftSentAt === null && !isOpen)) return html``
  const sent = draftSentAt !== null && text.sentOn(dayText(swedishDay(draftSentAt)))
  return section({
    title: text.title,
    id: 'utkast',
    body: html`${sent !== false && html`<p>${status('draft', text.draftShort)} ${sent}</p>`}${isOpen && sendForm(own)}`,
  })
}

function maySend({ theCase, recipient, ready, actor }: OwnDraft): boolean {
  const isUndecided = ready.decision === null && ready.delegated === null && recipient.kind === 'board'
  return isUndecided && ready.statement !== null && may(actor, 'referral.send-draft', theCase.authorityId)
}

function sendForm({ theCase, round }: OwnDraft): Html {
  const form = primaryForm({
    action: caseHref(theCase, 'remiss/utkast'),
    label: text.send,
    kind: 'secondary',
    icon: 'send',
    confirm: text.confirm,
  })
  return disclosure({
    summary: text.send,
    body: html`<p>${text.lead(round.authorityName)}</p>
      ${form}${why({ law: text.whyLaw, text: text.why })}`,
  })
}

/** The words of a draft where an answer would stand, with what it is said first. */
export function draftInPlace(draft: DraftAnswer, questions: readonly Question[]): Html {
  const outside = draft.parts.find(({ questionId }) => questionId === null)
  if (draft.isMarked) return html`${notice('info', html`<p>${answerText.answer.marked}</p>`)} ${draftPapers([draft])}`
  return html`
    ${notice(
      'warning',
      html`<p>
        <strong>${text.draftHere(dayText(swedishDay(draft.sentAt)))}</strong> ${text.notDecided}
        ${draft.boardOn !== null && text.board(dayText(draft.boardOn))}
      </p>`,
    )}
    ${questions.map((question) =>
      section({
        title: `${question.number}. ${question.text}`,
        body: partOf(
          draft.parts.find(({ questionId }) => questionId === question.id),
          draft.recordId,
        ),
      }),
    )}
    ${outside !== undefined && section({ title: text.draftShort, body: partOf(outside, null) })}
    ${draftPapers([draft])}
  `
}

function partOf(part: DraftAnswer['parts'][number] | undefined, recordId: string | null): Html {
  if (part === undefined) return html`<p class="k-quiet">–</p>`
  const stance = part.stance !== 'none' && html`<p><strong>${stanceLabel(part.stance)}</strong></p>`
  return html`${stance}${toHtml(part.text)}${itemsBody(part.items, recordId)}`
}

/** The drafts as they came in: they stay in the record with their label. */
export function draftPapers(drafts: readonly DraftAnswer[]): Html {
  if (drafts.length === 0) return html``
  const papers = drafts.map(({ recordId, sentAt }) => ({
    recordId,
    title: text.draftHere(dayText(swedishDay(sentAt))),
  }))
  return section({ title: text.earlier, body: recordLinks(papers) })
}

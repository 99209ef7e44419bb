/** A round while it is prepared: one page, in the order one works, with what remains beside it. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  columns,
  dateField,
  disclosure,
  field,
  hiddenFields,
  linkButton,
  pageHead,
  primaryForm,
  rejectionOf,
  richField,
  section,
  select,
  status,
  statusTag,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Decision } from '../../meetings/index.ts'
import type { Body, PersonInRole } from '../../organisation/index.ts'
import { caseHref, type RecordItem } from '../../registry/index.ts'
import { requirementsOfSending, type Recipient, type Requirement, type Round } from '../model.ts'
import type { Double } from '../model/doubles.ts'
import type { Load } from '../model/load.ts'
import type { RecipientList } from '../model/recipient-list.ts'
import type { RoundRow } from '../queries.ts'
import { text } from '../text.ts'
import { text as turnText } from '../text/turns.ts'
import { documentsSection } from './draft-contents.ts'
import { questionsSection } from './draft-questions.ts'
import { recipientsSection } from './draft-recipients.ts'
import { waysSection } from './draft-ways.ts'
import { draftDoubles } from './doubles.ts'
import { loadSection } from './load.ts'
import { turnsSection } from './turns.ts'

export type DraftProps = {
  readonly round: Round
  readonly recipients: readonly Recipient[]
  readonly issuers: readonly Body[]
  readonly decisions: readonly Decision[]
  readonly contacts: readonly PersonInRole[]
  readonly records: readonly RecordItem[]
  readonly askable: readonly Body[]
  /** The sender's own saved lists of bodies. */
  readonly lists: readonly RecipientList[]
  readonly load: readonly Load[]
  readonly doubles: readonly Double[]
  readonly before: readonly string[]
  /** Questions that were taken out and can be put back. */
  readonly removed: readonly { readonly id: string; readonly text: string }[]
  /** Rounds whose questions can be copied. */
  readonly earlier: readonly RoundRow[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

/** '/remisser/:roundId' before it is sent. */
export function draftScreen(props: DraftProps): Screen {
  const { round } = props
  const t = text.draft
  return {
    title: round.title,
    section: 'referrals',
    width: 'wide',
    body: html`
      ${pageHead({
        title: round.title,
        number: round.referenceNumber,
        over: html`<a href="${caseHref(round, 'remiss')}">${t.over(round.authorityName)}</a>`,
        status: statusTag('draft', t.tag),
        actions: linkButton({
          href: `/remisser/${round.id}/missiv.pdf`,
          label: t.preview,
          kind: 'tertiary',
          icon: 'filePdf',
        }),
      })}
      ${columns(
        html`${factsSection(props)}${questionsSection(props)}${documentsSection(props)}${recipientsSection(props)}${draftDoubles(props.doubles)}${waysSection(props)}${turnsSection(props)}${loadSection({ ...props, roundId: round.id, answerBy: round.answerBy })}`,
        html`${sendSection(props)}${discardSection(props)}`,
      )}
    `,
  }
}

function factsSection(props: DraftProps): Html {
  const { round, issuers, contacts } = props
  const t = text.draft
  const action = `/remisser/${round.id}/uppgifter`
  const rejected = rejectionOf(props.rejected, action)
  return section({
    title: t.facts,
    id: 'uppgifter',
    body: html`<form class="k-form" method="post" action="${action}">
      ${field({ name: 'title', label: t.title, value: round.title, width: 'full', maxLength: 300, rejected })}
      ${select({
        name: 'issuerId',
        label: t.issuer,
        value: round.issuerId,
        empty: false,
        choices: issuers.map(({ id, name }) => ({ value: id, label: name })),
        rejected,
      })}
      ${decisionField(props, rejected)}
      ${hiddenFields({ withoutPosition: 'nej' })}
      ${checkbox({
        name: 'withoutPosition',
        label: t.withoutPosition,
        help: t.withoutPositionHelp,
        checked: round.withoutPosition,
        rejected,
      })}
      ${dateField({ name: 'answerBy', label: t.answerBy, value: round.answerBy, min: props.today, rejected })}
      ${select({
        name: 'contactId',
        label: t.contact,
        value: round.contact?.id,
        choices: contacts.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
        rejected,
      })}
      ${richField({ name: 'coverLetter', label: t.coverLetter, help: t.coverHelp, value: round.coverLetter, rejected })}
      ${button({ label: t.save, kind: 'secondary' })}
    </form>`,
  })
}

function decisionField({ round, decisions }: DraftProps, rejected: Rejected | undefined): Html {
  const t = text.draft
  return select({
    name: 'decisionId',
    label: t.decision,
    help: decisions.length === 0 ? t.noDecisions : t.decisionHelp,
    value: round.decisionId,
    choices: decisions.map((decision) => ({
      value: decision.id,
      label: text.decisionLine(decision.bodyName, decision),
    })),
    rejected,
  })
}

function sendSection(props: DraftProps): Html {
  const { round, recipients, today } = props
  const t = text.draft
  const requirements = requirementsOfSending({ ...round, ...countsOf(recipients) }, today)
  const isReady = requirements.every(({ isMet }) => isMet)
  return section({
    title: t.left,
    id: 'skicka',
    body: html`
      <ul class="k-plain-list">
        ${requirements.map((one) => html`<li>${requirementStatus(one)}</li>`)}
      </ul>
      ${isReady && html`<p>${summaryOf(props)}</p>`}
      ${isReady && primaryForm({ action: `/remisser/${round.id}/skicka`, label: t.send, icon: 'send', confirm: round.inTurn === null ? t.sendConfirm : turnText.sendConfirm })}
      ${why({ law: 'jfr 26 § förvaltningslagen', text: t.whyFrozen })}
    `,
  })
}

function countsOf(recipients: readonly Recipient[]) {
  return { recipientCount: recipients.length, turns: recipients.map(({ turn }) => turn) }
}

/** How many get what, now and later. */
function summaryOf({ round, recipients }: DraftProps): string {
  const { inTurn, documents } = round
  if (inTurn === null) return text.draft.summary(recipients.length, documents.length)
  return turnText.firstTurn(recipients.filter(({ turn }) => turn === 1).length, inTurn.turns.length)
}

/** What is there by its name; what is not, by the reason that the command would give. */
function requirementStatus({ isMet, label, obstacle }: Requirement): Html {
  return status(isMet ? 'done' : 'planned', isMet ? label : obstacle)
}

function discardSection({ round }: DraftProps): Html {
  const t = text.draft
  return disclosure({
    summary: t.discard,
    body: html`<p>${t.discardText}</p>
      ${primaryForm({ action: `/remisser/${round.id}/kasta`, label: t.discard, kind: 'danger', confirm: t.discardConfirm })}`,
  })
}

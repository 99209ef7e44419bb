/** The referral as it stands in a case: what was asked of us, or what we have asked of others. */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import {
  capital,
  checkbox,
  columns,
  dateText,
  emptyState,
  facts,
  linkButton,
  primaryForm,
  reasons,
  rejectionOf,
  section,
  status,
  table,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { MemoDraft } from '../../drafting/index.ts'
import { caseHref, type Case, type RecordItem } from '../../registry/index.ts'
import {
  needsAssurance,
  obstaclesToDispatching,
  standsBehind,
  type Answering,
  type Double,
  type Extension,
  type Inquiry,
  type JointStatement,
  type Recipient,
  type Release,
  type Round,
  stanceWords,
} from '../model.ts'
import type { Ready, RoundRow } from '../queries.ts'
import { text } from '../text.ts'
import { text as jointText } from '../text/joint.ts'
import { questionList } from './about-round.ts'
import { ownDoubles } from './doubles.ts'
import { ownDraft } from './draft-answers.ts'
import { ownTime } from './extensions.ts'
import { ownInquiries } from './inquiries.ts'
import { text as asideText } from '../text/aside.ts'
import { ownJoint, whichLeaves, type OwnText } from './joint.ts'
import { memoFollowing } from './memo-words.ts'
import { released } from './release.ts'
import { recordLinks } from './labels.ts'

export type AskedProps = {
  readonly theCase: Case
  readonly round: Round
  readonly recipient: Recipient
  /** What came in with it, as registered here. */
  readonly records: readonly RecordItem[]
  readonly ready: Ready
  readonly extensions: readonly Extension[]
  readonly inquiries: readonly Inquiry[]
  /** Others who answer the same referral each for themselves. */
  readonly doubles: readonly Double[]
  /** With whom it may answer together, and who does with it. */
  readonly hosts: readonly Answering[]
  readonly members: readonly Recipient[]
  /** What those who answer together have sent each other (I-18). */
  readonly passed: readonly JointStatement[]
  readonly ownText: OwnText
  readonly release: Release | null
  readonly isBegun: boolean
  readonly memo: MemoDraft | null
  readonly actor: Actor
  readonly today: string
  readonly rejected: Rejected | undefined
}

/** What we were asked, with the documents, and the next thing to do. */
export function askedBody(props: AskedProps): Html {
  const { round, records } = props
  const t = text.tab
  return columns(
    html`
      ${ownDoubles(props.doubles)} ${released(props)} ${memoFollowing(props)} ${nextOf(props)}
      ${section({ title: t.questions, count: round.questions.length, body: questionList(round.questions) })}
      ${section({
        title: t.documents,
        count: records.length,
        body: recordLinks(records.map(({ id, title }) => ({ recordId: id, title }))),
      })}
      ${ownJoint(props)} ${ownInquiries(props)} ${ownDraft(props)} ${ownTime(props)}
    `,
    askedFacts(props),
  )
}

function askedFacts({ round, recipient, today, theCase }: AskedProps): Html {
  const t = text.tab
  const source = theCase.dueSource === null ? {} : { source: theCase.dueSource }
  return facts([
    { term: t.sender, value: capital(round.issuerName) },
    { term: t.theirCase, value: html`<a class="k-number" href="${caseHref(round)}">${round.referenceNumber}</a>` },
    { term: t.lastDay, value: recipient.answerBy !== null && dateText(recipient.answerBy, today, source) },
    { term: t.mandatory, value: recipient.isMandatory ? t.isMandatory : t.isVoluntary },
    {
      term: t.decision,
      value: round.decision !== null && capital(text.decisionLine(round.decision.bodyName, round.decision)),
    },
    { term: text.follow.position, value: round.withoutPosition && t.without },
    { term: t.contact, value: round.contact !== null && `${round.contact.name}, ${round.contact.email}` },
    { term: t.asked, value: html`<a href="/remisser/${round.id}">${round.title}</a>` },
  ])
}

/** Begin, go on, dispatch, or read what was answered: one of them. */
export function nextOf(props: AskedProps): Html {
  const { recipient, isBegun, ready, theCase, round, actor } = props
  const t = text.tab
  if (recipient.answer !== null)
    return html`<p>
      ${status('done', t.answered)} ${stanceWords(recipient.answer)} ·
      <a href="/remisser/${round.id}/svar/${recipient.id}">${t.readAnswer}</a>
    </p>`
  const isUndecided = ready.decision === null && ready.delegated === null
  const isDecided = !isUndecided || (recipient.kind === 'administration' && ready.statement !== null)
  if (isDecided) return dispatchForm(props)
  if (!isBegun)
    return recipient.jointWith === null ? beginForm(theCase, actor, props.ownText.asideId) : beginMemo(props)
  const onwards =
    recipient.jointWith === null
      ? { href: caseHref(theCase, 'yttrande'), label: t.toStatement }
      : { href: caseHref(theCase, 'tjansteskrivelse'), label: jointText.toMemo }
  return html`<p>${linkButton({ ...onwards, kind: 'secondary' })}</p>`
}

/** Begins a round in the case, on a decision of it, with its title and documents filled in. */
export function startForm(theCase: Case, decisionId: string | null): Html {
  return primaryForm({
    action: caseHref(theCase, 'remiss/ny'),
    hidden: decisionId === null ? {} : { decisionId },
    label: text.tab.start,
    kind: 'secondary',
    icon: 'send',
  })
}

/** Another writes the statement: only the memo is begun here (I-18). */
function beginMemo({ theCase, actor }: AskedProps): Html {
  if (!may(actor, 'referral.begin-answer', theCase.authorityId)) return html``
  return html`<p>${jointText.beginText}</p>
    ${primaryForm({ action: caseHref(theCase, 'remiss/paborja'), label: jointText.begin })}`
}

/** `asideId`: its own statement that was laid aside, and is taken up again. */
export function beginForm(theCase: Case, actor: Actor, asideId: string | null): Html {
  const t = text.tab
  if (!may(actor, 'referral.begin-answer', theCase.authorityId)) return html``
  const isAside = asideId !== null
  return html`<p>${isAside ? asideText.beginText : t.beginText}</p>
    ${primaryForm({ action: caseHref(theCase, 'remiss/paborja'), label: isAside ? asideText.begin : t.begin })}`
}

function dispatchForm(props: AskedProps): Html {
  const { theCase, round, ready, actor, rejected } = props
  const t = text.tab
  const action = caseHref(theCase, 'remiss/expediera')
  const obstacles = obstaclesToDispatching(ready)
  const grounds = why({ law: t.whyLaw, text: t.whyAdjusted })
  if (!may(actor, 'referral.dispatch-answer', theCase.authorityId))
    return obstacles.length > 0 ? reasons(obstacles) : html``
  const assure = checkbox({
    name: 'isAsDecided',
    ...(standsBehind(ready)
      ? { label: jointText.assure, help: jointText.assureHelp }
      : { label: t.assure, help: t.assureHelp }),
    rejected: rejectionOf(rejected, action),
  })
  return html`
    ${obstacles.length === 0 && html`<p>${t.dispatchText(round.authorityName)}</p>${whichLeaves(props)}`}
    ${primaryForm({
      action,
      label: t.dispatch,
      icon: 'send',
      obstacles,
      ...(needsAssurance(ready) && { fields: assure }),
    })}
    ${grounds}
  `
}

export type SendingProps = {
  readonly theCase: Case
  readonly rounds: readonly RoundRow[]
  readonly actor: Actor
  readonly today: string
}

/** What has been sent from this case, and where the next one begins. */
export function sendingBody({ theCase, rounds, actor, today }: SendingProps): Html {
  const t = text.tab
  const start = may(actor, 'referral.start', theCase.authorityId)
    ? primaryForm({
        action: caseHref(theCase, 'remiss/ny'),
        label: t.start,
        kind: rounds.length === 0 ? 'primary' : 'secondary',
      })
    : undefined
  return html`
    ${table({
      caption: t.rounds,
      columns: [
        { key: 'name', head: text.list.name },
        { key: 'state', head: text.follow.stage },
        { key: 'answerBy', head: t.lastDay },
        { key: 'answered', head: text.list.answered },
      ],
      rows: rounds.map((round) => ({
        href: `/remisser/${round.id}`,
        cells: {
          name: round.title,
          state: status(round.state === 'draft' ? 'draft' : 'now', text.follow.state[round.state]),
          answerBy: round.answerBy !== null && dateText(round.answerBy, today),
          answered: round.state !== 'draft' && text.list.count(round.answered, round.asked),
        },
      })),
      empty: emptyState({ title: t.none, text: t.noneText, ...(start !== undefined && { action: start }) }),
    })}
    ${rounds.length > 0 && start}
  `
}

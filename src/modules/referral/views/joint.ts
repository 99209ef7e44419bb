/** Answering together, as it stands in one's own case: with whom one could, with whom one does, and who does with us (I-18). */

import { may, type Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  checkbox,
  capital,
  dayText,
  disclosure,
  primaryForm,
  rejectionOf,
  notice,
  section,
  select,
  status,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { ToLayAside } from '../../drafting/index.ts'
import { caseHref, recordHref, type Case } from '../../registry/index.ts'
import {
  hasDecided,
  isBoundByJoint,
  isSameStatement,
  obstaclesToJoining,
  obstaclesToLeaving,
  obstaclesToPassingOn,
  type Answering,
  type JointStatement,
  type Recipient,
  type Round,
} from '../model.ts'
import type { Ready } from '../queries.ts'
import { text as asideText, whatIsLaidAside } from '../text/aside.ts'
import { text } from '../text/joint.ts'
import { stageStatus } from './labels.ts'
import { releasing } from './release.ts'

/** Its own statement: what joining would lay aside, and the draft that was. */
export type OwnText = { readonly standing: ToLayAside | null; readonly asideId: string | null }

export type OwnJoint = {
  readonly theCase: Case
  readonly round: Round
  readonly recipient: Recipient
  readonly ready: Ready
  /** With whom it may answer together, and who does with it. */
  readonly hosts: readonly Answering[]
  readonly members: readonly Recipient[]
  /** What we have sent to those who answer with us, or have got. */
  readonly passed: readonly JointStatement[]
  readonly ownText: OwnText
  readonly actor: Actor
  readonly rejected: Rejected | undefined
}

/** Nothing where one answers alone and cannot do otherwise. */
export function ownJoint(own: OwnJoint): Html {
  const { members } = own
  const body =
    members.length > 0 ? hosting(own, members) : own.recipient.jointWith === null ? joining(own) : joined(own)
  return body === null ? html`` : section({ title: text.title, id: 'samordnat', body })
}

const isDecided = ({ ready }: OwnJoint) => ready.decision !== null || ready.delegated !== null

function joining(own: OwnJoint): Html | null {
  const { theCase, round, recipient, hosts, actor } = own
  const [first] = hosts
  if (first === undefined || !may(actor, 'referral.join-statement', theCase.authorityId)) return null
  const facts = { roundState: round.state, own: recipient, isDecided: isDecided(own), isHost: false }
  if (obstaclesToJoining({ ...facts, host: first }).length > 0) return null
  const action = caseHref(theCase, 'remiss/samordna')
  const rejected = rejectionOf(own.rejected, action)
  return disclosure({
    summary: text.join,
    open: rejected !== undefined,
    body: html`<p>${text.lead}</p>
      <form class="k-form" method="post" action="${action}">
        ${select({
          name: 'hostId',
          label: text.host,
          help: text.hostHelp,
          choices: hosts.map(({ id, bodyName }) => ({ value: id, label: capital(bodyName) })),
          rejected,
        })}
        ${own.ownText.standing !== null && layingAside(own.ownText.standing, rejected)}
        ${button({ label: text.join, kind: 'secondary' })}
      </form>`,
  })
}

/** What is lost meanwhile is said before it is. */
function layingAside(standing: ToLayAside, rejected: Rejected | undefined): Html {
  return html`${notice('warning', html`<p>${whatIsLaidAside(standing)} ${asideText.isKept}</p>`)}
    ${checkbox({ name: 'laysAside', label: asideText.tick, rejected })}`
}

/** One that stands behind another's statement. */
function joined(own: OwnJoint): Html {
  const { recipient, passed, ready, theCase, actor } = own
  const host = recipient.jointName ?? ''
  const statement = passed.find(({ recordId }) => recordId === ready.statement?.recordId) ?? passed[0]
  const mayLeave = may(actor, 'referral.leave-statement', theCase.authorityId)
  const canLeave = mayLeave && obstaclesToLeaving({ own: recipient, isBound: isBoundByJoint(ready) }).length === 0
  return html`<p>${status('now', text.with(host))}</p>
    ${statement === undefined ? mayLeave && html`<p>${capital(text.waits(host))}</p>` : gotten(statement, recipient)}
    ${own.ownText.asideId !== null && html`<p>${asideText.lies} <a href="/utkast/${own.ownText.asideId}">${asideText.read}</a></p>`}
    ${canLeave && leaving(theCase, own.ownText)}`
}

/** Which version leaves, for one that answers together with another: what its board decided on, whatever came afterwards (I-23, I-28). */
export function whichLeaves({ recipient, ready, passed }: Pick<OwnJoint, 'recipient' | 'ready' | 'passed'>): Html {
  const { statement, decision, isJoint, decidedOnRecords } = ready
  if (recipient.jointName === null || statement === null || decision?.outcome === 'abstained') return html``
  if (!isJoint) return html`<p>${text.leavesOwn}</p>`
  const leaves = passed.find(({ recordId }) => recordId === statement.recordId)
  const [latest] = passed
  if (leaves === undefined || latest === undefined) return html``
  const said = decidedOnRecords.includes(leaves.recordId) ? text.leavesDecided : text.leaves
  return html`<p>
    ${said(recipient.jointName, dayText(swedishDay(leaves.sentAt)))}
    <a href="${recordHref({ id: leaves.recordId })}">${text.read}</a>
    ${latest !== leaves && text.laterStays(dayText(swedishDay(latest.sentAt)))}
  </p>`
}

function gotten({ recordId, memoRecordId, sentAt }: JointStatement, { kind, answer }: Recipient): Html {
  return html`<p>
      ${text.came(dayText(swedishDay(sentAt)))} ${answer === null && (kind === 'board' ? text.toDo : text.toDoOffice)}
    </p>
    <ul class="k-plain-list">
      <li><a href="${recordHref({ id: recordId })}">${text.statement}</a></li>
      ${memoRecordId !== null && html`<li><a href="${recordHref({ id: memoRecordId })}">${text.memo}</a></li>`}
    </ul>`
}

function leaving(theCase: Case, { asideId }: OwnText): Html {
  const form = primaryForm({ action: caseHref(theCase, 'remiss/samordna/lamna'), label: text.leave, kind: 'secondary' })
  return disclosure({
    summary: text.leave,
    body: html`<p>${text.leaveText} ${asideId !== null && asideText.comesBack}</p>${form}`,
  })
}

/** One that writes for others too. */
function hosting(own: OwnJoint, members: readonly Recipient[]): Html {
  const { theCase, ready, passed, actor } = own
  const lines = members.map((member) => ({ member, got: gotBy(member, passed), isLast: hasLast(member, own) }))
  const waiting = lines.filter(({ member, isLast }) => !hasDecided(member) && !isLast).length
  const obstacles = obstaclesToPassingOn({ members: members.length, waiting, hasStatement: ready.statement !== null })
  return html`<p>${text.hosting}</p>
    <h3>${text.members}</h3>
    <ul class="k-plain-list">${lines.map(
      ({ member, got, isLast }) => html`<li>
      ${capital(member.bodyName)} ${stageStatus(member)} <span class="k-quiet">${saidOf(got, isLast)}</span>
      ${releasing(own, member)}
    </li>`,
    )}</ul>
    ${
      may(actor, 'referral.pass-statement', theCase.authorityId) &&
      primaryForm({
        action: caseHref(theCase, 'remiss/samordna/skicka'),
        label: text.pass,
        kind: 'secondary',
        icon: 'send',
        obstacles,
        confirm: text.passConfirm,
      })
    }
    ${why({ law: text.whyLaw, text: text.why })}`
}

function gotBy(member: Recipient, passed: readonly JointStatement[]): JointStatement | undefined {
  return passed.find(({ recipientId }) => recipientId === member.id)
}

function hasLast(member: Recipient, { passed, ready }: OwnJoint): boolean {
  const got = gotBy(member, passed)
  return got !== undefined && ready.statement !== null && isSameStatement(got.content, ready.statement.content)
}

function saidOf(got: JointStatement | undefined, isLast: boolean): string {
  if (got === undefined) return text.hasNone
  const day = dayText(swedishDay(got.sentAt))
  return isLast ? text.hasIt(day) : text.hasOlder(day)
}

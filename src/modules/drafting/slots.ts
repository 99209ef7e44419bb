/** What drafting fills in at the case and in "my work". */

import { may, type Read } from '../../kernel/context.ts'
import { html, type Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { swedishDay } from '../../kernel/time.ts'
import { dayText, linkButton, primaryForm } from '../../kernel/ui/index.ts'
import type { WorkItem } from '../organisation/index.ts'
import type { DigestPart } from '../post/index.ts'
import { caseHref, type Case, type LedgerWords, type Step } from '../registry/index.ts'
import { isDraftKind, type MemoDraft, type StatementDraft, type Submission } from './model/draft.ts'
import { obstaclesToAnswering, waitingAmong } from './model/chain.ts'
import { answeredOf } from './model/statement.ts'
import {
  findDraft,
  findSubmission,
  listProgress,
  listSentBy,
  listWaitingFor,
  type OwnItem,
  type Progress,
  type WaitingItem,
} from './queries.ts'
import { countOpenConsiderations, listConsiderations } from './queries/considerations.ts'
import { text as considerationText } from './text/considerations.ts'
import { returnedNotice, tabOf } from './views/parts.ts'
import { checkCodes, checkLabel } from '../checking/index.ts'
import { chainText } from './views/chain-text.ts'
import { text as rules } from './text.ts'
import { checksText } from './views/checks-text.ts'
import { mailWords } from './text/mail.ts'
import { text } from './views/text.ts'

function serves(ctx: Read, theCase: Case): boolean {
  return ctx.actor.isSystem || ctx.actor.authorities.includes(theCase.authorityId)
}

async function work(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (personId === null) return []
  const waiting = await listWaitingFor(ctx, personId)
  const sent = await listSentBy(ctx, personId)
  return [
    ...waiting.map(toApprove),
    ...sent.map((item) => (item.state === 'returned' ? toChange(item) : toWaitFor(item))),
  ]
}

function toApprove(item: WaitingItem): WorkItem {
  return {
    group: 'now',
    title: text.work.approve(item.title),
    href: `/godkannanden/${item.submissionId}`,
    reference: item.referenceNumber,
    detail: `${text.sentBy(item.submittedByName)} ${dayText(swedishDay(item.submittedAt))}${forWhom(item)}`,
    due: item.dueOn,
    action: text.readAndAnswer,
  }
}

function forWhom({ insteadOf }: WaitingItem): string {
  return insteadOf.length === 0 ? '' : `, ${chainText.forWhom(insteadOf.join(', '))}`
}

function toChange(item: OwnItem): WorkItem {
  return {
    group: 'now',
    title: text.work.returned(item.title),
    href: caseHref(item, tabOf.memo),
    reference: item.referenceNumber,
    detail: whyReturned(item),
    due: item.dueOn,
    action: text.work.continue,
  }
}

/** The whole of it stands above the draft. */
const mostOfANote = 240

/** Who sent it back, when, and why; and that others had something to say. */
function whyReturned({ people, at, note, commenters }: OwnItem): string {
  const words = (note ?? '').replaceAll(/\s+/g, ' ')
  const said = words.length > mostOfANote ? `${words.slice(0, mostOfANote).trimEnd()} …` : words
  const others = commenters.length === 0 ? '' : ` ${text.work.alsoCommented(commenters.join(', '))}`
  return `${text.returnedBy(people.join(', '))} ${dayText(swedishDay(at))}: ${said}${others}`
}

function toWaitFor(item: OwnItem): WorkItem {
  return {
    group: 'waiting',
    title: text.work.waiting(item.title),
    href: `/godkannanden/${item.submissionId}`,
    reference: item.referenceNumber,
    detail: `${text.waitsFor(item.people.join(', '))} ${text.since(dayText(swedishDay(item.at)))}`,
    due: item.dueOn,
    action: text.work.see,
  }
}

/** The draft and its approval, on the way of the matter. */
async function steps(ctx: Read, theCase: Case): Promise<readonly Step[]> {
  const isOwn = serves(ctx, theCase)
  const drafts = isOwn ? await listProgress(ctx, theCase.id) : []
  if (drafts.length === 0 && theCase.kind !== 'referral_answer') return []
  const href = isOwn ? caseHref(theCase, tabOf.memo) : null
  return [
    { label: text.step.draft, ...writingStep(drafts), note: null, href },
    { label: text.step.approval, ...approvalStep(drafts), note: null, href },
  ]
}

function isWritten(drafts: readonly Progress[]): boolean {
  return drafts.length > 0 && drafts.every(({ state }) => state !== 'draft')
}

function writingStep(drafts: readonly Progress[]): Pick<Step, 'state' | 'date'> {
  const date = drafts.map(({ createdAt }) => swedishDay(createdAt)).toSorted()[0] ?? null
  if (isWritten(drafts)) return { state: 'done', date }
  return { state: drafts.length > 0 ? 'now' : 'planned', date }
}

function approvalStep(drafts: readonly Progress[]): Pick<Step, 'state' | 'date'> {
  if (!isWritten(drafts)) return { state: 'planned', date: null }
  if (!drafts.every(({ state }) => state === 'approved')) return { state: 'now', date: null }
  return {
    state: 'done',
    date:
      drafts
        .flatMap(({ approvedOn }) => approvedOn ?? [])
        .toSorted()
        .at(-1) ?? null,
  }
}

/** What is needed to come to the agenda: a memo, written and approved. */
async function next(ctx: Read, theCase: Case): Promise<Html | null> {
  if (theCase.state !== 'open' || !serves(ctx, theCase)) return null
  const submission = await findSubmission(ctx, theCase.id)
  if (submission?.state === 'waiting') return waitingForHeads(ctx, submission)
  return may(ctx.actor, 'drafting.save-memo', theCase.authorityId) ? writing(ctx, theCase, submission) : null
}

function waitingForHeads(ctx: Read, submission: Submission): Html {
  const names = waitingAmong(submission.approvals).map(({ name }) => name)
  const isAsked = obstaclesToAnswering(submission, ctx.actor.personId).length === 0
  const label = isAsked ? text.readAndAnswer : text.work.see
  const href = `/godkannanden/${submission.id}`
  const link = linkButton({ href, label, kind: isAsked ? 'primary' : 'secondary' })
  const since = text.since(dayText(swedishDay(submission.submittedAt)))
  return html`<p>${text.waitsFor(names.join(', '))} ${since}</p>
    <p class="k-actions">${link}</p>`
}

async function writing(ctx: Read, theCase: Case, submission: Submission | null): Promise<Html | null> {
  const memo = await findDraft(ctx, theCase.id, 'memo')
  const statement = await findDraft(ctx, theCase.id, 'statement')
  if (memo === null) return html`${statementWay(theCase, statement)}${beginMemo(theCase)}`
  if (memo.state !== 'draft' && statement?.state !== 'draft') return null
  const href = `${caseHref(theCase)}/skicka-for-godkannande`
  const send = linkButton({ href, label: text.next.send, kind: 'secondary', icon: 'send' })
  return html`${returnedNotice(submission)}${answeredLine(statement)}
    <p class="k-actions">${memoLink(theCase, memo)} ${statementLink(theCase, statement)} ${send}</p>`
}

function beginMemo(theCase: Case): Html {
  const action = `${caseHref(theCase, tabOf.memo)}/borja`
  return html`<p>${text.next.memoText}</p>${primaryForm({ action, label: text.next.memo, icon: 'pencil' })}`
}

function memoLink(theCase: Case, memo: MemoDraft): Html {
  if (memo.state !== 'draft') return html``
  const href = caseHref(theCase, tabOf.memo)
  return linkButton({ href, label: text.next.continueMemo, icon: 'pencil' })
}

function statementLink(theCase: Case, statement: StatementDraft | null): Html {
  if (statement?.state !== 'draft') return html``
  return linkButton({
    href: caseHref(theCase, tabOf.statement),
    label: text.next.continueStatement,
    kind: 'secondary',
    icon: 'pencil',
  })
}

function answeredLine(statement: StatementDraft | null): Html {
  if (statement?.state !== 'draft') return html``
  const { done, total } = answeredOf(statement.content)
  return html`${total > 0 && html`<p>${text.next.answeredOf(done, total)}</p>`}`
}

function statementWay(theCase: Case, statement: StatementDraft | null): Html {
  if (statement?.state !== 'draft') return html``
  return html`${answeredLine(statement)}<p class="k-actions">${statementLink(theCase, statement)}</p>`
}

const kindWord = (kind: unknown) => (isDraftKind(kind) ? text.kinds[kind] : '')
const listOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

const forNames = (names: unknown) =>
  listOf(names).length === 0 ? '' : ` ${chainText.forWhom(listOf(names).join(', '))}`

const checkName = (code: unknown) => {
  const known = checkCodes.find((one) => one === code)
  return known === undefined ? '' : checkLabel(known)
}

const ledgerWords: readonly LedgerWords[] = [
  { event: 'drafting.started', say: ({ kind }) => text.ledger.started(kindWord(kind)) },
  { event: 'drafting.memo-read', say: ({ file }) => text.ledger.memoRead(String(file)) },
  {
    event: 'drafting.submitted',
    say: ({ kinds, approvers }) =>
      text.ledger.submitted(listOf(kinds).map(kindWord).join(text.ledger.and), listOf(approvers).join(', ')),
  },
  {
    event: 'drafting.approver-added',
    say: ({ approver, insteadOf }) =>
      insteadOf === undefined
        ? text.ledger.approverAdded(String(approver))
        : text.ledger.approverInstead(String(approver), String(insteadOf)),
  },
  { event: 'drafting.approved', say: ({ insteadOf }) => `${text.ledger.approved}${forNames(insteadOf)}` },
  { event: 'drafting.returned', say: ({ insteadOf }) => `${text.ledger.returned}${forNames(insteadOf)}` },
  { event: 'drafting.withdrawn', say: () => text.ledger.withdrawn },
  { event: 'drafting.registered', say: ({ kind }) => text.ledger.registered(kindWord(kind)) },
  { event: 'drafting.let-stand', say: ({ code }) => checksText.ledger.stands(checkName(code)) },
  { event: 'drafting.taken-up', say: ({ code }) => checksText.ledger.takenUp(checkName(code)) },
  {
    event: 'drafting.restored',
    say: ({ kind, version }) => text.ledger.restored(kindWord(kind), Number(version)),
  },
  { event: 'drafting.revised', say: ({ kind }) => text.ledger.revised(kindWord(kind)) },
  { event: 'drafting.set-aside', say: () => text.ledger.setAside() },
  { event: 'drafting.taken-up-again', say: () => text.ledger.takenUpAgain() },
]

/** What waits for somebody's approval, for the morning's letter. */
const gathered: DigestPart = {
  order: 10,
  list: async (ctx, { personId }) =>
    (await listWaitingFor(ctx, personId)).map((item) => ({
      authorityId: item.authorityId,
      heading: mailWords.heading(),
      words: mailWords.line({ by: item.submittedByName, theCase: item, insteadOf: item.insteadOf }),
      path: `/godkannanden/${item.submissionId}`,
    })),
}

export const slots: Fillings = {
  'record.tie': [{ module: 'drafting', why: () => rules.tie }],
  'digest.part': [gathered],
  'work.list': [{ key: 'drafting', show: work }],
  'case.tab': [
    {
      key: 'memo',
      order: 20,
      label: () => text.memo,
      href: (theCase) => caseHref(theCase, tabOf.memo),
      isThere: async (ctx, theCase) => serves(ctx, theCase),
    },
    {
      key: 'statement',
      order: 30,
      label: () => text.statement,
      href: (theCase) => caseHref(theCase, tabOf.statement),
      isThere: async (ctx, theCase) =>
        serves(ctx, theCase) &&
        (theCase.kind === 'referral_answer' || (await findDraft(ctx, theCase.id, 'statement')) !== null),
    },
  ],
  'draft.panel': [
    {
      key: 'considerations',
      order: 50,
      label: () => considerationText.panel,
      path: 'underlag/hansyn',
      isThere: async (ctx, theCase) => (await listConsiderations(ctx, theCase.authorityId)).length > 0,
      live: { count: async (ctx, theCase) => countOpenConsiderations(ctx, await findDraft(ctx, theCase.id, 'memo')) },
    },
  ],
  'case.step': [{ order: 20, show: steps }],
  'case.next': [{ order: 20, show: next }],
  'ledger.words': ledgerWords,
}

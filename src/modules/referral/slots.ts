/** What referrals show at others: on the case, in its history, where a statement begins, in one's own work. */

import type { Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import { today, may } from '../../kernel/context.ts'
import { html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { capital, dayText, linkButton, section } from '../../kernel/ui/index.ts'
import { swedishDay } from '../../kernel/time.ts'
import { stanceLabel, stances } from '../drafting/index.ts'
import { caseHref, factDay, factWord, getCase, type Case, type LedgerWords, type Step } from '../registry/index.ts'
import type { Decision } from '../meetings/index.ts'
import { gatheredForHeads } from './commands/tell-heads.ts'
import type { Recipient } from './model.ts'
import {
  findOwnText,
  findRecipient,
  getRound,
  isBegun,
  listOwnDoubles,
  listPassed,
  listRounds,
  readiness,
} from './queries.ts'
import { listExtensions } from './queries/extensions.ts'
import { listWork } from './queries/work.ts'
import { text } from './text.ts'
import { text as headText } from './text/heads.ts'
import { text as jointText } from './text/joint.ts'
import { text as releaseText } from './text/release.ts'
import { text as inquiryText } from './text/inquiries.ts'
import { text as standingText } from './text/standing.ts'
import { text as timeText } from './text/extensions.ts'
import { closedWords, sentWords, turnWords } from './views/turn-words.ts'
import { text as turnText } from './text/turns.ts'
import { beginForm, nextOf, startForm } from './views/case-tab.ts'
import { ownDoubles } from './views/doubles.ts'
import { wayToTime } from './views/extensions.ts'
import { reminderWords } from './views/reminder-words.ts'

function stanceWord(value: unknown): string {
  const stance = stances.find((one) => one === value)
  return stance === undefined ? '' : stanceLabel(stance).toLocaleLowerCase('sv')
}

function withLate(said: string, { isLate, isAfterDecision }: Readonly<Record<string, unknown>>): string {
  if (isAfterDecision === true) return `${said} (${standingText.ledger.afterDecision})`
  return isLate === true ? `${said} (${text.ledger.late})` : said
}

const ledger: readonly LedgerWords[] = [
  { event: 'referral.started', say: ({ title }) => text.ledger.started(factWord(title)) },
  { event: 'referral.edited', say: ({ part }) => editedWord(part) },
  { event: 'referral.discarded', say: ({ title }) => text.ledger.discarded(factWord(title)) },
  {
    event: 'referral.sent',
    say: sentWords,
  },
  { event: 'referral.turn-sent', say: turnWords },
  {
    event: 'referral.received',
    say: ({ issuer, decision, reference }) =>
      text.ledger.received(factWord(issuer), factWord(decision), factWord(reference)),
  },
  {
    event: 'referral.closed',
    say: closedWords,
  },
  {
    event: 'referral.corrected',
    say: ({ version, what }) => text.ledger.corrected(Number(version) - 1, factWord(what)),
  },
  {
    event: 'referral.correction-received',
    say: ({ version, what }) => text.ledger.correctionReceived(Number(version) - 1, factWord(what)),
  },
  {
    event: 'referral.inquired',
    say: ({ body, words }) => inquiryText.ledger.asked(factWord(body) || inquiryText.someone, factWord(words)),
  },
  {
    event: 'referral.replied',
    say: ({ words, answer }) => inquiryText.ledger.replied(factWord(words), factWord(answer)),
  },
  { event: 'referral.draft-sent', say: ({ body }) => standingText.ledger.draftSent(factWord(body)) },
  {
    event: 'referral.extension-asked',
    say: askedWords,
  },
  {
    event: 'referral.extension-decided',
    say: ({ body, until, ground }) =>
      typeof until === 'string'
        ? timeText.ledger.granted(factWord(body), dayText(until), factWord(ground))
        : timeText.ledger.refused(factWord(body), factWord(ground)),
  },
  {
    event: 'referral.statement-joined',
    say: ({ body, host }) => jointText.ledger.joined(capital(factWord(body)), factWord(host)),
  },
  {
    event: 'referral.statement-left',
    say: ({ body, host }) => jointText.ledger.left(capital(factWord(body)), factWord(host)),
  },
  {
    event: 'referral.statement-released',
    say: ({ body, host, reason }) => releaseText.ledger(capital(factWord(host)), factWord(body), factWord(reason)),
  },
  {
    event: 'referral.statement-passed',
    say: ({ body, host }) => jointText.ledger.passed(capital(factWord(host)), factWord(body)),
  },
  { event: 'referral.answer-begun', say: () => text.ledger.begun },
  {
    event: 'referral.answer-dispatched',
    say: (facts) => withLate(text.ledger.dispatched(factWord(facts['issuer']), stanceWord(facts['stance'])), facts),
  },
  {
    event: 'referral.answer-replaced',
    say: (facts) => withLate(text.ledger.replaced(factWord(facts['body']), stanceWord(facts['stance'])), facts),
  },
  {
    event: 'referral.answer-arrived',
    say: (facts) => withLate(text.ledger.arrived(factWord(facts['body']), stanceWord(facts['stance'])), facts),
  },
]

function askedWords({ body, wantedOn, reason, heads }: Readonly<Record<string, unknown>>): string {
  const said = timeText.ledger.asked(factWord(body), factDay(wantedOn), factWord(reason))
  return Array.isArray(heads) ? `${said} ${headText.told(heads.map(factWord).join(', '))}` : said
}

const parts = ['facts', 'questions', 'documents', 'recipients'] as const

function editedWord(value: unknown): string {
  if (value === 'turns') return turnText.ledger.edited
  return text.ledger.edited[parts.find((part) => part === value) ?? 'facts']
}

/** The sender's case: sent, and answered. The answering case: answered at the end; that it came in stands there already. */
async function stepsOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const href = caseHref(theCase, 'remiss')
  if (theCase.kind === 'referral_answer') {
    const answer = (await findRecipient(ctx, theCase.id))?.answer ?? null
    const date = answer === null ? null : swedishDay(answer.arrivedAt)
    return [{ label: text.tab.step.answered, state: answer === null ? 'planned' : 'done', date, note: null, href }]
  }
  const rounds = await listRounds(ctx, { caseId: theCase.id, states: ['sent', 'closed'], limit: 20 })
  return rounds.toReversed().flatMap(({ id, state, sentAt, answerBy, asked, answered }): Step[] => [
    {
      label: text.tab.step.sent,
      state: 'done',
      date: sentAt && swedishDay(sentAt),
      note: null,
      href: `/remisser/${id}`,
    },
    {
      label: text.tab.step.answers,
      state: state === 'closed' || answered >= asked ? 'done' : 'now',
      date: answerBy,
      note: text.list.count(answered, asked),
      href: `/remisser/${id}`,
    },
  ])
}

async function answerNext(ctx: Read, theCase: Case, recipient: Recipient): Promise<Html | null> {
  const ready = await readiness(ctx, theCase.id, recipient)
  const hasBegun = await isBegun(ctx, theCase.id, recipient)
  // The way to the statement being written stands there already, from the drafts.
  if (hasBegun && ready.decision === null && ready.delegated === null && recipient.kind !== 'administration')
    return null
  return nextOf({
    theCase,
    round: await getRound(ctx, recipient.roundId),
    recipient,
    records: [],
    ready,
    ...{ extensions: [], inquiries: [], doubles: [], hosts: [], members: [], release: null },
    passed: await listPassed(ctx, recipient),
    ownText: await findOwnText(ctx, theCase.id),
    isBegun: hasBegun,
    memo: null,
    actor: ctx.actor,
    today: today(ctx),
    rejected: undefined,
  })
}

/** On the overview of a case that came from a referral: what is asked, and the next thing to do with it. */
async function nextFor(ctx: Read, theCase: Case): Promise<Html | null> {
  if (theCase.kind !== 'referral_answer' || theCase.state === 'closed') return null
  const recipient = await findRecipient(ctx, theCase.id)
  if (recipient === null || recipient.answer !== null) return null
  const next = await answerNext(ctx, theCase, recipient)
  const warning = ownDoubles(await listOwnDoubles(ctx, recipient))
  const toReferral = linkButton({ href: caseHref(theCase, 'remiss'), label: text.tab.toReferral, kind: 'tertiary' })
  return section({ title: text.tab.asked, body: html`${warning}${next}<div class="k-actions">${toReferral}</div>` })
}

async function hasReferral(ctx: Read, theCase: Case): Promise<boolean> {
  if (theCase.kind === 'referral_answer') return (await findRecipient(ctx, theCase.id)) !== null
  if (may(ctx.actor, 'referral.start', theCase.authorityId)) return true
  return (await listRounds(ctx, { caseId: theCase.id, limit: 1 })).length > 0
}

/** On the plan of a case that came from a referral: more time may be asked for (I-22). */
async function wayOf(ctx: Read, theCase: Case): Promise<Html | null> {
  const recipient = await findRecipient(ctx, theCase.id)
  if (recipient === null) return null
  const round = await getRound(ctx, recipient.roundId)
  const extensions = await listExtensions(ctx, { recipientId: recipient.id })
  return wayToTime({ theCase, round, recipient, extensions, actor: ctx.actor })
}

/** Below a decision that could be the one to send a referral on: a round with everything filled in, in one press. */
async function beginFromDecision(ctx: Read, { id, caseId, isProposal }: Decision): Promise<Html | null> {
  return isProposal ? null : beginFromCase(ctx, caseId, id)
}

/** Nothing where one may not, where the case is itself an answer, or where a round rests on the decision already. */
async function beginFromCase(ctx: Read, caseId: string, decisionId: string | null = null): Promise<Html | null> {
  const theCase = await getCase(ctx, caseId)
  const isAble = may(ctx.actor, 'referral.start', theCase.authorityId) && theCase.state === 'open'
  if (!isAble || (await findRecipient(ctx, caseId)) !== null) return null
  const rounds = await listRounds(ctx, { caseId, ...(decisionId !== null && { decisionId }), limit: 1 })
  return rounds.length > 0 ? null : startForm(theCase, decisionId)
}

/** In place of an empty statement: the form that fetches the questions. */
async function startOf(ctx: Read, theCase: Case): Promise<Html | null> {
  const recipient = await findRecipient(ctx, theCase.id)
  if (recipient === null || recipient.answer !== null) return null
  if (recipient.jointName !== null) return html`<p>${jointText.with(recipient.jointName)}</p>`
  return beginForm(theCase, ctx.actor, (await findOwnText(ctx, theCase.id)).asideId)
}

export const slots: Fillings = {
  'decision.next': [{ order: 10, show: beginFromDecision }],
  'assignment.next': [{ show: (ctx, { caseId }) => beginFromCase(ctx, caseId) }],
  'record.tie': [{ module: 'referral', why: () => text.tie }],
  'work.list': [{ key: 'referral', show: listWork }],
  'digest.part': [gatheredForHeads],
  'case.tab': [
    {
      key: 'referral',
      order: 15,
      label: () => text.tab.label,
      href: (theCase) => caseHref(theCase, 'remiss'),
      isThere: hasReferral,
    },
  ],
  'case.step': [{ order: 80, show: stepsOf }],
  // What is asked stands before what is written to answer it.
  'case.next': [{ order: 15, show: nextFor }],
  'planning.ways': [{ order: 10, show: wayOf }],
  'statement.start': [{ show: startOf }],
  'ledger.words': [...ledger, ...reminderWords],
}

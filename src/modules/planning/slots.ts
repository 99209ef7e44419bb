/** What `planning` shows on the case, in the memo and in one's own work. */

import { may, today, type Read } from '../../kernel/context.ts'
import { html, type Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { shortDayText, type Rejected } from '../../kernel/ui/index.ts'
import { summaryOf } from '../drafting/index.ts'
import { listDecisions } from '../meetings/index.ts'
import { caseHref, factWord, type Case, type LedgerWords, type Step } from '../registry/index.ts'
import type { Body } from '../organisation/index.ts'
import { tellPlans } from './commands/changed.ts'
import { gathered } from './commands/tell.ts'
import { usualLeadTimes } from './model/lead-times.ts'
import { obstaclesToPlacingPlan, proposePlan } from './model/plan.ts'
import { waysOut, type PlanStep } from './model/step.ts'
import {
  leadTimesOf,
  listSteps,
  listWork,
  papersOf,
  planLines,
  planQuestionOf,
  recipientsOf,
  stepOf,
} from './queries.ts'
import { text } from './text.ts'
import { leadTimesSection } from './views/lead-times.ts'

/** The planned steps that nobody has decided at yet. Without a plan, the decision that is to come. */
async function stepsOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const steps = await listSteps(ctx, theCase.id)
  const decisions = await listDecisions(ctx, theCase.id)
  if (steps.length === 0) return decisions.length > 0 || theCase.state === 'closed' ? [] : [unplanned(theCase)]
  const lastDecided = decisions.at(-1)?.decidedOn ?? ''
  return steps.filter((step) => !step.isDecided && step.heldOn > lastDecided).map((step) => asStep(step, today(ctx)))
}

function unplanned(theCase: Case): Step {
  return { label: text.decision, state: 'planned', date: null, note: null, href: caseHref(theCase, 'beslutsplan') }
}

/** A preparation that has been held is done though nothing was written; a board that met has its decision to record. */
function asStep({ step, heldOn, meetingId }: PlanStep, day: string): Step {
  const isPast = heldOn < day
  const state = !isPast ? 'planned' : step === 'board' ? 'now' : 'done'
  return { label: text.stepShort[step], state, date: heldOn, note: null, href: `/sammantraden/${meetingId}` }
}

async function nextOf(ctx: Read, theCase: Case): Promise<Html | null> {
  if (theCase.state === 'closed' || !may(ctx.actor, 'planning.plan', theCase.authorityId)) return null
  const steps = await listSteps(ctx, theCase.id)
  if (steps.length === 0) {
    const hasDecision = (await listDecisions(ctx, theCase.id)).length > 0
    if (theCase.kind !== 'referral_answer' || hasDecision) return null
    return link(theCase, (await isTooLate(ctx, theCase)) ? text.next.late : text.next.plan)
  }
  const { memo, awaitsStatement } = await papersOf(ctx, theCase.id)
  const obstacles = obstaclesToPlacingPlan({ steps, hasApprovedMemo: memo !== null, awaitsStatement }, today(ctx))
  return obstacles.length === 0 ? link(theCase, text.next.place) : null
}

/** Of a case without a plan: a collision is said on the day it is there, not when somebody opens the plan (I-22). */
async function isTooLate(ctx: Read, theCase: Case): Promise<boolean> {
  const { best } = proposePlan(await planQuestionOf(ctx, theCase))
  return best !== null && best.warnings.some(({ code }) => code === 'plan-after-answer-date')
}

function link(theCase: Case, words: string): Html {
  return html`<p><a href="${caseHref(theCase, 'beslutsplan')}">${words}</a></p>`
}

/** "ordförandeberedningen 28 nov, nämnden 19 dec": facts of an event may be old, so they are looked at before they are said. */
function meetingWords(value: unknown): string {
  if (!Array.isArray(value)) return ''
  return value
    .flatMap((one: unknown) => {
      if (typeof one !== 'object' || one === null || !('body' in one) || !('heldOn' in one)) return []
      return [`${String(one.body)} ${shortDayText(String(one.heldOn))}`]
    })
    .join(', ')
}

/** What a module downstream offers a case whose board is too late, such as asking for more time; null: nothing for this case. */
export type WayPart = {
  readonly order: number
  readonly show: (ctx: Read, theCase: Case) => Promise<Html | null>
}

declare module '../../kernel/slots.ts' {
  interface Slots {
    'planning.ways': WayPart
  }
}

/** A body's own lead times and calendar, on its page; for those that meet. */
async function bodyPart(ctx: Read, body: Body, rejected: Rejected | undefined): Promise<Html | null> {
  if (stepOf(body.kind) === null && body.kind !== 'council') return null
  const own = (await leadTimesOf(ctx, [{ bodyId: body.id }])).get(body.id)
  return leadTimesSection({
    body,
    lead: own ?? usualLeadTimes(body.kind),
    isOwn: own !== undefined,
    mayChange: may(ctx.actor, 'planning.set-lead-times', body.authorityId),
    rejected,
  })
}

function changeWords({ body, from, to }: Readonly<Record<string, unknown>>): string {
  const { meetingCancelled, meetingMoved } = text.ledger
  return typeof to === 'string'
    ? meetingMoved(factWord(body), shortDayText(factWord(from)), shortDayText(to))
    : meetingCancelled(factWord(body), shortDayText(factWord(from)))
}

const ledger: readonly LedgerWords[] = [
  { event: 'planning.way-chosen', say: ({ way }) => text.ledger.way[waysOut.find((one) => one === way) ?? 'board'] },
  {
    event: 'planning.meeting-changed',
    say: (facts) => changeWords(facts) + (typeof facts['reason'] === 'string' ? `: ${facts['reason']}` : ''),
  },
  { event: 'planning.planned', say: ({ steps }) => text.ledger.planned(meetingWords(steps)) },
  { event: 'planning.placed', say: ({ meetings }) => text.ledger.placed(meetingWords(meetings)) },
]

export const slots: Fillings = {
  'body.part': [{ order: 10, show: bodyPart }],
  'meeting.changed': [{ tell: tellPlans }],
  'digest.part': [gathered],
  'work.list': [{ key: 'planning', show: listWork }],
  'memo.planning': [{ lines: planLines }],
  'decision.recipients': [{ list: recipientsOf }],
  'paper.summary': [{ of: summaryOf }],
  'case.step': [{ order: 60, show: stepsOf }],
  'case.next': [{ order: 45, show: nextOf }],
  'case.tab': [
    {
      key: 'plan',
      order: 45,
      label: () => text.tab,
      href: (theCase) => caseHref(theCase, 'beslutsplan'),
      isThere: async () => true,
    },
  ],
  'ledger.words': ledger,
}

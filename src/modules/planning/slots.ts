/** What `planning` shows on the case, in the memo and in one's own work. */

import { may, today, type Read } from '../../kernel/context.ts'
import { html, type Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { shortDayText } from '../../kernel/ui/index.ts'
import { listDecisions } from '../meetings/index.ts'
import { caseHref, type Case, type LedgerWords, type Step } from '../registry/index.ts'
import { obstaclesToPlacingPlan } from './model/plan.ts'
import type { PlanStep } from './model/step.ts'
import { listSteps, listWork, papersOf, planLines, recipientsOf } from './queries.ts'
import { text } from './text.ts'

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
    return theCase.kind !== 'referral_answer' || hasDecision ? null : link(theCase, text.next.plan)
  }
  const { memo, awaitsStatement } = await papersOf(ctx, theCase.id)
  const obstacles = obstaclesToPlacingPlan({ steps, hasApprovedMemo: memo !== null, awaitsStatement }, today(ctx))
  return obstacles.length === 0 ? link(theCase, text.next.place) : null
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

const ledger: readonly LedgerWords[] = [
  { event: 'planning.planned', say: ({ steps }) => text.ledger.planned(meetingWords(steps)) },
  { event: 'planning.placed', say: ({ meetings }) => text.ledger.placed(meetingWords(meetings)) },
]

export const slots: Fillings = {
  'work.list': [{ key: 'planning', show: listWork }],
  'memo.planning': [{ lines: planLines }],
  'decision.recipients': [{ list: recipientsOf }],
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

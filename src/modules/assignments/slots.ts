/** What `assignments` shows on the case it opened. */

import type { Read } from '../../kernel/context.ts'
import { html, type Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { findApproved, findDraft } from '../drafting/index.ts'
import { caseHref, factWord, type Case, type Step } from '../registry/index.ts'
import type { Assignment } from './model.ts'
import { findAssignmentOfCase } from './queries.ts'
import { text } from './text.ts'

/** What can be begun from an assignment, on its page; null: nothing for this one. */
export type AssignmentNext = { readonly show: (ctx: Read, assignment: Assignment) => Promise<Html | null> }

declare module '../../kernel/slots.ts' {
  interface Slots {
    'assignment.next': AssignmentNext
  }
}

async function stepsOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const assignment = await findAssignmentOfCase(ctx, theCase.id)
  if (assignment === null) return []
  const { decidedOn: date, source: note, id } = assignment
  return [{ label: text.step, state: 'done', date, note, href: `/uppdrag/${id}` }]
}

/** Until somebody has begun the proposal. */
async function nextOf(ctx: Read, theCase: Case): Promise<Html | null> {
  if (theCase.state === 'closed' || (await findAssignmentOfCase(ctx, theCase.id)) === null) return null
  const begun = (await findDraft(ctx, theCase.id, 'memo')) ?? (await findApproved(ctx, theCase.id, 'memo'))
  if (begun !== null) return null
  return html`<p><a href="${caseHref(theCase, 'tjansteskrivelse')}">${text.next}</a></p>`
}

export const slots: Fillings = {
  'record.tie': [{ module: 'assignments', why: () => text.tie }],
  'case.step': [{ order: 10, show: stepsOf }],
  'case.next': [{ order: 10, show: nextOf }],
  'ledger.words': [
    {
      event: 'assignments.registered',
      say: ({ giver, source }) => text.ledger.registered(factWord(giver), factWord(source)),
    },
  ],
}

/** The places on a case that modules downstream fill: a tab, a step of its way, what is next, the ledger's words. */

import type { Read, Write } from '../../../kernel/context.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Case } from './case.ts'

export type CaseTab = {
  /** Says which tab is open, in `caseFrame`. */
  readonly key: string
  /** The overview is 0, the records 10, the history 1000. */
  readonly order: number
  readonly label: () => string
  readonly href: (theCase: Case) => string
  readonly isThere: (ctx: Read, theCase: Case) => Promise<boolean>
  readonly count?: (ctx: Read, theCase: Case) => Promise<number>
}

/** A step of the way of the matter. */
export type Step = {
  readonly label: string
  readonly state: 'done' | 'now' | 'planned'
  /** ISO day. */
  readonly date: string | null
  readonly note: string | null
  readonly href: string | null
}

export type CaseStep = {
  readonly order: number
  readonly show: (ctx: Read, theCase: Case) => Promise<readonly Step[]>
}

/** What is needed for the next step, on the case's overview. Null: nothing from here. */
export type CaseNext = {
  readonly order: number
  readonly show: (ctx: Read, theCase: Case) => Promise<Html | null>
}

/** How an event reads in the history, in plain words, without who and when. */
export type LedgerWords = {
  readonly event: string
  readonly say: (facts: Readonly<Record<string, unknown>>) => string
  /** Where what may be said depends on who reads: asked for instead of `say`, once for each history that has the event. */
  readonly sayTo?: (ctx: Read, caseId: string) => Promise<LedgerWords['say']>
}

/** Told in the same transaction that these records or cases are new, edited, moved, marked or no longer marked. */
export type Changed = (ctx: Write, ids: readonly string[]) => Promise<void>

declare module '../../../kernel/slots.ts' {
  interface Slots {
    'record.changed': Changed
    'case.changed': Changed
    'case.tab': CaseTab
    'case.step': CaseStep
    'case.next': CaseNext
    'ledger.words': LedgerWords
  }
}

type StepNames = Readonly<Record<'opened' | 'cameIn' | 'assigned' | 'closed', string>>

/** How a case begins: it came in or was opened, and somebody got it. */
export function stepsBefore(theCase: Case, names: StepNames, assignedOn: string | null): Step[] {
  const nothing = { note: null, href: null }
  const isAssigned = theCase.officerId !== null
  return [
    {
      label: theCase.kind === 'matter' ? names.opened : names.cameIn,
      state: 'done',
      date: theCase.openedOn,
      ...nothing,
    },
    { label: names.assigned, state: isAssigned ? 'done' : 'now', date: assignedOn, ...nothing },
  ]
}

/** How it ends, once it has. */
export function stepsAfter(theCase: Case, names: StepNames): Step[] {
  if (theCase.closedOn === null) return []
  return [{ label: names.closed, state: 'done', date: theCase.closedOn, note: null, href: null }]
}

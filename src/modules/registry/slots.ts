/** What stands on a case from every module, and what the registry itself puts in others' places. */

import type { Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import { together } from '../../kernel/together.ts'
import { dayText } from '../../kernel/ui/index.ts'
import type { WorkItem, WorkList } from '../organisation/index.ts'
import { caseHref, stepsAfter, stepsBefore, type Case, type CaseTab, type Step } from './model.ts'
import {
  assignedOn,
  countRecords,
  findCaseMarking,
  holdsSecrets,
  keepsSecretsOf,
  listCasesDue,
  listCasesGiven,
  listCasesToAssign,
} from './queries.ts'
import { text } from './text.ts'
import { accessTab } from './views/access.ts'
import { drawFrame } from './views/frame.ts'

const ownTabs: readonly CaseTab[] = [
  {
    key: 'overview',
    order: 0,
    label: () => text.tab.overview,
    href: (theCase) => caseHref(theCase),
    isThere: async () => true,
  },
  {
    key: 'records',
    order: 10,
    label: () => text.tab.records,
    href: (theCase) => caseHref(theCase, 'handlingar'),
    isThere: async () => true,
    count: (ctx, theCase) => countRecords(ctx, theCase.id),
  },
  {
    key: accessTab,
    order: 990,
    label: () => text.secrecy.tab,
    href: (theCase) => caseHref(theCase, accessTab),
    isThere: async (ctx, theCase) => keepsSecretsOf(ctx, theCase) && holdsSecrets(ctx, theCase.id),
  },
  {
    key: 'history',
    order: 1000,
    label: () => text.tab.history,
    href: (theCase) => caseHref(theCase, 'historik'),
    isThere: async () => true,
  },
]

/** Draws a tab's body in its case: head, way of the matter, tabs. `tab` is the key of the tab that is open. */
export async function caseFrame(
  ctx: Read,
  theCase: Case,
  { tab, body }: { readonly tab: string; readonly body: Html },
): Promise<Html> {
  const tabs = tabsOf(ctx, theCase, tab)
  const [way, marking] = [wayOf(ctx, theCase), findCaseMarking(ctx, theCase)]
  await together<unknown>([tabs, way, marking])
  return drawFrame({ theCase, marking: await marking, way: await way, tabs: await tabs, body })
}

/** The steps of every module in their order, between the case's own opening and end. */
async function wayOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const inOrder = ctx.slots('case.step').toSorted((a, b) => a.order - b.order)
  const assigned = assignedOn(ctx, theCase)
  const between = together(inOrder.map(({ show }) => show(ctx, theCase)))
  await together<unknown>([assigned, between])
  const named = {
    opened: text.way.opened,
    cameIn: text.way.cameIn,
    assigned: text.way.assigned,
    closed: text.way.closed,
  }
  return [...stepsBefore(theCase, named, await assigned), ...(await between).flat(), ...stepsAfter(theCase, named)]
}

async function tabsOf(ctx: Read, theCase: Case, current: string) {
  const all = [...ownTabs, ...ctx.slots('case.tab')].toSorted((a, b) => a.order - b.order)
  const drawn = await together(
    all.map(async (tab) => {
      if (!(await tab.isThere(ctx, theCase))) return []
      const count = await tab.count?.(ctx, theCase)
      const counted = count === undefined ? {} : { count }
      return [{ label: tab.label(), href: tab.href(theCase), current: tab.key === current, ...counted }]
    }),
  )
  return drawn.flat()
}

/** What every module says is needed for the case's next step, in their order. */
export async function whatIsNext(ctx: Read, theCase: Case): Promise<Html[]> {
  const inOrder = ctx.slots('case.next').toSorted((a, b) => a.order - b.order)
  const drawn = await together(inOrder.map(({ show }) => show(ctx, theCase)))
  return drawn.filter((one) => one !== null)
}

/** Mitt arbete: for who may assign, the cases nobody works on; for an officer, their own whose last day is near or past. */
export const myCases: WorkList = {
  key: 'registry.cases',
  show: async (ctx) => [...(await toAssign(ctx)), ...(await due(ctx)), ...(await given(ctx))],
}

async function toAssign(ctx: Read): Promise<WorkItem[]> {
  const { at, grants } = ctx.actor
  if (at === null || grants.get('registry.reopen-case')?.has(at) !== true) return []
  return (await listCasesToAssign(ctx, at)).map((theCase) => ({
    group: 'now',
    title: theCase.title,
    href: caseHref(theCase),
    reference: theCase.referenceNumber,
    detail: text.work.unassigned(dayText(theCase.openedOn)),
    due: theCase.dueOn,
    action: text.work.assign,
  }))
}

async function due(ctx: Read): Promise<WorkItem[]> {
  if (ctx.actor.personId === null) return []
  return (await listCasesDue(ctx, ctx.actor.personId)).map((theCase) => ({
    group: 'now',
    title: theCase.title,
    href: caseHref(theCase),
    reference: theCase.referenceNumber,
    detail: text.work.answerBy,
    due: theCase.dueOn,
    action: text.work.open,
  }))
}

async function given(ctx: Read): Promise<WorkItem[]> {
  if (ctx.actor.personId === null) return []
  return (await listCasesGiven(ctx, ctx.actor.personId)).map((theCase) => ({
    group: 'now',
    title: theCase.title,
    href: caseHref(theCase),
    reference: theCase.referenceNumber,
    detail: text.work.given,
    due: null,
    action: text.work.open,
  }))
}

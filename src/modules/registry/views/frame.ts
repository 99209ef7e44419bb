/** The frame round every tab of a case: its head, its way, and its tabs. */

import type { Read } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { copyLink, pageHead, statusTag, steps, tabs, type Step as DrawnStep } from '../../../kernel/ui/index.ts'
import { caseHref, type Case, type CaseTab, type Step } from '../model.ts'
import { countRecords } from '../queries.ts'
import { text } from '../text.ts'

const ownTabs: readonly CaseTab[] = [
  { key: 'overview', order: 0, label: () => text.tab.overview, href: (theCase) => caseHref(theCase), isThere: async () => true },
  {
    key: 'records',
    order: 10,
    label: () => text.tab.records,
    href: (theCase) => caseHref(theCase, 'handlingar'),
    isThere: async () => true,
    count: (ctx, theCase) => countRecords(ctx, theCase.id),
  },
  {
    key: 'history',
    order: 1000,
    label: () => text.tab.history,
    href: (theCase) => caseHref(theCase, 'historik'),
    isThere: async () => true,
  },
]

/** Draws a tab's body in its case. `tab` is the key of the tab that is open. */
export async function caseFrame(
  ctx: Read,
  theCase: Case,
  { tab, body }: { readonly tab: string; readonly body: Html },
): Promise<Html> {
  const way = await wayOf(ctx, theCase)
  return html`${head(theCase)}${way.length > 0 && steps(way.map(drawn))}${tabs(await tabsOf(ctx, theCase, tab))}${body}`
}

function head(theCase: Case): Html {
  const officer = theCase.officerName === null ? text.overview.nobody : `${text.overview.officer} ${theCase.officerName}`
  return pageHead({
    title: theCase.title,
    number: theCase.referenceNumber,
    over: `${theCase.authorityName} · ${officer}`,
    status: statusTag(theCase.state === 'open' ? 'now' : 'done', text.states[theCase.state]),
    actions: copyLink(text.overview.copy, caseHref(theCase)),
  })
}

/** The steps of every module, in their order; the case's own opening first and its end last. */
async function wayOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const filled = ctx.slots('case.step').toSorted((a, b) => a.order - b.order)
  const between: Step[] = []
  for (const { show } of filled) between.push(...(await show(ctx, theCase)))
  return [...firstSteps(theCase), ...between, ...lastStep(theCase)]
}

function firstSteps(theCase: Case): Step[] {
  const nothing = { note: null, href: null }
  const opened = theCase.kind === 'matter' ? text.way.opened : text.way.cameIn
  return [
    { label: opened, state: 'done', date: theCase.openedOn, ...nothing },
    { label: text.way.assigned, state: theCase.officerId === null ? 'now' : 'done', date: null, ...nothing },
  ]
}

function lastStep(theCase: Case): Step[] {
  if (theCase.closedOn === null) return []
  return [{ label: text.way.closed, state: 'done', date: theCase.closedOn, note: null, href: null }]
}

function drawn({ label, state, date, note, href }: Step): DrawnStep {
  return {
    label,
    state,
    ...(date !== null && { date }),
    ...(note !== null && { note }),
    ...(href !== null && { href }),
  }
}

async function tabsOf(ctx: Read, theCase: Case, current: string) {
  const all = [...ownTabs, ...ctx.slots('case.tab')].toSorted((a, b) => a.order - b.order)
  const shown = []
  for (const tab of all) {
    if (!(await tab.isThere(ctx, theCase))) continue
    const count = await tab.count?.(ctx, theCase)
    const counted = count === undefined ? {} : { count }
    shown.push({ label: tab.label(), href: tab.href(theCase), current: tab.key === current, ...counted })
  }
  return shown
}

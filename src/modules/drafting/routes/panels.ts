/** What a draft is written from: panels beside the text, filled by the modules that know. Each is a page of its own too. */

import type { Read } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { together } from '../../../kernel/together.ts'
import { capital, chips, linkButton, panelBody, sidePanels, type Screen } from '../../../kernel/ui/index.ts'
import { caseFrame, caseHref, type Case } from '../../registry/index.ts'
import type { DraftKind } from '../model/draft.ts'
import type { DraftPanel } from '../model/slots.ts'
import { panelText } from '../views/panel-text.ts'

async function panelsOf(ctx: Read, theCase: Case): Promise<DraftPanel[]> {
  const all = ctx.slots('draft.panel').toSorted((a, b) => a.order - b.order)
  const there = await together(all.map(async (panel) => ((await panel.isThere(ctx, theCase)) ? [panel] : [])))
  return there.flat()
}

/** The text that is written, with its panels beside it. */
export async function withPanels(
  ctx: Read,
  theCase: Case,
  { kind, body }: { kind: DraftKind; body: Html },
): Promise<Html> {
  const panels = await panelsOf(ctx, theCase)
  const first = kind === 'statement' ? panels[0]?.key : undefined
  const counts = await together(panels.map(async ({ live }) => live?.count(ctx, theCase)))
  return sidePanels({
    label: panelText.label,
    writing: panelText.writing,
    ...(first !== undefined && { first }),
    panels: panels.map(({ key, label, path, typed, live }, at) => ({
      key,
      label: label(),
      href: caseHref(theCase, path),
      ...(typed !== undefined && { typed: typed(theCase) }),
      ...(live !== undefined && { count: counts[at] ?? 0 }),
      ...(live?.news !== undefined && { news: live.news(theCase) }),
    })),
    body,
  })
}

/** One panel as a page of its own, with a way to the others and back to the text. */
export async function panelScreen(ctx: Read, theCase: Case, panel: { key: string; body: Html }): Promise<Screen> {
  const panels = await panelsOf(ctx, theCase)
  const own = panels.find(({ key }) => key === panel.key)
  const title = own?.label() ?? panelText.label
  const count = await own?.live?.count(ctx, theCase)
  const toText = linkButton({
    href: caseHref(theCase, theCase.kind === 'referral_answer' ? 'yttrande' : 'tjansteskrivelse'),
    label: panelText.back,
    kind: 'tertiary',
    icon: 'arrowLeft',
  })
  const list = panels.map(({ key, label, path }) => ({
    label: label(),
    href: caseHref(theCase, path),
    current: key === panel.key,
  }))
  const body = html`<section class="k-panel-page">
    <p class="k-actions">${toText}</p>
    ${chips(list, panelText.label)}
    <h2>${capital(title)}</h2>
    ${panelBody(panel.key, panel.body, count)}
  </section>`
  return {
    title: `${title}: ${theCase.referenceNumber} ${theCase.title}`,
    section: 'cases',
    body: await caseFrame(ctx, theCase, { tab: theCase.kind === 'referral_answer' ? 'statement' : 'memo', body }),
  }
}

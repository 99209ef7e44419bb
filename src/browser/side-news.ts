/** A side panel that others write in: how much waits in it stands beside its name, and what it shows follows without a reload. */

import { all, announce } from './element.ts'
import { fetched, renewParts } from './live-parts.ts'
import { listen } from './news-line.ts'
import { leadElsewhere } from './side-panel.ts'
import { text } from './text.ts'

type Heard = {
  readonly tab: HTMLElement
  /** The panel as it is drawn now, if it has been. */
  readonly drawn: () => HTMLElement | undefined
  readonly isOurs: (path: string) => boolean
}

/** Listens for a panel whose tab says where it is told of news. */
export function hearPanel(heard: Heard): void {
  const address = heard.tab.dataset['heard']
  if (address === undefined) return
  listen({
    address: () => address,
    take: (data) => {
      const { mark, open }: { mark: string; open: number } = JSON.parse(data)
      showCount(heard.tab, open)
      void renew(heard, mark)
    },
  })
}

/** How many things wait in a panel, beside its name. */
export function showCount(tab: HTMLElement, open: number): void {
  const [count] = all('.k-count', tab)
  if (count === undefined) return
  count.textContent = String(open)
  count.hidden = open === 0
}

async function renew(heard: Heard, mark: string): Promise<void> {
  const panel = heard.drawn()
  if (panel === undefined || markIn(panel) === mark) return
  const page = await fetched(panel.dataset['from'] ?? heard.tab.dataset['href'] ?? '')
  if (page !== undefined && panel.isConnected) redraw(heard, panel, page)
}

/** The list of what was said; what somebody writes in the panel is theirs and stays. */
function redraw({ tab, isOurs }: Heard, panel: HTMLElement, page: Document): void {
  const mark = markIn(page)
  if (mark === undefined) return
  renewParts(panel, page)
  for (const place of all('[data-mark]', panel)) place.dataset['mark'] = mark
  leadElsewhere(panel, isOurs)
  announce(text.panelNews(tab.firstChild?.textContent?.trim() ?? ''))
}

function markIn(within: ParentNode): string | undefined {
  return all('[data-mark]', within)[0]?.dataset['mark']
}

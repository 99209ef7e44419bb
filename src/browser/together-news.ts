/** What others do in the texts of the page, as it comes; what was missed is asked for. */

import { listen } from './news-line.ts'
import { sayHow, showStanding } from './together-line.ts'
import type { Page } from './together-page.ts'
import { showPeople } from './together-people.ts'
import { send } from './together-send.ts'
import { receive, versionOf } from './together-text.ts'
import type { News } from './together-words.ts'

/** Listens for as long as the page is looked at. */
export function hearOthers(page: Page): void {
  const again = listen({
    address: () => {
      const seen = [...page.texts.values()].map((text) => `${text.field}:${versionOf(text)}`).join(',')
      return `${page.url}/news?seen=${encodeURIComponent(seen)}`
    },
    take: (data) => {
      const news: News = JSON.parse(data)
      if (takeTexts(page, news)) take(page, news)
      else again()
    },
    lost: (times) => {
      page.isHeard = false
      if (times > 1 || !navigator.onLine) sayHow(page)
    },
    stop: page.stop,
  })
}

/** False when steps are missing between what the page has and what came. */
function takeTexts(page: Page, { texts }: News): boolean {
  return texts.every(({ field, batches }) => {
    const text = page.texts.get(field)
    return text === undefined || batches.every((batch) => receive(text, batch))
  })
}

/** What could not be sent while the draft was away, or the server was, goes now. */
function take(page: Page, news: News): void {
  const wasAway = !page.isHeard
  page.isHeard = true
  const isBack = showStanding(page, news.draft)
  showPeople(page, news.people)
  if (wasAway || isBack) void send(page)
  else sayHow(page)
}

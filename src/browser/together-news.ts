/** The stream of what others do. It comes back by itself, and asks for what it has missed. */

import { sayHow, showStanding } from './together-line.ts'
import type { Page } from './together-page.ts'
import { showPeople } from './together-people.ts'
import { send } from './together-send.ts'
import { receive, versionOf } from './together-text.ts'
import type { News } from './together-words.ts'

/** The server says something every fifteen seconds. */
const silence = 40_000
const longestWait = 8000
/** A page that nobody looks at lets go after this long: a browser has few connections to each server. */
const unseen = 20_000

type Line = {
  readonly page: Page
  source: EventSource | undefined
  tries: number
  again: ReturnType<typeof setTimeout> | undefined
  watch: ReturnType<typeof setTimeout> | undefined
  letGo: ReturnType<typeof setTimeout> | undefined
}

/** Listens for as long as the page is looked at. */
export function listen(page: Page): void {
  const line: Line = { page, source: undefined, tries: 0, again: undefined, watch: undefined, letGo: undefined }
  const { stop: signal } = page
  const now = (): void => connect(line)
  addEventListener('online', now, { signal })
  addEventListener('offline', () => lost(line), { signal })
  addEventListener('pageshow', (event) => event.persisted && now(), { signal })
  document.addEventListener('visibilitychange', () => seen(line), { signal })
  signal.addEventListener('abort', () => hangUp(line))
  now()
}

function seen(line: Line): void {
  clearTimeout(line.letGo)
  if (document.hidden) line.letGo = setTimeout(() => hangUp(line), unseen)
  else if (line.source === undefined) connect(line)
}

function hangUp(line: Line): void {
  line.source?.close()
  line.source = undefined
  clearTimeout(line.again)
  clearTimeout(line.watch)
}

function connect(line: Line): void {
  const { page } = line
  hangUp(line)
  if (page.stop.aborted) return
  const seen = [...page.texts.values()].map((text) => `${text.field}:${versionOf(text)}`).join(',')
  const source = new EventSource(`${page.url}/news?seen=${encodeURIComponent(seen)}`)
  line.source = source
  const alive = (): void => {
    clearTimeout(line.watch)
    line.watch = setTimeout(() => lost(line), silence)
  }
  source.addEventListener('open', alive)
  source.addEventListener('here', alive)
  source.addEventListener('error', () => lost(line))
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    alive()
    const news: News = JSON.parse(data)
    take(line, news)
  })
  alive()
}

function take(line: Line, news: News): void {
  const { page } = line
  const wasAway = !page.isHeard
  page.isHeard = true
  line.tries = 0
  for (const { field, batches } of news.texts) {
    const text = page.texts.get(field)
    if (text !== undefined && !batches.every((batch) => receive(text, batch))) return connect(line)
  }
  showStanding(page, news.draft)
  showPeople(page, news.people)
  page.form.dispatchEvent(new CustomEvent('fields-saved', { detail: news.draft }))
  if (wasAway) void send(page)
  else sayHow(page)
}

/** Tried again at once when the browser says that there is a network, and in a while anyhow. */
function lost(line: Line): void {
  hangUp(line)
  line.tries += 1
  line.page.isHeard = false
  if (line.tries > 1 || !navigator.onLine) sayHow(line.page)
  const wait = line.tries === 1 ? 300 : Math.min(500 * 2 ** line.tries, longestWait)
  if (!line.page.stop.aborted) line.again = setTimeout(() => connect(line), wait)
}

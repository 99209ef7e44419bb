/**
 * The line on which a page is told of news. It is there while somebody looks at the page, since a browser has few connections to
 * each server; when it is lost, for whatever reason, it is sought again.
 */

/** Milliseconds: the server says something every fifteen seconds. */
const silence = 40_000
const longestWait = 8000
/** Milliseconds after which a page that nobody looks at lets go. */
const unseen = 20_000

export type Listening = {
  /** Where the news is told; it may say what the page already has. */
  readonly address: () => string
  readonly take: (data: string) => void
  /** The line is lost: how many times in a row. */
  readonly lost?: (times: number) => void
  /** Aborted when the page is over. */
  readonly stop?: AbortSignal
}

type Line = Listening & {
  source: EventSource | undefined
  tries: number
  again: ReturnType<typeof setTimeout> | undefined
  watch: ReturnType<typeof setTimeout> | undefined
  letGo: ReturnType<typeof setTimeout> | undefined
}

/** Listens for as long as the page is looked at. Gives what asks anew, for what the page has now. */
export function listen(listening: Listening): () => void {
  const line: Line = {
    ...listening,
    source: undefined,
    tries: 0,
    again: undefined,
    watch: undefined,
    letGo: undefined,
  }
  const signal = listening.stop ?? new AbortController().signal
  const now = (): void => connect(line)
  addEventListener('online', now, { signal })
  addEventListener('offline', () => lost(line), { signal })
  addEventListener('pagehide', () => hangUp(line), { signal })
  addEventListener('pageshow', (event) => event.persisted && now(), { signal })
  document.addEventListener('visibilitychange', () => seen(line), { signal })
  signal.addEventListener('abort', () => hangUp(line))
  now()
  return now
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
  hangUp(line)
  if (document.hidden || line.stop?.aborted === true) return
  const source = new EventSource(line.address())
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
    line.tries = 0
    line.take(data)
  })
  alive()
}

/** Tried again at once when the browser says that there is a network, and in a while anyhow. */
function lost(line: Line): void {
  hangUp(line)
  line.tries += 1
  line.lost?.(line.tries)
  const wait = line.tries === 1 ? 300 : Math.min(500 * 2 ** line.tries, longestWait)
  line.again = setTimeout(() => connect(line), wait)
}

/** All that is shared in a page where several may write: the texts, the connection, how it goes. */

import type { SharedText } from './together-text.ts'
import type { Standing } from './together-words.ts'

export type Page = {
  readonly host: HTMLElement
  readonly form: HTMLFormElement
  readonly url: string
  readonly writer: string
  /** The page's name among those that have the draft open. */
  readonly client: string
  readonly texts: Map<string, SharedText>
  /** Aborted when the page is left. */
  readonly stop: AbortSignal
  standing: Standing | undefined
  isSending: boolean
  /** Failures in a row to reach the server with what is written. */
  failures: number
  /** The stream of news is there. */
  isHeard: boolean
  isSignedOut: boolean
  /** Why the server would not take a text: nothing more is sent until something is changed. */
  refused: string | undefined
  /** When something of ours was last taken. */
  savedAt: string | undefined
  sendTimer: ReturnType<typeof setTimeout> | undefined
}

/** Nobody may write in what has been sent on. */
export function isClosed({ standing }: Page): boolean {
  return standing !== undefined && standing.state !== 'draft'
}

const answerWithin = 15_000

/** Posts to the draft's doors. Undefined without an answer, or with one that passes over. */
export async function post(page: Page, door: string, body: object, isLast = false): Promise<Response | undefined> {
  try {
    const reply = await fetch(`${page.url}/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      keepalive: isLast,
      signal: AbortSignal.timeout(answerWithin),
    })
    return passing.has(reply.status) ? undefined : reply
  } catch {
    return undefined
  }
}

const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

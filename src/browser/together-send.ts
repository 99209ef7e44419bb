/** Sends what is written, one parcel at a time: what others did first comes back instead of an answer, and it goes on top. */

import { sayHow } from './together-line.ts'
import { isClosed, post, type Page } from './together-page.ts'
import { isUnsent, receive, unsentOf, versionOf, type SharedText } from './together-text.ts'
import type { Taken } from './together-words.ts'

const mostSteps = 500
const longestWait = 10_000

export function sendAfter(page: Page, milliseconds: number): void {
  clearTimeout(page.sendTimer)
  page.sendTimer = setTimeout(() => void send(page), milliseconds)
}

/** Sends until nothing is unsent, or until it does not get through. */
export async function send(page: Page): Promise<void> {
  const text = [...page.texts.values()].find(isUnsent)
  if (text === undefined || page.isSending || isClosed(page) || page.refused !== undefined) return sayHow(page)
  clearTimeout(page.sendTimer)
  page.isSending = true
  sayHow(page)
  const isThrough = await sendOne(page, text)
  page.isSending = false
  sayHow(page)
  if (isThrough) return send(page)
  if (page.refused === undefined && !page.stop.aborted) sendAfter(page, Math.min(500 * 2 ** page.failures, longestWait))
}

async function sendOne(page: Page, text: SharedText): Promise<boolean> {
  const steps = unsentOf(text)
    .slice(0, mostSteps)
    .map((step): Readonly<Record<string, unknown>> => step.toJSON())
  const { field, client } = text
  const reply = await post(page, 'steps', { field, version: versionOf(text), client, steps })
  page.isSignedOut = reply?.status === 401 || reply?.redirected === true
  if (reply === undefined || page.isSignedOut) {
    page.failures += 1
    return false
  }
  page.failures = 0
  if (!reply.ok) return refused(page, reply)
  const taken: Taken = await reply.json()
  if (!taken.isTaken) return taken.batches.every((batch) => receive(text, batch))
  page.savedAt = taken.savedAt
  return receive(text, { version: taken.version, client, steps })
}

async function refused(page: Page, reply: Response): Promise<false> {
  const said: { reasons?: readonly string[]; detail?: string } = await reply.json().catch(() => ({}))
  page.refused = said.reasons?.join(' ') || said.detail || ''
  return false
}

/** What a page that closes can still send. */
export function sendLast(page: Page): void {
  if (isClosed(page)) return
  for (const text of page.texts.values()) {
    const steps = unsentOf(text).slice(0, mostSteps)
    if (steps.length === 0) continue
    const { field, client } = text
    void post(
      page,
      'steps',
      { field, version: versionOf(text), client, steps: steps.map((step): unknown => step.toJSON()) },
      true,
    )
  }
}

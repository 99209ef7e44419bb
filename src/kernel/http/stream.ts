/** Pages that are told of changes while they are open: server-sent events, each read in a snapshot of the one who watches. */

import { reading } from '../db.ts'
import { NotFound, Unknown } from '../errors.ts'
import type { Log } from '../log.ts'
import { admit } from './pages.ts'
import { readOf, type Ctx, type Parts } from './parts.ts'
import type { Stream } from './route.ts'

/** Milliseconds between looks without a ring: a ring that was lost, or somebody who has left, is noticed then. */
const lookEvery = 15_000
/** Milliseconds without news before a line is sent all the same, so that both ends know that the other is there. */
const signOfLifeEvery = 15_000
/** Milliseconds until the browser has to come again: what it may see is asked anew then. */
const longest = 5 * 60_000

type Watching = {
  readonly look: () => Promise<unknown>
  readonly send: (words: string) => unknown
  readonly end: () => void
  readonly log: Log
  isLooking: boolean
  isRung: boolean
  lastSent: number
}

/** Answers with what there is now, and goes on as long as the browser listens. */
export async function sendNews(parts: Parts, door: Stream, c: Ctx): Promise<Response> {
  const { actor } = c.get('asked')
  if (actor.personId === null) throw new Unknown()
  admit(actor, door.may)
  const parsed = door.params.safeParse({ ...c.req.query(), ...c.req.param() })
  if (!parsed.success) throw new NotFound()
  const params = parsed.data as never
  const looker = door.look(params)
  const look = () =>
    reading(parts.db, actor, (db) => looker({ ...readOf(parts, c.get('asked')), now: parts.clock(), db }))
  const first = await look() // a thing that is not there answers as a page does, before anything is streamed
  c.header('Content-Type', 'text/event-stream; charset=utf-8')
  c.header('X-Accel-Buffering', 'no') // a proxy that gathers lines before it passes them on would keep them
  return c.body(streamOf({ parts, topic: door.topic(params), look, first }))
}

type Source = {
  readonly parts: Parts
  readonly topic: string
  readonly look: () => Promise<unknown>
  readonly first: unknown
}

function streamOf({ parts, topic, look, first }: Source): ReadableStream<Uint8Array> {
  let leave = (): void => {}
  let isOver = false
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => {
      const watching: Watching = {
        look,
        send: (words) => isOver || controller.enqueue(encoder.encode(words)),
        end: () => {
          leave()
          if (!isOver) controller.close()
          isOver = true
        },
        log: parts.log,
        isLooking: false,
        isRung: false,
        lastSent: performance.now(),
      }
      tell(watching, first)
      leave = attend(parts, topic, watching)
    },
    cancel: () => {
      isOver = true
      leave()
    },
  })
}

/** Looks at each ring and at times without one. Gives what ends it. */
function attend({ bell }: Parts, topic: string, watching: Watching): () => void {
  const wake = () => void lookAgain(watching)
  const unhear = bell?.hear(topic, wake)
  const looking = setInterval(wake, lookEvery)
  const leaving = setTimeout(watching.end, longest)
  bell?.closing.addEventListener('abort', watching.end, { once: true })
  return () => {
    unhear?.()
    clearInterval(looking)
    clearTimeout(leaving)
    bell?.closing.removeEventListener('abort', watching.end)
  }
}

/** One look at a time; a ring during one is one more. What can no longer be seen ends the stream. */
async function lookAgain(watching: Watching): Promise<void> {
  watching.isRung = true
  if (watching.isLooking) return
  watching.isLooking = true
  try {
    while (watching.isRung) {
      watching.isRung = false
      tell(watching, await watching.look())
    }
  } catch (error) {
    if (!(error instanceof NotFound)) watching.log.error({ err: error }, 'news')
    watching.end()
  } finally {
    watching.isLooking = false
  }
}

function tell(watching: Watching, news: unknown): void {
  const isQuiet = news === null
  if (isQuiet && performance.now() - watching.lastSent < signOfLifeEvery) return
  watching.lastSent = performance.now()
  watching.send(isQuiet ? 'event: here\ndata: {}\n\n' : `data: ${JSON.stringify(news)}\n\n`)
}

/** Work that somebody else's file may make heavy, in threads of its own: the server goes on answering meanwhile. */

import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { TooMany } from './errors.ts'

export type Apart<T, A = never> = {
  /** The file of the thread. It answers each message with one. */
  readonly thread: URL
  /** Milliseconds for each piece, from when its turn has come. */
  readonly patience: number
  /** What a thread may use: a small compressed file can hold a very large one. */
  readonly megabytes: number
  /** How many are done beside each other; the others wait their turn. */
  readonly atOnce: number
  /** How many may wait; one more is refused with `TooMany`. Not said: however many there are. */
  readonly mostWaiting?: number
  /** Made when its turn has come, and sent in place of what was asked: what waits need not hold what is large. */
  readonly prepare?: (asked: A) => Promise<unknown>
  /** The answer for a piece whose thread fell. */
  readonly fell: T
  /** The answer for a piece that took longer than it has. */
  readonly tooSlow: T
}

/** Why a piece came to nothing: for the technical log, without what the thread was reading. */
export type Fallen = {
  /** The file of the thread. */
  readonly thread: string
  readonly why: 'fell' | 'ended' | 'too slow'
  /** What sort of error, and where in the program. Its own words may be those of a file, and are left out. */
  readonly error?: string
  readonly code?: string
  readonly stack?: readonly string[]
}

const hearers = new Set<(fallen: Fallen) => void>()

/** Tells of each piece that came to nothing. Gives what ends it. */
export function whenThreadsFall(tell: (fallen: Fallen) => void): () => void {
  hearers.add(tell)
  return () => void hearers.delete(tell)
}

/** Asks threads that stay for the next piece, and keep no process alive. A thread that fell, or had to be ended, is not used again. */
export function apart<A, T>(how: Apart<T, A>): (asked: A) => Promise<T> {
  const idle = new Set<Worker>()
  const waiting: (() => void)[] = []
  let busy = 0

  const turn = async (): Promise<void> => {
    if (busy < how.atOnce) busy += 1
    else if (waiting.length >= (how.mostWaiting ?? Infinity)) throw new TooMany(how.patience / 1000)
    else await new Promise<void>((go) => waiting.push(go))
  }
  const giveTurn = (): void => {
    const next = waiting.shift()
    if (next === undefined) busy -= 1
    else next()
  }
  const take = (): Worker => {
    const [rested] = idle
    const thread = rested ?? open(how, (gone) => idle.delete(gone))
    idle.delete(thread)
    return thread
  }

  return async (asked) => {
    await turn()
    try {
      const sent = how.prepare === undefined ? asked : await how.prepare(asked)
      const thread = take()
      const { told, isWell } = await ask(thread, sent, how)
      if (isWell && idle.size === 0) idle.add(thread)
      else void thread.terminate()
      return told
    } finally {
      giveTurn()
    }
  }
}

function open(
  { thread: url, megabytes }: Pick<Apart<unknown>, 'thread' | 'megabytes'>,
  gone: (thread: Worker) => void,
): Worker {
  const thread = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  thread.on('error', () => {})
  thread.once('exit', () => gone(thread))
  thread.unref()
  return thread
}

type Told<T> = { readonly told: T; readonly isWell: boolean }

function ask<T>(
  thread: Worker,
  asked: unknown,
  { thread: url, patience, fell, tooSlow }: Pick<Apart<T>, 'thread' | 'patience' | 'fell' | 'tooSlow'>,
): Promise<Told<T>> {
  const say = (why: Omit<Fallen, 'thread'>): void =>
    hearers.forEach((tell) => tell({ thread: basename(url.pathname), ...why }))
  return new Promise((resolve) => {
    const end = (told: Told<T>) => {
      clearTimeout(clock)
      thread.off('message', tell).off('error', fall).off('exit', leave)
      resolve(told)
    }
    const tell = (told: T) => end({ told, isWell: true })
    const giveUp = (why: Omit<Fallen, 'thread'>, told: T) => {
      say(why)
      end({ told, isWell: false })
    }
    const fall = (error: unknown) => giveUp({ why: 'fell', ...withoutWords(error) }, fell)
    const leave = (code: number) => giveUp({ why: 'ended', code: String(code) }, fell)
    const clock = setTimeout(() => giveUp({ why: 'too slow' }, tooSlow), patience)
    thread.on('message', tell).on('error', fall).on('exit', leave)
    thread.postMessage(asked)
  })
}

function withoutWords(error: unknown): Pick<Fallen, 'error' | 'code' | 'stack'> {
  if (!(error instanceof Error)) return { error: typeof error }
  const stack = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    stack: stack.map((line) => line.trim()),
  }
}

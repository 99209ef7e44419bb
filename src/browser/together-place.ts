/**
 * What has been written in a shared text and not reached the server, kept in the browser until it has: the steps, and the text
 * they build on. A page holds a lock on its own, so that another can tell what is left behind from what is still being written.
 */

import type { StepJson } from './together-words.ts'

const prefix = 'kraftsam:steps:'
/** Milliseconds that a page which was just left is given to let go of its lock. */
const patience = 1500
/** Where the browser has no locks: what is older than this is left behind. */
const leftBehind = 3 * 60_000

export type Shelf = { readonly writer: string; readonly text: string }

export type Left = {
  readonly version: number
  readonly base: unknown
  readonly steps: readonly StepJson[]
  readonly at: string
}

function shelfName({ writer, text }: Shelf): string {
  return `${prefix}${writer}:${text}#`
}

export function placeOf(shelf: Shelf, client: string): string {
  return `${shelfName(shelf)}${client}`
}

/** The page's name for itself in a text. */
export function newClient(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** False when the browser has no room or does not let us. */
export function keepLeft(place: string, left: Left): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(left))
    return true
  } catch {
    return false
  }
}

export function dropLeft(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Where the browser lets us keep nothing there is nothing to throw.
  }
}

/** The clients that have left something on a shelf. */
export function leftOn(shelf: Shelf): readonly string[] {
  const name = shelfName(shelf)
  try {
    return Object.keys(localStorage).flatMap((place) => (place.startsWith(name) ? [place.slice(name.length)] : []))
  } catch {
    return []
  }
}

export function readLeft(place: string): Left | undefined {
  try {
    const left: Left | null = JSON.parse(localStorage.getItem(place) ?? 'null')
    return left ?? undefined
  } catch {
    return undefined
  }
}

/** Takes the place for this page until it is left. False when another page has it. */
export async function hold(place: string): Promise<boolean> {
  if (!('locks' in navigator)) return holdByAge(place)
  return new Promise((settle) => {
    const signal = AbortSignal.timeout(patience)
    navigator.locks
      .request(place, { signal }, () => {
        settle(true)
        return new Promise(() => {}) // held for as long as the page lives
      })
      .catch(() => settle(false))
  })
}

/** Over plain http there are no locks: what this tab left itself, or what has lain for a while, may be taken. */
function holdByAge(place: string): boolean {
  const isOwn = sessionStorage.getItem(place) !== null
  sessionStorage.setItem(place, '')
  const left = readLeft(place)
  return isOwn || left === undefined || Date.now() - new Date(left.at).getTime() > leftBehind
}

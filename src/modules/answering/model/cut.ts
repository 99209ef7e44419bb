/** Parting a passage in two, where the words of one answer end and those of another begin. Pure. */

import { text } from '../text.ts'
import type { Passage, Standing } from './passage.ts'

/** More ends of sentences than this are not offered: what is longer is parted first in the middle. */
const mostCuts = 80

/**
 * Where a passage can be parted, as places in its text, in order: where a line or a sentence ends; where none does, between its
 * words. A row of a table has its cells and is not parted.
 */
export function cutsOf({ text: words, cells }: Pick<Passage, 'text' | 'cells'>): number[] {
  if (cells !== null) return []
  const gaps = gapsIn(words)
  const ends = gaps.filter(({ isEnd }) => isEnd)
  return spread((ends.length > 0 ? ends : gaps).map(({ at }) => at))
}

type Gap = { readonly at: number; readonly isEnd: boolean }

/** Where the next words begin, after each space. Every letter is looked at once, however many of them are spaces. */
function gapsIn(words: string): Gap[] {
  return [...words.matchAll(/\s+/gu)]
    .map(({ 0: space, index }) => ({
      index,
      at: index + space.length,
      isEnd: space.includes('\n') || /[.!?:;]/.test(words.charAt(index - 1)),
    }))
    .filter(({ index, at }) => index > 0 && at < words.length)
}

/** Evenly among them, where there are more than anybody would look through. */
function spread(cuts: readonly number[]): number[] {
  const step = Math.ceil(cuts.length / mostCuts)
  return cuts.filter((_, at) => at % Math.max(1, step) === 0)
}

/** The words before and after a place: every letter is in one of them. */
export function partedAt(words: string, at: number): readonly [string, string] {
  return [words.slice(0, at).trimEnd(), words.slice(at).trimStart()]
}

/** What stands between the two: it comes back when they are put together again. */
export function gapAt(words: string, at: number): string {
  const [before, after] = partedAt(words, at)
  return words.slice(before.length, words.length - after.length)
}

/** The passage of the file that it is, or is a part of. */
function rootOf({ origin, position }: Pick<Passage, 'origin' | 'position'>): number {
  return origin ?? position
}

/** The part after it, of the same passage of the file; undefined where what comes next is another. */
export function nextPart(passages: readonly Passage[], passage: Passage): Passage | undefined {
  const next = passages[passages.findIndex(({ position }) => position === passage.position) + 1]
  return next !== undefined && rootOf(next) === rootOf(passage) ? next : undefined
}

const longest = 20_000

/** The two as one: their words as they stood, where the first was placed, or else the second. */
export function rejoined(first: Passage, next: Passage): Pick<Passage, 'text' | 'standing' | 'foundBy' | 'reason'> {
  const { standing, foundBy, reason } = first.standing === null ? next : first
  return { text: `${first.text}${next.gap}${next.text}`, standing, foundBy, reason }
}

/** Why they cannot be put together: there is no part after it, or what was written beside a picture has grown too long for one. */
export function obstaclesToRejoining(first: Passage, next: Passage | undefined): string[] {
  if (next === undefined) return [text.obstacle.noNextPart]
  return rejoined(first, next).text.length > longest ? [text.obstacle.tooLongTogether] : []
}

/** Why it cannot be parted there: words that were changed since the place was chosen are not cut in the middle of one. */
export function obstaclesToParting(passage: Pick<Passage, 'text' | 'cells'>, at: number): string[] {
  if (passage.cells !== null) return [text.obstacle.rowIsWhole]
  return cutsOf(passage).includes(at) ? [] : [text.obstacle.noCut]
}

/** Where the second part belongs: where the first does, but for a field that holds one value. */
export function standingAfter(standing: Standing): Standing {
  if (standing?.part === 'whole') return null
  return standing?.part === 'question' && standing.field !== 'text' ? null : standing
}

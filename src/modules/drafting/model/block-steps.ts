/** What changes one text into another as steps, block by block: who writes in a block that is the same keeps place and words. Pure. */

import { Fragment, type Node as Doc } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { runsBetween } from './difference.ts'

/** Two nodes that are to say the same; `at` is where the content of the first begins. */
type Pair = { readonly at: number; readonly was: Doc; readonly is: Doc }

/** From one document to another; null when they say the same. */
export function changeBetween(before: Doc, after: Doc): Transform | null {
  if (before.eq(after)) return null
  const change = new Transform(before)
  changeWithin(change, { at: 0, was: before, is: after })
  return change.doc.eq(after) ? change : new Transform(before).replaceWith(0, before.content.size, after.content)
}

/** The last is changed first, so that the places before it hold. */
function changeWithin(change: Transform, { at, was, is }: Pair): void {
  if (was.inlineContent) return replaceWithin(change, { at, was, is })
  for (const { from, gone, come } of gapsBetween(was, is).toReversed()) {
    const areSameKind = gone.length === come.length && gone.every((one, n) => come[n]?.sameMarkup(one))
    if (areSameKind) changeEach(change, at + from, { gone, come })
    else replaceWithin(change, { at: at + from, was: was.copy(Fragment.from(gone)), is: was.copy(Fragment.from(come)) })
  }
}

function changeEach(change: Transform, from: number, { gone, come }: Omit<Gap, 'from'>): void {
  let at = gone.reduce((sum, { nodeSize }) => sum + nodeSize, from)
  for (const [n, was] of [...gone.entries()].toReversed()) {
    at -= was.nodeSize
    const is = come[n]
    if (is !== undefined) changeWithin(change, { at: at + 1, was, is })
  }
}

/** What differs between the first and the last place where they do. */
function replaceWithin(change: Transform, { at, was, is }: Pair): void {
  const start = was.content.findDiffStart(is.content)
  const end = was.content.findDiffEnd(is.content)
  if (start === null || end === null) return
  // What is repeated can be counted from both ends: the places must not pass each other.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  change.replace(at + start, at + end.a + overlap, is.slice(start, end.b + overlap))
}

type Gap = { readonly from: number; readonly gone: Doc[]; readonly come: Doc[] }

/** The blocks between those that both have, in order. */
function gapsBetween(was: Doc, is: Doc): Gap[] {
  const gaps: Gap[] = []
  let gap: Gap | undefined
  let [at, before, after] = [0, 0, 0]
  for (const { kind } of runsBetween(blocksOf(was), blocksOf(is))) {
    if (kind !== 'same' && gap === undefined) gaps.push((gap = { from: at, gone: [], come: [] }))
    if (kind !== 'gone') {
      const one = is.child(after++)
      if (kind === 'new') gap?.come.push(one)
    }
    if (kind !== 'new') {
      const one = was.child(before++)
      at += one.nodeSize
      if (kind === 'gone') gap?.gone.push(one)
      else gap = undefined
    }
  }
  return gaps
}

function blocksOf(node: Doc): string[] {
  return node.children.map((block) => JSON.stringify(block.toJSON()))
}

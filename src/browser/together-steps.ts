/**
 * Taking in what others did under what is not sent yet. `prosemirror-collab` counts the steps; how ours are put on top of theirs
 * is decided here, so that two who write in the same place do not write into each other's words, and nobody's words fall with
 * a paragraph that somebody else took away.
 */

import { receiveTransaction } from 'prosemirror-collab'
import type { Node as Doc } from 'prosemirror-model'
import { Selection, TextSelection, type EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { ReplaceStep, replaceStep, type Mappable, type Step } from 'prosemirror-transform'

/** Where our latest words at the server end, in the text as it is there. What is written on from there stays with them. */
export type End = number | null

/** What the plugin keeps of a step that is not confirmed. */
type Unconfirmed = { readonly step: Step; readonly inverted: Step; readonly origin: unknown }
type Counted = { readonly version: number; readonly unconfirmed: readonly Unconfirmed[] }

export type Arrived = {
  readonly plugin: Plugin
  readonly steps: readonly Step[]
  readonly isOurs: boolean
  readonly client: string
}

/** The change that takes in steps that have come from the server, all written in one page. */
export function takingIn(state: EditorState, { plugin, steps, isOurs, client }: Arrived, end: End): Transaction {
  const counted: Counted = plugin.getState(state)
  if (isOurs || counted.unconfirmed.length === 0)
    return receiveTransaction(
      state,
      steps,
      steps.map(() => client),
      { mapSelectionBackward: true },
    )
  const change = state.tr
  const unconfirmed = putOnTop(change, { ours: counted.unconfirmed, theirs: steps }, end)
  keepSelection(state, change)
  return change
    .setMeta('rebased', counted.unconfirmed.length)
    .setMeta('addToHistory', false)
    .setMeta(plugin, { version: counted.version + steps.length, unconfirmed })
}

/** Where our words end after steps of ours, or of others'. */
export function endAfter(end: End, steps: readonly Step[], isOurs: boolean): End {
  return steps.reduce<End>((now, step) => endAfterOne(now, step, isOurs), end)
}

function endAfterOne(end: End, step: Step, isOurs: boolean): End {
  if (isOurs && step instanceof ReplaceStep && step.slice.size > 0) return step.from + step.slice.size
  return end === null ? null : step.getMap().map(end, -1)
}

/** Ours are undone, theirs done, and ours done again where they now belong. */
function putOnTop(
  change: Transaction,
  { ours, theirs }: { ours: readonly Unconfirmed[]; theirs: readonly Step[] },
  end: End,
): Unconfirmed[] {
  for (const { inverted } of ours.toReversed()) change.step(inverted)
  for (const step of theirs) change.step(step)
  const again: Unconfirmed[] = []
  let continues = end
  let mirrored = ours.length
  for (const { step, origin } of ours) {
    const mapping = change.mapping.slice(mirrored)
    mirrored -= 1
    const moved = movedStep(step, mapping, isAt(step, continues))
    continues = endAfterOne(continues, step, true)
    const done = tryAll(change, [moved, () => rescued(step, mapping, change.doc)])
    if (done === null) continue
    mirror(change, mirrored, change.steps.length - 1)
    again.push({ step: done, inverted: done.invert(lastOf(change.docs)), origin })
  }
  return again
}

/** A step undone and done again: places inside it are found again (a way of the library's own, without a type). */
function mirror({ mapping }: Transaction, undone: number, again: number): void {
  const setMirror: unknown = Reflect.get(mapping, 'setMirror')
  if (typeof setMirror === 'function') Reflect.apply(setMirror, mapping, [undone, again])
}

function lastOf(docs: readonly Doc[]): Doc {
  const last = docs.at(-1)
  if (last === undefined) throw new Error('A step that was done has a document before it')
  return last
}

function isInsertion(step: Step): step is ReplaceStep {
  return step instanceof ReplaceStep && step.from === step.to && step.slice.size > 0
}

function isAt(step: Step, end: End): boolean {
  return isInsertion(step) && step.from === end
}

/** What goes on from our own words stays right after them; anything else comes after what others put in the same place. */
function movedStep(step: Step, mapping: Mappable, isContinuing: boolean): () => Step | null {
  return () => {
    if (!isContinuing || !isInsertion(step)) return step.map(mapping)
    const { pos, deletedAcross } = mapping.mapResult(step.from, -1)
    return deletedAcross ? null : new ReplaceStep(pos, pos, step.slice)
  }
}

/** Words whose place was taken away go where one may write nearest to it. What was ours to take away stays away or not. */
function rescued(step: Step, mapping: Mappable, doc: Doc): Step | null {
  if (!(step instanceof ReplaceStep) || step.slice.size === 0) return null
  const near = Selection.near(doc.resolve(mapping.map(step.from, -1)), -1).head
  const isInline = step.slice.openStart === 0 && step.slice.content.firstChild?.isInline === true
  return isInline ? new ReplaceStep(near, near, step.slice) : (replaceStep(doc, near, near, step.slice) ?? null)
}

/** The first of the steps that there is and that can be done. */
function tryAll(change: Transaction, ways: readonly (() => Step | null)[]): Step | null {
  for (const way of ways) {
    const step = way()
    if (step !== null && change.maybeStep(step).failed === null) return step
  }
  return null
}

/** The caret stays with our own words, not behind what others put there. */
function keepSelection({ selection }: EditorState, change: Transaction): void {
  if (!(selection instanceof TextSelection)) return
  const [anchor, head] = [selection.anchor, selection.head].map((at) => change.doc.resolve(change.mapping.map(at, -1)))
  if (anchor !== undefined && head !== undefined) change.setSelection(TextSelection.between(anchor, head, -1))
}

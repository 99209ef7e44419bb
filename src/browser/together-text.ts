/** One shared text in the page: what is done here, what comes from others, what has not been sent. */

import { collab, getVersion, sendableSteps } from 'prosemirror-collab'
import { Node as Doc } from 'prosemirror-model'
import type { EditorState, Plugin } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../kernel/rich-schema.ts'
import { dropLeft, hold, keepLeft, leftOn, placeOf, readLeft, type Left, type Shelf } from './together-place.ts'
import { endAfter, takingIn, type End } from './together-steps.ts'
import type { Batch, StepJson } from './together-words.ts'

const keepPause = 100

export type SharedText = {
  readonly field: string
  /** What its textarea is called in the form. */
  readonly name: string
  readonly shelf: Shelf
  readonly view: EditorView
  /** A state with a text, for this editor. */
  readonly stateWith: (doc: Doc, together: Plugin) => EditorState
  /** The words are other than they were, not by a change to them. */
  readonly replaced: () => void
  /** Changes when what an earlier page left behind is taken over: its steps may be at the server already, under its name. */
  client: string
  plugin: Plugin
  /** The text as the server has it, at the version that is confirmed. */
  base: Doc
  /** Where our latest words end in it. */
  end: End
  keepTimer: ReturnType<typeof setTimeout> | undefined
  /** False when the browser could not keep what is unsent. */
  isKept: boolean
}

/** The plugin that counts the steps, for a text that has come to a version. */
export function counting(version: number, client: string): Plugin {
  return collab({ version, clientID: client })
}

/** A text that has just been opened, at the version the page was drawn with. */
export function open(
  about: Pick<SharedText, 'field' | 'name' | 'shelf' | 'view' | 'stateWith' | 'replaced' | 'client' | 'plugin'>,
): SharedText {
  const text = { ...about, base: about.view.state.doc, end: null, keepTimer: undefined, isKept: true }
  void hold(placeOf(text.shelf, text.client))
  return text
}

export function versionOf({ view }: SharedText): number {
  return getVersion(view.state)
}

export function unsentOf({ view }: SharedText): readonly Step[] {
  return sendableSteps(view.state)?.steps ?? []
}

export function isUnsent(text: SharedText): boolean {
  return unsentOf(text).length > 0
}

/** Steps from the server, in their order: ours are confirmed, others' come in under ours. False when some are missing between. */
export function receive(text: SharedText, { version, client, steps }: Batch): boolean {
  const { view } = text
  const missing = version - versionOf(text)
  if (missing <= 0) return true
  if (missing > steps.length) return false
  const taken = steps.slice(steps.length - missing).map((step) => Step.fromJSON(schema, step))
  let base = text.base
  for (const step of taken) base = step.apply(base).doc ?? fail()
  const isOurs = client === text.client
  view.dispatch(takingIn(view.state, { plugin: text.plugin, steps: taken, isOurs, client }, text.end))
  text.base = base
  text.end = endAfter(text.end, taken, isOurs)
  keepNow(text)
  return true
}

function fail(): never {
  throw new Error('A step from the server does not fit the text')
}

export function keepSoon(text: SharedText): void {
  clearTimeout(text.keepTimer)
  text.keepTimer = setTimeout(() => keepNow(text), keepPause)
}

/** Keeps what is unsent, or throws what was kept when all has been sent. */
export function keepNow(text: SharedText): void {
  clearTimeout(text.keepTimer)
  const place = placeOf(text.shelf, text.client)
  const unsent = unsentOf(text)
  if (unsent.length === 0) return dropLeft(place)
  const steps = unsent.map((step): StepJson => step.toJSON())
  const left = { version: versionOf(text), base: text.base.toJSON(), steps, at: new Date().toISOString() }
  text.isKept = keepLeft(place, left)
}

/** Takes over what a page that is no more had not sent. False when there is nothing, or something here is unsent itself. */
export async function takeOver(text: SharedText): Promise<boolean> {
  for (const client of leftOn(text.shelf)) {
    const place = placeOf(text.shelf, client)
    if (client === text.client || !(await hold(place))) continue
    const left = readLeft(place)
    if (left === undefined || isUnsent(text)) return false
    if (adopt(text, client, left)) return true
  }
  return false
}

/** The text as that page had it, with its steps on top: the server's news since then come in under them. */
function adopt(text: SharedText, client: string, { base, version, steps }: Left): boolean {
  try {
    const doc = Doc.fromJSON(schema, base)
    const { view } = text
    const plugin = counting(version, client)
    let state = text.stateWith(doc, plugin)
    for (const step of steps) state = state.apply(state.tr.step(Step.fromJSON(schema, step)))
    dropLeft(placeOf(text.shelf, text.client))
    view.updateState(state)
    text.client = client
    text.plugin = plugin
    text.end = null
    text.base = doc
    text.replaced()
    return true
  } catch {
    return false // from another time, when texts had another form: it stays where it lies
  }
}

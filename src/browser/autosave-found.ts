/** Text that never reached the server, from an earlier visit: offered, never put in unasked, and kept until it is answered. */

import { askAbove, closeChoice, say, showChoice, when } from './autosave-line.ts'
import { drop, fieldsOf, fill, found, isSame, keep, newPlace, type Found } from './autosave-store.ts'
import type { Saving } from './autosave.ts'
import { smallButton } from './element.ts'
import { text } from './text.ts'

/** What the form's own saving does. */
export type Doings = {
  readonly changed: (saving: Saving) => void
  readonly save: (saving: Saving) => Promise<void>
  readonly keepNow: (saving: Saving) => void
}

/** Nothing is sent until each text that was found is restored or thrown. */
export function offerFound(saving: Saving, doings: Doings): void {
  const first = worthOffering(saving)
  if (first.length === 0) return
  saving.held = true
  ask(saving, first, doings)
  if (!saving.form.contains(document.activeElement)) showChoice(saving.line)
}

/** Copies that say what the form says already, or that the server has taken since, are thrown. */
function worthOffering(saving: Saving): readonly Found[] {
  const now = fieldsOf(saving.form)
  const worthy: Found[] = []
  for (const copy of found(saving.shelf)) {
    if (copy.place === saving.place) continue
    const known = [now, ...worthy.map(({ fields }) => fields)].some((fields) => isSame(copy.fields, fields))
    if (known || gotThrough(copy, saving)) drop(copy.place)
    else worthy.push(copy)
  }
  return worthy
}

function gotThrough({ sent, version }: Found, saving: Saving): boolean {
  return sent === true && Number(version) < Number(saving.version)
}

function ask(saving: Saving, copies: readonly Found[], doings: Doings): void {
  const without = (copy: Found): readonly Found[] => copies.filter((other) => other !== copy)
  const offers = copies.map((copy) => ({
    words: text.restore(when(copy.at)),
    actions: [
      smallButton(text.restoreYes, () => restore(saving, { copy, others: without(copy) }, doings)),
      smallButton(text.restoreNo, () => {
        drop(copy.place)
        goOn(saving, without(copy), doings)
      }),
    ],
  }))
  askAbove(saving.line, offers)
}

/** What was written while the question stood is kept as one more text to choose. */
function restore(
  saving: Saving,
  { copy, others }: { readonly copy: Found; readonly others: readonly Found[] },
  doings: Doings,
): void {
  const aside = saving.dirty ? setAside(saving) : []
  fill(saving.form, copy.fields)
  saving.dirty = true
  doings.keepNow(saving)
  drop(copy.place)
  goOn(saving, [...aside, ...others], doings)
}

function setAside(saving: Saving): readonly Found[] {
  const copy = {
    fields: fieldsOf(saving.form),
    version: saving.version,
    at: new Date().toISOString(),
    place: newPlace(saving.shelf),
  }
  keep(copy.place, copy)
  return [copy]
}

function goOn(saving: Saving, left: readonly Found[], doings: Doings): void {
  if (left.length > 0) return ask(saving, left, doings)
  closeChoice(saving.line)
  saving.held = false
  say(saving.line, { state: 'quiet', words: '' })
  if (!saving.dirty) return
  doings.changed(saving)
  void doings.save(saving)
}

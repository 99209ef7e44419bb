/** A form that its own button has sent: nothing is saved beside it, and nobody is asked to stay, until it is known that the page did. */

import { fieldsOf, isSame } from './autosave-store.ts'
import type { Saving } from './autosave.ts'

const stillHere = 60_000

/**
 * A page that is still there after a while did not leave: a file was downloaded, or the server could not be reached. One that sends
 * files may take any time, and stays only if the person has gone on writing, or has stopped it (`whenStopped`).
 */
export function leave(saving: Saving, stay: () => void): void {
  clearTimeout(saving.timer)
  saving.leaving = fieldsOf(saving.form)
  const look = (): void => (isOnItsWay(saving) ? wait() : stay())
  const wait = (): void => void setTimeout(look, stillHere)
  wait()
}

function isOnItsWay({ form, leaving }: Saving): boolean {
  return leaving !== undefined && carriesFiles(form) && isSame(leaving, fieldsOf(form))
}

function carriesFiles(form: HTMLFormElement): boolean {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
  return inputs.some(({ files }) => files !== null && files.length > 0)
}

/** Where the browser tells that the way to another page was broken off. */
export function whenStopped(stay: () => void, signal: AbortSignal): void {
  const navigation: unknown = Reflect.get(globalThis, 'navigation')
  if (navigation instanceof EventTarget) navigation.addEventListener('navigateerror', stay, { signal })
}

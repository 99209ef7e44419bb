/**
 * <auto-save data-url data-version data-key data-writer>: saves the form inside while it is written. One request at a time;
 * what has not reached the server is kept in the browser; a broken connection mends itself; two who write at once are told.
 */

import { offerFound } from './autosave-found.ts'
import { leave, whenStopped } from './autosave-leaving.ts'
import { actionsFor, askAbove, clock, closeChoice, draw, say, sayOfTexts, type Line } from './autosave-line.ts'
import { drop, fieldsOf, isSame, keep, newPlace, type Fields, type Shelf } from './autosave-store.ts'
import { smallButton } from './element.ts'
import { text } from './text.ts'

const pause = 1200
const keepPause = 150
const longestWait = 30_000
const answerWithin = 20_000
const waitPause = 20
/** The browser lets no more than 64 kB leave with a page that is closing. */
const leavesWithPage = 60_000

export type Saving = {
  readonly form: HTMLFormElement
  readonly url: string
  readonly shelf: Shelf
  /** Where this page keeps its own text. */
  readonly place: string
  readonly line: Line
  version: string | number
  /** Written since the last save began. */
  dirty: boolean
  busy: boolean
  /** Sent, without an answer that says whether it was saved: sent again as it was, before anything newer. */
  unanswered: Fields | undefined
  /** A person must choose before anything more is sent. */
  held: boolean
  /** What the form held when its own button sent it: nothing more is saved beside it. */
  leaving: Fields | undefined
  /** The button was pressed while a save was on its way: the form goes when that has been answered. */
  isAboutToLeave: boolean
  failures: number
  timer: ReturnType<typeof setTimeout> | undefined
  keepTimer: ReturnType<typeof setTimeout> | undefined
}

export function defineAutoSave(): void {
  if (customElements.get('auto-save') === undefined) customElements.define('auto-save', AutoSave)
}

class AutoSave extends HTMLElement {
  #stop = new AbortController()

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (form === null) return
    this.#stop = new AbortController()
    const { url = form.action, version = '0', key = location.pathname, writer = '' } = this.dataset
    const shelf = { writer, key }
    const saving: Saving = {
      form,
      url,
      shelf,
      place: newPlace(shelf),
      line: draw(this),
      version: /^\d+$/.test(version) ? Number(version) : version,
      dirty: false,
      busy: false,
      unanswered: undefined,
      held: false,
      leaving: undefined,
      isAboutToLeave: false,
      failures: 0,
      timer: undefined,
      keepTimer: undefined,
    }
    listen(saving, this.#stop.signal)
    void whenEditorsAreReady(form).then(() => offerFound(saving, { changed: onChange, save, keepNow }))
  }

  disconnectedCallback(): void {
    this.#stop.abort()
  }
}

function listen(saving: Saving, signal: AbortSignal): void {
  const { form } = saving
  // A text that is written together is not sent with the form, and says itself how it goes; a chosen file goes with a button.
  const changed = (event: Event): void => (isSentApart(event) ? undefined : onChange(saving))
  form.addEventListener('input', changed, { signal })
  form.addEventListener('change', changed, { signal })
  form.addEventListener('texts-said', (event) => sayOfTexts(saving.line, event), { signal })
  form.addEventListener('focusout', () => void save(saving), { signal })
  form.addEventListener('submit', (event) => onSubmit(saving, event), { signal })
  form.addEventListener('keydown', (event) => onSaveKey(saving, event), { signal })
  document.addEventListener('visibilitychange', () => document.hidden && leaveSafely(saving), { signal })
  addEventListener('pagehide', () => leaveSafely(saving), { signal })
  addEventListener('pageshow', () => (saving.leaving = undefined), { signal })
  whenStopped(() => stay(saving), signal)
  addEventListener('online', () => void save(saving), { signal })
  addEventListener('focus', () => saving.failures > 0 && void save(saving), { signal })
  addEventListener('beforeunload', (event) => isUnsaved(saving) && event.preventDefault(), { signal })
}

/** Two of one's own on their way at once would be taken for two people's: the form waits for the save before it. */
function onSubmit(saving: Saving, event: SubmitEvent): void {
  if (event.defaultPrevented) return
  if (!saving.busy) return leave(saving, () => stay(saving))
  event.preventDefault()
  event.submitter?.setAttribute('aria-busy', 'true')
  if (saving.isAboutToLeave) return
  saving.isAboutToLeave = true
  void whenAnswered(saving).then(() => {
    event.submitter?.removeAttribute('aria-busy')
    saving.isAboutToLeave = false
    saving.form.requestSubmit(event.submitter)
  })
}

async function whenAnswered(saving: Saving): Promise<void> {
  while (saving.busy) await new Promise((done) => setTimeout(done, waitPause))
}

/** It did not leave after all. */
function stay(saving: Saving): void {
  saving.leaving = undefined
  void save(saving)
}

function isSentApart({ target }: Event): boolean {
  if (target instanceof HTMLInputElement && target.type === 'file') return true
  return target instanceof Element && target.closest('rich-editor[data-together]') !== null
}

function onSaveKey(saving: Saving, event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
  event.preventDefault()
  void save(saving)
}

function isUnsaved({ dirty, busy, leaving }: Saving): boolean {
  return (dirty || busy) && leaving === undefined
}

function onChange(saving: Saving): void {
  saving.dirty = true
  clearTimeout(saving.keepTimer)
  saving.keepTimer = setTimeout(() => keepNow(saving), keepPause)
  if (saving.held || saving.failures > 0) return
  if (!saving.busy) say(saving.line, { state: 'unsaved', words: text.unsaved })
  saveAfter(saving, pause)
}

function saveAfter(saving: Saving, milliseconds: number): void {
  clearTimeout(saving.timer)
  saving.timer = setTimeout(() => void save(saving), milliseconds)
}

function keepNow({ form, place, version, dirty, busy, leaving }: Saving): void {
  if (!dirty && !busy) return
  const fields = fieldsOf(form)
  const isSent = leaving !== undefined && isSame(leaving, fields)
  keep(place, { fields, version, at: new Date().toISOString(), ...(isSent && { sent: true }) })
}

function leaveSafely(saving: Saving): void {
  keepNow(saving)
  void save(saving)
}

async function save(saving: Saving): Promise<void> {
  if (saving.busy || saving.held || saving.leaving !== undefined || !saving.dirty) return
  clearTimeout(saving.timer)
  saving.busy = true
  saving.dirty = false
  if (saving.failures === 0) say(saving.line, { state: 'saving', words: text.saving })
  const fields = saving.unanswered ?? fieldsOf(saving.form)
  const response = await send(saving, fields)
  saving.unanswered = isAnswer(response) ? undefined : fields
  saving.dirty ||= !isSame(fields, fieldsOf(saving.form))
  // Until what was answered has been read: a form that is waiting is sent with the version it says.
  await settle(saving, response).finally(() => (saving.busy = false))
}

async function send({ url, version }: Saving, fields: Fields): Promise<Response | undefined> {
  const body = JSON.stringify({ ...fields, version })
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      keepalive: body.length < leavesWithPage,
      signal: AbortSignal.timeout(answerWithin),
    })
  } catch {
    return undefined
  }
}

type Answer = {
  readonly version?: string | number
  readonly savedAt?: string
  readonly detail?: string
  readonly reasons?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
}

const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

function isAnswer(response: Response | undefined): response is Response {
  return response !== undefined && !passing.has(response.status)
}

async function settle(saving: Saving, response: Response | undefined): Promise<void> {
  const signedOut = isSignedOut(response)
  if (response?.ok === true && !signedOut) return saved(saving, await answerOf(response))
  saving.dirty = true
  keepNow(saving)
  if (!isAnswer(response)) return retry(saving)
  if (signedOut) return retry(saving, text.signedOut)
  const answer = await answerOf(response)
  if (response.status === 409 && answer.version !== undefined) conflict(saving, answer.version)
  else refused(saving, answer)
}

/** A redirect leads to the sign-in page, which answers 200 and has saved nothing. */
function isSignedOut(response: Response | undefined): boolean {
  return response?.status === 401 || response?.redirected === true
}

async function answerOf(response: Response): Promise<Answer> {
  try {
    return await response.json()
  } catch {
    return {}
  }
}

function saved(saving: Saving, { version, savedAt }: Answer): void {
  if (version !== undefined) saving.version = version
  saving.failures = 0
  const field = saving.form.elements.namedItem('version')
  if (field instanceof HTMLInputElement) field.value = String(saving.version)
  if (saving.dirty) {
    keepNow(saving)
    return saveAfter(saving, pause)
  }
  clearTimeout(saving.keepTimer)
  drop(saving.place)
  if (!saving.held) say(saving.line, { state: 'saved', words: text.saved(clock(savedAt)) })
}

function retry(saving: Saving, words: string = text.offline): void {
  saving.failures += 1
  const again = smallButton(text.tryAgain, () => void save(saving))
  say(saving.line, {
    state: 'offline',
    words,
    actions: words === text.signedOut ? [...actionsFor('signedOut'), again] : [again],
  })
  saveAfter(saving, Math.min(1000 * 2 ** saving.failures, longestWait))
}

function refused(saving: Saving, { detail, reasons, fields }: Answer): void {
  const why = [...(reasons ?? []), ...Object.values(fields ?? {})].join(' ') || detail || text.failedWithoutReason
  say(saving.line, { state: 'failed', words: text.failed(why) })
}

/** Someone else saved first: nothing more is sent until the person has chosen. */
function conflict(saving: Saving, theirs: string | number): void {
  saving.held = true
  const keepMine = smallButton(text.keepMine, () => {
    closeChoice(saving.line)
    saving.version = theirs
    saving.held = false
    void save(saving)
  })
  const takeTheirs = smallButton(text.takeTheirs, () => {
    drop(saving.place)
    saving.dirty = false
    saving.leaving = fieldsOf(saving.form)
    location.reload()
  })
  const actions = [...actionsFor('theirs'), keepMine, takeTheirs]
  askAbove(saving.line, [{ words: text.conflict, actions }])
}

function whenEditorsAreReady(form: HTMLFormElement): Promise<unknown> {
  const unready = [...form.querySelectorAll('rich-editor:not([data-ready])')]
  return Promise.all(
    unready.map((editor) => new Promise((done) => editor.addEventListener('ready', done, { once: true }))),
  )
}

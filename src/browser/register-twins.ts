/** Files for one registration: dropped anywhere on the form, and known again by their content before they are sent. */

import { element } from './element.ts'

type Twin = {
  readonly sha256: string
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly referenceNumber: string
}

/** Larger files are compared by the server when they are sent. */
const mostHashed = 64 * 1024 * 1024

export function watchFiles(form: HTMLFormElement): void {
  const input = form.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) return
  input.addEventListener('change', () => void lookForTwins(form, [...(input.files ?? [])]))
  for (const kind of ['dragover', 'dragleave'])
    form.addEventListener(kind, (event) => {
      event.preventDefault()
      form.toggleAttribute('data-over', kind === 'dragover')
    })
  form.addEventListener('drop', (event) => onDrop(form, input, event))
}

/** Dropped files come beside those that were chosen. */
function onDrop(form: HTMLFormElement, input: HTMLInputElement, event: DragEvent): void {
  form.removeAttribute('data-over')
  const dropped = [...(event.dataTransfer?.files ?? [])]
  if (dropped.length === 0) return
  event.preventDefault()
  const together = new DataTransfer()
  for (const file of [...(input.files ?? []), ...dropped]) together.items.add(file)
  input.files = together.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function lookForTwins(form: HTMLFormElement, files: readonly File[]): Promise<void> {
  const place = form.querySelector('[data-twins]')
  if (!(place instanceof HTMLElement) || !('subtle' in crypto)) return
  const hashed = new Map<string, string>()
  for (const file of files.filter(({ size }) => size <= mostHashed)) hashed.set(await hashOf(file), file.name)
  const found = hashed.size === 0 ? [] : await twinsOf([...hashed.keys()])
  const line = place.dataset['line'] ?? ''
  const items = found.map((twin) => {
    const words = {
      name: hashed.get(twin.sha256) ?? '',
      number: twin.number,
      reference: twin.referenceNumber,
      title: twin.title,
    }
    return element(
      'li',
      {},
      element('a', { href: `/handlingar/${twin.recordId}`, target: '_blank' }, filledIn(line, words)),
    )
  })
  place.querySelector('ul')?.replaceChildren(...items)
  place.hidden = found.length === 0
}

async function twinsOf(contents: readonly string[]): Promise<readonly Twin[]> {
  const response = await fetch(`/api/v1/duplicates?sha256=${contents.slice(0, 200).join(',')}`).catch(() => undefined)
  if (response?.ok !== true) return []
  const answer: { duplicates: Twin[] } = await response.json()
  return answer.duplicates
}

function filledIn(line: string, words: Readonly<Record<string, string>>): string {
  return line.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)
}

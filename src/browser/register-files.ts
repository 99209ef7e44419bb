/** Many files on their way in: a few at a time, with numbers, and from where it stopped if the connection breaks. */

const atOnce = 8

export function startGathering(): void {
  const form = document.querySelector('form[data-gather]')
  if (!(form instanceof HTMLFormElement)) return
  const arrived = new Map<File, string>()
  form.addEventListener('submit', (event) => {
    const input = form.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement) || (input.files?.length ?? 0) === 0) return
    event.preventDefault()
    void send(form, [...(input.files ?? [])], arrived)
  })
}

/** What has arrived is not sent again when the person tries once more. */
async function send(form: HTMLFormElement, files: readonly File[], arrived: Map<File, string>): Promise<void> {
  const button = form.querySelector('button[type=submit]')
  if (button?.getAttribute('aria-busy') === 'true') return
  button?.setAttribute('aria-busy', 'true')
  try {
    const left = files.filter((file) => !arrived.has(file))
    say(form, files.length - left.length, files.length)
    for (let at = 0; at < left.length; at += atOnce) {
      await upload(left.slice(at, at + atOnce), arrived)
      say(form, files.filter((file) => arrived.has(file)).length, files.length)
    }
    location.assign(await gather(files.map((file) => arrived.get(file) ?? '')))
  } catch (error) {
    tell(form, error instanceof Error && error.cause === 'told' ? error.message : (form.dataset['failed'] ?? ''))
    button?.removeAttribute('aria-busy')
  }
}

async function upload(files: readonly File[], arrived: Map<File, string>): Promise<void> {
  const body = new FormData()
  for (const file of files) body.append('files', file)
  const answer = await ask<{ uploads: { id: string }[] }>('/api/v1/uploads', body)
  if (answer.uploads.length !== files.length) throw new Error('Some files did not arrive')
  answer.uploads.forEach(({ id }, index) => {
    const file = files[index]
    if (file !== undefined) arrived.set(file, id)
  })
}

async function gather(files: readonly string[]): Promise<string> {
  const { batchId } = await ask<{ batchId: string }>('/api/v1/batches', JSON.stringify({ files }))
  return `/registrera/flera/${batchId}`
}

async function ask<T>(address: string, body: FormData | string): Promise<T> {
  const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const response = await fetch(address, { method: 'POST', body, headers })
  if (!response.ok) throw await problemOf(response)
  const answer: T = await response.json()
  return answer
}

async function problemOf(response: Response): Promise<Error> {
  const problem: { detail?: string } = await response.json()
  return new Error(problem.detail ?? '', { cause: problem.detail === undefined ? undefined : 'told' })
}

function say(form: HTMLFormElement, done: number, all: number): void {
  const words = (form.dataset['progress'] ?? '').replace('-1', String(done)).replace('-2', String(all))
  tell(form, words)
  const bar = form.querySelector('progress')
  if (bar !== null) Object.assign(bar, { max: all, value: done })
}

function tell(form: HTMLFormElement, words: string): void {
  const place = form.querySelector('.k-gathering')
  const line = place?.querySelector('p')
  if (!(place instanceof HTMLElement) || !line) return
  place.hidden = false
  line.textContent = words
}

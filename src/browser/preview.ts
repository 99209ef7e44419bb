/** The papers beside a template's form, changed while one writes: the same words, with the fields filled in. */

import { all } from './element.ts'

export function startPreview(): void {
  const form = document.querySelector<HTMLFormElement>('form[enctype="multipart/form-data"]')
  if (form === null) return
  const frames = all('[data-preview]')
  for (const frame of frames) {
    const values: Record<string, string> = JSON.parse(frame.dataset['preview'] ?? '{}')
    const draw = (): void => redraw(frame, (name) => merged(valueOf(form, name), values))
    form.addEventListener('input', draw)
    draw()
  }
  if (frames.length > 0) startLogo(frames, form)
}

/** The picture that is chosen, before it is sent; none when it is to be removed; else the one that holds. */
function startLogo(frames: readonly HTMLElement[], form: HTMLFormElement): void {
  const chosen = form.elements.namedItem('logo')
  const removed = form.elements.namedItem('removeLogo')
  const kept = frames[0]?.querySelector('.paper-logo')?.getAttribute('src') ?? ''
  let made = ''
  form.addEventListener('change', ({ target }) => {
    if (target !== chosen && target !== removed) return
    if (made !== '') URL.revokeObjectURL(made)
    const file = chosen instanceof HTMLInputElement ? chosen.files?.[0] : undefined
    made = file === undefined ? '' : URL.createObjectURL(file)
    const isRemoved = removed instanceof HTMLInputElement && removed.checked
    void drawForWord(form, file)
    const shown = made === '' && !isRemoved ? kept : made
    frames.forEach((frame) => showLogo(frame, shown))
  })
}

/** Sent along with an SVG, for word processors that do not draw one. Where it cannot be drawn the SVG goes alone. */
async function drawForWord(form: HTMLFormElement, file: File | undefined): Promise<void> {
  const drawn = form.elements.namedItem('drawn')
  if (!(drawn instanceof HTMLInputElement)) return
  drawn.value = ''
  const png = file === undefined || !/svg/.test(file.type) ? null : await drawnAsPng(file).catch(() => null)
  if (png === null || png.size > 250_000) return
  const files = new DataTransfer()
  files.items.add(new File([png], 'vapen.png', { type: 'image/png' }))
  drawn.files = files.files
}

async function drawnAsPng(file: File): Promise<Blob | null> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  await image.decode().finally(() => URL.revokeObjectURL(image.src))
  const scale = 640 / Math.max(image.naturalWidth, image.naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

function showLogo(frame: HTMLElement, src: string): void {
  const image = frame.querySelector<HTMLImageElement>('.paper-logo') ?? document.createElement('img')
  if (src === '') return image.remove()
  image.className = 'paper-logo'
  image.alt = ''
  image.src = src
  if (!image.isConnected) frame.querySelector('.paper-organisation')?.before(image)
}

type Say = (name: string) => string

function redraw(frame: HTMLElement, say: Say): void {
  const has = (name: string): string => frame.dataset[name] ?? ''
  put(frame, '.paper-organisation', say('organisation') || has('organisation'))
  put(frame, '.paper-unit', say('unit'), () => after(frame, '.paper-organisation', 'paper-unit'))
  const paper = has('paper')
  put(frame, '.paper-kind p', say(`${paper}.kind`) || has('paperName'))
  const usual: readonly string[] = JSON.parse(has('headings'))
  const headings = all('.paper > :is(h4, h5)', frame).slice(-usual.length)
  for (const [at, heading] of headings.entries())
    heading.textContent = say(`${paper}.headings.${at}`) || (usual[at] ?? '')
  between(frame.querySelector('.paper-title'), say(`${paper}.opening`))
  between(headings.at(-1)?.nextElementSibling ?? null, say(`${paper}.closing`))
  put(frame, '.paper-footer', say('footer'), () => last(frame, 'paper-footer'))
}

/** What stands after an element, up to the next heading or the footer, is these words. */
function between(start: Element | null, words: string): void {
  if (start === null) return
  while (start.nextElementSibling !== null && !start.nextElementSibling.matches('h4, h5, footer'))
    start.nextElementSibling.remove()
  if (words === '') return
  const made = document.createElement('p')
  made.style.whiteSpace = 'pre-line'
  made.textContent = words
  start.after(made)
}

/** The words of an element; one that is not there is made when it has some. */
function put(frame: HTMLElement, selector: string, words: string, make?: () => HTMLElement | undefined): void {
  const found = frame.querySelector<HTMLElement>(selector) ?? (words === '' ? undefined : make?.())
  if (found === undefined) return
  found.style.whiteSpace = 'pre-line'
  if (found.innerText !== words) found.textContent = words
}

function after(frame: HTMLElement, selector: string, name: string): HTMLElement | undefined {
  const made = document.createElement('p')
  made.className = name
  frame.querySelector(selector)?.after(made)
  return made
}

function last(frame: HTMLElement, name: string): HTMLElement | undefined {
  const made = document.createElement('footer')
  made.className = name
  frame.querySelector('.paper')?.append(made)
  return made
}

function valueOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.trim() : ''
}

function merged(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{([^{}\n]{1,60})\}/g, (whole, name: string) => values[name.trim().toLowerCase()] ?? whole)
}

/** Icons from @navikt/aksel-icons, drawn inline so that they take the colour of the words beside them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { html, raw, type Html } from '../html.ts'

const files = {
  search: 'MagnifyingGlass',
  person: 'Person',
  signOut: 'Leave',
  moon: 'Moon',
  sun: 'Sun',
  monitor: 'Monitor',
  globe: 'Globe',
  check: 'Checkmark',
  cross: 'XMark',
  down: 'ChevronDown',
  right: 'ChevronRight',
  left: 'ChevronLeft',
  arrowRight: 'ArrowRight',
  arrowLeft: 'ArrowLeft',
  file: 'File',
  fileText: 'FileText',
  filePdf: 'FilePdf',
  fileWord: 'FileWord',
  fileExcel: 'FileExcel',
  folder: 'Folder',
  calendar: 'Calendar',
  clock: 'Clock',
  hourglass: 'Hourglass',
  warning: 'ExclamationmarkTriangle',
  information: 'InformationSquare',
  success: 'CheckmarkCircle',
  danger: 'XMarkOctagon',
  question: 'QuestionmarkCircle',
  plus: 'Plus',
  trash: 'Trash',
  pencil: 'Pencil',
  clip: 'Paperclip',
  download: 'Download',
  upload: 'Upload',
  link: 'Link',
  mail: 'EnvelopeClosed',
  bell: 'Bell',
  gavel: 'Gavel',
  building: 'Buildings2',
  bullets: 'BulletList',
  numbers: 'NumberList',
  undo: 'ArrowUndo',
  redo: 'ArrowRedo',
  print: 'PrinterSmall',
  table: 'Table',
  tasks: 'Tasklist',
  inbox: 'Inbox',
  send: 'Paperplane',
  lock: 'PadlockLocked',
  save: 'Floppydisk',
} as const

export type IconName = keyof typeof files

const { resolve } = createRequire(import.meta.url)
const drawn = new Map<IconName, Html>()

/** A decoration beside words: hidden from screen readers. 1.25em square. */
export function icon(name: IconName): Html {
  const known = drawn.get(name)
  if (known !== undefined) return known
  const paths = read(files[name])
  const made = html`<svg class="k-icon" viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">${paths}</svg>`
  drawn.set(name, made)
  return made
}

function read(file: string): Html {
  const svg = readFileSync(resolve(`@navikt/aksel-icons/svg/${file}.svg`), 'utf8')
  const inner = svg.replace(/^[^>]*>/, '').replace(/<\/svg>\s*$/, '')
  return raw(inner.replaceAll(/fill="(?!none)[^"]*"/g, 'fill="currentColor"').trim())
}

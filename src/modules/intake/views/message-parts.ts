/** The attachments of a message, to view and to download. */

import { html, type Html } from '../../../kernel/html.ts'
import { language } from '../../../kernel/words.ts'
import { linkButton, table } from '../../../kernel/ui/index.ts'
import { messageHref, type Message, type Part } from '../model/message.ts'
import { text } from '../text/inbox.ts'

/** "240 kB": thousands, no decimals under a megabyte. */
export function sizeWords(bytes: number): string {
  const [amount, unit] =
    bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const digits = unit === 'MB' ? 1 : 0
  const said = new Intl.NumberFormat(language() === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: digits })
  return `${said.format(amount)} ${unit}`
}

const shown = /^(application\/pdf|text\/plain|image\/(png|jpeg|gif|webp))$/

/** May the browser show it where it stands? */
export function isShown({ mediaType, note }: Pick<Part, 'mediaType' | 'note'>): boolean {
  return note === null && shown.test(mediaType)
}

export function partsTable(message: Message, parts: readonly Part[]): Html {
  const words = text.message
  return table({
    caption: words.attachments,
    columns: [
      { key: 'name', head: words.file },
      { key: 'note', head: words.note },
      { key: 'size', head: words.size_, numeric: true },
      { key: 'actions', head: words.actions, quietHead: true },
    ],
    rows: parts.map((part) => ({
      cells: {
        name: part.name,
        note: part.note === null ? '' : words.notes[part.note],
        size: sizeWords(part.size),
        actions: partActions(message, part),
      },
    })),
    empty: html``,
  })
}

/** In quarantine nothing is handed out piece by piece. */
function partActions(message: Message, part: Part): Html {
  if (message.state === 'quarantined') return html``
  const href = `${messageHref(message)}/bilagor/${part.position}`
  return html`<div class="k-actions">${
    isShown(part) &&
    linkButton({ href: `${href}?visa=1`, label: text.message.view, kind: 'secondary', small: true, icon: 'fileText' })
  }${linkButton({ href, label: text.message.download, kind: 'tertiary', small: true, icon: 'download', download: true })}</div>`
}

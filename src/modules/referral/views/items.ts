/** What was typed beside the words of an answer. */

import { html, type Html } from '../../../kernel/html.ts'
import { facts, table } from '../../../kernel/ui/index.ts'
import { fileLine, itemLines, type AnswerFile } from '../../drafting/index.ts'
import type { AnswerItems } from '../model.ts'
import { text } from '../text.ts'

/** Processes are a table, files are had from the record that has them, and the rest of what was typed is facts. */
export function itemsBody({ files = [], ...items }: AnswerItems, recordId: string | null): Html {
  const t = text.answer
  const rest = itemLines({ ...items, processes: [] })
  return html`
    ${
      items.processes.length > 0 &&
      table({
        caption: t.processes,
        columns: [
          { key: 'name', head: t.process },
          { key: 'lead', head: t.lead },
          { key: 'where', head: t.where },
          { key: 'period', head: t.period },
        ],
        rows: items.processes.map((cells) => ({ cells })),
        empty: html``,
      })
    }
    ${rest.length > 0 && facts(rest.map(({ label, value }) => ({ term: label, value })))}
    ${files.length > 0 && html`<ul class="k-plain">${files.map((file) => html`<li>${fileLink(file, recordId)}</li>`)}</ul>`}
  `
}

function fileLink(file: AnswerFile, recordId: string | null): Html {
  if (recordId === null) return html`${fileLine(file)}`
  return html`<a href="/handlingar/${recordId}/innehall/${file.sha256}" download>${fileLine(file)}</a>`
}

/** Reservations and what else is written into the minutes. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  clockText,
  field,
  radios,
  rejectionOf,
  section,
  textArea,
  why,
  type Choice,
} from '../../../kernel/ui/index.ts'
import { noteKinds } from '../model/note.ts'
import type { Note } from '../model/table.ts'
import { namesOf, sayNote } from '../model/wording.ts'
import { text } from '../text.ts'
import { peopleFields } from './people.ts'
import { tablePath, type TableView } from './view.ts'

export function notesPart(view: TableView): Html {
  const { notes } = view.table
  const list = html`<ul>${notes.map((note) => html`<li>${noteLine(note)}${removing(view, note)}</li>`)}</ul>`
  return section({
    title: text.notes,
    id: 'reservationer',
    body: html`<div data-live="notes">${notes.length === 0 ? html`<p>${text.noNotes}</p>` : list}</div>
      ${view.mayWrite && noteForm(view)}${why(text.whyNotes)}`,
  })
}

function noteLine(note: Note): Html {
  const { kind, announcedAt } = note
  return html`<strong>${text.noteKinds[kind]}</strong> (${text.announced(clockText(announcedAt))}): ${sayNote(note)}`
}

function removing({ mayWrite, meeting, item }: TableView, note: Note): Html | false {
  const what = `${text.noteKinds[note.kind]}, ${namesOf(note.people)}`
  return (
    mayWrite &&
    html`<form method="post" action="${tablePath({ meetingId: meeting.id, itemId: item.id })}/anteckningar/${note.id}/ta-bort"
      ><button class="ds-button" data-variant="tertiary" data-color="neutral" data-size="sm" aria-label="${text.removeNote(what)}"
        >${text.remove}</button
      ></form
    >`
  )
}

function noteForm({ meeting, item, table, rejected }: TableView): Html {
  const action = `${tablePath({ meetingId: meeting.id, itemId: item.id })}/anteckningar`
  const back = rejectionOf(rejected, action)
  const there: Choice[] = [...(table.roll?.serving ?? []), ...(table.roll?.besides ?? [])].map((one) => ({
    value: one.personId,
    label: one.name,
  }))
  const apart = (id: string) => (back === undefined ? { id } : {})
  return html`<form class="k-form" method="post" action="${action}">
    ${peopleFields(there, back, 'antecknar')}
    ${radios({
      name: 'kind',
      label: text.kind,
      choices: noteKinds.map((value) => ({ value, label: text.noteKinds[value] })),
      value: 'reservation',
      required: true,
      inline: true,
      rejected: back,
      ...apart('vad-antecknas'),
    })}
    ${textArea({
      name: 'words',
      label: text.noteWords,
      help: text.noteWordsHelp,
      required: false,
      rows: 2,
      rejected: back,
      ...apart('anteckningens-ord'),
    })}
    ${field({
      name: 'announcedAt',
      label: text.announcedAt,
      help: text.announcedHelp,
      required: false,
      width: 's',
      rejected: back,
    })}
    ${button({ label: text.enterNote, kind: 'secondary' })}
  </form>`
}

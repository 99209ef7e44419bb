/** Reservations and what else is written into the minutes. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  clockText,
  disclosure,
  field,
  radios,
  rejectionOf,
  section,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { noteKinds } from '../model/note.ts'
import type { Note, Table } from '../model/table.ts'
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
      ${view.mayWrite && html`${writing(view)}${notesForm(view)}`}${why(text.whyNotes)}`,
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

/** A-46: what was announced is written down later. Apart from the list, which changes while one writes. */
function writing({ meeting, item, table, rejected }: TableView): Html | false {
  if (table.notes.length === 0) return false
  const forms = table.notes.map((note) => {
    const action = `${tablePath({ meetingId: meeting.id, itemId: item.id })}/anteckningar/${note.id}/text`
    const back = rejectionOf(rejected, action)
    const label = text.textOf(text.noteKinds[note.kind], namesOf(note.people))
    const area = {
      name: 'words',
      label,
      value: note.words,
      required: true,
      rows: 3,
      id: `ord-${note.id}`,
      rejected: back,
    }
    return html`<form class="k-form" method="post" action="${action}">
      ${textArea(area)}${button({ label: text.saveText, kind: 'secondary' })}
    </form>`
  })
  const isBack = table.notes.some(({ id }) => rejected?.formPath.endsWith(`${id}/text`) === true)
  return disclosure({ summary: text.writeTexts, body: html`${forms}`, open: isBack })
}

/** Reservations come when the item is settled: before that the form is out of the way. */
function notesForm(view: TableView): Html {
  const { meeting, item, table, rejected } = view
  const action = `${tablePath({ meetingId: meeting.id, itemId: item.id })}/anteckningar`
  const back = rejectionOf(rejected, action)
  const body = html`<form class="k-form" method="post" action="${action}">
    ${noteFields(table, back)}${button({ label: text.enterNote, kind: 'secondary' })}
  </form>`
  if (table.settled.length > 0 && table.course.chosen !== null) return body
  return disclosure({ summary: text.oneMoreNote, body, open: back !== undefined })
}

function noteFields({ roll }: Table, back: Rejected | undefined): Html {
  const there = [...(roll?.serving ?? []), ...(roll?.besides ?? [])].map(({ personId, name }) => ({
    value: personId,
    label: name,
  }))
  const apart = (id: string) => (back === undefined ? { id } : {})
  return html`${peopleFields(there, back, 'antecknar')}
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
    })}`
}

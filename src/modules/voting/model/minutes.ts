/** The parts of an extract that come from the table: claims, the order, votes, and what was written into the minutes. Pure. */

import type { Block } from '../../../kernel/documents/paper.ts'
import { speaking } from '../../../kernel/words.ts'
import { text } from '../text.ts'
import { noteKinds, type NoteKind } from './note.ts'
import type { Settled, Table } from './table.ts'
import { sayClaim, sayNote, sayQuestion, saySettled, type Speaking } from './wording.ts'

type Parts = { readonly before: readonly Block[]; readonly after: readonly Block[] }

/** What stands before the decision, and after it and the reservations. Always in Swedish: it is the municipality's own document. */
export function minutesOf({ claims, settled, notes }: Table, bodyName: string): Parts {
  return speaking('sv', () => ({
    before: [
      ...part(text.paper.claims, listOf(claims.map(sayClaim))),
      ...part(
        text.paper.order,
        listOf(settled.map((one) => `${sayQuestion(one, claims)} ${found(one, { claims, bodyName })}`)),
      ),
      ...settled.flatMap((one, at) => voteOf(one, at, { claims, bodyName })),
    ],
    after: noteKinds.flatMap((kind) =>
      kind === 'reservation'
        ? []
        : part(
            text.paper.notes[kind],
            notes.filter((note) => note.kind === kind).map((note) => paragraph(sayNote(note))),
          ),
    ),
  }))
}

/** The reservations, one on each line; null: there are none. */
export function reservationsOf({ notes }: Pick<Table, 'notes'>): string | null {
  const kind: NoteKind = 'reservation'
  const all = notes.filter((note) => note.kind === kind)
  return all.length === 0 ? null : speaking('sv', () => all.map(sayNote).join('\n'))
}

/** What was found by acclamation, or that a vote was asked for: it has a part of its own. */
function found(settled: Settled, speaker: Speaking): string {
  return settled.how === 'acclamation' ? saySettled(settled, speaker) : text.paper.voteAsked
}

/** an open vote with how each voted, a secret one with its totals. */
function voteOf(settled: Settled, at: number, speaker: Speaking): Block[] {
  if (settled.how === 'acclamation') return []
  const rows = settled.votes.map(({ name, vote }) => [name, text.ballots[vote]])
  const columns = [
    { head: text.paper.name, width: 3 },
    { head: text.paper.ballot, width: 1 },
  ]
  return [
    ...part(text.paper.vote(at + 1), [
      paragraph(sayQuestion(settled, speaker.claims)),
      paragraph(saySettled(settled, speaker)),
    ]),
    ...(rows.length === 0 ? [] : [{ type: 'table' as const, caption: text.paper.howEach, columns, rows }]),
  ]
}

function part(heading: string, inside: readonly Block[]): Block[] {
  return inside.length === 0 ? [] : [{ type: 'heading', level: 1, text: heading }, ...inside]
}

function listOf(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ type: 'list', ordered: true, items: items.map((item) => item.trim()) }]
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

/** Whether what was read from a record may stand anywhere else: not once the record is marked (B-04). */

import { sql, type RawBuilder } from 'kysely'
import { speaking } from '../../../kernel/words.ts'
import { text } from '../text.ts'

/** Marked, or not to be seen at all: whoever needs its words reads them in the record itself, where that is noted (E-17). */
export function isShut(recordId: string): RawBuilder<boolean> {
  return isShutRecord(sql.ref(recordId))
}

/** Of an answer: its statement, or the extract where that is all there is, as when a body abstains. */
export function isAnswerShut(answer = 's'): RawBuilder<boolean> {
  return isShutRecord(
    sql`coalesce(${sql.ref(`${answer}.statement_record_id`)}, ${sql.ref(`${answer}.extract_record_id`)})`,
  )
}

function isShutRecord(id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${id} is not null and not exists (select from registry.records k where k.id = ${id} and not k.is_secret))`
}

/** What stands for reservations in a marked extract, in the language of the authority whoever reads. */
export const reservationsShut = speaking('sv', () => text.answer.reservationsShut)

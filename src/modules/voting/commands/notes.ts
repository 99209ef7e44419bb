import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { choice, maybeWords, words as wordsOf } from '../../../kernel/fields.ts'
import { swedishInstant } from '../../../kernel/time.ts'
import { clockText } from '../../../kernel/ui/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { holdRoll } from '../../roll/index.ts'
import { clock, who } from '../model/input.ts'
import { faultsOfNote, noteKinds, type NoteFault } from '../model/note.ts'
import { itemOf, lastReservation } from '../queries/table.ts'
import { text } from '../text.ts'
import { noted, openItem } from './open.ts'

const toNote = z.object({
  itemId: z.uuid(),
  ...who,
  kind: choice(noteKinds),
  words: maybeWords(20_000).describe(
    'A reservation may be without, and its reasons come before the minutes are adjusted',
  ),
  announcedAt: clock.describe('hh:mm on the day of the meeting; left out, now'),
})

/** Enters a reservation, or what somebody may have written into the minutes. */
export const enterNote = command('voting.enter-note', toNote, async (ctx, { itemId, kind, words, ...given }) => {
  const opened = await openItem(ctx, itemId)
  const { meeting, table } = opened
  const people = [...new Set([given.personId, ...given.others])]
  if (words === null && kind !== 'reservation') throw new Invalid({ words: text.invalid.noteWords })
  const announcedAt = momentOf(ctx, meeting, given.announcedAt)
  const faults = faultsOfNote({
    kind,
    people,
    announcedAt,
    serving: table.roll?.serving.map(({ personId }) => personId) ?? [],
    besides: table.roll?.besides.map(({ personId }) => personId) ?? [],
    closedAt: meeting.closedAt,
  })
  if (faults.length > 0) throw new Invalid(Object.fromEntries(faults.map((fault) => faultOf(fault, meeting))))
  const { id } = await ctx.db
    .insertInto('voting.notes')
    .values({
      item_id: itemId,
      kind,
      words,
      announced_at: announcedAt,
      entered_by: actingPerson(ctx),
      entered_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = people.map((personId, position) => ({ note_id: id, person_id: personId, position }))
  await ctx.db.insertInto('voting.note_people').values(rows).execute()
  return { ...(await noted(ctx, opened)), noteId: id }
})

/** A clock is one of the day of the meeting; on another day there must be one. */
function momentOf(ctx: Write, { heldOn }: Meeting, given: string | null): Date {
  if (given === null && today(ctx) !== heldOn) throw new Invalid({ announcedAt: text.invalid.whenAnnounced })
  const at = given === null ? ctx.now : swedishInstant(heldOn, given)
  if (at > ctx.now) throw new Invalid({ announcedAt: text.invalid.announcedLater })
  return at
}

function faultOf(fault: NoteFault, { closedAt }: Meeting): [string, string] {
  if (fault !== 'afterClosing') return ['personId', text.invalid[fault]]
  return ['announcedAt', text.invalid.afterClosing(closedAt === null ? '' : clockText(closedAt))]
}

/** Takes a reservation or a note away, when it was taken back or noted wrongly. */
export const removeNote = command('voting.remove-note', z.object({ noteId: z.uuid() }), async (ctx, { noteId }) => {
  const opened = await openItem(ctx, found(await itemOf(ctx, { noteId })))
  await ctx.db.deleteFrom('voting.notes').where('id', '=', noteId).execute()
  return noted(ctx, opened)
})

const toWrite = z.object({ noteId: z.uuid(), words: wordsOf(20_000, () => text.invalid.noteWords) })

/** Writes the text of what was announced, or puts it right; when it was announced stays as it was. */
export const writeNote = command('voting.write-note', toWrite, async (ctx, { noteId, words }) => {
  const opened = await openItem(ctx, found(await itemOf(ctx, { noteId })))
  await ctx.db.updateTable('voting.notes').set({ words }).where('id', '=', noteId).execute()
  return noted(ctx, opened)
})

/** a meeting is not closed before a reservation that is noted. */
export async function guardClosing(ctx: Write, meeting: Meeting, closedAt: Date): Promise<void> {
  await holdRoll(ctx, meeting.id)
  const last = await lastReservation(ctx, meeting.id)
  refuseIf(last !== null && last > closedAt ? [text.obstacle.reservedAfter(clockText(last))] : [])
}

/** A meeting that is another day's, or none, has nothing on its tables. */
export async function clearTable(ctx: Write, meetingId: string): Promise<void> {
  await sql`select voting.clear(${meetingId})`.execute(ctx.db)
}

/** What every command of this module begins and ends with. */

import { ring } from '../../../kernel/bell.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { getItem, getMeeting, type AgendaItem, type Meeting } from '../../meetings/index.ts'
import { writeLedger } from '../../registry/index.ts'
import { holdRoll } from '../../roll/index.ts'
import type { Table } from '../model/table.ts'
import { tableOf } from '../queries/table.ts'
import { text } from '../text.ts'

export type Opened = { readonly meeting: Meeting; readonly item: AgendaItem; readonly table: Table }

/** An item whose table may be written, held so that two secretaries do it one after the other. */
export async function openItem(ctx: Write, itemId: string): Promise<Opened> {
  const item = await getItem(ctx, itemId)
  allowAt(ctx, (await getMeeting(ctx, item.meetingId)).authorityId)
  await holdRoll(ctx, item.meetingId)
  // Read when it is held: it may have been closed meanwhile.
  const meeting = await getMeeting(ctx, item.meetingId)
  const table = await tableOf(ctx, meeting, item)
  const obstacles: string[] = []
  if (meeting.heldOn > today(ctx)) obstacles.push(text.obstacle.notYet)
  if (meeting.state === 'cancelled') obstacles.push(text.obstacle.cancelled)
  if (!table.isCalled) obstacles.push(text.obstacle.notCalled)
  if (!table.isOnAgenda || item.state === 'withdrawn') obstacles.push(text.obstacle.notOnAgenda)
  if (table.isAdjusted) obstacles.push(text.obstacle.adjusted)
  refuseIf(obstacles)
  return { meeting, item, table }
}

/**
 * Tells those who have the page open, and the case's history that something was noted: neither what, nor whether it was entered or
 * withdrawn, for what is withdrawn leaves no trace and what stands is not read by others before the extract (B-20).
 */
export async function noted(ctx: Write, { meeting, item }: Opened): Promise<{ meetingId: string; itemId: string }> {
  await writeLedger(ctx, item.caseId, 'voting.noted', { body: meeting.bodyName })
  await ring(ctx, topicOf(item.id))
  return { meetingId: meeting.id, itemId: item.id }
}

export function topicOf(itemId: string): string {
  return `voting.${itemId}`
}

/** All who stand behind it, each once; throws `Invalid` when one of them does not serve for the item. */
export function servingOnly({ table }: Opened, people: readonly string[]): string[] {
  const all = [...new Set(people)]
  const isServing = (id: string) => table.roll?.serving.some(({ personId }) => personId === id) === true
  if (!all.every(isServing)) throw new Invalid({ personId: text.invalid.notServing })
  return all
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'voting.noted': { body: string }
  }
}

/** What `roll` puts at others: on a meeting's page, before a decision, in the extract, in a case's history. */

import { may, today, type Read, type Write } from '../../kernel/context.ts'
import type { Field } from '../../kernel/documents/index.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import type { Rejected } from '../../kernel/ui/index.ts'
import { speaking } from '../../kernel/words.ts'
import { isAnotherDay, type Deciding, type Meeting } from '../meetings/index.ts'
import type { Body } from '../organisation/index.ts'
import { factWord, type LedgerWords } from '../registry/index.ts'
import { holdRoll, settleRoll, dropRoll } from './commands/call.ts'
import { hasSeats, isQuorate, neededFor } from './model/serving.ts'
import { listElected, rollOf, rollOfItem, seatsOf } from './queries/roll.ts'
import { text } from './text.ts'
import { rollPart, servingName } from './views/part.ts'
import { seatsSection } from './views/seats.ts'

/** Shown at the authority itself, from the day of the meeting on. */
async function partOf(ctx: Read, meeting: Meeting, rejected: Rejected | undefined): Promise<Html | null> {
  const isTheirs = meeting.authorityId !== null && ctx.actor.authorities.includes(meeting.authorityId)
  if (!isTheirs || meeting.heldOn > today(ctx) || meeting.state === 'cancelled') return null
  const roll = await rollOf(ctx, meeting)
  const isOpen = roll.items.some(({ isAdjusted }) => !isAdjusted)
  const mayCall = isOpen && may(ctx.actor, 'roll.call', meeting.authorityId)
  if (!roll.isCalled && (!mayCall || roll.elected.length === 0)) return null
  return rollPart({ meeting, roll, mayCall, rejected })
}

/** once the roll is called, an item is decided only when the body is quorate for it. */
async function obstaclesOf(ctx: Write, meeting: Meeting, { itemId }: Deciding): Promise<string[]> {
  await holdRoll(ctx, meeting.id)
  const roll = await rollOfItem(ctx, meeting, itemId)
  if (roll === null || isQuorate(roll, meeting.bodyKind)) return []
  return [text.obstacle.notQuorate(roll.serving.length, roll.seats, neededFor(roll.seats))]
}

/** who decided, and who stepped out. */
async function headOf(ctx: Write, meeting: Meeting, itemId: string): Promise<Field[]> {
  await holdRoll(ctx, meeting.id)
  const roll = await rollOfItem(ctx, meeting, itemId)
  if (roll === null) return []
  const fields = speaking('sv', () => [
    { label: text.paper.serving, lines: roll.serving.map(servingName) },
    { label: text.paper.besides, lines: roll.besides.map(({ name }) => name) },
    { label: text.paper.recused, lines: roll.recused.map(({ name }) => name) },
  ])
  return fields.filter(({ lines }) => lines.length > 0)
}

async function seatsPart(ctx: Read, body: Body, rejected: Rejected | undefined): Promise<Html | null> {
  if (!hasSeats(body.kind)) return null
  const elected = await listElected(ctx, body.id, today(ctx))
  const members = elected.filter(({ order }) => order === null).length
  const mayChange = may(ctx.actor, 'roll.set-seats', body.authorityId)
  return seatsSection({ body, seats: await seatsOf(ctx, body.id), members, mayChange, rejected })
}

const ledger: readonly LedgerWords[] = [
  { event: 'roll.recused', say: ({ body }) => text.ledger.recused(factWord(body)) },
  { event: 'roll.recusal-withdrawn', say: ({ body }) => text.ledger.withdrawn(factWord(body)) },
]

export const slots: Fillings = {
  'body.part': [{ order: 5, show: seatsPart }],
  'meeting.part': [{ order: 5, show: partOf }],
  'decision.obstacle': [{ list: obstaclesOf }],
  'extract.head': [{ fields: headOf }],
  'minutes.adjusted': [
    {
      tell: (ctx, { meeting, decisions }) =>
        settleRoll(
          ctx,
          meeting,
          decisions.map(({ itemId }) => itemId),
        ),
    },
  ],
  'meeting.changed': [
    { tell: async (ctx, change) => void (isAnotherDay(change) && (await dropRoll(ctx, change.meetingId))) },
  ],
  'ledger.words': ledger,
}

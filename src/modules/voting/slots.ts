/** What `voting` puts at others: on a meeting's page, before a decision, in the extract, in a case's history. */

import { today, type Read, type Write } from '../../kernel/context.ts'
import { refuseIf } from '../../kernel/errors.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { getItem, isAnotherDay, type AdjustedPart, type Deciding, type Meeting } from '../meetings/index.ts'
import type { LedgerWords } from '../registry/index.ts'
import { holdRoll, isRollCalled, rollOf } from '../roll/index.ts'
import { clearTable, guardClosing } from './commands/notes.ts'
import { minutesOf, reservationsOf } from './model/minutes.ts'
import { isOutcomeOf } from './model/order.ts'
import { unmatchedIn } from './model/table.ts'
import { sayChosen } from './model/wording.ts'
import { countsOf, tableOf } from './queries/table.ts'
import { text } from './text.ts'
import { linksPart } from './views/table.ts'

/** Shown at the authority itself, once the roll is called. */
async function partOf(ctx: Read, meeting: Meeting): Promise<Html | null> {
  const isTheirs = meeting.authorityId !== null && ctx.actor.authorities.includes(meeting.authorityId)
  if (!isTheirs || meeting.heldOn > today(ctx) || !(await isRollCalled(ctx, meeting.id))) return null
  const { items } = await rollOf(ctx, meeting)
  return linksPart({ meeting, items, counts: await countsOf(ctx, meeting.id) })
}

/** What was begun at the table is settled there: a question that is put has an answer, and what is decided is what was chosen. */
async function obstaclesOf(ctx: Write, meeting: Meeting, { itemId, outcome }: Deciding): Promise<string[]> {
  const table = await known(ctx, meeting, itemId)
  if (table === null) return []
  const { next, chosen } = table.course
  if (next !== null) return [text.obstacle.unsettled]
  return isOutcomeOf(table, outcome) ? [] : [text.obstacle.otherOutcome(sayChosen(chosen ?? [], table.claims))]
}

/** The same of the §§ that are adjusted: what was corrected or taken back meanwhile is put right first. */
async function guardMinutes(ctx: Write, { meeting, decisions }: AdjustedPart): Promise<void> {
  for (const { itemId, outcome, paragraph } of decisions) {
    const obstacles = outcome === null ? [] : await obstaclesOf(ctx, meeting, { itemId, outcome })
    const table = await known(ctx, meeting, itemId)
    const unmatched = table === null ? [] : unmatchedIn(table)
    if (unmatched.length > 0) obstacles.push(text.obstacle.unmatched(text.say.and(unmatched)))
    refuseIf(obstacles.map((why) => `§ ${paragraph}: ${why}`))
  }
}

/** A meeting without a roll has nothing on its tables. */
async function known(ctx: Write, meeting: Meeting, itemId: string) {
  if (!(await isRollCalled(ctx, meeting.id))) return null
  return tableOf(ctx, meeting, await getItem(ctx, itemId))
}

async function partsOf(ctx: Write, meeting: Meeting, itemId: string) {
  const table = await known(ctx, meeting, itemId)
  return table === null ? { before: [], after: [] } : minutesOf(table, meeting.bodyName)
}

const ledger: readonly LedgerWords[] = [
  { event: 'voting.noted', say: ({ body }) => text.ledger.noted(typeof body === 'string' ? body : '') },
]

export const slots: Fillings = {
  'meeting.part': [{ order: 6, show: partOf }],
  'decision.obstacle': [{ list: obstaclesOf }],
  'minutes.adjusted': [{ tell: guardMinutes }],
  'extract.parts': [{ parts: partsOf }],
  'decision.reservations': [
    {
      of: async (ctx, meeting, itemId) => {
        // Held from here to the end: what is entered meanwhile waits, and finds the § adjusted.
        await holdRoll(ctx, meeting.id)
        const table = await known(ctx, meeting, itemId)
        return table === null ? null : reservationsOf(table)
      },
    },
  ],
  'meeting.closed': [{ tell: guardClosing }],
  'meeting.changed': [
    { tell: async (ctx, change) => void (isAnotherDay(change) && (await clearTable(ctx, change.meetingId))) },
  ],
  'ledger.words': ledger,
}

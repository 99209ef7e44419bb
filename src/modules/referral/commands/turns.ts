/** In which order a round asks (I-06), and sending the next of those who wait for their turn. */

import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { maybeDay, maybeWords, tick } from '../../../kernel/fields.ts'
import { doInTurn, enqueue, type JobHandler, type Schedule } from '../../../kernel/jobs.ts'
import { writeLedger } from '../../registry/index.ts'
import { text as referralText } from '../text.ts'
import type { Recipient, Round } from '../model.ts'
import {
  awaited,
  faultsOfTurns,
  mayGoByItself,
  mostTurns,
  nextTurn,
  obstaclesToSendingTurn,
  type Turn,
} from '../model/turns.ts'
import { listRecipients, lockRound } from '../queries.ts'
import { obstaclesToMore } from '../queries/turns.ts'
import { text } from '../text/turns.ts'
import { noteEdit } from './contents.ts'
import { lockDraft } from './draft.ts'
import { sendTurn } from './send.ts'

declare module '../../../kernel/jobs.ts' {
  interface Jobs {
    'referral.send-turns': Record<string, never>
  }
}

const turnNumber = z.coerce.number().int().min(1).max(mostTurns)

const chosenTurns = z.object({
  roundId: z.uuid(),
  atOnce: tick.describe('Everyone gets it at the same time; the rest is then left out'),
  reason: maybeWords(2000).describe('Why some are awaited before others are asked: it must be there'),
  days: z.array(maybeDay).max(mostTurns).default([]).describe('The last answer day of each turn, the first one first'),
  turns: z
    .record(z.uuid(), turnNumber)
    .default({})
    .describe('The turn of each recipient, by its id; one that is left out keeps its own'),
})

/** Says that everyone is asked at once, or in which turns and why (väljer i vilken ordning). While the round is a draft. */
export const setTurns = command('referral.set-turns', chosenTurns, async (ctx, { roundId, atOnce, ...chosen }) => {
  const round = await lockDraft(ctx, roundId)
  const recipients = await listRecipients(ctx, roundId)
  const ids = Object.keys(chosen.turns)
  if (ids.some((id) => !recipients.some((one) => one.id === id))) throw new Invalid({ turns: text.invalid.notAsked })
  const turnOf = (one: Recipient) => (atOnce ? 1 : (chosen.turns[one.id] ?? one.turn))
  const turns = recipients.map(turnOf)
  const faults = atOnce ? {} : faultsOfTurns({ ...chosen, turns, answerBy: round.answerBy }, today(ctx))
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  const days = atOnce ? [] : chosen.days.slice(0, Math.max(...turns)).map((day) => day ?? '')
  await keepTurns(ctx, round, { reason: atOnce ? null : chosen.reason, days })
  await sql`update referral.recipients x set turn = n.turn
    from unnest(${recipients.map(({ id }) => id)}::uuid[], ${turns}::int[]) as n (id, turn)
    where x.id = n.id`.execute(ctx.db)
  await noteEdit(ctx, round, 'turns')
})

type Kept = { readonly reason: string | null; readonly days: readonly string[] }

async function keepTurns(ctx: Write, { id }: Round, { reason, days }: Kept): Promise<void> {
  await ctx.db.updateTable('referral.rounds').set({ order_reason: reason }).where('id', '=', id).execute()
  await ctx.db.deleteFrom('referral.turns').where('round_id', '=', id).execute()
  if (days.length === 0) return
  await ctx.db
    .insertInto('referral.turns')
    .values(days.map((answer_by, at) => ({ round_id: id, number: at + 1, answer_by })))
    .execute()
}

const nextOne = z.object({
  roundId: z.uuid(),
  answerBy: maybeDay.describe('Another last answer day than the one that was planned'),
})

/** Sends a round to those whose turn is next, whether or not all before them have answered (skickar nästa omgång). */
export const sendNextTurn = command('referral.send-turn', nextOne, async (ctx, { roundId, answerBy }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  refuseIf(obstaclesToSendingTurn(round))
  const next = nextTurn(round.inTurn)
  const day = answerBy ?? next?.answerBy ?? ''
  if (next === null || day <= today(ctx)) throw new Invalid({ answerBy: referralText.obstacle.deadlinePassed })
  return sendIt(ctx, round, { next: { ...next, answerBy: day }, byItself: false })
})

type Next = { readonly next: Turn; readonly byItself: boolean }

async function sendIt(ctx: Write, round: Round, { next, byItself }: Next) {
  const recipients = await listRecipients(ctx, round.id)
  const sent = await sendTurn(ctx, round, { turn: next.number, answerBy: next.answerBy, recipients })
  await writeLedger(ctx, round.caseId, 'referral.turn-sent', {
    ...{ roundId: round.id, turn: next.number, answerBy: next.answerBy, byItself },
    recipients: sent.recipients.map(({ bodyName }) => bodyName),
    missing: awaited(recipients).map(({ bodyName }) => bodyName),
  })
  return { roundId: round.id, turn: next.number, cases: sent.cases }
}

/** Once an answer is in, those who waited for it may be next. */
export async function lookAtTurns(ctx: Write, { inTurn }: Round): Promise<void> {
  if (nextTurn(inTurn) !== null) await enqueue(ctx, 'referral.send-turns', {}, 'referral.send-turns')
}

/** For those whose case was closed without an answer, of which no answer tells. */
export const turnSchedule: Schedule = { job: 'referral.send-turns', at: '25 * * * *' }

/** Each round in a transaction of its own. */
export const turnJob: JobHandler = async (caller) => {
  await doInTurn(caller, { verb: 'referral.send-turn', list: listWaiting, each: sendByItself })
}

async function listWaiting(ctx: Write): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('referral.turns as t')
    .innerJoin('referral.rounds as r', 'r.id', 't.round_id')
    .select('r.id')
    .distinct()
    .where('r.state', '=', 'sent')
    .where('t.sent_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** In the name of the round's contact, as what comes on a link is registered. */
async function sendByItself(ctx: Write, roundId: string): Promise<void> {
  const round = await lockRound(ctx, roundId)
  const next = nextTurn(round.inTurn)
  const { contact } = round
  if (round.state !== 'sent' || next === null || contact === null) return
  if (!mayGoByItself(next, await listRecipients(ctx, roundId), today(ctx))) return
  // Said on its page and in the sender's work list; tried again when the next look is taken.
  if ((await obstaclesToMore(ctx, round)).length > 0) return
  const actor = { ...ctx.actor, personId: contact.id, name: contact.name }
  await sendIt({ ...ctx, actor }, round, { next, byItself: true })
}

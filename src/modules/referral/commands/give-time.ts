/** More time that the sender gives of its own, to some or to everyone (I-32). */

import { randomUUID } from 'node:crypto'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { decisionOnTimePaper, titlesOf } from '../model/extension-paper.ts'
import { isGranted, isNewDay, obstaclesToGivingTime } from '../model/extension.ts'
import type { Recipient } from '../model.ts'
import { listAsked, lockRecipients, lockRound } from '../queries.ts'
import { listExtensions } from '../queries/extensions.ts'
import { text } from '../text/extensions.ts'
import { givenTime } from './extension-input.ts'
import { fileName, holdAuthorities, keepPaper } from './post.ts'
import { carryOut, dayGiven, rowOf, tell } from './time-given.ts'

/**
 * Gives some, or everyone who has not answered, a new last answer day (ger ny svarstid). An earlier decision is undone so too:
 * by a new one. A request that waits at one of them is thereby granted until that day. To everyone it is never less time than
 * they have, or have asked for: an earlier day is given by name.
 */
export const giveTime = command('referral.give-time', givenTime, async (ctx, { roundId, until, ground, ...input }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  await lockRecipients(ctx, roundId)
  const unanswered = (await listAsked(ctx, roundId)).filter(({ answer }) => answer === null)
  refuseIf(obstaclesToGivingTime(round.state, unanswered.length))
  const isAll = input.recipientIds.includes('everyone')
  const changed = whoGets(unanswered, { ...input, until })
  const [first] = changed
  if (first === undefined) throw new Invalid({ until: text.invalid[isAll ? 'noLonger' : 'sameDay'] })
  dayGiven(ctx, first, until)

  const decided = { date: today(ctx), until, ground, before: null, deciderName: ctx.actor.name }
  const title = changed.length === 1 ? titlesOf(round, first).decision : titlesOf(round, first).forAll
  const files = await keepPaper(ctx, decisionOnTimePaper(round, changed, decided), fileName(title))
  await holdAuthorities(ctx, [round.authorityId, ...changed.flatMap(({ authorityId }) => authorityId ?? [])])
  const records = await tell(ctx, { round, recipients: changed, letter: { title, files } })
  const rows = changed.map((recipient) => ({
    recipient,
    row: rowOf(ctx, { ...decided, before: recipient.answerBy }, records.get(recipient.id)),
  }))
  const to = await keepGiven(ctx, { roundId, until, named: new Set(input.recipientIds), rows })
  await carryOut(ctx, { round, decided, letter: files, to })
  return { recipients: changed.length }
})

type Choice = { readonly recipientIds: readonly string[]; readonly until: string }

/** Those named; and with 'everyone' those for whom it is more time than they have. */
function whoGets(unanswered: readonly Recipient[], { recipientIds, until }: Choice): Recipient[] {
  const isAll = recipientIds.includes('everyone')
  const chosen = unanswered.filter(({ id }) => isAll || recipientIds.includes(id))
  if (chosen.length === 0) throw new Invalid({ recipientIds: text.invalid.whom })
  return chosen.filter(({ id, answerBy }) => isNewDay(until, { answerBy, isNamed: recipientIds.includes(id) }))
}

type Given = {
  readonly roundId: string
  readonly until: string
  readonly named: ReadonlySet<string>
  readonly rows: readonly { readonly recipient: Recipient; readonly row: ReturnType<typeof rowOf> }[]
}

/** In the row of the request that it grants, else in one of its own. */
async function keepGiven(ctx: Write, { roundId, until, named, rows }: Given) {
  const waiting = (await listExtensions(ctx, { roundId })).filter(({ state }) => state === 'asked')
  const kept = rows.map(({ recipient, row }) => {
    const { id } = recipient
    const request = waiting.find((one) => one.recipientId === id && isGranted(one, { until, isNamed: named.has(id) }))
    return { recipient, row, isGranted: request !== undefined, extensionId: request?.id ?? randomUUID() }
  })
  for (const { row, extensionId } of kept.filter((one) => one.isGranted))
    await ctx.db
      .updateTable('referral.extensions')
      .set({ state: 'granted', ...row })
      .where('id', '=', extensionId)
      .executeTakeFirstOrThrow()
  const unasked = kept.filter((one) => !one.isGranted)
  if (unasked.length > 0)
    await ctx.db
      .insertInto('referral.extensions')
      .values(
        unasked.map(({ recipient, row, extensionId }) => ({
          id: extensionId,
          recipient_id: recipient.id,
          ...{ state: 'granted' as const, created_at: ctx.now, ...row },
        })),
      )
      .execute()
  return kept
}

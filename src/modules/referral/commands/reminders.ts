/** Reminding those that have not answered: by hand, and by the round's own schedule. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { maybeWords } from '../../../kernel/fields.ts'
import { doInTurn, type JobHandler, type Schedule } from '../../../kernel/jobs.ts'
import { post } from '../../../kernel/post.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { morningOf, senderOf } from '../../post/index.ts'
import { writeLedger } from '../../registry/index.ts'
import { reminderLetter, type ReminderFacts } from '../model/reminder-letter.ts'
import { obstaclesToReminding, obstaclesToSettingReminders, reminderDue } from '../model/reminder.ts'
import type { OutsideWay } from '../model/slots.ts'
import type { Recipient, Round } from '../model.ts'
import { listAsked, lockRound } from '../queries.ts'
import { addresseesOf, listReminding, reminderTopic, remindersOf } from '../queries/reminders.ts'
import { text } from '../text/reminders.ts'

declare module '../../../kernel/jobs.ts' {
  interface Jobs {
    'referral.remind': Record<string, never>
  }
}

const reminding = z.object({
  roundId: z.uuid(),
  recipientIds: z
    .preprocess((given) => (typeof given === 'string' ? [given] : (given ?? [])), z.array(z.uuid()))
    .describe('Those to remind, among those that have not answered'),
  words: maybeWords(2000).describe('Own words, before what is always said'),
})

/** Reminds those that are chosen (påminner), each by letter, and writes it in the sender's case. */
export const remind = command('referral.remind', reminding, async (ctx, { roundId, recipientIds, words }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  const chosen = (await listAsked(ctx, roundId)).filter(({ id }) => recipientIds.includes(id))
  refuseIf(obstaclesToReminding(round, chosen))
  if (chosen.length === 0) throw new Invalid({ recipientIds: text.invalid.nobody })
  const { reminded, withoutAddress } = await sendReminders(ctx, round, { recipients: chosen, words, days: null })
  return { roundId, reminded, withoutAddress }
})

const dayList = z.union([z.string(), z.array(z.coerce.number()), z.number()]).transform((given, ctx) => {
  const listed = typeof given === 'string' ? given.split(/[,;\s]+/).filter((word) => word !== '') : [given].flat()
  const days = listed.map(Number)
  if (days.every((day) => Number.isInteger(day) && day >= 0 && day <= 100) && days.length <= 10) return days
  ctx.addIssue({ code: 'custom', message: text.invalid.days })
  return z.NEVER
})

const setting = z.object({
  roundId: z.uuid(),
  before: dayList.describe('Working days before the last answer day'),
  after: dayList.describe('Working days after it'),
})

/** Says when a round reminds by itself. */
export const setReminders = command('referral.set-reminders', setting, async (ctx, { roundId, before, after }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  refuseIf(obstaclesToSettingReminders(round))
  const days = [...new Set([...before, ...after.filter((day) => day > 0).map((day) => -day)])].toSorted((a, b) => b - a)
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.rounds')
    .set({ remind_on: days })
    .where('id', '=', roundId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Forbidden(ctx.guard.verb)
  await writeLedger(ctx, round.caseId, 'referral.reminders-set', { roundId, days })
  return { roundId, days }
})

type ToRemind = {
  readonly recipients: readonly Recipient[]
  readonly words: string | null
  /** Which of the schedule's; null by hand. */
  readonly days: number | null
}

async function sendReminders(ctx: Write, round: Round, { recipients, words, days }: ToRemind) {
  const from = await senderOf(ctx, round.authorityId)
  const withoutAddress: string[] = []
  const all = await addresseesOf(ctx, recipients)
  for (const recipient of recipients) {
    const addressees = all.get(recipient.id) ?? []
    if (addressees.length === 0) withoutAddress.push(recipient.bodyName)
    const about = { round, recipient, words, today: today(ctx) }
    for (const to of addressees)
      await post(ctx, {
        to,
        from,
        write: letterTo({ way: await wayOf(ctx, { round, recipient, email: to.address }), ...about }),
        about: { topic: reminderTopic, id: recipient.id, caseId: round.caseId },
      })
    await note(ctx, recipient, { days, letters: addressees.length })
  }
  await writeLedger(ctx, round.caseId, 'referral.reminded', {
    roundId: round.id,
    bodies: recipients.map(({ bodyName }) => bodyName).filter((name) => !withoutAddress.includes(name)),
    withoutAddress,
    days,
  })
  return { reminded: recipients.length - withoutAddress.length, withoutAddress }
}

const letterTo = (facts: ReminderFacts) => () => reminderLetter(facts)

/** The personal link of a body that has no case here; null for one that has. */
async function wayOf(ctx: Write, about: Parameters<OutsideWay['path']>[1]): Promise<string | null> {
  const [way] = about.recipient.caseId === null ? ctx.slots('recipient.way') : []
  return way === undefined ? null : way.path(ctx, about)
}

async function note(
  ctx: Write,
  { id, roundId, answerBy }: Recipient,
  { days, letters }: { days: number | null; letters: number },
): Promise<void> {
  await ctx.db
    .insertInto('referral.reminders')
    .values({
      recipient_id: id,
      round_id: roundId,
      at: ctx.now,
      by: ctx.actor.personId,
      days,
      answer_by: answerBy,
      letters,
    })
    .execute()
}

/** At seven on working days. */
export const reminderSchedule: Schedule = { job: 'referral.remind', at: '0 5,6 * * *' }

/** Each round in a transaction of its own; done again the same day it reminds nobody twice. */
export const reminderJob: JobHandler = async (caller) => {
  if (morningOf(caller.now, today(caller)) === null) return
  await doInTurn(caller, { verb: 'referral.remind', list: listReminding, each: remindByItself })
}

async function remindByItself(ctx: Write, roundId: string): Promise<void> {
  const round = await lockRound(ctx, roundId)
  if (round.state !== 'sent' || round.sentAt === null) return
  const days = await remindersOf(ctx, roundId)
  const done = await remindedBefore(ctx, roundId)
  const due = (await listAsked(ctx, roundId))
    .filter(({ answer }) => answer === null)
    .map((recipient) => {
      const { answerBy, askedAt } = recipient
      const sentOn = swedishDay(askedAt ?? ctx.now)
      return { recipient, days: reminderDue(days, { answerBy, sentOn, today: today(ctx) }) }
    })
    .filter(
      ({ recipient, days: which }) => which !== null && !done.has(`${recipient.id} ${which} ${recipient.answerBy}`),
    )
  for (const [which, those] of Map.groupBy(due, (one) => one.days))
    await sendReminders(ctx, round, { recipients: those.map(({ recipient }) => recipient), words: null, days: which })
}

async function remindedBefore(ctx: Write, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('referral.reminders')
    .select(['recipient_id as recipientId', 'days', 'answer_by as answerBy'])
    .where('round_id', '=', roundId)
    .where('days', 'is not', null)
    .execute()
  return new Set(rows.map(({ recipientId, days, answerBy }) => `${recipientId} ${days} ${answerBy}`))
}

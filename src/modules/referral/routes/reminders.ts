/** The doors of reminders. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { houseInLetters } from '../../../kernel/house.ts'
import { speaking } from '../../../kernel/words.ts'
import { remind, setReminders } from '../commands/reminders.ts'
import { awaited, needKinds, toRemind, type Recipient, type Round } from '../model.ts'
import { reminderLetter } from '../model/reminder-letter.ts'
import { getRound, listRecipients } from '../queries.ts'
import { listNeeds } from '../queries/needs.ts'
import { addresseesOf, listReminded, remindersOf } from '../queries/reminders.ts'
import { text } from '../text/reminders.ts'
import { remindScreen } from '../views/remind.ts'

const round = '/remisser/:roundId'
const there = (input: Readonly<Record<string, string>>) => `/remisser/${input['roundId']}#paminnelser`

const reminded = z.object({
  recipientId: z.uuid(),
  at: z.date().transform((at) => at.toISOString()),
  isByHand: z.boolean(),
  count: z.number(),
  outcome: z.enum(['waiting', 'sent', 'undelivered', 'nowhere']),
  reason: z.string().nullable(),
})

const oneRound = z.object({ roundId: z.uuid() })

const need = z.object({
  recipientId: z.uuid(),
  kind: z.enum(needKinds),
  said: z.string(),
  href: z.string(),
})

const remindPage = page(`${round}/paminn`, {
  may: 'referral.remind',
  params: oneRound,
  show: async (ctx, { roundId }, rejected) => {
    const theRound = await getRound(ctx, roundId)
    if (theRound.state === 'draft' || !may(ctx.actor, 'referral.remind', theRound.authorityId)) throw new NotFound()
    const recipients = await listRecipients(ctx, roundId)
    const due = toRemind(await listNeeds(ctx, { round: theRound, recipients }))
    const silent = theRound.state === 'sent' ? dueFirst(awaited(recipients), due) : []
    return remindScreen({
      round: theRound,
      silent,
      due,
      reminded: await listReminded(ctx, roundId),
      addressees: await addresseesOf(ctx, silent),
      letter: letterFor(ctx, theRound, silent[0]),
      house: await houseInLetters(ctx),
      rejected,
    })
  },
})

function dueFirst(silent: readonly Recipient[], due: readonly string[]): Recipient[] {
  return silent.toSorted((a, b) => Number(due.includes(b.id)) - Number(due.includes(a.id)))
}

/** As it would leave now; the link of a body outside is made when it does. */
function letterFor(ctx: Read, theRound: Round, recipient: Recipient | undefined) {
  if (recipient === undefined) return null
  const way = recipient.caseId === null ? '/svar/…' : null
  const facts = { round: theRound, recipient, words: null, way, today: today(ctx) }
  return { to: recipient.bodyName, ...speaking('sv', () => reminderLetter(facts)) }
}

export const reminders: readonly Route[] = [
  remindPage,
  form(`${round}/paminn`, remind, {
    back: `${round}/paminn`,
    then: there,
    says: ({ reminded: count, withoutAddress }) => text.sent(count, withoutAddress),
  }),
  form(`${round}/paminnelser`, setReminders, { back: round, then: there, says: () => text.saved }),
  endpoint('/referrals/:roundId/reminders', remind),
  endpoint('/referrals/:roundId/reminder-days', setReminders, 'PUT'),
  answer('/referrals/:roundId/needs', {
    may: 'someone',
    params: oneRound,
    result: z.object({ needs: z.array(need) }),
    show: async (ctx, { roundId }) => {
      const theRound = await getRound(ctx, roundId)
      const recipients = await listRecipients(ctx, roundId)
      return { needs: await listNeeds(ctx, { round: theRound, recipients }) }
    },
  }),
  answer('/referrals/:roundId/reminders', {
    may: 'someone',
    params: oneRound,
    result: z.object({ days: z.array(z.number()), reminded: z.array(reminded) }),
    show: async (ctx, { roundId }) => {
      await getRound(ctx, roundId)
      return {
        days: [...(await remindersOf(ctx, roundId))],
        reminded: [...(await listReminded(ctx, roundId)).values()],
      }
    },
  }),
]

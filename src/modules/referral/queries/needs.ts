/** What a person at the sender has to do about those that were asked. */

import { sql } from 'kysely'
import { may, today, type Read } from '../../../kernel/context.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { together } from '../../../kernel/together.ts'
import { shortDayText } from '../../../kernel/ui/index.ts'
import { letterHref } from '../../post/index.ts'
import { workingDaysTo, type Reminded } from '../model/reminder.ts'
import { isLately, isToRemind, obstaclesToDecidingExtension, type Need, type Recipient, type Round } from '../model.ts'
import { text } from '../text/needs.ts'
import { listExtensions } from './extensions.ts'
import { listInquiries } from './inquiries.ts'
import { listReminded } from './reminders.ts'

type About = { readonly round: Round; readonly recipients: readonly Recipient[] }

/** Of a round that is out, in the order in which they are to be done; nothing of one that is not, or is not one's own to follow. */
export async function listNeeds(ctx: Read, about: About): Promise<Need[]> {
  const { round, recipients } = about
  if (round.state !== 'sent' || !may(ctx.actor, 'referral.remind', round.authorityId)) return []
  const reminded = await listReminded(ctx, round.id)
  const filled = await together(ctx.slots('recipient.needs').map((one) => one.list(ctx, about)))
  const waiting = [
    ...(await timeNeeds(ctx, about)),
    ...(await inquiryNeeds(ctx, about)),
    ...filled.flat(),
    ...(await letterNeeds(ctx, about)),
    ...nowhereNeeds(ctx, about, reminded),
  ]
  // One that waits for the sender is not reminded meanwhile.
  const busy = new Set(waiting.map(({ recipientId }) => recipientId))
  const free = recipients.filter(({ id }) => !busy.has(id))
  return [...waiting, ...remindNeeds(ctx, { round, recipients: free }, reminded)]
}

async function timeNeeds(ctx: Read, { round, recipients }: About): Promise<Need[]> {
  if (!may(ctx.actor, 'referral.decide-extension', round.authorityId)) return []
  const answered = new Set(recipients.flatMap(({ id, answer }) => (answer === null ? [] : [id])))
  const asked = await listExtensions(ctx, { roundId: round.id })
  return asked.flatMap(({ recipientId, state, wantedOn }): Need[] => {
    const isAnswered = answered.has(recipientId)
    if (obstaclesToDecidingExtension({ state, roundState: round.state, isAnswered }).length > 0) return []
    const said = text.time(shortDayText(wantedOn ?? ''))
    return [{ recipientId, kind: 'time', said, href: `/remisser/${round.id}#svarstid` }]
  })
}

async function inquiryNeeds(ctx: Read, { round }: About): Promise<Need[]> {
  if (!may(ctx.actor, 'referral.reply', round.authorityId)) return []
  const open = (await listInquiries(ctx, round.id)).filter(({ answer }) => answer === null)
  const href = `/remisser/${round.id}#fragor-och-svar`
  return [...new Set(open.map(({ recipientId }) => recipientId))].map((recipientId) => ({
    ...{ recipientId, kind: 'inquiry', said: text.inquiry, href },
  }))
}

/** Letters to those that have not answered that did not arrive, that nobody has seen to, and after which none has. */
async function letterNeeds(ctx: Read, { round, recipients }: About): Promise<Need[]> {
  const silent = recipients.flatMap(({ id, answer }) => (answer === null ? [id] : []))
  const { rows } = await sql<{ id: string; recipientId: string; reason: string | null }>`
    select distinct on (l.about_id) l.id, l.about_id as "recipientId", l.reason
    from kernel.letters l
    where l.authority_id = ${round.authorityId} and l.about_id = any (${silent}::uuid[]) and l.state in ('failed', 'bounced')
      and l.again_as is null and l.settled_at is null
      and not exists (select from kernel.letters later
        where later.about_id = l.about_id and later.state = 'sent' and later.posted_at > l.posted_at)
    order by l.about_id, l.posted_at desc, l.id`.execute(ctx.db)
  const mayRead = may(ctx.actor, 'post.read', round.authorityId)
  return rows.map(({ id, recipientId, reason }) => ({
    recipientId,
    kind: 'undelivered',
    said: text.undelivered(reason),
    href: mayRead ? letterHref(id) : wayTo(round, recipients, recipientId),
  }))
}

/** Where one who does not read the house's letters sends another: a body outside has a page of its own for it. */
function wayTo({ id }: Round, recipients: readonly Recipient[], recipientId: string): string {
  const isOutside = recipients.some((one) => one.id === recipientId && one.caseId === null)
  return isOutside ? `/remisser/${id}/svar/${recipientId}` : `/remisser/${id}/paminn`
}

type Last = ReadonlyMap<string, Reminded>

function nowhereNeeds(ctx: Read, { round, recipients }: About, reminded: Last): Need[] {
  return recipients.flatMap(({ id, answer }): Need[] => {
    const last = reminded.get(id)
    if (answer !== null || last?.outcome !== 'nowhere' || !isLately(last.at, today(ctx))) return []
    const href = wayTo(round, recipients, id)
    return [{ recipientId: id, kind: 'nowhere', said: text.nowhere, href }]
  })
}

function remindNeeds(ctx: Read, { round, recipients }: About, reminded: Last): Need[] {
  const day = today(ctx)
  return recipients
    .filter((one) => isToRemind(one, { reminded: reminded.get(one.id), today: day }))
    .map(({ id, answerBy }) => {
      const last = reminded.get(id)
      const lastSaid = last === undefined ? text.never : text.last(shortDayText(swedishDay(last.at)))
      const said = text.remind(awayWords(answerBy ?? day, day), lastSaid)
      return { recipientId: id, kind: 'remind', said, href: `/remisser/${round.id}/paminn` }
    })
}

/** "3 arbetsdagar kvar", or how late it is. */
function awayWords(answerBy: string, day: string): string {
  if (answerBy === day) return text.today
  return answerBy < day ? text.passed(workingDaysTo(answerBy, day)) : text.left(workingDaysTo(day, answerBy))
}

/** When each body was reminded, how it went, and where a reminder goes. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { lettersAbout, type Posted } from '../../../kernel/post.ts'
import { addressOfAuthority, listPeopleWithRole, mailChoicesOf } from '../../organisation/index.ts'
import type { Reminded } from '../model/reminder.ts'
import type { Recipient } from '../model.ts'

export const reminderTopic = 'referral.reminder'

/** Working days before a round's last answer day on which it reminds; negative is after. */
export async function remindersOf(ctx: Read | Write, roundId: string): Promise<readonly number[]> {
  const row = await ctx.db
    .selectFrom('referral.rounds')
    .select('remind_on as days')
    .where('id', '=', roundId)
    .executeTakeFirst()
  return row?.days ?? []
}

/** Rounds that are out and remind by themselves. */
export async function listReminding(ctx: Read | Write): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('referral.rounds')
    .select('id')
    .where('state', '=', 'sent')
    .where(sql<boolean>`remind_on <> '{}'`)
    .orderBy('sent_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** The last reminder of each body that has had one. */
export async function listReminded(ctx: Read | Write, roundId: string): Promise<ReadonlyMap<string, Reminded>> {
  const rows = await ctx.db
    .selectFrom('referral.reminders')
    .distinctOn('recipient_id')
    .select(['recipient_id as recipientId', 'at', 'by', 'letters'])
    .select(sql<number>`count(*) over (partition by recipient_id)`.as('count'))
    .where('round_id', '=', roundId)
    .orderBy('recipient_id')
    .orderBy('at', 'desc')
    .execute()
  const ids = rows.map(({ recipientId }) => recipientId)
  const letters = Map.groupBy(await lettersAbout(ctx, reminderTopic, ids), ({ aboutId }) => aboutId)
  return new Map(
    rows.map(({ recipientId, at, by, count, letters: posted }) => {
      const last = (letters.get(recipientId) ?? []).filter(({ postedAt }) => postedAt >= at)
      const outcome = posted === 0 ? ('nowhere' as const) : outcomeOf(last)
      const reason = last.find(({ state }) => state === 'failed' || state === 'bounced')?.reason ?? null
      return [recipientId, { recipientId, at, isByHand: by !== null, count, outcome, reason }]
    }),
  )
}

/** One that did not arrive is what somebody has to see to. */
function outcomeOf(letters: readonly Posted[]): 'waiting' | 'sent' | 'undelivered' {
  if (letters.some(({ state }) => state === 'failed' || state === 'bounced')) return 'undelivered'
  return letters.some(({ state }) => state === 'waiting') ? 'waiting' : 'sent'
}

export type Addressee = { readonly name: string | null; readonly address: string }

/** Where a reminder goes: the body's own address, else its registrar's; and the officer's of its case, who may not want letters. */
export async function addresseesOf(ctx: Read | Write, { bodyId, caseId }: Recipient): Promise<Addressee[]> {
  const body = await ctx.db
    .selectFrom('organisation.bodies')
    .select(['name', 'email', 'authority_id as authorityId'])
    .where('id', '=', bodyId)
    .executeTakeFirst()
  const own = body?.email ? { name: body.name, address: body.email } : await registrarOf(ctx, body?.authorityId ?? null)
  const officer = caseId === null ? null : await officerOf(ctx, caseId)
  const all = [own, officer].filter((one) => one !== null)
  return all.filter(({ address }, at) => all.findIndex((one) => one.address === address) === at)
}

/** The authority's own address, else that of one of its registrars. */
async function registrarOf(ctx: Read | Write, authorityId: string | null): Promise<Addressee | null> {
  if (authorityId === null) return null
  const address = await addressOfAuthority(ctx, authorityId)
  if (address !== null) return { name: null, address }
  const [registrar] = await listPeopleWithRole(ctx, { authorityId, roles: ['registrar'] })
  return registrar === undefined ? null : { name: registrar.name, address: registrar.email }
}

async function officerOf(ctx: Read | Write, caseId: string): Promise<Addressee | null> {
  const row = await ctx.db
    .selectFrom('registry.cases as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.officer_id')
    .select(['p.id', 'p.name', 'p.email as address'])
    .where('c.id', '=', caseId)
    .executeTakeFirst()
  if (row === undefined || (await mailChoicesOf(ctx, [row.id])).get(row.id) === 'none') return null
  return { name: row.name, address: row.address }
}

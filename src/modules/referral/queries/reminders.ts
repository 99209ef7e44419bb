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

type To = Pick<Recipient, 'id' | 'bodyId' | 'caseId'>

/**
 * Where a reminder goes, by the recipient's id: the body's own address, else its registrar's; and the officer's of its case, who may
 * not want letters. In as many statements for three hundred as for one, but for the registrars.
 */
export async function addresseesOf(ctx: Read | Write, recipients: readonly To[]): Promise<Map<string, Addressee[]>> {
  const bodies = await bodiesOf(ctx, recipients)
  const officers = await officersOf(ctx, recipients)
  const registrars = new Map<string, Addressee | null>()
  const addressees = new Map<string, Addressee[]>()
  for (const { id, bodyId, caseId } of recipients) {
    const body = bodies.get(bodyId)
    const authorityId = body?.authorityId ?? ''
    if (!body?.email && !registrars.has(authorityId)) registrars.set(authorityId, await registrarOf(ctx, authorityId))
    const own = body?.email ? { name: body.name, address: body.email } : registrars.get(authorityId)
    const officer = caseId === null ? undefined : officers.get(caseId)
    const all = [own, officer].filter((one) => one !== null && one !== undefined)
    const each = all.filter(({ address }, at) => all.findIndex((one) => one.address === address) === at)
    addressees.set(id, each)
  }
  return addressees
}

async function bodiesOf(ctx: Read | Write, recipients: readonly To[]) {
  const ids = [...new Set(recipients.map(({ bodyId }) => bodyId))]
  const rows = await ctx.db
    .selectFrom('organisation.bodies')
    .select(['id', 'name', 'email', 'authority_id as authorityId'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The authority's own address, else that of one of its registrars; none of a body outside. */
async function registrarOf(ctx: Read | Write, authorityId: string): Promise<Addressee | null> {
  if (authorityId === '') return null
  const address = await addressOfAuthority(ctx, authorityId)
  if (address !== null) return { name: null, address }
  const [registrar] = await listPeopleWithRole(ctx, { authorityId, roles: ['registrar'] })
  return registrar === undefined ? null : { name: registrar.name, address: registrar.email }
}

/** Of each case, by its id, the officer who wants letters. */
async function officersOf(ctx: Read | Write, recipients: readonly To[]): Promise<Map<string, Addressee>> {
  const caseIds = recipients.flatMap(({ caseId }) => caseId ?? [])
  const rows = await ctx.db
    .selectFrom('registry.cases as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.officer_id')
    .select(['c.id as caseId', 'p.id', 'p.name', 'p.email as address'])
    .where(sql<boolean>`c.id = any (${caseIds}::uuid[])`)
    .execute()
  const choices = await mailChoicesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const wanting = rows.filter(({ id }) => choices.get(id) !== 'none')
  return new Map(wanting.map(({ caseId, name, address }) => [caseId, { name, address }]))
}

/** Who approves by default at an authority, and who answers for one who is away (I-16). */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, may, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { line } from '../model/lines.ts'
import { mostSteps, obstaclesToArranging } from '../model/chain.ts'
import { listAbsences, listSubmissionsWaiting } from '../queries.ts'
import { text } from '../text.ts'
import { tellApprovers } from './tell.ts'

const chainRole = z.object({
  name: line.pipe(z.string().max(100)),
  step: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostSteps, { error: () => text.invalid.step }),
  holders: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid())]).default([]),
})

const saving = z.object({
  authorityId: z.uuid(),
  /** A function without a name is none. */
  roles: z.array(chainRole).max(30).default([]),
})

/** Says which functions approve at an authority, in which order, and who holds them (godkännandekedja). What waits goes on as it was sent. */
export const saveChain = command('drafting.save-chain', saving, async (ctx, { authorityId, roles }) => {
  allowAt(ctx, authorityId)
  await lockAuthority(ctx, authorityId)
  const heads = new Set((await headsAt(ctx, authorityId)).map(({ id }) => id))
  const wrong: Record<string, string> = {}
  for (const [at, { name, holders }] of roles.entries()) {
    const isWrong = name !== '' && (holders.length === 0 || holders.some((id) => !heads.has(id)))
    if (isWrong) wrong[`roles.${at}.holders`] = holders.length === 0 ? text.invalid.holders : text.invalid.notHead
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)

  await ctx.db.deleteFrom('drafting.chain_roles').where('authority_id', '=', authorityId).execute()
  const named = roles.filter(({ name }) => name !== '')
  for (const [position, { name, step, holders }] of named.entries()) {
    const { id } = await ctx.db
      .insertInto('drafting.chain_roles')
      .values({ authority_id: authorityId, position, step, name })
      .returning('id')
      .executeTakeFirstOrThrow()
    const all = [...new Set(holders)].map((personId) => ({ role_id: id, person_id: personId }))
    await ctx.db.insertInto('drafting.chain_holders').values(all).execute()
  }
  return { authorityId }
})

const day = z.iso.date({ error: () => text.invalid.day })

const arranging = z
  .object({
    authorityId: z.uuid(),
    personId: z.uuid({ error: () => text.invalid.whoIsAway }),
    substituteId: z.uuid({ error: () => text.invalid.substitute }),
    fromOn: day,
    toOn: day,
  })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, { path: ['toOn'], error: () => text.invalid.endsBefore })

/**
 * Says that a head is away from a day to a day and who answers for them (ersättare vid frånvaro). What waits already waits for
 * the substitute too. Nothing is said of why: it is nobody's business.
 */
export const arrangeAbsence = command('drafting.arrange-absence', arranging, async (ctx, absence) => {
  const { authorityId, personId, substituteId, fromOn, toOn } = absence
  allowAt(ctx, authorityId)
  mayArrangeFor(ctx, absence)
  await lockAuthority(ctx, authorityId)
  const heads = new Set((await headsAt(ctx, authorityId)).map(({ id }) => id))
  if (!heads.has(personId)) throw new Invalid({ personId: text.invalid.notHead })
  if (!heads.has(substituteId)) throw new Invalid({ substituteId: text.invalid.notHead })
  if (toOn < today(ctx)) throw new Invalid({ toOn: text.invalid.hasPassed })
  refuseIf(obstaclesToArranging(absence, await listAbsences(ctx, authorityId)))

  const { id } = await ctx.db
    .insertInto('drafting.absences')
    .values({
      authority_id: authorityId,
      person_id: personId,
      substitute_id: substituteId,
      from_on: fromOn,
      to_on: toOn,
      entered_at: ctx.now,
      entered_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (fromOn <= today(ctx))
    for (const waiting of await listSubmissionsWaiting(ctx, authorityId)) await tellApprovers(ctx, waiting)
  return { absenceId: id }
})

/** Takes an absence back, or ends it before its day: the head is there again. What was answered meanwhile stands. */
export const withdrawAbsence = command(
  'drafting.withdraw-absence',
  z.object({ absenceId: z.uuid() }),
  async (ctx, { absenceId }) => {
    const absence = found(
      await ctx.db
        .selectFrom('drafting.absences')
        .select(['authority_id as authorityId', 'person_id as personId'])
        .where('id', '=', absenceId)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst(),
    )
    allowAt(ctx, absence.authorityId)
    mayArrangeFor(ctx, absence)
    await ctx.db
      .updateTable('drafting.absences')
      .set({ withdrawn_at: ctx.now })
      .where('id', '=', absenceId)
      .executeTakeFirstOrThrow()
    return { absenceId }
  },
)

/** A head speaks for themselves; those who keep the chain for every head. Throws `Forbidden`. */
function mayArrangeFor(ctx: Write, { authorityId, personId }: { authorityId: string; personId: string }): void {
  if (personId === ctx.actor.personId || may(ctx.actor, saveChain.id, authorityId)) return
  throw new Forbidden(ctx.guard.verb)
}

function headsAt(ctx: Write, authorityId: string) {
  return listPeopleWithRole(ctx, { authorityId, roles: ['head'] })
}

/** One at a time: two who save at once do not undo half of each other. */
async function lockAuthority(ctx: Write, authorityId: string): Promise<void> {
  const held = await ctx.db
    .selectFrom('organisation.authorities')
    .select('id')
    .where('id', '=', authorityId)
    .forUpdate()
    .executeTakeFirst()
  found(held)
}

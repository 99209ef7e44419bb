import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { found, Invalid, Refused, refuseIf } from '../../../kernel/errors.ts'
import { addDays } from '../../../kernel/time.ts'
import { appealCourts, choosableKind, choosableKinds, obstaclesToAppointing, roles } from '../model.ts'
import { getBody, listSeats } from '../queries.ts'
import { text } from '../text.ts'
import { courtText } from '../text/court.ts'

const needed = (max = 200) =>
  z
    .string()
    .trim()
    .min(1, { error: () => text.organisation.needed })
    .max(max)
const day = z.iso.date({ error: () => text.organisation.notADay })
const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Gives someone a role at a body from a day on (väljer, utser, anställer). KL 6:16 for the order of substitutes. */
export const appoint = command(
  'organisation.appoint',
  z
    .object({
      bodyId: z.uuid(),
      personId: z.uuid({ error: () => text.organisation.needed }),
      role: z.enum(roles, { error: () => text.organisation.needed }),
      substituteOrder: emptyIsNone(z.coerce.number().int().min(1).max(200)),
      party: emptyIsNone(z.string().trim().max(20)),
      validFrom: day,
      validTo: emptyIsNone(day),
    })
    .refine((seat) => seat.role !== 'substitute' || seat.substituteOrder !== undefined, {
      path: ['substituteOrder'],
      error: () => text.organisation.orderNeeded,
    })
    .refine((seat) => seat.role === 'substitute' || seat.substituteOrder === undefined, {
      path: ['substituteOrder'],
      error: () => text.organisation.onlySubstitutes,
    }),
  async (ctx, input) => {
    const body = await getBody(ctx, input.bodyId)
    allowAt(ctx, body.authorityId ?? ctx.actor.at)
    await ctx.db
      .selectFrom('organisation.people')
      .select('id')
      .where('id', '=', input.personId)
      .executeTakeFirst()
      .then(found)
    await ctx.db.selectFrom('organisation.bodies').select('id').where('id', '=', body.id).forUpdate().execute()
    const wanted = { ...input, substituteOrder: input.substituteOrder ?? null, validTo: input.validTo ?? null }
    refuseIf(obstaclesToAppointing(wanted, await listSeats(ctx, { bodyId: body.id })))
    return seat(ctx, wanted)
  },
)

type NewSeat = {
  bodyId: string
  personId: string
  role: (typeof roles)[number]
  substituteOrder: number | null
  party?: string | undefined
  validFrom: string
  validTo: string | null
}

async function seat(ctx: Write, wanted: NewSeat): Promise<{ membershipId: string }> {
  const { id } = await ctx.db
    .insertInto('organisation.memberships')
    .values({
      body_id: wanted.bodyId,
      person_id: wanted.personId,
      role: wanted.role,
      substitute_order: wanted.substituteOrder,
      party: wanted.party ?? null,
      valid_from: wanted.validFrom,
      valid_to: wanted.validTo,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { membershipId: id }
}

/** Ends a role on a day (entledigar, slutar). The term stays, with its dates. */
export const endMembership = command(
  'organisation.end-membership',
  z.object({ membershipId: z.uuid(), validTo: emptyIsNone(day) }),
  async (ctx, { membershipId, validTo }) => {
    const term = await ctx.db
      .selectFrom('organisation.memberships as m')
      .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
      .select([
        'm.id',
        'm.body_id as bodyId',
        'm.valid_from as validFrom',
        'm.valid_to as validTo',
        'b.authority_id as authorityId',
      ])
      .where('m.id', '=', membershipId)
      .executeTakeFirst()
      .then(found)
    allowAt(ctx, term.authorityId ?? ctx.actor.at)
    if (term.validTo !== null && term.validTo < today(ctx)) throw new Refused([text.obstacle.alreadyEnded])
    const last = validTo ?? (term.validFrom > addDays(today(ctx), -1) ? term.validFrom : addDays(today(ctx), -1))
    await ctx.db.updateTable('organisation.memberships').set({ valid_to: last }).where('id', '=', term.id).execute()
    return { bodyId: term.bodyId }
  },
)

/** Adds a person. Without a role they may sign in but do nothing. */
export const addPerson = command(
  'organisation.add-person',
  z.object({
    name: needed(),
    title: needed(),
    email: z.email({ error: () => text.organisation.notAnEmail }).max(200),
    phone: emptyIsNone(z.string().trim().max(40)),
  }),
  async (ctx, { name, title, email, phone }) => {
    allowAt(ctx, ctx.actor.at)
    const taken = await ctx.db
      .selectFrom('organisation.people')
      .select('id')
      .where('email', 'ilike', email.replace(/[\\%_]/g, '\\$&'))
      .executeTakeFirst()
    if (taken !== undefined) throw new Invalid({ email: text.organisation.emailTaken })
    const { id } = await ctx.db
      .insertInto('organisation.people')
      .values({ name, title, email, phone: phone ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { personId: id }
  },
)

/** Changes the form of an authority's reference numbers for cases to come (B-16). */
export const setNumberFormat = command(
  'organisation.set-number-format',
  z.object({
    authorityId: z.uuid(),
    numberFormat: needed(60).refine((form) => form.includes('{year}') && form.includes('{n}'), {
      error: () => text.organisation.formatWrong,
    }),
  }),
  async (ctx, { authorityId, numberFormat }) => {
    allowAt(ctx, authorityId)
    await ctx.db
      .updateTable('organisation.authorities')
      .set({ number_format: numberFormat })
      .where('id', '=', authorityId)
      .executeTakeFirstOrThrow()
  },
)

/**
 * Says that what was founded as a board is the auditors (revisorerna, KL 12 kap.), or the other way round. The whole
 * municipality's matter: an administrator of another authority says it too. Who said it and when is kept.
 */
export const setBodyKind = command(
  'organisation.set-body-kind',
  z.object({ bodyId: z.uuid(), kind: z.enum(choosableKinds, { error: () => text.organisation.needed }) }),
  async (ctx, { bodyId, kind }) => {
    const body = await ctx.db
      .selectFrom('organisation.bodies')
      .select('kind')
      .where('id', '=', bodyId)
      .forUpdate()
      .executeTakeFirst()
      .then(found)
    allowAt(ctx, ctx.actor.at)
    if (choosableKind(body) === null) throw new Refused([text.obstacle.keepsItsKind])
    if (body.kind === kind) throw new Refused([text.obstacle.isThatKind])
    await ctx.db
      .updateTable('organisation.bodies')
      .set({ kind })
      .where('id', '=', bodyId)
      .returning('id')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('organisation.kind_changes')
      .values({ body_id: bodyId, kind, changed_at: ctx.now, changed_by: actingPerson(ctx) })
      .execute()
    return { bodyId, kind }
  },
)

/** Sets the court of appeal (kammarrätten) where the municipality's refusals to give out records are appealed (OSL 6:8, B-29). */
export const setAppealCourt = command(
  'organisation.set-appeal-court',
  z.object({ court: z.enum(appealCourts, { error: () => courtText.wrong }) }),
  async (ctx, { court }) => {
    allowAt(ctx, found(ctx.actor.at))
    const setting = { appeal_court: court }
    await ctx.db
      .insertInto('organisation.municipality')
      .values(setting)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(setting))
      .execute()
  },
)

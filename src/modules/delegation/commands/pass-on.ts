/** The förvaltningschef, and what they pass on (vidaredelegation, A-93). */

import { z } from 'zod'
import { day, maybeDay, maybeWords } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { getBody, getPerson } from '../../organisation/index.ts'
import { boardKinds, lastDayBefore, obstaclesToPassingOn } from '../model.ts'
import { findDirector, getPassedOn, getRule, holderOn, listPassedOn } from '../queries.ts'
import { text } from '../text.ts'
import { holdBoard } from './hold.ts'

const chosen = z.uuid({ error: () => text.invalid.choose })

/** Notes who is förvaltningschef under a board from a day on. The one before is so until the day before. */
export const nameDirector = command(
  'delegation.name-director',
  z.object({ bodyId: chosen, personId: chosen, validFrom: day }),
  async (ctx, { bodyId, personId, validFrom }) => {
    const body = await getBody(ctx, bodyId)
    allowAt(ctx, body.authorityId)
    if (body.authorityId === null || !boardKinds.some((kind) => kind === body.kind))
      throw new Invalid({ bodyId: text.obstacle.notABoard })
    await getPerson(ctx, personId)
    await holdBoard(ctx, bodyId)
    await endDirector(ctx, { bodyId, validFrom })
    await ctx.db
      .insertInto('delegation.directors')
      .values({ body_id: bodyId, authority_id: body.authorityId, person_id: personId, valid_from: validFrom })
      .execute()
    return { bodyId, personId }
  },
)

async function endDirector(ctx: Write, { bodyId, validFrom }: { bodyId: string; validFrom: string }): Promise<void> {
  const last = await ctx.db
    .selectFrom('delegation.directors')
    .select(['id', 'valid_from as validFrom'])
    .where('body_id', '=', bodyId)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  if (last === undefined) return
  if (last.validFrom >= validFrom) throw new Invalid({ validFrom: text.invalid.directorSince(last.validFrom) })
  await ctx.db
    .updateTable('delegation.directors')
    .set({ valid_to: lastDayBefore(validFrom) })
    .where('id', '=', last.id)
    .execute()
}

const toPassOn = z.object({
  ruleId: z.uuid(),
  personId: chosen,
  validFrom: day,
  validTo: maybeDay.default(null),
  note: maybeWords(1000),
})

/** Passes a rule on to an employee: only the förvaltningschef, only where the board has allowed it. */
export const passOn = command('delegation.pass-on', toPassOn, async (ctx, { ruleId, personId, ...term }) => {
  const rule = await getRule(ctx, ruleId)
  allowAt(ctx, rule.authorityId)
  const givenBy = actingPerson(ctx)
  const director = await findDirector(ctx, rule.bodyId)
  const { terms } = await holderOn(ctx, { personId, bodyId: rule.bodyId, day: term.validFrom })
  const isEmployed = terms.some(({ role }) => employed.includes(role))
  refuseIf(obstaclesToPassingOn({ rule, isDirector: director?.personId === givenBy, isEmployed, day: term.validFrom }))
  if (term.validTo !== null && term.validTo < term.validFrom) throw new Invalid({ validTo: text.invalid.endsBefore })
  const there = await listPassedOn(ctx, { ruleId })
  const isThere = ({ personId: to, validTo }: (typeof there)[number]) =>
    to === personId && (validTo === null || validTo >= term.validFrom)
  if (there.some(isThere)) throw new Invalid({ personId: text.invalid.passedOnAlready })
  const { id } = await ctx.db
    .insertInto('delegation.passed_on')
    .values({
      rule_id: ruleId,
      authority_id: rule.authorityId,
      given_by: givenBy,
      person_id: personId,
      valid_from: term.validFrom,
      valid_to: term.validTo,
      note: term.note,
      given_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { passedOnId: id, schemeId: rule.schemeId, ruleId }
})

/** KL 7:6 speaks of an employee; who only sits on a board is none. */
const employed = ['head', 'case_officer', 'registrar', 'secretary', 'administrator']

/** Takes back what was passed on, from today. Decisions made before stand. */
export const takeBack = command(
  'delegation.take-back',
  z.object({ passedOnId: z.uuid() }),
  async (ctx, { passedOnId }) => {
    const passedOn = await getPassedOn(ctx, passedOnId)
    const rule = await getRule(ctx, passedOn.ruleId)
    allowAt(ctx, rule.authorityId)
    const director = await findDirector(ctx, rule.bodyId)
    refuseIf(director?.personId === actingPerson(ctx) ? [] : [text.obstacle.notDirector])
    const from = passedOn.validFrom > today(ctx) ? passedOn.validFrom : today(ctx)
    const { numUpdatedRows } = await ctx.db
      .updateTable('delegation.passed_on')
      .set({ valid_to: lastDayBefore(from) })
      .where('id', '=', passedOnId)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
    return { schemeId: rule.schemeId, ruleId: rule.id }
  },
)

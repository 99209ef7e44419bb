/** Who somebody is to a board on a day, and the rules that are theirs because of it. */

import type { Read } from '../../../kernel/context.ts'
import type { Role } from '../../organisation/index.ts'
import { isDelegate, seatOf, type Holder, type PassedOn, type RuleInForce } from '../model.ts'
import { findDirector, listPassedOnTo, listRulesInForce } from './schemes.ts'

/** The person's terms on the day. Two statements. */
export async function holderOn(
  ctx: Read,
  { personId, bodyId, day }: { readonly personId: string; readonly bodyId: string; readonly day: string },
): Promise<Holder> {
  const terms = await ctx.db
    .selectFrom('organisation.memberships as m')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .where('m.person_id', '=', personId)
    .where('m.valid_from', '<=', day)
    .where((on) => on.or([on('m.valid_to', 'is', null), on('m.valid_to', '>=', day)]))
    .select(['m.role', 'm.body_id as bodyId', 'b.authority_id as authorityId'])
    .execute()
  const director = await findDirector(ctx, bodyId, day)
  return { personId, terms, isDirector: director?.personId === personId }
}

/** A rule that the person may use; `passedOn` when it came to them from the director. */
export type Usable = {
  readonly rule: RuleInForce
  readonly passedOn: PassedOn | null
  /** The seat of an elected delegate. */
  readonly seat: Role | null
}

/** The rules at an authority that are the person's on the day. */
export async function listUsableRules(
  ctx: Read,
  { personId, authorityId, day }: { readonly personId: string; readonly authorityId: string; readonly day: string },
): Promise<Usable[]> {
  const rules = await listRulesInForce(ctx, authorityId, day)
  const passed = await listPassedOnTo(ctx, personId, day)
  const holders = new Map<string, Holder>()
  for (const bodyId of new Set(rules.map((rule) => rule.bodyId)))
    holders.set(bodyId, await holderOn(ctx, { personId, bodyId, day }))
  return rules.flatMap((rule): Usable[] => {
    const holder = holders.get(rule.bodyId)
    if (holder !== undefined && isDelegate(rule, holder)) return [{ rule, passedOn: null, seat: seatOf(rule, holder) }]
    const passedOn = rule.mayBePassedOn ? passed.find((each) => each.ruleId === rule.id) : undefined
    return passedOn === undefined ? [] : [{ rule, passedOn, seat: null }]
  })
}

/** How one rule is the person's; null when it is not. */
export async function usableRule(
  ctx: Read,
  { rule, personId, day }: { readonly rule: RuleInForce; readonly personId: string; readonly day: string },
): Promise<Usable | null> {
  const holder = await holderOn(ctx, { personId, bodyId: rule.bodyId, day })
  if (isDelegate(rule, holder)) return { rule, passedOn: null, seat: seatOf(rule, holder) }
  const passed = rule.mayBePassedOn ? await listPassedOnTo(ctx, personId, day) : []
  const passedOn = passed.find((each) => each.ruleId === rule.id)
  return passedOn === undefined ? null : { rule, passedOn, seat: null }
}

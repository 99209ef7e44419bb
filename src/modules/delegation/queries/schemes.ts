/** Delegation schemes, their rules, what is passed on, and who the director is. */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { compareNumbers, stateOf, type PassedOn, type Rule, type RuleInForce, type Scheme } from '../model.ts'

function selectSchemes(ctx: Read) {
  return ctx.db
    .selectFrom('delegation.schemes as s')
    .innerJoin('organisation.bodies as b', 'b.id', 's.body_id')
    .select([
      's.id',
      's.body_id as bodyId',
      'b.name as bodyName',
      's.authority_id as authorityId',
      's.version',
      's.decided_on as decidedOn',
      's.paragraph',
      's.valid_from as validFrom',
      's.valid_to as validTo',
      's.is_demo as isDemo',
      sql<number>`(select count(*) from delegation.rules r where r.scheme_id = s.id)`.as('ruleCount'),
    ])
}

/** Every version a board has had, the latest first; the draft, if there is one, before them. */
export async function listSchemes(ctx: Read, bodyId: string): Promise<Scheme[]> {
  return selectSchemes(ctx).where('s.body_id', '=', bodyId).orderBy('s.version', 'desc').execute()
}

/** Throws `NotFound`. */
export async function getScheme(ctx: Read, schemeId: string): Promise<Scheme> {
  return found(await selectSchemes(ctx).where('s.id', '=', schemeId).executeTakeFirst())
}

/** The scheme that holds on a day; null when the board has none. */
export async function findSchemeInForce(ctx: Read, bodyId: string, day: string): Promise<Scheme | null> {
  const schemes = await listSchemes(ctx, bodyId)
  return schemes.find((scheme) => stateOf(scheme, day) === 'in_force') ?? null
}

function selectRules(ctx: Read) {
  return ctx.db
    .selectFrom('delegation.rules as r')
    .innerJoin('delegation.schemes as s', 's.id', 'r.scheme_id')
    .innerJoin('organisation.bodies as b', 'b.id', 's.body_id')
    .select([
      'r.id',
      'r.scheme_id as schemeId',
      'r.number',
      'r.heading',
      'r.scope',
      'r.delegate_kind as delegateKind',
      'r.delegate_role as delegateRole',
      'r.delegate_body as delegateBodyId',
      'r.delegate_person as delegatePersonId',
      'r.delegate_words as delegate',
      'r.legal_basis as legalBasis',
      'r.conditions',
      'r.nature',
      'r.reason',
      'r.appeal',
      'r.is_reported as isReported',
      'r.may_be_passed_on as mayBePassedOn',
      's.body_id as bodyId',
      'b.name as bodyName',
      's.authority_id as authorityId',
      's.version',
      's.valid_from as validFrom',
      's.valid_to as validTo',
    ])
}

/** The rules of a scheme, in the order of their numbers. */
export async function listRules(ctx: Read, schemeId: string): Promise<RuleInForce[]> {
  const rules = await selectRules(ctx).where('r.scheme_id', '=', schemeId).execute()
  return rules.toSorted((a, b) => compareNumbers(a.number, b.number))
}

/** Throws `NotFound`. */
export async function getRule(ctx: Read, ruleId: string): Promise<RuleInForce> {
  return found(await selectRules(ctx).where('r.id', '=', ruleId).executeTakeFirst())
}

/** What holds at an authority on a day, whichever of its boards decided it. */
export async function listRulesInForce(ctx: Read, authorityId: string, day: string): Promise<RuleInForce[]> {
  const rules = await selectRules(ctx)
    .where('s.authority_id', '=', authorityId)
    .where('s.valid_from', '<=', day)
    .where((on) => on.or([on('s.valid_to', 'is', null), on('s.valid_to', '>=', day)]))
    .execute()
  return rules.toSorted((a, b) => compareNumbers(a.number, b.number))
}

function selectPassedOn(ctx: Read) {
  return ctx.db
    .selectFrom('delegation.passed_on as p')
    .innerJoin('organisation.people as to', 'to.id', 'p.person_id')
    .innerJoin('organisation.people as by', 'by.id', 'p.given_by')
    .select([
      'p.id',
      'p.rule_id as ruleId',
      'p.person_id as personId',
      'to.name as personName',
      'by.name as givenByName',
      'p.valid_from as validFrom',
      'p.valid_to as validTo',
      'p.note',
    ])
}

/** To whom the director has passed a rule on, also in the past, in order. */
export async function listPassedOn(ctx: Read, of: { ruleId: string } | { schemeId: string }): Promise<PassedOn[]> {
  const query = selectPassedOn(ctx).orderBy('p.valid_from').orderBy('to.name')
  if ('ruleId' in of) return query.where('p.rule_id', '=', of.ruleId).execute()
  return query.innerJoin('delegation.rules as r', 'r.id', 'p.rule_id').where('r.scheme_id', '=', of.schemeId).execute()
}

/** Throws `NotFound`. */
export async function getPassedOn(ctx: Read, passedOnId: string): Promise<PassedOn> {
  return found(await selectPassedOn(ctx).where('p.id', '=', passedOnId).executeTakeFirst())
}

/** What has been passed on to somebody and holds on a day. */
export async function listPassedOnTo(ctx: Read, personId: string, day: string): Promise<PassedOn[]> {
  return selectPassedOn(ctx)
    .where('p.person_id', '=', personId)
    .where('p.valid_from', '<=', day)
    .where((on) => on.or([on('p.valid_to', 'is', null), on('p.valid_to', '>=', day)]))
    .execute()
}

export type Director = { readonly personId: string; readonly name: string; readonly validFrom: string }

/** The förvaltningschef of a board on a day (today if not said); null when none is named. */
export async function findDirector(ctx: Read, bodyId: string, day: string = today(ctx)): Promise<Director | null> {
  const row = await ctx.db
    .selectFrom('delegation.directors as d')
    .innerJoin('organisation.people as p', 'p.id', 'd.person_id')
    .where('d.body_id', '=', bodyId)
    .where('d.valid_from', '<=', day)
    .where((on) => on.or([on('d.valid_to', 'is', null), on('d.valid_to', '>=', day)]))
    .select(['d.person_id as personId', 'p.name', 'd.valid_from as validFrom'])
    .orderBy('d.valid_from', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** The names that ids in rules stand for, for the table and the page. */
export async function namesOf(ctx: Read, rules: readonly Rule[]): Promise<ReadonlyMap<string, string>> {
  const bodies = rules.flatMap((rule) => rule.delegateBodyId ?? [])
  const people = rules.flatMap((rule) => rule.delegatePersonId ?? [])
  const named = async (table: 'organisation.bodies' | 'organisation.people', ids: readonly string[]) =>
    ids.length === 0 ? [] : ctx.db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
  const rows = [...(await named('organisation.bodies', bodies)), ...(await named('organisation.people', people))]
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether any board of the authority has ever decided a scheme: without one nothing is delegated. */
export async function hasScheme(ctx: Read, authorityId: string): Promise<boolean> {
  const first = await ctx.db
    .selectFrom('delegation.schemes')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('valid_from', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return first !== undefined
}

/** The rules of a board that hold on a day; none when it has no scheme. */
export async function listRulesOf(
  ctx: Read,
  { bodyId, day }: { readonly bodyId: string; readonly day: string },
): Promise<RuleInForce[]> {
  const scheme = await findSchemeInForce(ctx, bodyId, day)
  return scheme === null ? [] : listRules(ctx, scheme.id)
}

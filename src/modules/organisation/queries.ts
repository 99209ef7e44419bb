import { today, type Read, type Write } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import {
  isHeldOn,
  usualMailChoice,
  type MailChoice,
  type AppealCourt,
  type Authority,
  type Body,
  type BodyKind,
  type Membership,
  type Person,
  type Role,
} from './model.ts'

const authorityColumns = ['id', 'key', 'name', 'prefix', 'number_format as numberFormat'] as const
const bodyColumns = [
  'id',
  'key',
  'name',
  'short_name as shortName',
  'kind',
  'authority_id as authorityId',
  'parent_id as parentId',
  'email',
  'aliases',
  'is_demo as isDemo',
] as const
const personColumns = ['id', 'name', 'title', 'email', 'phone', 'is_demo as isDemo'] as const

export async function getAuthority(ctx: Read | Write, id: string): Promise<Authority> {
  return found(
    await ctx.db
      .selectFrom('organisation.authorities')
      .select(authorityColumns)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
}

export async function listAuthorities(ctx: Read | Write): Promise<Authority[]> {
  return ctx.db.selectFrom('organisation.authorities').select(authorityColumns).orderBy('name').execute()
}

export async function getBody(ctx: Read | Write, id: string): Promise<Body> {
  return found(
    await ctx.db.selectFrom('organisation.bodies').select(bodyColumns).where('id', '=', id).executeTakeFirst(),
  )
}

export type BodyFilter = {
  readonly authorityId?: string | null
  readonly kinds?: readonly BodyKind[]
  readonly parentId?: string
}

export async function listBodies(
  ctx: Read | Write,
  { authorityId, kinds, parentId }: BodyFilter = {},
): Promise<Body[]> {
  let query = ctx.db.selectFrom('organisation.bodies').select(bodyColumns)
  if (authorityId === null) query = query.where('authority_id', 'is', null)
  else if (authorityId !== undefined) query = query.where('authority_id', '=', authorityId)
  if (kinds !== undefined) query = query.where('kind', 'in', kinds)
  if (parentId !== undefined) query = query.where('parent_id', '=', parentId)
  return query.orderBy('name').execute()
}

/** The body that carries this name, short name or alias, however it is capitalised; null when none does. */
export async function findBodyByName(ctx: Read | Write, name: string): Promise<Body | null> {
  const wanted = name.trim().toLocaleLowerCase('sv')
  const bodies = await listBodies(ctx)
  const names = (body: Body) => [body.name, body.shortName, ...body.aliases].map((each) => each.toLocaleLowerCase('sv'))
  return bodies.find((body) => names(body).includes(wanted)) ?? null
}

export async function getPerson(ctx: Read | Write, id: string): Promise<Person> {
  return found(
    await ctx.db.selectFrom('organisation.people').select(personColumns).where('id', '=', id).executeTakeFirst(),
  )
}

export async function listPeople(ctx: Read | Write): Promise<Person[]> {
  return ctx.db.selectFrom('organisation.people').select(personColumns).orderBy('name').execute()
}

export type PersonInRole = Person & { readonly role: Role; readonly bodyId: string; readonly bodyName: string }

/** Who holds one of the roles today, at any body of the authority. One row per person, role and body. */
export async function listPeopleWithRole(
  ctx: Read | Write,
  { authorityId, roles }: { authorityId: string; roles: readonly Role[] },
): Promise<PersonInRole[]> {
  const day = today(ctx)
  return ctx.db
    .selectFrom('organisation.memberships as m')
    .innerJoin('organisation.people as p', 'p.id', 'm.person_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .where('b.authority_id', '=', authorityId)
    .where('m.role', 'in', roles)
    .where('m.valid_from', '<=', day)
    .where((on) => on.or([on('m.valid_to', 'is', null), on('m.valid_to', '>=', day)]))
    .select([
      'p.id',
      'p.name',
      'p.title',
      'p.email',
      'p.phone',
      'p.is_demo as isDemo',
      'm.role',
      'b.id as bodyId',
      'b.name as bodyName',
    ])
    .orderBy('p.name')
    .execute()
}

export type Seat = Membership & {
  readonly personName: string
  readonly personTitle: string
  readonly bodyName: string
  readonly authorityId: string | null
}

/** Terms at a body or of a person, present first, in the order a list of members has. */
export async function listSeats(ctx: Read | Write, of: { bodyId: string } | { personId: string }): Promise<Seat[]> {
  const query = ctx.db
    .selectFrom('organisation.memberships as m')
    .innerJoin('organisation.people as p', 'p.id', 'm.person_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .select([
      'm.id',
      'm.person_id as personId',
      'm.body_id as bodyId',
      'm.role',
      'm.substitute_order as substituteOrder',
      'm.party',
      'm.valid_from as validFrom',
      'm.valid_to as validTo',
      'p.name as personName',
      'p.title as personTitle',
      'b.name as bodyName',
      'b.authority_id as authorityId',
    ])
  const seats = await (
    'bodyId' in of ? query.where('m.body_id', '=', of.bodyId) : query.where('m.person_id', '=', of.personId)
  ).execute()
  return seats.toSorted(bySeat)
}

const rank: Record<Role, number> = {
  chair: 0,
  first_vice_chair: 1,
  second_vice_chair: 2,
  member: 3,
  substitute: 4,
  secretary: 5,
  head: 6,
  registrar: 7,
  case_officer: 8,
  administrator: 9,
}

function bySeat(a: Seat, b: Seat): number {
  return (
    rank[a.role] - rank[b.role] ||
    (a.substituteOrder ?? 0) - (b.substituteOrder ?? 0) ||
    a.personName.localeCompare(b.personName, 'sv')
  )
}

export function holdsToday(ctx: Pick<Read, 'now'>, seat: Pick<Membership, 'validFrom' | 'validTo'>): boolean {
  return isHeldOn(seat, today(ctx))
}

export type ApiToken = { readonly name: string; readonly hash: string; readonly expiresOn: Date }

export async function listTokens(ctx: Read, personId: string): Promise<ApiToken[]> {
  return ctx.db
    .selectFrom('organisation.api_tokens')
    .select(['name', 'token_hash as hash', 'expires_at as expiresOn'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
}

/** How each of these wants to be told by e-mail. */
export async function mailChoicesOf(
  ctx: Read | Write,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MailChoice>> {
  const chosen = new Map<string, MailChoice>(personIds.map((id) => [id, usualMailChoice]))
  if (personIds.length === 0) return chosen
  const rows = await ctx.db
    .selectFrom('organisation.mail_choices')
    .select(['person_id as personId', 'choice'])
    .where('person_id', 'in', [...personIds])
    .execute()
  for (const { personId, choice } of rows) chosen.set(personId, choice)
  return chosen
}

/** Everybody who has chosen to be told each morning. */
export async function listDigestReaders(ctx: Read | Write): Promise<Person[]> {
  return ctx.db
    .selectFrom('organisation.mail_choices as m')
    .innerJoin('organisation.people as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'p.title', 'p.email', 'p.phone', 'p.is_demo as isDemo'])
    .where('m.choice', '=', 'digest')
    .orderBy('p.name')
    .execute()
}

/** Where an authority is reached by e-mail: the address of its board, else of another of its bodies; null when none has one. */
export async function addressOfAuthority(ctx: Read | Write, authorityId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('organisation.bodies')
    .select('email')
    .where('authority_id', '=', authorityId)
    .where('email', 'is not', null)
    .orderBy((on) => on.case().when('parent_id', 'is', null).then(0).else(1).end())
    .orderBy('key')
    .limit(1)
    .executeTakeFirst()
  return row?.email ?? null
}

/** When one's calendar address was made; null when there is none. */
export async function findCalendarKey(ctx: Read, personId: string): Promise<{ madeAt: Date } | null> {
  const row = await ctx.db
    .selectFrom('organisation.calendar_keys')
    .select('created_at as madeAt')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** The people a demo city puts first at its sign-in. */
export async function listFeatured(ctx: Read): Promise<Person[]> {
  const row = await ctx.db.selectFrom('kernel.settings').select('value').where('key', '=', 'demo').executeTakeFirst()
  const ids = isFeatured(row?.value) ? row.value.featured : []
  if (ids.length === 0) return []
  const people = await ctx.db.selectFrom('organisation.people').select(personColumns).where('id', 'in', ids).execute()
  return ids.flatMap((id) => people.filter((person) => person.id === id))
}

function isFeatured(value: unknown): value is { featured: readonly string[] } {
  return typeof value === 'object' && value !== null && 'featured' in value && Array.isArray(value.featured)
}

/** Where the municipality's refusals to give out records are appealed; Göteborg until somebody has set it. */
export async function appealCourt(ctx: Read | Write): Promise<AppealCourt> {
  const row = await ctx.db.selectFrom('organisation.municipality').select('appeal_court as court').executeTakeFirst()
  return row?.court ?? 'goteborg'
}

export type KindChange = { readonly kind: BodyKind; readonly changedAt: Date; readonly changedBy: string }

/** Who said that a body is of another kind, and when; the latest first. */
export async function listKindChanges(ctx: Read, bodyId: string): Promise<KindChange[]> {
  return ctx.db
    .selectFrom('organisation.kind_changes as k')
    .innerJoin('organisation.people as p', 'p.id', 'k.changed_by')
    .where('k.body_id', '=', bodyId)
    .select(['k.kind', 'k.changed_at as changedAt', 'p.name as changedBy'])
    .orderBy('k.id', 'desc')
    .execute()
}

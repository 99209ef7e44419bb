/** Who holds a session or a token, and what their roles let them do today. */

import { sql } from 'kysely'
import { nobody, type Actor } from '../../kernel/context.ts'
import { reading, type Database, type ReadDb } from '../../kernel/db.ts'
import type { Identify, Signed } from '../../kernel/http/parts.ts'
import { hashToken } from '../../kernel/secrets.ts'
import { swedishDay } from '../../kernel/time.ts'
import { grantsOf, type GrantTable } from './model.ts'

type Held = {
  role: string
  authorityId: string | null
  authorityName: string | null
  prefix: string | null
}

/** Identifies by bearer token, the key in a calendar's address, or session, with the permissions that the table gives each role. One round trip. */
export function identifyWith(table: GrantTable): Identify {
  return async (db, proof, now) => {
    const [kind, token] = shown(proof)
    if (token === undefined) return null
    const { rows } = await sql<Identified>`
      select person_id as "personId", name, title, held
      from organisation.identify(${hashToken(token)}, ${kind}, ${now}, ${swedishDay(now)})`.execute(db)
    return rows[0] === undefined ? null : signed(rows[0], table, proof.at)
  }
}

/** The strongest proof that came along. */
function shown({ bearer, calendar, session }: Parameters<Identify>[1]): [string, string | undefined] {
  if (bearer !== undefined) return ['bearer', bearer]
  return calendar === undefined ? ['session', session] : ['calendar', calendar]
}

/** The same for a known person: the command line and the loading of the demo city. */
export function actorFor(db: Database, table: GrantTable, personId: string, now: Date): Promise<Actor | null> {
  return reading(db, nobody, async (tx) => {
    const person = await tx
      .selectFrom('organisation.people')
      .select(['id as personId', 'name', 'title'])
      .where('id', '=', personId)
      .executeTakeFirst()
    if (person === undefined) return null
    return signed({ ...person, held: await rolesHeld(tx, personId, swedishDay(now)) }, table, undefined).actor
  })
}

type Identified = { readonly personId: string; readonly name: string; readonly title: string; readonly held: Held[] }

function signed({ personId, name, title, held }: Identified, table: GrantTable, at: string | undefined): Signed {
  const authorities = served(held)
  const actor: Actor = {
    personId,
    name,
    title,
    authorities: authorities.map(({ id }) => id),
    at: authorities.find(({ id }) => id === at)?.id ?? authorities[0]?.id ?? null,
    grants: grantsOf(held, table),
    isSystem: false,
  }
  return { actor, authorities }
}

function rolesHeld(tx: ReadDb, personId: string, day: string): Promise<Held[]> {
  return tx
    .selectFrom('organisation.memberships as m')
    .innerJoin('organisation.bodies as b', 'b.id', 'm.body_id')
    .leftJoin('organisation.authorities as a', 'a.id', 'b.authority_id')
    .where('m.person_id', '=', personId)
    .where('m.valid_from', '<=', day)
    .where((on) => on.or([on('m.valid_to', 'is', null), on('m.valid_to', '>=', day)]))
    .select(['m.role', 'b.authority_id as authorityId', 'a.name as authorityName', 'a.prefix'])
    .orderBy('m.valid_from')
    .execute()
}

function served(held: readonly Held[]): { id: string; name: string; short: string }[] {
  const byId = new Map<string, { id: string; name: string; short: string }>()
  for (const { authorityId, authorityName, prefix } of held)
    if (authorityId !== null) byId.set(authorityId, { id: authorityId, name: authorityName ?? '', short: prefix ?? '' })
  return [...byId.values()]
}

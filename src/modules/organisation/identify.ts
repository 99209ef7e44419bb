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

/** Identifies by bearer token or session, with the permissions that the table gives each role. */
export function identifyWith(table: GrantTable): Identify {
  return (db, proof, now) =>
    reading(db, nobody, async (tx) => {
      const personId = await personOf(tx, proof, now)
      return personId === null ? null : signedAs(tx, table, { personId, at: proof.at, day: swedishDay(now) })
    })
}

/** The same for a known person: the command line and the loading of the demo city. */
export function actorFor(db: Database, table: GrantTable, personId: string, now: Date): Promise<Actor | null> {
  return reading(db, nobody, async (tx) => {
    const signed = await signedAs(tx, table, { personId, at: undefined, day: swedishDay(now) })
    return signed?.actor ?? null
  })
}

async function personOf(tx: ReadDb, proof: Parameters<Identify>[1], now: Date): Promise<string | null> {
  const token = proof.bearer ?? proof.session
  if (token === undefined) return null
  const hash = hashToken(token)
  const { rows } = await (
    proof.bearer === undefined
      ? sql<{ id: string | null }>`select organisation.person_of_session(${hash}, ${now}) as id`
      : sql<{ id: string | null }>`select organisation.person_of_token(${hash}, ${now}) as id`
  ).execute(tx)
  return rows[0]?.id ?? null
}

type Wanted = { personId: string; at: string | undefined; day: string }

async function signedAs(tx: ReadDb, table: GrantTable, { personId, at, day }: Wanted): Promise<Signed | null> {
  const person = await tx
    .selectFrom('organisation.people')
    .select(['name', 'title'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) return null
  const held = await rolesHeld(tx, personId, day)
  const authorities = served(held)
  const actor: Actor = {
    personId,
    name: person.name,
    title: person.title,
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

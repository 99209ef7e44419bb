/** Builders for tests: an authority with its board, and people in roles. What a test does not care about is filled in. */

import { randomBytes } from 'node:crypto'
import type { Database } from '../../kernel/db.ts'
import type { BodyKind, Role } from './model.ts'

const word = () => randomBytes(4).toString('hex')
const letters = () => [...randomBytes(5)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')

export type TestAuthority = {
  readonly authorityId: string
  readonly bodyId: string
  readonly prefix: string
  readonly name: string
}

/** An authority with a registry, and the board (or other body) that it is. */
export async function anAuthority(
  db: Database,
  facts: { name?: string; prefix?: string; kind?: BodyKind; numberFormat?: string } = {},
): Promise<TestAuthority> {
  const { name = `${word()}nämnden`, prefix = letters(), kind = 'board' } = facts
  const { id: authorityId } = await db
    .insertInto('organisation.authorities')
    .values({
      key: word(),
      name,
      prefix,
      is_demo: true,
      ...(facts.numberFormat && { number_format: facts.numberFormat }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const bodyId = await aBody(db, { name, kind, authorityId })
  return { authorityId, bodyId, prefix, name }
}

export async function aBody(
  db: Database,
  facts: { name?: string; kind?: BodyKind; authorityId?: string | null; parentId?: string | null; aliases?: string[] },
): Promise<string> {
  const name = facts.name ?? `${word()}nämnden`
  const { id } = await db
    .insertInto('organisation.bodies')
    .values({
      key: word(),
      name,
      short_name: name,
      kind: facts.kind ?? 'board',
      authority_id: facts.authorityId ?? null,
      parent_id: facts.parentId ?? null,
      aliases: facts.aliases ?? [],
      is_demo: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A person, with these roles at this body since long ago. */
export async function aPerson(
  db: Database,
  facts: { bodyId?: string; roles?: readonly Role[]; name?: string; title?: string; order?: number } = {},
): Promise<string> {
  const { id } = await db
    .insertInto('organisation.people')
    .values({
      name: facts.name ?? `Test ${word()}`,
      title: facts.title ?? 'Handläggare',
      email: `${word()}@malmo.example`,
      is_demo: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const role of facts.roles ?? [])
    await db
      .insertInto('organisation.memberships')
      .values({
        person_id: id,
        body_id: facts.bodyId ?? '',
        role,
        valid_from: '2020-01-01',
        ...(role === 'substitute' && { substitute_order: facts.order ?? 1 }),
      })
      .execute()
  return id
}

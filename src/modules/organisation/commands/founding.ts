import type { Write } from '../../../kernel/context.ts'
import type { BodyKind, Role } from '../model.ts'

/** A whole organisation, with keys of its own that bodies and terms refer to each other by. */
export type Founding = {
  readonly authorities: readonly { readonly key: string; readonly name: string; readonly prefix: string }[]
  /** A parent stands before its children. */
  readonly bodies: readonly {
    readonly key: string
    readonly name: string
    readonly shortName: string
    readonly kind: BodyKind
    readonly authority: string | null
    readonly parent: string | null
    readonly email: string
    readonly aliases: readonly string[]
    readonly isInvented: boolean
  }[]
  readonly people: readonly {
    readonly key: string
    readonly name: string
    readonly title: string
    readonly email: string
    readonly phone: string
  }[]
  readonly memberships: readonly {
    readonly person: string
    readonly body: string
    readonly role: Role
    readonly order?: number
    readonly party?: string
    readonly from: string
    readonly to: string | null
  }[]
}

/** Database ids by the founding's own keys. */
export type Founded = {
  readonly authorities: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

const byKey = (rows: readonly { id: string; key: string | null }[]) =>
  new Map(rows.map(({ id, key }) => [key ?? '', id]))

/** Writes a whole organisation at once, for an empty store. A step of the one who loads, not a command of its own. */
export async function foundOrganisation(ctx: Write, founding: Founding): Promise<Founded> {
  const authorities = byKey(
    await ctx.db
      .insertInto('organisation.authorities')
      .values(founding.authorities.map(({ key, name, prefix }) => ({ key, name, prefix, is_demo: ctx.isDemo })))
      .returning(['id', 'key'])
      .execute(),
  )
  const bodies = await foundBodies(ctx, founding, authorities)
  const people = byKey(
    await ctx.db
      .insertInto('organisation.people')
      .values(founding.people.map((person) => ({ ...person, is_demo: ctx.isDemo })))
      .returning(['id', 'key'])
      .execute(),
  )
  await foundTerms(ctx, founding, { bodies, people })
  return { authorities, bodies, people }
}

async function foundBodies(
  ctx: Write,
  { bodies }: Founding,
  authorities: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const ids = byKey(
    await ctx.db
      .insertInto('organisation.bodies')
      .values(
        bodies.map((body) => ({
          key: body.key,
          name: body.name,
          short_name: body.shortName,
          kind: body.kind,
          authority_id: body.authority === null ? null : (authorities.get(body.authority) ?? null),
          email: body.email,
          aliases: [...body.aliases],
          is_demo: body.isInvented,
        })),
      )
      .returning(['id', 'key'])
      .execute(),
  )
  for (const { key, parent } of bodies)
    if (parent !== null)
      await ctx.db
        .updateTable('organisation.bodies')
        .set({ parent_id: ids.get(parent) ?? null })
        .where('key', '=', key)
        .execute()
  return ids
}

async function foundTerms(ctx: Write, { memberships }: Founding, ids: Omit<Founded, 'authorities'>): Promise<void> {
  const known = (map: ReadonlyMap<string, string>, key: string): string => {
    const id = map.get(key)
    if (id === undefined) throw new Error(`No ${key} in the founding`)
    return id
  }
  await ctx.db
    .insertInto('organisation.memberships')
    .values(
      memberships.map((term) => ({
        person_id: known(ids.people, term.person),
        body_id: known(ids.bodies, term.body),
        role: term.role,
        substitute_order: term.order ?? null,
        party: term.party ?? null,
        valid_from: term.from,
        valid_to: term.to,
      })),
    )
    .execute()
}

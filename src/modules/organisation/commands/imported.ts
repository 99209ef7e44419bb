/** Boards and officers that another system's registry names: found, or made, each under a key of its own. */

import type { Write } from '../../../kernel/context.ts'

export type ImportedBoard = { readonly prefix: string; readonly name: string }
export type ImportedOfficer = { readonly key: string; readonly name: string; readonly email: string }

/** The authority of each prefix; one that is not there is made, with the board that it is. Gives ids by prefix. */
export async function importBoards(ctx: Write, boards: readonly ImportedBoard[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>()
  for (const { prefix, name } of boards) {
    const there = await ctx.db
      .selectFrom('organisation.authorities')
      .select('id')
      .where('prefix', '=', prefix)
      .executeTakeFirst()
    known.set(prefix, there?.id ?? (await foundBoard(ctx, { prefix, name })))
  }
  return known
}

async function foundBoard(ctx: Write, { prefix, name }: ImportedBoard): Promise<string> {
  const { id } = await ctx.db
    .insertInto('organisation.authorities')
    .values({ key: `import:${prefix}`, name, prefix })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('organisation.bodies')
    .values({ key: `import:${prefix}`, name, short_name: name, kind: 'board', authority_id: id })
    .execute()
  return id
}

/** The person of each key; one that is not there is made, without an account. Gives ids and the name that holds, by key. */
export async function importOfficers(
  ctx: Write,
  { officers, title }: { readonly officers: readonly ImportedOfficer[]; readonly title: string },
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const known = new Map<string, { id: string; name: string }>()
  for (let at = 0; at < officers.length; at += 1000) {
    const some = officers.slice(at, at + 1000)
    await ctx.db
      .insertInto('organisation.people')
      .values(some.map((officer) => ({ ...officer, title })))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
    const rows = await ctx.db
      .selectFrom('organisation.people')
      .select(['id', 'key', 'name'])
      .where(
        'key',
        'in',
        some.map(({ key }) => key),
      )
      .execute()
    for (const { id, key, name } of rows) known.set(key ?? '', { id, name })
  }
  return known
}

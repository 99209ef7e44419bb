/** Going into the house and out again, and finding who acts there. */

import { sql } from 'kysely'
import type { Command } from '../../../kernel/command.ts'
import { theSystem, type Actor } from '../../../kernel/context.ts'
import { reading } from '../../../kernel/db.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Route } from '../../../kernel/http/route.ts'
import { actorFor } from '../../organisation/index.ts'
import type { House, OpenHouse } from '../model.ts'
import { text } from '../text.ts'

/** Opens the store, does the work, and closes it whatever came of it. */
export async function inside<T>(house: House, work: (open: OpenHouse) => Promise<T>, into?: string): Promise<T> {
  const open = await house.open(into)
  try {
    return await work(open)
  } finally {
    await open.close()
  }
}

/** Whom an e-mail address belongs to, with what their roles let them do today. Throws `NotFound` when nobody has it. */
export async function actorAt(open: OpenHouse, email: string): Promise<Actor> {
  const { now } = open.caller(theSystem)
  const person = await reading(open.db, theSystem, (db) =>
    db
      .selectFrom('organisation.people')
      .select('id')
      .where(sql<boolean>`lower(email) = lower(${email})`)
      .executeTakeFirst(),
  )
  const actor = person === undefined ? null : await actorFor(open.db, open.grants, person.id, now)
  if (actor === null) throw new NotFound(text.noPerson(email))
  return actor
}

/** Every command that has a door, by id. */
export function commandsOf(routes: readonly Route[]): ReadonlyMap<string, Command> {
  const found = routes.flatMap((route) => ('command' in route ? [route.command] : []))
  return new Map(found.toSorted((a, b) => a.id.localeCompare(b.id)).map((one) => [one.id, one]))
}

/** Throws `NotFound` for an id that no command has. */
export function commandCalled(routes: readonly Route[], id: string): Command {
  const command = commandsOf(routes).get(id)
  if (command === undefined) throw new NotFound(text.noSuchCommand(id))
  return command
}

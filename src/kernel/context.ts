/** Who acts, when, and with what: what every query and command is given. */

import type { ReadDb, Tx } from './db.ts'
import { Forbidden } from './errors.ts'
import type { FileStore } from './files.ts'
import type { Filled } from './slots.ts'
import { swedishDay } from './time.ts'

/** A permission is a command's id, or a page's word for reading; it is held at the authorities where one has a role. */
export type Actor = {
  readonly personId: string | null
  readonly name: string
  readonly title: string
  readonly authorities: readonly string[]
  /** The authority one works at for the moment; null for nobody and the system. */
  readonly at: string | null
  readonly grants: ReadonlyMap<string, ReadonlySet<string>>
  readonly isSystem: boolean
}

export const nobody: Actor = {
  personId: null,
  name: '',
  title: '',
  authorities: [],
  at: null,
  grants: new Map(),
  isSystem: false,
}

/** Jobs and imports: may do everything, and the ledger says that nobody in particular did it. */
export const theSystem: Actor = { ...nobody, name: 'Kraftsam', isSystem: true }

/** What a query gets. */
export type Read = {
  readonly db: ReadDb
  readonly actor: Actor
  readonly now: Date
  readonly files: FileStore
  readonly slots: Filled
  readonly isDemo: boolean
  /**
   * Where the one who asks reached the house ('https://…'), for an address that they copy themselves. Others may be made to send
   * anything there, so it never stands in a letter.
   */
  readonly origin?: string | undefined
}

/** What a command gets: the same, inside a transaction. A command may call queries; a query cannot call commands. */
export type Write = Omit<Read, 'db' | 'origin'> & {
  readonly db: Tx
  /** The command being done, and whether it has said where it is allowed: one that never asks is not committed. */
  readonly guard: { readonly verb: string; asked: boolean }
}

/** The Swedish day of the moment, 'yyyy-mm-dd' (CAL-06). */
export function today(ctx: Pick<Read, 'now'>): string {
  return swedishDay(ctx.now)
}

/** May they do this at this authority? Without an authority: anywhere at all? */
export function may(actor: Actor, permission: string, authorityId?: string | null): boolean {
  if (actor.isSystem) return true
  const where = actor.grants.get(permission)
  if (where === undefined) return false
  return authorityId === undefined || (authorityId !== null && where.has(authorityId))
}

/** The authorisation of a command, asked before it changes anything. Throws `Forbidden`. */
export function allowAt(ctx: Write, authorityId: string | null): void {
  ctx.guard.asked = true
  if (!may(ctx.actor, ctx.guard.verb, authorityId)) throw new Forbidden(ctx.guard.verb)
}

/** For the few commands that belong to no authority, such as signing out: whoever holds the permission may. */
export function allowAnywhere(ctx: Write): void {
  ctx.guard.asked = true
}

/** The person who acts. Throws `Forbidden` for the system and for nobody. */
export function actingPerson(ctx: Pick<Read, 'actor'>): string {
  if (ctx.actor.personId === null) throw new Forbidden()
  return ctx.actor.personId
}

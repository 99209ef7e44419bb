/** One change of state, and the one way in to it. Form, API and command line are doors to the same command. */

import './messages.ts'
import type { z } from 'zod'
import { allowAnywhere, type Actor, type Read, type Write } from './context.ts'
import { writing, type Database } from './db.ts'
import { Forbidden, Invalid, Unknown } from './errors.ts'

export type Command<I extends z.ZodType = z.ZodType, R = unknown> = {
  /** module.verb; also the permission to do it. */
  readonly id: `${string}.${string}`
  readonly input: I
  (ctx: Write, input: z.output<I>): Promise<R>
}

export function command<I extends z.ZodType, R = void>(
  id: Command['id'],
  input: I,
  run: (ctx: Write, input: z.output<I>) => Promise<R>,
): Command<I, R> {
  return Object.assign((ctx: Write, value: z.output<I>) => run(ctx, value), { id, input })
}

export type Caller = { readonly db: Database } & Omit<Read, 'db' | 'origin'>

/** Parses what came in at the edge. Throws `Invalid` with a reason per field, named 'answers.0.text' as forms name them. */
export function read<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw new Invalid(fields)
}

function mayTry(actor: Actor, id: string, isOpen: boolean): void {
  if (isOpen || actor.isSystem || actor.grants.has(id)) return
  if (actor.personId === null) throw new Unknown(id)
  throw new Forbidden(id)
}

/** The one way in, whatever the door: may they, is it readable, then one transaction. */
export async function perform<I extends z.ZodType, R>(
  command: Command<I, R>,
  caller: Caller,
  raw: unknown,
): Promise<R> {
  mayTry(caller.actor, command.id, openToAnyone.has(command.id))
  const input = read(command.input, raw)
  const once = () =>
    writing(caller.db, caller.actor, async (tx) => {
      const ctx: Write = { ...caller, db: tx, guard: { verb: command.id, asked: false } }
      if (openToAnyone.has(command.id)) allowAnywhere(ctx)
      const result = await command(ctx, input)
      if (!ctx.guard.asked) throw new Error(`${command.id} never asked where it is allowed`)
      return result
    })
  return again(once, 3)
}

/** PostgreSQL ends one of two commands that wait for each other. A command is one transaction, so it may simply be done anew. */
async function again<T>(work: () => Promise<T>, tries: number): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries <= 1 || !isDeadlock(error)) throw error
    return again(work, tries - 1)
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
}

/** The commands that need no sign-in: to sign in, and what whoever holds a personal link may do. A test pins this list. */
export const openToAnyone: ReadonlySet<string> = new Set([
  'answering.ask',
  'answering.join',
  'answering.part-on-link',
  'answering.rejoin-on-link',
  'answering.place-on-link',
  'answering.read-on-link',
  'answering.save',
  'answering.settle',
  'answering.submit',
  'answering.take-on-link',
  'organisation.note-attempt',
  'organisation.sign-in',
  'organisation.sign-in-as',
])

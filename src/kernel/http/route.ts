/** The doors. A module's `routes.ts` is a table of these; a page says who may see it, or it does not compile. */

import type { z } from 'zod'
import type { Command } from '../command.ts'
import type { Read } from '../context.ts'
import type { Elsewhere, Rejected, Screen } from '../ui/screen.ts'

/** 'anyone' needs no sign-in (a reviewed list), 'someone' any sign-in; else a permission. */
export type May = 'anyone' | 'someone' | `${string}.${string}`

export type Page = {
  readonly door: 'page'
  readonly path: string
  readonly may: May
  readonly params: z.ZodType
  readonly show: (ctx: Read, params: never, rejected: Rejected | undefined) => Promise<Screen | Elsewhere>
}

export type Form = {
  readonly door: 'form'
  readonly path: string
  readonly command: Command
  /** The page that comes back, with the person's own words, when the command says no. */
  readonly back: string
  /** Where to go when it is done. */
  readonly then: (input: Record<string, string>, result: unknown) => string
  /** What is said there. */
  readonly says: ((result: unknown) => string) | undefined
  readonly knows: Knows | undefined
  /** Done and committed before, if it can be, so that what was sent is there when the command itself says no. */
  readonly first: Command | undefined
  /** What is told once, in the answer itself. */
  readonly tells: Tells | undefined
}

/** The page that answers a form at once, for what must not stand in an address or be told again. */
export type Tells = (ctx: Read, input: Readonly<Record<string, string>>, result: unknown) => Promise<Screen>

/**
 * At a door that is open to anyone: a file comes with the form, and is taken once this has known who sends it by the address.
 * Throws `NotFound`.
 */
export type Knows = (ctx: Read, address: Readonly<Record<string, string>>) => Promise<unknown>

export type Endpoint = {
  readonly door: 'api'
  readonly path: string
  readonly method: 'POST' | 'PUT'
  readonly command: Command
}

export type Answer = {
  readonly door: 'answer'
  readonly path: string
  readonly may: May
  readonly params: z.ZodType
  readonly result: z.ZodType
  readonly show: (ctx: Read, params: never) => Promise<unknown>
}

/** A file to read or save. `inline` lets the browser show it. */
export type Sent = {
  readonly name: string
  readonly mediaType: string
  readonly inline: boolean
  /** Fetched again and again: answered with 304 as long as it is the same. */
  readonly isFeed?: boolean
  readonly body: Uint8Array | { readonly sha256: string; readonly size: number } | Made
}

/** What takes long to make is made when nothing of the database is held for it, and not again for who has this version. */
export type Made = { readonly version: string; readonly make: () => Promise<Uint8Array> }

export type Download = {
  readonly door: 'download'
  readonly path: string
  readonly may: May
  readonly params: z.ZodType
  readonly send: (ctx: Read, params: never) => Promise<Sent>
}

/** Server-sent events under /api/v1: what there is now, and then what is new, at each ring of the bell for the topic. */
export type Stream = {
  readonly door: 'stream'
  readonly path: string
  readonly may: May
  readonly params: z.ZodType
  readonly topic: (params: never) => string
  /** Made for each that watches, so that it can remember what it has told. Gives null when there is nothing new. */
  readonly look: (params: never) => (ctx: Read) => Promise<unknown>
}

/** Starts or ends a session: the command's result says which token the cookie takes, or null to drop it. */
export type SessionDoor = {
  readonly door: 'session'
  readonly path: string
  readonly command: Command
  /** Done and committed before, whatever comes of the command: counting the tries. */
  readonly first: Command | undefined
  readonly back: string
}

export type Route = Page | Form | Endpoint | Answer | Stream | Download | SessionDoor

export function page<P extends z.ZodType>(
  path: string,
  door: {
    may: May
    params: P
    show: (ctx: Read, params: z.output<P>, rejected?: Rejected) => Promise<Screen | Elsewhere>
  },
): Page {
  return { door: 'page', path, ...door }
}

export function form<I extends z.ZodType, R, F extends z.ZodType = z.ZodType>(
  path: string,
  command: Command<I, R>,
  door: {
    back: string
    then: (input: Record<string, string>, result: R) => string
    says?: (result: R) => string
    knows?: Knows
    first?: Command<F, unknown>
    tells?: (ctx: Read, input: Readonly<Record<string, string>>, result: R) => Promise<Screen>
  },
): Form {
  const { back, knows, first, tells: toldBy } = door
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the result is this command's own
  const then = (input: Record<string, string>, result: unknown) => door.then(input, result as R)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
  const says = door.says && ((result: unknown) => door.says?.(result as R) ?? '')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
  const tells: Tells | undefined = toldBy && ((ctx, input, result) => toldBy(ctx, input, result as R))
  return { door: 'form', path, command: widen(command), back, then, says, knows, first: first && widen(first), tells }
}

/** A POST under /api/v1, or a PUT where the same request twice is the same as once. */
export function endpoint<I extends z.ZodType, R>(
  path: string,
  command: Command<I, R>,
  method: 'POST' | 'PUT' = 'POST',
): Endpoint {
  return { door: 'api', path: `/api/v1${path}`, method, command: widen(command) }
}

/** A GET under /api/v1 that answers with JSON. */
export function answer<P extends z.ZodType, R extends z.ZodType>(
  path: string,
  door: { may: May; params: P; result: R; show: (ctx: Read, params: z.output<P>) => Promise<z.input<R>> },
): Answer {
  return { door: 'answer', path: `/api/v1${path}`, ...door }
}

export function stream<P extends z.ZodType>(
  path: string,
  door: {
    may: May
    params: P
    topic: (params: z.output<P>) => string
    look: (params: z.output<P>) => (ctx: Read) => Promise<unknown>
  },
): Stream {
  return { door: 'stream', path: `/api/v1${path}`, ...door }
}

export function download<P extends z.ZodType>(
  path: string,
  door: { may: May; params: P; send: (ctx: Read, params: z.output<P>) => Promise<Sent> },
): Download {
  return { door: 'download', path, ...door }
}

export function session<I extends z.ZodType>(
  path: string,
  command: Command<I, { token: string | null; to: string }>,
  { back, first }: { back: string; first?: Command<I, void> },
): SessionDoor {
  return { door: 'session', path, command: widen(command), first: first && widen(first), back }
}

/** The door keeps the command's own schema beside it, so the precise input type may be forgotten here. */
function widen<I extends z.ZodType, R>(command: Command<I, R>): Command {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- perform() parses with command.input before it calls
  return command as unknown as Command
}

/** What the command line is made of: the house it opens, the streams it speaks through, and its verbs. */

import type { ParseArgsConfig } from 'node:util'
import type { Actor } from '../../kernel/context.ts'
import type { Caller } from '../../kernel/command.ts'
import type { Route } from '../../kernel/http/route.ts'
import type { Database } from '../../kernel/db.ts'
import type { FileStore } from '../../kernel/files.ts'
import type pg from 'pg'

/** Words to people go to stderr, JSON to stdout. */
export type Streams = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** All that comes on stdin. */
  readonly input: () => Promise<Uint8Array>
  /** How far something has come, for a person who waits; most of what is said here is passed over. */
  readonly progress: (line: string, isLast?: boolean) => void
}

/** The store, opened, with everything that the modules make together. Close it. */
export type OpenHouse = {
  readonly db: Database
  /** Connections of the tables' owner, for what is done set by set. */
  readonly pool: pg.Pool
  readonly routes: readonly Route[]
  /** Permission → roles, for the whole house. */
  readonly grants: Readonly<Record<string, readonly string[]>>
  readonly caller: (actor: Actor) => Caller
  readonly close: () => Promise<void>
}

/** A store that is not brought up to date. Close it. */
export type BareHouse = {
  readonly jobPool: pg.Pool
  readonly files: FileStore
  readonly knownMigrations: readonly string[]
  readonly migrateTo: (migration?: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** What the entry gives: nothing is opened before it is needed, so that reading a memo needs no store. */
export type House = {
  readonly version: string
  readonly clock: () => Date
  /** With a folder: the embedded store in it, whatever the settings say. */
  readonly open: (into?: string) => Promise<OpenHouse>
  /** The store in whatever shape it is. */
  readonly openBare: (into?: string) => Promise<BareHouse>
  readonly routes: () => Promise<readonly Route[]>
  /** Starts the server, says where, and answers when it has been told to stop and has stopped. */
  readonly serve: (started: (facts: { port: number; greeting: string }) => void) => Promise<void>
}

export type Given = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

export type Verb = {
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Gives the exit code. */
  readonly run: (given: Given, house: House, streams: Streams) => Promise<number>
}

/** Asked for in a way that cannot be: the usage is shown, exit code 2. */
export class Misused extends Error {
  override readonly name = 'Misused'
}

/** A file that is not there, or not ours to read; `code` is for programs. */
export class NoFile extends Error {
  override readonly name = 'NoFile'
  readonly code: 'not-found' | 'not-permitted' | 'not-a-file'
  constructor(code: NoFile['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** The words that are a verb, as `memo parse`, and the rest. The longest that is known wins. */
export function splitVerb(args: readonly string[], known: readonly string[]): { verb: string; rest: string[] } | null {
  for (const length of [2, 1]) {
    const verb = args.slice(0, length).join(' ')
    if (args.length >= length && known.includes(verb)) return { verb, rest: args.slice(length) }
  }
  return null
}

/** An option that must be there. Throws `Misused` with the words given. */
export function needed(given: Given, name: string, otherwise: string): string {
  const value = given.options[name]
  if (typeof value !== 'string' || value === '') throw new Misused(otherwise)
  return value
}

export function optional(given: Given, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

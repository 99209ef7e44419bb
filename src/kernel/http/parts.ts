/** What the HTTP kernel is given to stand on. */

import type { Context } from 'hono'
import type { Bell } from '../bell.ts'
import type { Actor, Read } from '../context.ts'
import type { Caller } from '../command.ts'
import type { Database } from '../db.ts'
import type { FileStore } from '../files.ts'
import type { Log } from '../log.ts'
import type { Filled } from '../slots.ts'
import type { Assets } from '../ui/assets.ts'
import type { NavItem } from '../ui/screen.ts'
import type { Metrics } from './metrics.ts'
import type { Replica } from './replica.ts'
import type { Route } from './route.ts'

/** An entry of the main navigation, and how to ask what waits there. */
export type NavEntry = NavItem & { readonly waiting?: (ctx: Read) => Promise<number> }

/** Someone who is signed in, with what the frame around every page shows of them. */
export type Signed = {
  readonly actor: Actor
  readonly authorities: readonly { readonly id: string; readonly name: string; readonly short: string }[]
}

/** Who holds this session or token. Given by the module that knows people. */
export type Identify = (
  db: Database,
  proof: {
    readonly session?: string | undefined
    readonly bearer?: string | undefined
    /** The key that a calendar's address carries. */
    readonly calendar?: string | undefined
    readonly at?: string | undefined
  },
  now: Date,
) => Promise<Signed | null>

export type Parts = {
  readonly db: Database
  readonly files: FileStore
  readonly slots: Filled
  readonly clock: () => Date
  readonly log: Log
  readonly routes: readonly Route[]
  readonly identify: Identify
  readonly assets: Assets
  readonly navigation: (actor: Actor) => readonly NavEntry[]
  readonly isDemo: () => boolean
  /** Rings when something that is watched has changed; without one, those who watch look every few seconds. */
  readonly bell?: Bell
  /** A hot standby that pages are read from. */
  readonly replica?: Replica
  /** What `/metrics` tells; without it there is no such address. */
  readonly metrics?: Metrics
}

/** What is known of a request once it is known who asks. */
export type Asked = {
  readonly id: string
  readonly signed: Signed | null
  readonly actor: Actor
  readonly now: Date
  readonly byBearer: boolean
  /** 'https://kraftsam.kommunen.se', as the browser says. */
  readonly origin?: string
}

export type Env = { Variables: { asked: Asked }; Bindings: { address?: string } }
export type Ctx = Context<Env>

/** The caller for `perform`, and all but the transaction of a `Read`. */
export function callerOf(parts: Parts, asked: Asked): Caller {
  const { db, files, slots } = parts
  return { db, files, slots, actor: asked.actor, now: asked.now, isDemo: parts.isDemo() }
}

export function readOf(parts: Parts, asked: Asked): Omit<Read, 'db'> {
  const { db: _, ...rest } = callerOf(parts, asked)
  return { ...rest, origin: asked.origin }
}

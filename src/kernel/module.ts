/** What a module offers the house: its doors, its jobs, what it fills in at others, who may do what. */

import type { Read } from './context.ts'
import type { JobHandlers, Schedule } from './jobs.ts'
import type { Route } from './http/route.ts'
import type { Fillings } from './slots.ts'

export type Navigation = {
  readonly key: string
  readonly order: number
  readonly label: () => string
  readonly href: string
  /** Shown to those who hold it somewhere; 'someone': to all who are signed in. */
  readonly may: string
  /** Stands in the person's own menu, apart from where the daily work is: what is set up once, and what is one's own. */
  readonly isApart?: true
  /** How many things wait there at the authority one works at; cheap, for it is asked with every page. At most `mostWaiting`. */
  readonly waiting?: (ctx: Read) => Promise<number>
}

export type Module = {
  readonly name: string
  readonly routes: readonly Route[]
  readonly jobs?: JobHandlers
  readonly schedules?: readonly Schedule[]
  readonly slots?: Fillings
  readonly navigation?: readonly Navigation[]
  /** Permission → the roles that carry it, at the authority where one has the role. `*` is every role. */
  readonly grants: Readonly<Record<string, readonly string[]>>
}

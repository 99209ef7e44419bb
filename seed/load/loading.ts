/** What the parts of the loading share: ids by the seed's keys, and doing a command as somebody on some day. */

import { perform, type Caller, type Command } from '../../src/kernel/command.ts'
import type { Actor } from '../../src/kernel/context.ts'
import { grants } from '../../src/app.ts'
import { actorFor, type Founded } from '../../src/modules/organisation/index.ts'
import type { z } from 'zod'

export type Ground = Omit<Caller, 'actor' | 'now' | 'isDemo'> & { readonly clock: () => Date }

export type Loading = {
  readonly ground: Ground
  readonly person: (key: string) => string
  readonly body: (key: string) => string
  readonly authority: (key: string) => string
  /** Does a command as the person, at nine in the morning of the day. */
  readonly as: <I extends z.ZodType, R>(who: string, day: string, command: Command<I, R>, raw: z.input<I>) => Promise<R>
}

function known(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`The seed has no ${key}`)
  return id
}

/** Nine in the morning in Sweden, summer or winter. */
function morningOf(day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' })
  return new Date(morning.epochMilliseconds)
}

export function loadingOn(ground: Ground, founded: Founded): Loading {
  const actors = new Map<string, Actor>()
  const person = (key: string) => known(founded.people, key)
  const { clock: _, ...base } = ground
  return {
    ground,
    person,
    body: (key) => known(founded.bodies, key),
    authority: (key) => known(founded.authorities, key),
    as: async (who, day, command, raw) => {
      const now = morningOf(day)
      const actor = actors.get(who) ?? (await actorFor(ground.db, grants, person(who), now))
      if (actor === null) throw new Error(`The seed has nobody called ${who}`)
      actors.set(who, actor)
      return perform(command, { ...base, actor, now, isDemo: true }, raw)
    },
  }
}

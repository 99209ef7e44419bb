/** What the parts of the loading share: ids by the seed's keys, and doing a command as somebody on some day. */

import { perform, type Caller, type Command } from '../../src/kernel/command.ts'
import { theSystem, type Actor, type Read, type Write } from '../../src/kernel/context.ts'
import { reading, writing } from '../../src/kernel/db.ts'
import { swedishDay } from '../../src/kernel/time.ts'
import { grants } from '../../src/app.ts'
import { actorFor, type Founded } from '../../src/modules/organisation/index.ts'
import type { z } from 'zod'

export type Ground = Omit<Caller, 'actor' | 'now' | 'isDemo'> & { readonly clock: () => Date }

export type Loading = {
  readonly ground: Ground
  /** ISO day of the loading. */
  readonly today: string
  readonly person: (key: string) => string
  readonly body: (key: string) => string
  readonly authority: (key: string) => string
  /** Does a command as the person, at nine in the morning of the day. */
  readonly as: <I extends z.ZodType, R>(who: string, day: string, command: Command<I, R>, raw: z.input<I>) => Promise<R>
  /** A step that is no command of its own, in one transaction, as the person that day. */
  readonly write: <T>(who: string, day: string, step: (ctx: Write) => Promise<T>) => Promise<T>
  readonly ask: <T>(query: (ctx: Read) => Promise<T>) => Promise<T>
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
  const { clock, ...base } = ground
  const callerAs = async (who: string, day: string): Promise<Caller> => {
    const now = morningOf(day)
    const actor = actors.get(who) ?? (await actorFor(ground.db, grants, person(who), now))
    if (actor === null) throw new Error(`The seed has nobody called ${who}`)
    actors.set(who, actor)
    return { ...base, actor, now, isDemo: true }
  }
  return {
    ground,
    today: swedishDay(clock()),
    person,
    body: (key) => known(founded.bodies, key),
    authority: (key) => known(founded.authorities, key),
    as: async (who, day, command, raw) => perform(command, await callerAs(who, day), raw),
    write: async (who, day, step) => {
      const caller = await callerAs(who, day)
      return writing(ground.db, caller.actor, (db) =>
        step({ ...caller, db, guard: { verb: 'demo.load', asked: true } }),
      )
    },
    ask: (query) =>
      reading(ground.db, theSystem, (db) => query({ ...base, db, actor: theSystem, now: clock(), isDemo: true })),
  }
}

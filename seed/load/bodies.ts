/** Authorities, bodies, people and their roles. */

import { theSystem, type Write } from '../../src/kernel/context.ts'
import { writing } from '../../src/kernel/db.ts'
import { together } from '../../src/kernel/together.ts'
import { foundOrganisation, keepPassword } from '../../src/modules/organisation/index.ts'
import { authorities, bodies, memberships, people, story } from '../demo-city.ts'
import { loadingOn, type Ground, type Loading } from './loading.ts'

/** The password that the people of the story also have, for those who want to try the form. */
export const demoPassword = 'kraftsam i demostaden'

export async function loadBodies(ground: Ground): Promise<Loading> {
  const { clock, ...base } = ground
  const founded = await writing(ground.db, theSystem, async (db) => {
    const guard = { verb: 'demo.load', asked: true }
    const ctx: Write = { ...base, db, guard, actor: theSystem, now: clock(), isDemo: true }
    const made = await foundOrganisation(ctx, { authorities, bodies, people, memberships })
    const signedIn = Object.values(story).flat()
    await together(signedIn.map((key) => keepPassword(ctx, made.people.get(key) ?? '', demoPassword)))
    return made
  })
  return loadingOn(ground, founded)
}

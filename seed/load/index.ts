/** Fills an empty store with the demo city, through the same commands that people use. */

import { sql } from 'kysely'
import { theSystem } from '../../src/kernel/context.ts'
import { inHaste, reading, writing, type Database } from '../../src/kernel/db.ts'
import type { Filled } from '../../src/kernel/slots.ts'
import { rebuildSearch } from '../../src/modules/search/index.ts'
import { areas, people, story, themes } from '../demo-city.ts'
import { loadBodies } from './bodies.ts'
import { loadCalendars } from './calendars.ts'
import { loadDelegation } from './delegation.ts'
import { loadDesks } from './desk.ts'
import type { Ground, Loading } from './loading.ts'
import { loadDisclosures } from './disclosures.ts'
import { loadMail } from './mail.ts'
import { loadNeighbours } from './neighbours.ts'
import { loadNotices } from './notices.ts'
import { loadPresent } from './present.ts'
import { loadRegisters } from './registers.ts'
import { loadTemplates } from './templates.ts'
import { loadTheCase } from './the-case.ts'
import { loadWaiting } from './waiting.ts'

/** What the store says of itself: `loaded` is false while the loading goes on, so that one that was cut off begins again. */
type DemoSetting = { readonly loaded: boolean; readonly featured: readonly string[] }

const featured = [
  story.planningSecretary,
  story.registrarSTK,
  story.secretaryKSAU,
  story.registrarSN,
  story.caseOfficerSN,
  ...story.headsSN,
  story.boardSecretarySN,
]

async function setting(db: Database): Promise<DemoSetting | undefined> {
  const row = await reading(db, theSystem, (tx) =>
    tx.selectFrom('kernel.settings').select('value').where('key', '=', 'demo').executeTakeFirst(),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written only below
  return row?.value as DemoSetting | undefined
}

export async function isDemoCity(db: Database): Promise<boolean> {
  return (await setting(db))?.loaded === true
}

/** Whether there is nothing here yet, or only what an earlier loading left when it was cut off; that is cleared. */
async function isToBeLoaded(db: Database): Promise<boolean> {
  const before = await setting(db)
  if (before === undefined) return isEmpty(db)
  if (before.loaded) return false
  await clear(db)
  return true
}

async function isEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql`select from organisation.people limit 1`.execute(db)
  return rows.length === 0
}

/**
 * Loads the city if the store is empty, or if an earlier loading was cut off. `says` is told how far it has come. Without
 * its stories there are only bodies, people, calendars and registers, for those who want to live through the story themselves.
 */
export async function loadDemoCity(
  ground: Ground,
  says: (words: string) => void = () => {},
  { withStories = true }: { withStories?: boolean } = {},
): Promise<void> {
  if (!(await isToBeLoaded(ground.db))) return
  await remember(ground.db, { loaded: false, featured: [] })
  await keep(ground.db, 'drafting.choices', {
    areas: areas.map(({ name }) => name),
    themes: themes.map(({ name }) => name),
  })
  const people = await inHaste(ground.db, async (db) => {
    const loading = await loadBodies({ ...ground, db, slots: withoutSearch(ground.slots) })
    for (const part of withStories ? parts : parts.slice(0, 2)) {
      says(part.words)
      await part.load(loading)
    }
    says('Demo city: what search finds')
    await rebuildSearch(db, { isAnew: true })
    return featured.map((key) => loading.person(key))
  })
  await remember(ground.db, { loaded: true, featured: people })
}

/** As when a registry is imported: all is found when all is there, at a fifth of what it costs record by record. */
function withoutSearch(slots: Filled): Filled {
  return (slot) => (slot === 'record.changed' || slot === 'case.changed' ? [] : slots(slot))
}

/** In the order of time: what is later stands on what came before. */
const parts: readonly { words: string; load: (loading: Loading) => Promise<void> }[] = [
  { words: 'Demo city: calendars', load: loadCalendars },
  { words: 'Demo city: registers', load: loadRegisters },
  { words: 'Demo city: the referral of 2023', load: loadTheCase },
  { words: 'Demo city: smaller cases', load: loadNeighbours },
  { words: 'Demo city: the referral of today', load: loadPresent },
  { words: 'Demo city: what waits', load: loadWaiting },
  { words: 'Demo city: the inbox', load: loadMail },
  { words: 'Demo city: requests for records', load: loadDisclosures },
  { words: 'Demo city: delegated decisions', load: loadDelegation },
  { words: 'Demo city: the notice board', load: loadNotices },
  { words: 'Demo city: the desks', load: loadDesks },
  { words: 'Demo city: templates', load: loadTemplates },
]

async function clear(db: Database): Promise<void> {
  await sql`truncate organisation.authorities, organisation.people, kernel.settings, kernel.letters cascade`.execute(db)
}

function remember(db: Database, value: DemoSetting): Promise<void> {
  return keep(db, 'demo', value)
}

async function keep(db: Database, key: string, value: object): Promise<void> {
  const json = JSON.stringify(value)
  await writing(db, theSystem, (tx) =>
    tx
      .insertInto('kernel.settings')
      .values({ key, value: json })
      .onConflict((on) => on.column('key').doUpdateSet({ value: json }))
      .execute(),
  )
}

/** What the terminal says when all is ready. */
export function greetingOf(address: string, isDemo: boolean): string {
  const lines = [`Kraftsam is ready at ${address}`]
  if (isDemo)
    lines.push('Demo city: sign in without a password as one of them, e.g.', ...featured.slice(0, 5).map(named))
  return lines.join('\n')
}

function named(key: string): string {
  const person = people.find((each) => each.key === key)
  return `  ${person?.name ?? key}, ${person?.title ?? ''}`
}

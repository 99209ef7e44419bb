/** Builders for tests: cases and records made by the registry's own steps, as the person who makes them. */

import { actorOf, type World } from '../../../test/support.ts'
import type { Write } from '../../kernel/context.ts'
import { writing } from '../../kernel/db.ts'
import { anAuthority, aPerson, type TestAuthority } from '../organisation/fixtures.ts'
import type { Role } from '../organisation/index.ts'
import { markCase, markRecord } from './commands/marking.ts'
import { openCase, type NewCase } from './commands/open.ts'
import { registerRecord, type NewRecord } from './commands/register.ts'
import type { Case, NewMarking, RecordItem } from './model.ts'
import { getCase, getRecord } from './queries.ts'

export type TestRegistry = TestAuthority & { readonly registrarId: string }

/** An authority with its registry, and a registrar there. */
export async function aRegistry(world: World, facts: Parameters<typeof anAuthority>[1] = {}): Promise<TestRegistry> {
  const authority = await anAuthority(world.db, facts)
  const registrarId = await aPerson(world.db, { bodyId: authority.bodyId, roles: ['registrar'], title: 'Registrator' })
  return { ...authority, registrarId }
}

export function aColleague(world: World, registry: TestAuthority, role: Role, name?: string): Promise<string> {
  return aPerson(world.db, { bodyId: registry.bodyId, roles: [role], ...(name !== undefined && { name }) })
}

/** Steps inside one transaction of a person's, as a command would take them. */
export async function stepping<T>(world: World, personId: string, work: (ctx: Write) => Promise<T>): Promise<T> {
  const actor = await actorOf(world, personId)
  return writing(world.db, actor, (db) =>
    work({ ...world.caller(actor), db, guard: { verb: 'registry.test', asked: true } }),
  )
}

export function aCase(world: World, registry: TestRegistry, facts: Partial<NewCase> = {}): Promise<Case> {
  const { authorityId, registrarId } = registry
  return stepping(world, registrarId, (ctx) => openCase(ctx, { authorityId, title: 'Remiss om cykelvägar', ...facts }))
}

export function aFile(name = 'skrivelse.txt', words = 'Hej') {
  return { name, mediaType: 'text/plain', bytes: new TextEncoder().encode(words) }
}

export function aRecord(
  world: World,
  registry: TestRegistry,
  facts: Partial<NewRecord> & { caseId: string },
): Promise<RecordItem> {
  const whole: NewRecord = {
    direction: 'in',
    kind: 'letter',
    title: 'Skrivelse',
    party: 'Kommunstyrelsen',
    files: [aFile()],
    ...facts,
  }
  return stepping(world, registry.registrarId, (ctx) => registerRecord(ctx, whole))
}

export const provision = '21 kap. 3 § OSL'

/** Marks a record as its registrar would. */
export function markedRecord(
  world: World,
  registry: TestRegistry,
  recordId: string,
  facts: Partial<NewMarking> = {},
): Promise<void> {
  return stepping(world, registry.registrarId, async (ctx) =>
    markRecord(ctx, await getRecord(ctx, recordId), { provision, ...facts }),
  )
}

/** Marks a whole case as its registrar would. */
export function markedCase(world: World, registry: TestRegistry, caseId: string): Promise<void> {
  return stepping(world, registry.registrarId, async (ctx) => markCase(ctx, await getCase(ctx, caseId), { provision }))
}

/** Who has been noted as having read something in a case, in order. */
export async function readersOf(world: World, caseId: string) {
  return world.db
    .selectFrom('registry.readings')
    .select(['person_id as personId', 'record_id as recordId', 'file_id as fileId', 'seen_in as seenIn'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
}

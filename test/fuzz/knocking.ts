/** Knocks on every door with input of every kind, and tells which were not answered calmly. */

import fc from 'fast-check'
import { routes } from '../../src/app.ts'
import { aPerson, anAuthority } from '../house.ts'
import { as, type Knocking, type World } from '../support.ts'
import { knockOn, type Knock, type Known } from './inputs.ts'

/** Signing in and out would end the knocking. */
const doors = routes.filter(({ door }) => door !== 'session')
/** Milliseconds; more is a hang. */
const patience = 30_000

export type Bad = Knock & { readonly status: number | 'hang' }

/** A board with a registrar who has a case with a record. */
export async function someone(world: World): Promise<{ who: Knocking; known: Known }> {
  const { authorityId, bodyId } = await anAuthority(world.db)
  const personId = await aPerson(world.db, {
    bodyId,
    roles: ['registrar', 'case_officer', 'secretary', 'head', 'administrator'],
  })
  const who = await as(world, personId)
  const opened = await who.api('/cases', { authorityId, title: 'Att knacka på' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own answer, just above
  const { caseId, referenceNumber } = (await opened.json()) as { caseId: string; referenceNumber: string }
  return { who, known: { ids: [authorityId, bodyId, personId, caseId], numbers: [referenceNumber] } }
}

/** So many knocks, spread over the doors; reproducible by its seed. */
export async function knock(
  world: World,
  { times, seed, says = () => {} }: { times: number; seed: number; says?: (words: string) => void },
): Promise<Bad[]> {
  const { who, known } = await someone(world)
  const bad: Bad[] = []
  const each = Math.max(1, Math.ceil(times / doors.length))
  for (const [n, route] of doors.entries()) {
    for (const one of fc.sample(knockOn(route, known), { numRuns: each, seed: seed + n })) {
      const status = await answerTo(who, one)
      if (status === 'hang' || status >= 500) bad.push({ ...one, status })
    }
    says(`${(n + 1) * each} knocks, ${bad.length} not calm`)
  }
  return bad
}

async function answerTo(who: Knocking, { method, path, type, body }: Knock): Promise<number | 'hang'> {
  const reply = who.knock(path, {
    method,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    ...(body === undefined ? {} : { body }),
  })
  const hang = new Promise<'hang'>((resolve) => setTimeout(() => resolve('hang'), patience).unref())
  const first = await Promise.race([reply, hang])
  if (first === 'hang') return first
  await first.arrayBuffer().catch(() => {})
  return first.status
}

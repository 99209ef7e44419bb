/** Builders for tests: an authority whose bodies meet, with a secretary, and cases on their agendas. */

import { extractText } from 'unpdf'
import { actorOf, doing, type World } from '../../../test/support.ts'
import type { BodyKind } from '../organisation/index.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { aCase, aRegistry, stepping, type TestRegistry } from '../registry/fixtures.ts'
import type { Case } from '../registry/index.ts'
import { addMeeting, placeOnAgenda, type ToPlace } from './commands/steps.ts'
import { decide } from './commands/decide.ts'

export type TestBoard = TestRegistry & { readonly secretaryId: string; readonly officerId: string }

/** A board with a registry, its registrar, its secretary and a case officer. */
export async function aBoard(world: World, facts: Parameters<typeof aRegistry>[1] = {}): Promise<TestBoard> {
  const registry = await aRegistry(world, facts)
  const { bodyId } = registry
  const secretaryId = await aPerson(world.db, { bodyId, roles: ['secretary'], title: 'Nämndsekreterare' })
  const officerId = await aPerson(world.db, { bodyId, roles: ['case_officer'] })
  return { ...registry, secretaryId, officerId }
}

/** A body that prepares for the board, in the same authority. */
export function aPreparingBody(world: World, board: TestBoard, kind: BodyKind): Promise<string> {
  return aBody(world.db, { kind, authorityId: board.authorityId, parentId: board.bodyId })
}

export function aMeeting(world: World, board: TestBoard, facts: { heldOn: string; bodyId?: string }): Promise<string> {
  const { heldOn, bodyId = board.bodyId } = facts
  return stepping(world, board.secretaryId, (ctx) => addMeeting(ctx, { bodyId, heldOn }))
}

export function anItem(
  world: World,
  board: TestBoard,
  facts: Partial<ToPlace> & { meetingId: string; caseId: string },
): Promise<string> {
  const whole = { title: 'Remiss om cykelvägar', proposal: ['Nämnden godkänner yttrandet.'], recordIds: [], ...facts }
  return stepping(world, board.secretaryId, (ctx) => placeOnAgenda(ctx, whole))
}

export type TestAgenda = {
  readonly meetingId: string
  readonly items: readonly { readonly itemId: string; readonly theCase: Case }[]
}

/** A meeting with some cases of their own on its agenda. */
export async function anAgenda(
  world: World,
  board: TestBoard,
  facts: { heldOn: string; bodyId?: string; count?: number },
): Promise<TestAgenda> {
  const meetingId = await aMeeting(world, board, facts)
  const items = []
  for (let index = 0; index < (facts.count ?? 1); index++) {
    const theCase = await aCase(world, board, { title: `Ärende ${index + 1}` })
    items.push({ theCase, itemId: await anItem(world, board, { meetingId, caseId: theCase.id, title: theCase.title }) })
  }
  return { meetingId, items }
}

/** Decided by the board's secretary. */
export async function aDecision(
  world: World,
  board: TestBoard,
  facts: { itemId: string; points?: string[] },
): Promise<{ decisionId: string; paragraph: number }> {
  const { itemId, points = ['Nämnden godkänner yttrandet.'] } = facts
  const actor = await actorOf(world, board.secretaryId)
  return doing(world, decide, { itemId, outcome: 'as_proposed', points }, actor)
}

/** The words of a PDF, in one line. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

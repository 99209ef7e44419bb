/** Builders for tests: a board whose minutes are adjusted, and so on the notice board. */

import type { World } from '../../../test/support.ts'
import { as } from '../../../test/support.ts'
import { aBoard, aDecision, anAgenda, type TestBoard } from '../meetings/fixtures.ts'

export type Adjusted = {
  readonly board: TestBoard
  readonly meetingId: string
  readonly decisionIds: readonly string[]
  readonly caseIds: readonly string[]
}

/** A meeting that decided so many cases, and adjusted those §§ on a day; by the secretary, now. */
export async function adjustedMinutes(
  world: World,
  facts: { heldOn: string; adjustedOn: string; count?: number; isImmediate?: boolean; adjust?: readonly number[] },
): Promise<Adjusted> {
  const { heldOn, adjustedOn, count = 2, isImmediate = false } = facts
  const board = await aBoard(world)
  const { now } = world
  world.now = new Date(`${heldOn}T09:00:00+01:00`)
  const agenda = await anAgenda(world, board, { heldOn, count })
  const decisionIds: string[] = []
  for (const { itemId } of agenda.items) decisionIds.push((await aDecision(world, board, { itemId })).decisionId)
  world.now = now
  const chosen = decisionIds.filter((_, index) => facts.adjust?.includes(index) ?? true)
  await adjustPart(world, { board, meetingId: agenda.meetingId }, { decisionIds: chosen, adjustedOn, isImmediate })
  const caseIds = agenda.items.map(({ theCase }) => theCase.id)
  return { board, meetingId: agenda.meetingId, decisionIds, caseIds }
}

export async function adjustPart(
  world: World,
  { board, meetingId }: Pick<Adjusted, 'board' | 'meetingId'>,
  part: { decisionIds: readonly string[]; adjustedOn: string; isImmediate?: boolean },
): Promise<void> {
  const secretary = await as(world, board.secretaryId)
  const reply = await secretary.api(`/meetings/${meetingId}/adjust`, part)
  if (reply.status !== 200) throw new Error(await reply.text())
}

/** Builders for tests: the meetings that a case of an office can be planned against. */

import type { World } from '../../../test/support.ts'
import { addMeeting } from '../meetings/index.ts'
import { aBody } from '../organisation/fixtures.ts'
import { stepping, type TestRegistry } from '../registry/fixtures.ts'

export type TestCalendar = {
  readonly chair: string
  readonly committee: string
  readonly board: string
  readonly later: string
}

/** Preparation 28 November, working committee 7 December, board 19 December 2023 and 30 January 2024. */
export async function aCalendar(
  world: World,
  { authorityId, bodyId, registrarId }: TestRegistry,
): Promise<TestCalendar> {
  const parts = { authorityId, parentId: bodyId }
  const chair = await aBody(world.db, { kind: 'chair_preparation', ...parts })
  const committee = await aBody(world.db, { kind: 'working_committee', ...parts })
  const meet = (body: string, heldOn: string) =>
    stepping(world, registrarId, (ctx) => addMeeting(ctx, { bodyId: body, heldOn }))
  return {
    chair: await meet(chair, '2023-11-28'),
    committee: await meet(committee, '2023-12-07'),
    board: await meet(bodyId, '2023-12-19'),
    later: await meet(bodyId, '2024-01-30'),
  }
}

/** What the form sends. */
export function planFields({ chair, committee, board }: Omit<TestCalendar, 'later'>): Record<string, string> {
  return {
    'steps.0.step': 'chair_preparation',
    'steps.0.meetingId': chair,
    'steps.1.step': 'working_committee',
    'steps.1.meetingId': committee,
    'steps.2.step': 'board',
    'steps.2.meetingId': board,
  }
}

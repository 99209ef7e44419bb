/** What was said at the table at the service board's last meeting: two claims, a vote by name and a reservation. */

import { callRoll, listElected } from '../../src/modules/roll/index.ts'
import { enterClaim, enterNote, voteOpenly } from '../../src/modules/voting/index.ts'
import type { Loading } from './loading.ts'

type Said = { readonly secretary: string; readonly meetingId: string; readonly itemId: string; readonly day: string }

/** Nothing is said where the board is too few to disagree. */
export async function sayAtTheTable(loading: Loading, { secretary, meetingId, itemId, day }: Said): Promise<void> {
  const elected = await loading.ask((ctx) => listElected(ctx, loading.body('sn'), day))
  const members = elected.filter(({ order }) => order === null).map(({ personId }) => personId)
  const [first, second, third] = members.toReversed()
  if (first === undefined || second === undefined || third === undefined || members.length < 5) return
  await loading.as(secretary, day, callRoll, { meetingId, present: members })
  await loading.as(secretary, day, enterClaim, {
    itemId,
    personId: first,
    others: [second],
    kind: 'amend',
    words: 'Nämnden följer upp beslutet efter ett halvår.',
  })
  await loading.as(secretary, day, enterClaim, { itemId, personId: members[0] ?? first, kind: 'approve' })
  const votes = Object.fromEntries([first, second].map((person) => [person, 'no' as const]))
  await loading.as(secretary, day, voteOpenly, { itemId, votes: { ...votes, [third]: 'abstain' }, rest: 'yes' })
  await loading.as(secretary, day, enterNote, {
    itemId,
    personId: first,
    others: [second],
    kind: 'reservation',
    words: 'En uppföljning hade gjort det lättare att se om pengarna kom till nytta.',
    announcedAt: '09:00',
  })
}

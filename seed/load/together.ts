/** Who answers the referral of today together, and a round that is prepared to ask some before another. */

import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import {
  addQuestion,
  editRound,
  joinStatement,
  listRecipients,
  passStatement,
  setRecipients,
  setTurns,
  startRound,
} from '../../src/modules/referral/index.ts'
import { assignOfficer } from '../../src/modules/registry/index.ts'
import { story } from '../demo-city.ts'
import { presentCase } from '../present-case.ts'
import { caseAt } from './answers.ts'
import type { Loading } from './loading.ts'
import { authorityOf, staffOf } from './staff.ts'

/** An administration stands behind the statement of a board, and has got it (I-18). */
export async function answerTogether(loading: Loading, roundId: string): Promise<void> {
  const { together: host, byAdministration } = presentCase
  const hostCase = await caseAt(loading, roundId, host)
  const theirs = staffOf(authorityOf(byAdministration))
  const asked = await loading.ask((ctx) => listRecipients(ctx, roundId))
  const hostId = asked.find(({ bodyId }) => bodyId === loading.body(host))?.id ?? ''
  const memberCase = asked.find(({ kind }) => kind === 'administration')?.caseId ?? ''
  const officerId = loading.person(theirs.officer)
  await loading.as(theirs.registrar, addDays(loading.today, -8), assignOfficer, { caseId: memberCase, officerId })
  await loading.as(theirs.officer, addDays(loading.today, -7), joinStatement, { caseId: memberCase, hostId })
  const ours = staffOf(authorityOf(host))
  await loading.as(ours.registrar, addDays(loading.today, -1), passStatement, { caseId: hostCase })
}

/** A draft in two turns, with why (I-06). */
export async function prepareInTurns(loading: Loading, caseId: string): Promise<void> {
  const { title, reason, question, first, then } = presentCase.inTurns
  const [who, day] = [story.planningSecretary, addDays(loading.today, -1)]
  const days = [40, 75].map((after) => nextWorkingDay(addDays(loading.today, after)))
  const { roundId } = await loading.as(who, day, startRound, { caseId })
  await loading.as(who, day, editRound, { roundId, title, issuerId: loading.body('ksau'), answerBy: days[1] })
  await loading.as(who, day, addQuestion, { roundId, kind: 'text', text: question })
  await loading.as(who, day, setRecipients, { roundId, bodyIds: [...first, ...then].map(loading.body) })
  const asked = await loading.ask((ctx) => listRecipients(ctx, roundId))
  const later = asked.filter(({ bodyId }) => then.some((key) => bodyId === loading.body(key)))
  const turns = Object.fromEntries(later.map(({ id }) => [id, 2]))
  await loading.as(who, day, setTurns, { roundId, reason, days, turns })
}

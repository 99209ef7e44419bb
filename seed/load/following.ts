/** What passes between the sender and those asked while the referral of today is out. */

import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import { askForTime, listRecipients, remind } from '../../src/modules/referral/index.ts'
import { story } from '../demo-city.ts'
import { presentCase } from '../present-case.ts'
import { caseAt } from './answers.ts'
import type { Loading } from './loading.ts'
import { authorityOf, staffOf } from './staff.ts'

/** A board asks for more time, which waits for the sender's decision. */
export async function followPresent(loading: Loading, roundId: string): Promise<void> {
  const { body, reason } = presentCase.moreTime
  await loading.as(staffOf(authorityOf(body)).registrar, addDays(loading.today, -1), askForTime, {
    caseId: await caseAt(loading, roundId, body),
    wantedOn: nextWorkingDay(addDays(loading.today, 80)),
    reason,
  })
  await remindSilent(loading, roundId)
}

/** Those that have not answered from outside are reminded once, by hand. */
async function remindSilent(loading: Loading, roundId: string): Promise<void> {
  const asked = await loading.ask((ctx) => listRecipients(ctx, roundId))
  const silent = asked.filter(({ answer, caseId }) => answer === null && caseId === null)
  if (silent.length === 0) return
  await loading.as(story.planningSecretary, addDays(loading.today, -2), remind, {
    roundId,
    recipientIds: silent.map(({ id }) => id),
    words: presentCase.reminder,
  })
}

/** What passes between the sender and those asked while the referral of today is out. */

import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import { askForTime } from '../../src/modules/referral/index.ts'
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
}

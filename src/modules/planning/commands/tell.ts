/** Telling the people of the plans that a meeting has changed, by e-mail as they have chosen (K3: its people are told). */

import type { Write } from '../../../kernel/context.ts'
import { speaking } from '../../../kernel/words.ts'
import type { MeetingChange } from '../../meetings/index.ts'
import { tell, type DigestPart } from '../../post/index.ts'
import { planHref } from '../model/step.ts'
import { collisionOf, listChangedPlans, listPlansOf, peopleOfPlan } from '../queries/changed.ts'
import { mailWords, type Told } from '../text/mail.ts'

/** One letter for each person, with every case of theirs that was planned for the meeting. */
export async function tellPeople(ctx: Write, { meetingId, from, to, reason }: MeetingChange): Promise<void> {
  if (from === to) return // another hour or place of the same day: the plan holds
  const plans = await listPlansOf(ctx, { meetingId, to })
  const [first] = plans
  if (first === undefined) return
  const concerned = new Map<string, Told[]>()
  for (const plan of plans) {
    const told = { plan, collision: await speaking('sv', () => collisionOf(ctx, plan)) }
    for (const personId of await peopleOfPlan(ctx, plan))
      concerned.set(personId, [...(concerned.get(personId) ?? []), told])
  }
  for (const [personId, told] of concerned)
    await tell(ctx, [personId], {
      authorityId: first.authorityId,
      about: {
        topic: 'planning.meeting-changed',
        id: meetingId,
        caseId: told.length === 1 ? (told[0]?.plan.id ?? null) : null,
      },
      write: () => ({ subject: mailWords.subject(first), text: mailWords.letter(told, reason) }),
    })
}

/** The same in the morning's letter: what has changed since, and has not been planned anew. */
export const gathered: DigestPart = {
  order: 20,
  list: async (ctx, { personId, since }) => {
    const lines = []
    for (const plan of await listChangedPlans(ctx, since)) {
      if (!(await peopleOfPlan(ctx, plan)).includes(personId)) continue
      const words = mailWords.line({ plan, collision: await collisionOf(ctx, plan) })
      lines.push({ authorityId: plan.authorityId, heading: mailWords.heading(), words, path: planHref(plan) })
    }
    return lines
  },
}

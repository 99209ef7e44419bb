/** Telling the heads by e-mail that something waits for their approval, and those who answer for a head who is away (I-16). */

import { today, type Write } from '../../../kernel/context.ts'
import { doInTurn, type JobHandler, type Schedule } from '../../../kernel/jobs.ts'
import { here } from '../../../kernel/post.ts'
import { morningOf, tell } from '../../post/index.ts'
import { getCase, type Case } from '../../registry/index.ts'
import { waitingAmong } from '../model/chain.ts'
import type { Submission } from '../model/draft.ts'
import { getSubmission, listSubmissionsWaiting, listSubmitted, toldOf } from '../queries.ts'
import { mailWords } from '../text/mail.ts'

declare module '../../../kernel/jobs.ts' {
  interface Jobs {
    'drafting.tell-waiting': Record<string, never>
  }
}

const topic = 'drafting.waits'

/** For those to whom something passed without anybody acting: a substitute whose days begin. */
export const tellSchedule: Schedule = { job: 'drafting.tell-waiting', at: '0 5,6 * * *' }

export const tellJob: JobHandler = async (caller) => {
  if (morningOf(caller.now, today(caller)) === null) return
  await doInTurn(caller, {
    verb: 'drafting.tell-waiting',
    list: (ctx) => listSubmissionsWaiting(ctx),
    each: tellApprovers,
  })
}

/**
 * Tells those whose turn it is, and who answers for one of them who is away, that this submission waits: each once, as they have
 * chosen to be told. Whoever is told gathered each morning is not told here.
 */
export async function tellApprovers(ctx: Write, submissionId: string): Promise<void> {
  const submission = await getSubmission(ctx, submissionId)
  if (submission.state !== 'waiting') return
  const told = new Set(await toldOf(ctx, topic, submissionId))
  const theCase = await getCase(ctx, submission.caseId)
  const kinds = (await listSubmitted(ctx, submissionId)).map(({ kind }) => kind)
  for (const approval of waitingAmong(submission.approvals)) {
    const asked = [approval.personId, approval.deputyId].filter((id) => id !== null)
    for (const personId of asked.filter((id) => !told.has(id))) {
      told.add(personId)
      const insteadOf = personId === approval.personId ? null : approval.name
      await tellOne(ctx, personId, { submission, theCase, kinds, insteadOf })
    }
  }
}

type Told = {
  readonly submission: Submission
  readonly theCase: Case
  readonly kinds: readonly string[]
  readonly insteadOf: string | null
}

async function tellOne(ctx: Write, personId: string, { submission, theCase, kinds, insteadOf }: Told): Promise<void> {
  await tell(ctx, [personId], {
    authorityId: submission.authorityId,
    about: { topic, id: submission.id, caseId: theCase.id },
    write: () => ({
      subject: mailWords.subject(theCase),
      text: mailWords.letter({
        by: submission.submittedByName,
        kinds,
        theCase,
        insteadOf,
        link: here(`/godkannanden/${submission.id}`),
      }),
    }),
  })
}

/** A message's other files, put at the questions of the answer that came with it. */

import type { Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { errorsIn, type AnswerInput, type StatementAnswer } from '../../drafting/index.ts'
import { getRecord } from '../../registry/index.ts'
import { attachedTo, errorsInAttachments, type Asked, type Attachment } from '../model.ts'
import { listBeside, type Reading } from '../queries.ts'
import { text } from '../text.ts'

type Sent = { readonly sent: readonly Attachment[]; readonly questions: Asked['questions'] }

/** Keeps where they were put, as they stand on the page. Throws `Invalid` for a file or a question that there is not. */
export async function keepAttachments(ctx: Write, reading: Reading, { sent, questions }: Sent): Promise<void> {
  const wrong = errorsInAttachments(sent, { asked: { questions }, files: await listBeside(ctx, reading) })
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  await ctx.db
    .updateTable('answering.readings')
    .set({ attachments: JSON.stringify(sent) })
    .where('id', '=', reading.id)
    .execute()
}

type Answered = { readonly answers: readonly AnswerInput[]; readonly asked: readonly StatementAnswer[] }

/** The answers with the files that were put at their questions. Throws `Refused` for more than a question takes. */
export async function withAttached(
  ctx: Write,
  reading: Reading,
  { answers, asked }: Answered,
): Promise<readonly AnswerInput[]> {
  const files = await listBeside(ctx, reading)
  return answers.map((given) => {
    const own = asked.find(({ questionId }) => questionId === given.questionId)
    const attached = attachedTo(given.questionId, reading.attachments, files)
    if (own === undefined || attached.length === 0) return given
    const taken = attached.map(({ name, mediaType, sha256, size }) => ({ name, mediaType, sha256, size }))
    const whole = { ...given, taken }
    refuseIf(Object.values(errorsIn(own, whole)))
    return whole
  })
}

/** The files of an answer are registered with it; one that a registrar left out when the message was registered is told. */
export async function refuseUnregistered(ctx: Write, reading: Reading, recordId: string): Promise<void> {
  const files = await listBeside(ctx, reading)
  const placed = files.filter(({ position }) => reading.attachments.some((one) => one.position === position && one.to))
  if (placed.length === 0) return
  const there = new Set((await getRecord(ctx, recordId)).files.map(({ sha256 }) => sha256))
  const lacking = placed.filter(({ sha256 }) => !there.has(sha256))
  refuseIf(lacking.map(({ name }) => text.obstacle.notRegistered(name)))
}

/** A memo that was written elsewhere, read into the case: looked through by a person before it counts. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Read, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { textOf, UnreadableFile } from '../../../kernel/file-text.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import { listBodies } from '../../organisation/index.ts'
import { isSameNumber, readMemo, type ReadMemo } from '../../reading/index.ts'
import { lockCase, writeLedger, type Case } from '../../registry/index.ts'
import { obstaclesToWriting } from '../model/draft.ts'
import { memoContent, memoParts, withParts, type MemoContent } from '../model/memo.ts'
import { findDraft, lockDraftOf } from '../queries.ts'
import { keepVersion, planOfCase, startMemo } from './steps.ts'
import { text } from '../text.ts'
import { known, write } from './save.ts'
import { asSent } from './sent.ts'

const chosen = z.object({ caseId: z.string(), upload: uploadIds })

/** Tries to read a file as a memo (läser in en tjänsteskrivelse). Changes nothing; throws `Invalid` when it cannot be read. */
export const readMemoFile = command('drafting.read-memo', chosen, async (ctx, { caseId, upload }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const [file] = await takeUploads(ctx, upload.slice(-1), 'upload')
  if (file === undefined) throw new Invalid({ upload: text.invalid.upload })
  const { memo } = await readUpload(ctx, theCase, file)
  return { caseId: theCase.id, uploadId: file.id, memo }
})

export type Reading = { readonly memo: ReadMemo; readonly text: string }

/** Reads the file again: reading is pure, so nothing needs to be kept but the file. Throws `Invalid` with what is wrong. */
export async function readUpload(ctx: Read | Write, theCase: Case, file: Upload): Promise<Reading> {
  const bytes = await ctx.files.read(file.sha256)
  try {
    const { text: words } = await textOf(bytes, file.name)
    const bodies = (await listBodies(ctx)).map(({ name, aliases, kind }) => ({ name, aliases, kind }))
    const answerBy = theCase.dueOn === null ? {} : { answerBy: theCase.dueOn }
    return { memo: readMemo(words, { file: file.name, bodies, ...answerBy }), text: words }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid({ upload: error.message })
    throw error
  }
}

/** The number that the memo says it has, when it is another than the case's; null when it is the same, or has none. */
export function otherNumber({ caseNumber }: ReadMemo, theCase: Case): string | null {
  return caseNumber === null || isSameNumber(caseNumber, theCase.referenceNumber) ? null : caseNumber
}

/** What was read, as the memo's parts. What it did not say is left as the case has it. */
export function contentFrom(memo: ReadMemo, day: string): MemoContent {
  return memoContent.parse({
    date: memo.date ?? day,
    reference: {
      name: memo.reference.name ?? '',
      title: memo.reference.title ?? '',
      email: memo.reference.email ?? '',
    },
    title: memo.title ?? '',
    summary: fromText(memo.summary ?? ''),
    proposals: memo.proposals,
    basis: memo.basis,
    planning: memo.planning.flatMap(({ body, step, date }) => (date === null ? [] : [{ body, step, date }])),
    sendTo: memo.sendTo,
    responsible: memo.responsible.map(({ name, role }) => ({ name, role: role ?? '' })),
  })
}

const isTicked = z
  .union([z.boolean(), z.string()])
  .default(false)
  .transform((said) => said === true || said === 'ja' || said === 'true')

/** Makes what was read, looked through and put right, the memo of the case (använder den inlästa). What was there is kept. */
export const takeReading = command(
  'drafting.take-reading',
  asSent(z.object({ caseId: z.string(), uploadId: z.uuid(), belongsHere: isTicked, ...memoParts.shape })),
  async (ctx, { caseId, uploadId, belongsHere, ...parts }) => {
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    const [file] = await takeUploads(ctx, [uploadId], 'uploadId')
    if (file === undefined) throw new Invalid({ uploadId: text.invalid.upload })
    const { memo } = await readUpload(ctx, theCase, file)
    const other = otherNumber(memo, theCase)
    if (other !== null && !belongsHere) throw new Invalid({ belongsHere: text.invalid.belongsHere(other) })
    const read = contentFrom(memo, today(ctx))
    const planned = await planOfCase(ctx, theCase.id)
    const content = withParts({ ...read, planning: planned.length > 0 ? planned : read.planning }, parts)
    const responsible = await known(ctx, theCase.authorityId, content.responsible)
    const draftId = await place(ctx, theCase, { ...content, responsible })
    await writeLedger(ctx, theCase.id, 'drafting.memo-read', { draftId, file: file.name })
    return { draftId, caseId: theCase.id }
  },
)

async function place(ctx: Write, theCase: Case, content: MemoContent): Promise<string> {
  const there = await findDraft(ctx, theCase.id, 'memo')
  if (there === null) return (await startMemo(ctx, theCase.id, content)).draftId
  const draft = await lockDraftOf(ctx, there.id, 'memo')
  refuseIf(obstaclesToWriting(draft))
  await keepVersion(ctx, draft)
  const { considerations } = draft.content
  await write(ctx, draft, { ...draft, content: { ...content, considerations } })
  return draft.id
}

/** Taking apart a file that an answer came in: each passage where the form, or the questions' own words, say that it belongs. */

import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { UnreadableFile } from '../../../kernel/file-text.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import {
  getRecipient,
  getRound,
  lockRecipient,
  obstaclesToEntering,
  type Recipient,
  type Round,
} from '../../referral/index.ts'
import { placed, propertyName, wordForm, type Asked, type Passage, type Standing } from '../model.ts'
import { askedByUs, findMessagePart, takenApart } from '../queries.ts'
import { text } from '../text.ts'
import { oneFile, oneFileOnLink, oneMessage } from './input.ts'
import { holdWriting } from './save.ts'

type File = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly size: number }

type NewReading = {
  readonly asked: Asked
  readonly file: File
  readonly source: 'link' | 'sender' | 'mail'
  readonly messageId?: string
  readonly writerId?: string
}

/** Reads in a file at the one who asked (läser in remissvar). Nothing is answered until every passage has its place. */
export const readAnswer = command('answering.read-answer', oneFile, async (ctx, input) => {
  const { round, recipient } = await holdToEnter(ctx, input)
  const [file] = await takeUploads(ctx, input.files)
  if (file === undefined) throw new Invalid({ files: text.invalid.noFile })
  return takeApart(ctx, { asked: await askedByUs(ctx, { round, recipient }), file, source: 'sender' })
})

/** The same, of a file that came by mail. */
export const readMessage = command('answering.read-message', oneMessage, async (ctx, input) => {
  const { roundId } = await getRecipient(ctx, input.recipientId)
  const { round, recipient } = await holdToEnter(ctx, { ...input, roundId })
  const { authorityId, ...file } = await findMessagePart(ctx, input)
  if (authorityId !== round.authorityId) throw new NotFound()
  const asked = await askedByUs(ctx, { round, recipient })
  const { readingId } = await takeApart(ctx, { asked, file, source: 'mail', messageId: input.messageId })
  return { readingId, roundId: round.id, recipientId: recipient.id }
})

/** The same, of a form that is handed up on the link. */
export const readOnLink = command('answering.read-on-link', oneFileOnLink, async (ctx, { arrived, file, ...input }) => {
  const { asked, writer, isOpen } = await holdWriting(ctx, input)
  refuseIf(isOpen ? [] : [text.obstacle.closed])
  const sent = arrived.find(({ field }) => field === 'file') ?? (file === undefined ? undefined : await keep(ctx, file))
  if (sent === undefined) throw new Invalid({ file: text.invalid.noFile })
  return takeApart(ctx, { asked, file: sent, source: 'link', writerId: writer.id })
})

async function keep(ctx: Write, { name, content }: { name: string; content: string }): Promise<File> {
  const bytes = Buffer.from(content, 'base64')
  return { name, mediaType: 'application/octet-stream', ...(await ctx.files.keep(bytes)) }
}

export type ToEnter = { readonly round: Round; readonly recipient: Recipient }

/** A body outside, held, whose answer is to be entered. Throws `Refused` with every reason against it. */
export async function holdToEnter(ctx: Write, about: { roundId: string; recipientId: string }): Promise<ToEnter> {
  const round = await getRound(ctx, about.roundId)
  allowAt(ctx, round.authorityId)
  const recipient = await lockRecipient(ctx, about.recipientId)
  if (recipient.roundId !== round.id) throw new NotFound()
  refuseIf(
    obstaclesToEntering({
      isOutside: recipient.caseId === null,
      isSent: round.state !== 'draft' && recipient.askedAt !== null,
      isAnswered: recipient.answer !== null,
    }),
  )
  return { round, recipient }
}

async function takeApart(ctx: Write, about: NewReading): Promise<{ readingId: string }> {
  const { asked, file, source, messageId = null, writerId = null } = about
  const bytes = await ctx.files.read(file.sha256)
  const { passages: found, property } = await readable(bytes, file.name)
  const passages = placed(found, wordForm(asked))
  const { id } = await ctx.db
    .insertInto('answering.readings')
    .values({
      recipient_id: asked.recipientId,
      ...{ source, name: file.name.slice(0, 255) || 'fil', sha256: file.sha256, size: file.size },
      media_type: file.mediaType,
      message_id: messageId,
      is_own_form: property === asked.recipientId,
      made_at: ctx.now,
      made_by: writerId === null ? actingPerson(ctx) : null,
      by_id: writerId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepPassages(ctx, id, passages)
  return { readingId: id }
}

/** What cannot be read is told beside the field, with why. */
async function readable(bytes: Uint8Array, name: string) {
  try {
    return await takenApart({ bytes, name }, propertyName)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid({ file: error.message, files: error.message })
    throw error
  }
}

const inOneGo = 500

async function keepPassages(ctx: Write, readingId: string, passages: readonly Passage[]): Promise<void> {
  for (let at = 0; at < passages.length; at += inOneGo) {
    const rows = passages
      .slice(at, at + inOneGo)
      .map(({ position, ordinal, text: words, cells, page, from, ...passage }) => ({
        reading_id: readingId,
        ...{ position, ordinal, text: words, page, stands_in: from },
        cells: cells === null ? null : JSON.stringify(cells),
        ...columnsOf(passage.standing),
        found_by: passage.standing === null ? null : passage.foundBy,
        reason: passage.reason,
      }))
    await ctx.db.insertInto('answering.passages').values(rows).execute()
  }
}

/** A standing as its columns. */
export function columnsOf(standing: Standing) {
  const none = { question_id: null, field: null }
  if (standing === null) return { part: null, ...none }
  if (standing.part === 'question')
    return { part: standing.part, question_id: standing.questionId, field: standing.field }
  if (standing.part === 'whole') return { part: standing.part, question_id: null, field: standing.field }
  return { part: standing.part, ...none }
}

/** Taking a message in, by post or by file: the original and its attachments kept, then one item for each authority. */

import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { maybeId } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { found, Invalid } from '../../../kernel/errors.ts'
import type { FileStore, StoredFile } from '../../../kernel/files.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { noteReport } from '../../../kernel/post.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import { largestHead, largestMail, type ReadMail, type ReadPart } from '../model/mail.ts'
import type { QuarantineReason } from '../model/message.ts'
import { numbersIn } from '../model/subject.ts'
import { readMailApart } from '../queries/mail-apart.ts'
import { text } from '../text/inbox.ts'

type KeptPart = Omit<ReadPart, 'bytes'> & StoredFile

/** A message whose bytes all lie in the file store: what remains is to say that it has come. */
export type Arrival = {
  readonly original: StoredFile
  readonly mail: Omit<ReadMail, 'parts'>
  readonly parts: readonly KeptPart[]
}

/** Reads what is kept under a hash, and keeps its attachments. Writes nothing that anybody can see yet. */
export async function takeApart(files: FileStore, original: StoredFile, receivedAt: Date): Promise<Arrival> {
  const { parts, ...mail } = await readKept(files, original, receivedAt)
  const kept: KeptPart[] = []
  for (const { bytes, ...part } of parts) kept.push({ ...part, ...(await files.keep(bytes)) })
  return { original, mail, parts: kept }
}

/** What is too large to be read is read as far as its head goes. */
async function readKept(files: FileStore, { sha256, size }: StoredFile, receivedAt: Date): Promise<ReadMail> {
  if (size <= largestMail) return readMailApart(await files.read(sha256), receivedAt)
  const beginning = await buffer(firstOf(files.stream(sha256), largestHead))
  const head = await readMailApart(beginning, receivedAt)
  return { ...head, body: '', warnings: [], parts: [], quarantine: 'too_large' }
}

async function* firstOf(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let left = most
  for await (const chunk of stream) {
    yield chunk.subarray(0, left)
    left -= chunk.byteLength
    if (left <= 0) return
  }
}

export type Way = {
  readonly via: 'smtp' | 'upload'
  readonly authorityId: string
  /** Null: nobody told. Empty: nobody, as a bounce says. */
  readonly envelopeFrom: string | null
  readonly envelopeTo: readonly string[]
}

export type Received = {
  readonly messageId: string
  /** Set aside is what tells of a letter of ours that did not arrive: it is noted where the letter is. */
  readonly state: 'waiting' | 'quarantined' | 'set_aside'
  readonly quarantineReason: QuarantineReason | null
  readonly subject: string
}

/** Notes that a message has come to an authority, now (B-17). Two authorities get an item each. The caller has asked whether it may. */
export async function receive(ctx: Write, { original, mail, parts }: Arrival, way: Way): Promise<Received> {
  const letter = mail.report === null || mail.quarantine !== null ? null : await noteReport(ctx, mail.report)
  const state = mail.quarantine !== null ? 'quarantined' : letter === null ? 'waiting' : 'set_aside'
  const { id } = await ctx.db
    .insertInto('intake.messages')
    .values({
      authority_id: way.authorityId,
      received_at: ctx.now,
      via: way.via,
      uploaded_by: ctx.actor.personId,
      envelope_from: way.envelopeFrom,
      envelope_to: [...way.envelopeTo],
      from_name: mail.fromName,
      from_address: mail.fromAddress,
      reply_to: mail.replyTo,
      subject: mail.subject,
      sent_at: mail.sentAt,
      header_id: mail.headerId,
      body: mail.body,
      sha256: original.sha256,
      size: original.size,
      warnings: JSON.stringify(mail.warnings),
      automatic: mail.automatic ?? (way.envelopeFrom === '' ? 'bounce' : null),
      proposed_case_id: await proposeCase(ctx, way.authorityId, mail),
      state,
      quarantine_reason: mail.quarantine,
      ...(letter !== null && { reason: 'report', letter_id: letter.letterId, handled_at: ctx.now }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await noteParts(ctx, id, parts)
  return { messageId: id, state, quarantineReason: mail.quarantine, subject: mail.subject }
}

async function noteParts(ctx: Write, messageId: string, parts: readonly KeptPart[]): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map((part, index) => ({
    message_id: messageId,
    position: index + 1,
    name: part.name,
    media_type: part.mediaType,
    sha256: part.sha256,
    size: part.size,
    is_inline: part.isInline,
    note: part.note,
  }))
  await ctx.db.insertInto('intake.parts').values(rows).execute()
}

type Hints = Pick<ReadMail, 'subject' | 'references'>

/** The authority's case whose number stands in the subject, or that of the message this one answers. */
async function proposeCase(ctx: Write, authorityId: string, { subject, references }: Hints): Promise<string | null> {
  for (const { prefix, year, n } of numbersIn(subject)) {
    const row = await ctx.db
      .selectFrom('registry.cases as c')
      .innerJoin('organisation.authorities as a', 'a.id', 'c.authority_id')
      .select('c.id')
      .where('c.authority_id', '=', authorityId)
      .where('c.number', '=', n)
      .where('c.year', '=', year ?? 0)
      .$if(prefix !== null, (query) => query.where('a.prefix', '=', prefix ?? ''))
      .executeTakeFirst()
    if (row !== undefined) return row.id
  }
  return references.length === 0 ? null : caseAnswered(ctx, authorityId, references)
}

async function caseAnswered(ctx: Write, authorityId: string, references: readonly string[]): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('intake.messages as m')
    .innerJoin('registry.records as r', 'r.id', 'm.record_id')
    .select('r.case_id as caseId')
    .where('m.authority_id', '=', authorityId)
    .where('m.header_id', 'in', [...references])
    .orderBy('m.received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.caseId ?? null
}

/** Takes in e-mails that somebody saved as files (.eml). Whatever is in them, each is kept: as an item or in quarantine. */
export const importMail = command(
  'intake.import-mail',
  z.object({
    authorityId: maybeId.describe('Whose inbox; the authority one works at if left out'),
    files: uploadIds,
  }),
  async (ctx, { authorityId: asked, files }) => {
    const authorityId = found(asked ?? ctx.actor.at)
    allowAt(ctx, authorityId)
    if (files.length === 0) throw new Invalid({ files: text.upload.none })
    const messages: Received[] = []
    for (const { sha256, size } of await takeUploads(ctx, files)) {
      const arrival = await takeApart(ctx.files, { sha256, size }, ctx.now)
      messages.push(await receive(ctx, arrival, { via: 'upload', authorityId, envelopeFrom: null, envelopeTo: [] }))
    }
    return { messages }
  },
)

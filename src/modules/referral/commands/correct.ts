/** Putting a referral right after it was sent: a new version to everyone, listed (I-11). */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { actingPerson } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { getCase, getRecord, registerRecord, writeLedger, type NewFile, type RecordItem } from '../../registry/index.ts'
import { correction } from './input.ts'
import { capital, correctionPaper } from '../model/paper.ts'
import { obstaclesToCorrecting, obstaclesToPassing, type Recipient, type Round } from '../model.ts'
import { listRecipients, lockRound } from '../queries.ts'
import { text } from '../text.ts'
import { addDocuments, recordsOfCase } from './contents.ts'
import { fileName, filesOf, holdAuthorities, keepPaper, tellOutside } from './post.ts'

/** Sends a correction to every body (rättar utsänd remiss), also to those that have answered already. */
export const correctReferral = command('referral.correct', correction, async (ctx, { roundId, what, recordIds }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  refuseIf(obstaclesToCorrecting(round))
  const added = await newDocuments(ctx, round, recordIds)
  const version = round.version + 1
  const letter = await typeset(ctx, round, { version, what, added })
  await note(ctx, round, { version, what, added })

  const recipients = await listRecipients(ctx, roundId)
  await holdAuthorities(ctx, [round.authorityId, ...recipients.flatMap(({ authorityId }) => authorityId ?? [])])
  const inOrder = recipients.toSorted((a, b) => (a.authorityId ?? '').localeCompare(b.authorityId ?? ''))
  for (const recipient of inOrder) await sendTo(ctx, { round, recipient, version, what, added, letter })
  return { version, recipients: recipients.length }
})

type Changed = { readonly version: number; readonly what: string; readonly added: readonly RecordItem[] }

async function newDocuments(ctx: Write, round: Round, recordIds: readonly string[]): Promise<RecordItem[]> {
  const ids = await recordsOfCase(ctx, round, recordIds)
  if (ids.some((id) => round.documents.some(({ recordId }) => recordId === id)))
    throw new Invalid({ recordIds: text.invalid.sentAlready })
  const records: RecordItem[] = []
  for (const id of ids) records.push(await getRecord(ctx, id))
  refuseIf(obstaclesToPassing(records, await getCase(ctx, round.caseId)))
  return records
}

async function typeset(ctx: Write, round: Round, { version, what, added }: Changed): Promise<NewFile[]> {
  const documents = added.map(({ title }) => title)
  const paper = correctionPaper(round, { date: today(ctx), version, what, documents })
  return keepPaper(ctx, paper, fileName(paper.title))
}

async function note(ctx: Write, round: Round, { version, what, added }: Changed): Promise<void> {
  const { id: roundId } = round
  await ctx.db.updateTable('referral.rounds').set({ version }).where('id', '=', roundId).execute()
  await ctx.db
    .insertInto('referral.corrections')
    .values({ round_id: roundId, version, what, at: ctx.now, by: actingPerson(ctx) })
    .execute()
  await addDocuments(ctx, roundId, { recordIds: added.map(({ id }) => id), version })
  const documents = added.map(({ title }) => title)
  await writeLedger(ctx, round.caseId, 'referral.corrected', { roundId, version, what, documents })
}

type ToSend = Changed & { readonly round: Round; readonly recipient: Recipient; readonly letter: readonly NewFile[] }

async function sendTo(ctx: Write, { round, recipient, version, what, added, letter }: ToSend): Promise<void> {
  const title = speaking('sv', () => text.correctionTitle(version - 1, round.title)).slice(0, 300)
  const out = await registerRecord(ctx, {
    caseId: round.caseId,
    direction: 'out',
    kind: 'referral',
    title,
    party: capital(recipient.bodyName),
    files: [...letter, ...added.flatMap(filesOf)],
  })
  if (recipient.caseId === null) return tellOutside(ctx, { round, recipient, letter, correction: what, decision: null })
  const inward = { caseId: recipient.caseId, direction: 'in', party: capital(round.issuerName) } as const
  await registerRecord(ctx, { ...inward, kind: 'cover_letter', title, originRecordId: out.id, files: letter })
  for (const record of added)
    await registerRecord(ctx, {
      ...inward,
      kind: record.kind,
      title: record.title,
      originRecordId: record.id,
      files: filesOf(record),
    })
  await writeLedger(ctx, recipient.caseId, 'referral.correction-received', { roundId: round.id, version, what })
}

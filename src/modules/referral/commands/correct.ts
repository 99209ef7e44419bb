/** Putting a referral right after it was sent: a new version to everyone, listed (I-11). */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { actingPerson } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import {
  getCase,
  getRecord,
  registerRecords,
  writeLedger,
  writeLedgers,
  type PlainRecord,
  type RecordItem,
} from '../../registry/index.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { correction } from './input.ts'
import { correctionPaper } from '../model/paper.ts'
import { obstaclesToCorrecting, obstaclesToPassing, type Recipient, type Round } from '../model.ts'
import { dressedLetter, listAsked, lockRound } from '../queries.ts'
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

  const recipients = await listAsked(ctx, roundId)
  await holdAuthorities(ctx, [round.authorityId, ...recipients.flatMap(({ authorityId }) => authorityId ?? [])])
  await sendToAll(ctx, { round, recipients, version, what, added, letter })
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

async function typeset(ctx: Write, round: Round, { version, what, added }: Changed): Promise<Upload[]> {
  const documents = added.map(({ title }) => title)
  const paper = correctionPaper(round, { date: today(ctx), version, what, documents })
  const looking = await dressedLetter(ctx, paper, { round, date: today(ctx), kind: 'letter' })
  return keepPaper(ctx, looking, fileName(paper.title))
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

type ToSend = Changed & {
  readonly round: Round
  readonly recipients: readonly Recipient[]
  readonly letter: readonly Upload[]
}

/** Out at the sender and in at each body here: in as many statements for three hundred as for one. */
async function sendToAll(ctx: Write, sending: ToSend): Promise<void> {
  const { round, version, what, added, letter } = sending
  const recipients = sending.recipients.toSorted((a, b) => (a.authorityId ?? '').localeCompare(b.authorityId ?? ''))
  const title = speaking('sv', () => text.correctionTitle(version - 1, round.title)).slice(0, 300)
  const files = [...letter, ...added.flatMap(filesOf)]
  const outward = { caseId: round.caseId, direction: 'out', kind: 'referral', title, files } as const
  const outIds = await registerRecords(
    ctx,
    recipients.map(({ bodyName }) => ({ ...outward, party: capital(bodyName) })),
  )
  const here = recipients.flatMap(({ caseId }, index) =>
    caseId === null ? [] : [{ caseId, outId: outIds[index] ?? '' }],
  )
  await registerRecords(
    ctx,
    here.flatMap((to) => bundleOf(sending, { ...to, title })),
  )
  await writeLedgers(
    ctx,
    here.map(({ caseId }) => ({
      caseId,
      event: 'referral.correction-received',
      facts: { roundId: round.id, version, what },
    })),
  )
  const outside = recipients.filter(({ caseId }) => caseId === null)
  await tellOutside(ctx, { round, letter, correction: what, decision: null }, outside)
}

type Received = { readonly caseId: string; readonly outId: string; readonly title: string }

/** The letter first, then what came with it. */
function bundleOf({ round, added, letter }: ToSend, { caseId, outId, title }: Received): PlainRecord[] {
  const inward = { caseId, direction: 'in', party: capital(round.issuerName) } as const
  return [
    { ...inward, kind: 'cover_letter', title, originRecordId: outId, files: letter },
    ...added.map((record) => ({
      ...inward,
      kind: record.kind,
      title: record.title,
      originRecordId: record.id,
      files: filesOf(record),
    })),
  ]
}

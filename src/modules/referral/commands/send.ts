/** Sending a round: one transaction in which every body gets it at the same time (I-06), each in a case of its own (I-12). */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import {
  getCase,
  getRecord,
  linkCases,
  openCase,
  registerRecord,
  writeLedger,
  type Case,
  type NewFile,
  type RecordItem,
} from '../../registry/index.ts'
import { oneRound } from './input.ts'
import { capital, coverLetterPaper } from '../model/paper.ts'
import {
  isMandatory,
  obstaclesToPassing,
  obstaclesToSending,
  sourceOfDeadline,
  type Recipient,
  type Round,
} from '../model.ts'
import { listRecipients, lockRound } from '../queries.ts'
import { text } from '../text.ts'
import { fileName, filesOf, holdAuthorities, keepPaper } from './post.ts'

/** Sends a decided referral to all its bodies at once (skickar på remiss). From here on it is frozen (I-11). */
export const sendReferral = command('referral.send', oneRound, async (ctx, { roundId }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  const recipients = await listRecipients(ctx, roundId)
  refuseIf(obstaclesToSending({ ...round, recipientCount: recipients.length }, today(ctx)))

  const parcel = await packParcel(ctx, round, recipients)
  await holdAuthorities(ctx, [round.authorityId, ...recipients.flatMap(({ authorityId }) => authorityId ?? [])])
  const cases: { recipientId: string; caseId: string | null; referenceNumber: string | null }[] = []
  for (const recipient of inOrder(recipients)) cases.push(await sendTo(ctx, { round, recipient, parcel }))

  await ctx.db
    .updateTable('referral.rounds')
    .set({ state: 'sent', sent_at: ctx.now })
    .where('id', '=', roundId)
    .execute()
  await writeLedger(ctx, round.caseId, 'referral.sent', {
    roundId,
    answerBy: round.answerBy ?? '',
    withoutPosition: round.withoutPosition,
    recipients: recipients.map(({ bodyName }) => bodyName),
  })
  return { roundId, cases }
})

/** By authority, as they are held. */
function inOrder(recipients: readonly Recipient[]): Recipient[] {
  return recipients.toSorted((a, b) => (a.authorityId ?? '').localeCompare(b.authorityId ?? ''))
}

/** What everyone gets: the cover letter, the documents, and the extract of the decision to send it (I-10). */
type Parcel = { readonly letter: readonly NewFile[]; readonly enclosures: readonly RecordItem[] }

/** Typeset before a number is taken, and kept once. */
async function packParcel(ctx: Write, round: Round, recipients: readonly Recipient[]): Promise<Parcel> {
  const ids = [...round.documents, ...(round.decision === null ? [] : [round.decision])].flatMap(
    (one) => one.recordId ?? [],
  )
  const enclosures: RecordItem[] = []
  for (const id of new Set(ids)) enclosures.push(await getRecord(ctx, id))
  refuseIf(obstaclesToPassing(enclosures, await getCase(ctx, round.caseId)))
  const facts = { date: today(ctx), recipients: recipients.map(({ bodyName }) => capital(bodyName)) }
  const paper = coverLetterPaper({ ...round, state: 'sent' }, facts)
  const letter = await keepPaper(ctx, paper, fileName(speaking('sv', () => text.letter.title(round.title))))
  return { letter, enclosures }
}

type ToSend = { readonly round: Round; readonly recipient: Recipient; readonly parcel: Parcel }

async function sendTo(ctx: Write, { round, recipient, parcel }: ToSend) {
  const out = await registerRecord(ctx, {
    caseId: round.caseId,
    direction: 'out',
    kind: 'referral',
    title: titleOf(round),
    party: capital(recipient.bodyName),
    files: [...parcel.letter, ...parcel.enclosures.flatMap(filesOf)],
  })
  const received = recipient.authorityId === null ? null : await receive(ctx, { round, recipient, parcel, out })
  await ctx.db
    .updateTable('referral.recipients')
    .set({
      is_mandatory: isMandatory(round.issuerKind, recipient.bodyKind),
      out_record_id: out.id,
      case_id: received?.theCase.id ?? null,
      in_record_id: received?.letterId ?? null,
    })
    .where('id', '=', recipient.id)
    .execute()
  const { id = null, referenceNumber = null } = received?.theCase ?? {}
  return { recipientId: recipient.id, caseId: id, referenceNumber }
}

/** "Remiss: Långsiktigt och strategiskt områdeslyft", cut where the registry would not take more. */
function titleOf(round: Round): string {
  return speaking('sv', () => text.caseTitle(round.title)).slice(0, 300)
}

/** In Swedish whoever sends: it is kept in another authority's registry. */
function sourceOf({ decision }: Round): string | null {
  return decision === null ? null : speaking('sv', () => sourceOfDeadline(decision))
}

/** The body's own case, with what came in it and why (I-10, I-12). */
async function receive(
  ctx: Write,
  { round, recipient, parcel, out }: ToSend & { readonly out: RecordItem },
): Promise<{ theCase: Case; letterId: string }> {
  const theCase = await openCase(ctx, {
    authorityId: recipient.authorityId ?? '',
    kind: 'referral_answer',
    title: titleOf(round),
    counterpart: round.referenceNumber,
    dueOn: round.answerBy,
    dueSource: sourceOf(round),
  })
  await linkCases(ctx, theCase.id, round.caseId, 'referral')
  const inward = { caseId: theCase.id, direction: 'in', party: capital(round.issuerName) } as const
  const letter = await registerRecord(ctx, {
    ...inward,
    kind: 'cover_letter',
    title: speaking('sv', () => text.letter.title(round.title)).slice(0, 300),
    originRecordId: out.id,
    files: parcel.letter,
  })
  for (const record of parcel.enclosures)
    await registerRecord(ctx, {
      ...inward,
      kind: record.id === round.decision?.recordId ? 'decision' : record.kind,
      title: record.title,
      originRecordId: record.id,
      files: filesOf(record),
    })
  await noteReceived(ctx, round, theCase)
  return { theCase, letterId: letter.id }
}

async function noteReceived(ctx: Write, round: Round, theCase: Case): Promise<void> {
  const { decision } = round
  await writeLedger(ctx, theCase.id, 'referral.received', {
    roundId: round.id,
    issuer: round.issuerName,
    reference: round.referenceNumber,
    decision: decision === null ? '' : text.decisionLine(decision.bodyName, decision),
    withoutPosition: round.withoutPosition,
    answerBy: round.answerBy ?? '',
  })
}

/** Sending a round: one transaction in which everyone asked gets it at the same time (I-06), each in a case of its own (I-12). */

import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import {
  linkMany,
  openCases,
  registerRecords,
  writeLedger,
  writeLedgers,
  type Entry,
  type OpenedCase,
  type PlainRecord,
} from '../../registry/index.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { oneRound } from './input.ts'
import { dayOfTurn } from '../model/turns.ts'
import { isMandatory, obstaclesToSending, sourceOfDeadline, type Recipient, type Round } from '../model.ts'
import { listRecipients, lockRound } from '../queries.ts'
import { text } from '../text.ts'
import { alikeAsked } from '../model/ways.ts'
import { letterTo, packParcel, type Parcel } from './parcel.ts'
import { filesOf, holdAuthorities, tellOutside } from './post.ts'

/**
 * Sends a decided referral to all its bodies at once (skickar på remiss), or to those of the first turn where its sender has said
 * why some are awaited before others are asked (I-06). From here on it is frozen (I-11).
 */
export const sendReferral = command('referral.send', oneRound, async (ctx, { roundId }) => {
  const round = await lockRound(ctx, roundId)
  allowAt(ctx, round.authorityId)
  const recipients = await listRecipients(ctx, roundId)
  const turns = recipients.map(({ turn }) => turn)
  refuseIf(obstaclesToSending({ ...round, recipientCount: recipients.length, turns }, today(ctx)))

  const answerBy = dayOfTurn(round, 1) ?? ''
  const first = await sendTurn(ctx, round, { turn: 1, answerBy, recipients })
  await ctx.db
    .updateTable('referral.rounds')
    .set({ state: 'sent', sent_at: ctx.now })
    .where('id', '=', roundId)
    .execute()
  // They were kept to be taken back in the draft, which there is no more.
  await ctx.db.deleteFrom('referral.removed_questions').where('round_id', '=', roundId).execute()
  await writeLedger(ctx, round.caseId, 'referral.sent', {
    ...{ roundId, answerBy, withoutPosition: round.withoutPosition },
    recipients: first.recipients.map(({ bodyName }) => bodyName),
    ...(round.inTurn !== null && { reason: round.inTurn.reason, turns: round.inTurn.turns.length }),
  })
  return { roundId, cases: first.cases }
})

type OfTurn = { readonly turn: number; readonly answerBy: string; readonly recipients: readonly Recipient[] }

/** Sends a round to those of one turn, to be answered by its day; of all recipients where everyone is asked at once. As a step. */
export async function sendTurn(
  ctx: Write,
  whole: Round,
  { turn, answerBy, recipients: all }: OfTurn,
): Promise<{ cases: Sent[]; recipients: readonly Recipient[] }> {
  const round = { ...whole, answerBy }
  const recipients = all
    .filter((one) => whole.inTurn === null || one.turn === turn)
    .map((one) => ({ ...asDemanded(round, one), answerBy, askedAt: ctx.now }))
  const parcel = await packParcel(ctx, round, { recipients, all, turn })
  await holdAuthorities(ctx, [round.authorityId, ...recipients.flatMap(({ authorityId }) => authorityId ?? [])])
  const cases = await sendToAll(ctx, { round, recipients: inOrder(recipients), parcel })
  if (whole.inTurn !== null)
    await ctx.db
      .updateTable('referral.turns')
      .set({ sent_at: ctx.now, answer_by: answerBy })
      .where('round_id', '=', round.id)
      .where('number', '=', turn)
      .execute()
  return { cases, recipients }
}

/** Nobody is told that it must answer of whom the issuer cannot demand it. */
function asDemanded({ issuerKind }: Round, recipient: Recipient): Recipient {
  const { bodyKind, isOfAuditors, isMandatory: is } = recipient
  return { ...recipient, isMandatory: is && isMandatory(issuerKind, bodyKind, isOfAuditors) }
}

/** By authority, as they are held. */
function inOrder(recipients: readonly Recipient[]): Recipient[] {
  return recipients.toSorted((a, b) => (a.authorityId ?? '').localeCompare(b.authorityId ?? ''))
}

type ToSend = { readonly round: Round; readonly recipients: readonly Recipient[]; readonly parcel: Parcel }
type Sent = { readonly recipientId: string; readonly caseId: string | null; readonly referenceNumber: string | null }

/** Out at the sender, a case and what came in it at each body here: in as many statements for three hundred as for one. */
async function sendToAll(ctx: Write, sending: ToSend): Promise<Sent[]> {
  const { round, recipients, parcel } = sending
  const enclosed = parcel.enclosures.flatMap(filesOf)
  const cases = await openAll(ctx, sending)
  const outIds = await registerRecords(
    ctx,
    recipients.map((recipient) => ({
      caseId: round.caseId,
      direction: 'out',
      kind: 'referral',
      title: titleOf(round),
      party: capital(recipient.bodyName),
      files: [...letterTo(parcel, recipient), ...enclosed],
    })),
  )
  const out = new Map(recipients.map(({ id }, index) => [id, outIds[index] ?? '']))
  const received = await receive(ctx, sending, { out, cases })
  await noteSent(ctx, sending, { out, received })
  const outside = recipients.filter(({ authorityId }) => authorityId === null)
  for (const [key, alike] of speaking('sv', () => alikeAsked(outside))) {
    const letter = parcel.letters.get(key) ?? []
    await tellOutside(ctx, { round, letter, correction: null, decision: null, packed: parcel.outside }, alike)
  }
  return recipients.map(({ id }) => {
    const { theCase = null } = received.get(id) ?? {}
    return { recipientId: id, caseId: theCase?.id ?? null, referenceNumber: theCase?.referenceNumber ?? null }
  })
}

type Received = { readonly theCase: OpenedCase; readonly letterId: string }
type Registered = { readonly out: ReadonlyMap<string, string>; readonly received: ReadonlyMap<string, Received> }

async function noteSent(ctx: Write, { round, recipients }: ToSend, { out, received }: Registered): Promise<void> {
  const ids = recipients.map(({ id }) => id)
  const mandatory = recipients.map((one) => one.isMandatory)
  const outIds = ids.map((id) => out.get(id) ?? null)
  const caseIds = ids.map((id) => received.get(id)?.theCase.id ?? null)
  const inIds = ids.map((id) => received.get(id)?.letterId ?? null)
  // Where all are asked at once their day is that of the round, and none of their own.
  const ownDay = round.inTurn === null ? null : round.answerBy
  await sql`
    update referral.recipients x
    set is_mandatory = n.mandatory, out_record_id = n.out_id, case_id = n.case_id, in_record_id = n.in_id,
      asked_at = ${ctx.now}, answer_by = ${ownDay}::date
    from unnest(${ids}::uuid[], ${mandatory}::boolean[], ${outIds}::uuid[], ${caseIds}::uuid[], ${inIds}::uuid[])
      as n (id, mandatory, out_id, case_id, in_id)
    where x.id = n.id`.execute(ctx.db)
}

/** "Remiss: Långsiktigt och strategiskt områdeslyft", cut where the registry would not take more. */
function titleOf(round: Round): string {
  return speaking('sv', () => text.caseTitle(round.title)).slice(0, 300)
}

/** In Swedish whoever sends: it is kept in another authority's registry. */
function sourceOf({ decision }: Round): string | null {
  return decision === null ? null : speaking('sv', () => sourceOfDeadline(decision))
}

const isHere = ({ authorityId }: Recipient) => authorityId !== null

/** The bodies' own cases (I-12). Before any record: whoever opens a case and registers in it takes the numbers in that order too. */
function openAll(ctx: Write, { round, recipients }: ToSend): Promise<OpenedCase[]> {
  return openCases(
    ctx,
    recipients.filter(isHere).map(({ authorityId }) => ({
      authorityId: authorityId ?? '',
      kind: 'referral_answer',
      title: titleOf(round),
      counterpart: round.referenceNumber,
      dueOn: round.answerBy,
      dueSource: sourceOf(round),
    })),
  )
}

type Opened = { readonly out: ReadonlyMap<string, string>; readonly cases: readonly OpenedCase[] }

/** What came in the bodies' cases, and why (I-10). By the recipient's id. */
async function receive(
  ctx: Write,
  { round, recipients, parcel }: ToSend,
  { out, cases }: Opened,
): Promise<Map<string, Received>> {
  const here = recipients.filter(isHere)
  await linkMany(ctx, cases, { to: { id: round.caseId, referenceNumber: round.referenceNumber }, kind: 'referral' })
  const bundles = here.map((recipient, index) =>
    bundleOf(round, parcel, { recipient, caseId: cases[index]?.id ?? '', outId: out.get(recipient.id) ?? '' }),
  )
  const recordIds = await registerRecords(ctx, bundles.flat())
  await writeLedgers(
    ctx,
    cases.map(({ id }) => noteReceived(round, id)),
  )
  const each = parcel.enclosures.length + 1
  return new Map(
    here.flatMap(({ id }, index) => {
      const theCase = cases[index]
      return theCase === undefined ? [] : [[id, { theCase, letterId: recordIds[index * each] ?? '' }] as const]
    }),
  )
}

type ToOne = { readonly recipient: Recipient; readonly caseId: string; readonly outId: string }

/** The letter first, then what came with it. */
function bundleOf(round: Round, parcel: Parcel, { recipient, caseId, outId }: ToOne): PlainRecord[] {
  const inward = { caseId, direction: 'in', party: capital(round.issuerName) } as const
  const title = speaking('sv', () => text.letter.title(round.title)).slice(0, 300)
  return [
    { ...inward, kind: 'cover_letter', title, originRecordId: outId, files: letterTo(parcel, recipient) },
    ...parcel.enclosures.map((record) => ({
      ...inward,
      kind: record.id === round.decision?.recordId ? ('decision' as const) : record.kind,
      title: record.title,
      originRecordId: record.id,
      files: filesOf(record),
    })),
  ]
}

function noteReceived(round: Round, caseId: string): Entry {
  const { decision } = round
  return {
    caseId,
    event: 'referral.received',
    facts: {
      roundId: round.id,
      issuer: round.issuerName,
      reference: round.referenceNumber,
      decision: decision === null ? '' : text.decisionLine(decision.bodyName, decision),
      withoutPosition: round.withoutPosition,
      answerBy: round.answerBy ?? '',
    },
  }
}

/** More time to answer: asked for, decided, given. Each step is registered on both sides (I-17, I-32, B-15). */

import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { getCase, registerRecord, writeLedger, type NewFile } from '../../registry/index.ts'
import { capital } from '../model/paper.ts'
import { decisionOnTimePaper, requestPaper, titlesOf, type TimeDecided } from '../model/extension-paper.ts'
import {
  faultOfUntil,
  faultOfWanted,
  obstaclesToAsking,
  obstaclesToDecidingExtension,
  obstaclesToGivingTime,
  type Extension,
} from '../model/extension.ts'
import type { Recipient, Round } from '../model.ts'
import { findRecipient, getRound, listRecipients, lockRecipient, lockRound } from '../queries.ts'
import { getExtension, listExtensions } from '../queries/extensions.ts'
import { text } from '../text/extensions.ts'
import { askedTime, decidedExtension, enteredRequest, givenTime, type EnteredRequest } from './extension-input.ts'
import { fileName, holdAuthorities, keepPaper, passOn } from './post.ts'

type Asked = { readonly round: Round; readonly recipient: Recipient }

async function checkAsking(ctx: Write, { round, recipient }: Asked, wantedOn: string): Promise<void> {
  const waiting = await listExtensions(ctx, { recipientId: recipient.id })
  refuseIf(
    obstaclesToAsking({
      roundState: round.state,
      isAnswered: recipient.answer !== null,
      isWaiting: waiting.some(({ state }) => state === 'asked'),
      answerBy: recipient.answerBy,
    }),
  )
  const fault = faultOfWanted(wantedOn, { answerBy: recipient.answerBy, today: today(ctx) })
  if (fault !== undefined) throw new Invalid({ wantedOn: fault })
}

/** Asks the sender for more time (begär förlängd svarstid): out here, in there (I-17, I-32). */
export const askForTime = command('referral.ask-for-time', askedTime, async (ctx, { caseId, wantedOn, reason }) => {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const asked = await findRecipient(ctx, theCase.id)
  if (asked === null) throw new NotFound()
  const recipient = await lockRecipient(ctx, asked.id)
  const round = await getRound(ctx, recipient.roundId)
  await checkAsking(ctx, { round, recipient }, wantedOn)

  const title = titlesOf(round, recipient).request
  const facts = { date: today(ctx), wantedOn, reason, entered: null }
  const files = await keepPaper(ctx, requestPaper(round, recipient, facts), fileName(title))
  await holdAuthorities(ctx, [theCase.authorityId, round.authorityId])
  const parties = {
    fromCaseId: theCase.id,
    from: capital(recipient.bodyName),
    toCaseId: round.caseId,
    to: capital(round.authorityName),
  }
  const { out, arrived } = await passOn(ctx, { kind: 'letter', title, files }, parties)
  return keepRequest(
    ctx,
    { round, recipient },
    {
      ...facts,
      channel: 'system',
      askedOn: facts.date,
      outId: out.id,
      inId: arrived.id,
    },
  )
})

/** Registers what a body outside the system has asked by mail, letter or telephone: received at the sender (I-32). */
export const enterRequest = command('referral.enter-request', enteredRequest, async (ctx, input) => {
  const round = await getRound(ctx, input.roundId)
  allowAt(ctx, round.authorityId)
  const recipient = await lockRecipient(ctx, input.recipientId)
  if (recipient.roundId !== round.id) throw new Invalid({ recipientId: text.invalid.notAsked })
  refuseIf(recipient.caseId === null ? [] : [text.obstacle.answersItself])
  await checkAsking(ctx, { round, recipient }, input.wantedOn)
  const askedOn = input.askedOn ?? today(ctx)
  if (askedOn > today(ctx)) throw new Invalid({ askedOn: text.invalid.future })

  const inId = await registerRequest(ctx, { round, recipient }, { ...input, askedOn })
  return keepRequest(ctx, { round, recipient }, { ...input, askedOn, outId: null, inId })
})

async function registerRequest(
  ctx: Write,
  { round, recipient }: Asked,
  input: EnteredRequest & { readonly askedOn: string },
): Promise<string> {
  const { wantedOn, reason, channel, askedOn } = input
  const title = titlesOf(round, recipient).request
  const paper = requestPaper(round, recipient, { date: askedOn, wantedOn, reason, entered: channel })
  const files = await keepPaper(ctx, paper, fileName(title))
  await holdAuthorities(ctx, [round.authorityId])
  const party = capital(recipient.bodyName)
  const facts = { direction: 'in', kind: 'letter', datedOn: askedOn } as const
  return (await registerRecord(ctx, { caseId: round.caseId, ...facts, title, party, files })).id
}

type Requested = {
  readonly channel: NonNullable<Extension['channel']>
  readonly askedOn: string
  readonly wantedOn: string
  readonly reason: string
  readonly outId: string | null
  readonly inId: string
}

async function keepRequest(ctx: Write, asked: Asked, request: Requested): Promise<{ extensionId: string }> {
  const { round, recipient } = asked
  const { channel, askedOn, wantedOn, reason, outId, inId } = request
  const { id: extensionId } = await ctx.db
    .insertInto('referral.extensions')
    .values({
      recipient_id: recipient.id,
      state: 'asked',
      channel,
      asked_on: askedOn,
      asked_by: ctx.actor.personId,
      wanted_on: wantedOn,
      reason,
      request_out_id: outId,
      request_in_id: inId,
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const facts = { extensionId, body: recipient.bodyName, wantedOn, reason }
  for (const caseId of [round.caseId, ...(recipient.caseId === null ? [] : [recipient.caseId])])
    await writeLedger(ctx, caseId, 'referral.extension-asked', facts)
  return { extensionId }
}

/** Decides on a request for more time (beslutar om anstånd): out here, in at the one who asked (I-32). */
export const decideExtension = command('referral.decide-extension', decidedExtension, async (ctx, input) => {
  const round = await lockRound(ctx, input.roundId)
  allowAt(ctx, round.authorityId)
  const { recipientId } = await getExtension(ctx, input.extensionId)
  const recipient = await lockRecipient(ctx, recipientId)
  const extension = await getExtension(ctx, input.extensionId)
  if (recipient.roundId !== round.id) throw new NotFound()
  const isAnswered = recipient.answer !== null
  refuseIf(obstaclesToDecidingExtension({ state: extension.state, roundState: round.state, isAnswered }))
  const until = input.outcome === 'granted' ? dayGiven(ctx, recipient, input.until) : null

  const title = titlesOf(round, recipient).decision
  const decided = {
    date: today(ctx),
    until,
    ground: input.ground,
    before: recipient.answerBy,
    deciderName: ctx.actor.name,
  }
  const files = await keepPaper(ctx, decisionOnTimePaper(round, [recipient], decided), fileName(title))
  await holdAuthorities(ctx, [round.authorityId, ...(recipient.authorityId === null ? [] : [recipient.authorityId])])
  const records = await tell(ctx, { round, recipient }, { title, files })
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.extensions')
    .set({ state: input.outcome, ...rowOf(ctx, decided, records) })
    .where('id', '=', extension.id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden()
  await apply(ctx, { round, recipient }, { ...decided, extensionId: extension.id })
  return { extensionId: extension.id }
})

function dayGiven(ctx: Write, { answerBy }: Recipient, until: string | null): string {
  const fault = until === null ? text.invalid.noUntil : faultOfUntil(until, { answerBy, today: today(ctx) })
  if (fault !== undefined || until === null) throw new Invalid({ until: fault ?? text.invalid.noUntil })
  return until
}

/**
 * Gives some, or everyone who has not answered, a new last answer day (ger ny svarstid). An earlier decision is undone so too:
 * by a new one. A request that waits at one of them is thereby granted until that day.
 */
export const giveTime = command(
  'referral.give-time',
  givenTime,
  async (ctx, { roundId, recipientIds, until, ground }) => {
    const round = await lockRound(ctx, roundId)
    allowAt(ctx, round.authorityId)
    const unanswered = (await listRecipients(ctx, roundId)).filter(({ answer }) => answer === null)
    refuseIf(obstaclesToGivingTime(round.state, unanswered.length))
    const isAll = recipientIds.includes('everyone')
    const chosen = unanswered.filter(({ id }) => isAll || recipientIds.includes(id))
    if (chosen.length === 0) throw new Invalid({ recipientIds: text.invalid.whom })
    const changed = chosen.filter(({ answerBy }) => answerBy !== until)
    const [first] = changed
    if (first === undefined) throw new Invalid({ until: text.invalid.sameDay })
    dayGiven(ctx, first, until)

    const decided = { date: today(ctx), until, ground, before: null, deciderName: ctx.actor.name }
    const title = changed.length === 1 ? titlesOf(round, first).decision : titlesOf(round, first).forAll
    const files = await keepPaper(ctx, decisionOnTimePaper(round, changed, decided), fileName(title))
    await holdAuthorities(ctx, [round.authorityId, ...changed.flatMap(({ authorityId }) => authorityId ?? [])])
    const inOrder = changed.toSorted((a, b) => (a.authorityId ?? '').localeCompare(b.authorityId ?? ''))
    for (const recipient of inOrder)
      await giveTo(
        ctx,
        { round, recipient: await lockRecipient(ctx, recipient.id) },
        { decided, letter: { title, files } },
      )
    return { recipients: changed.length }
  },
)

type Letter = { readonly title: string; readonly files: readonly NewFile[] }
type Records = { readonly outId: string; readonly inId: string | null }

async function giveTo(
  ctx: Write,
  asked: Asked,
  { decided, letter }: { decided: TimeDecided; letter: Letter },
): Promise<void> {
  const { recipient } = asked
  const records = await tell(ctx, asked, letter)
  const row = rowOf(ctx, { ...decided, before: recipient.answerBy }, records)
  const waiting = (await listExtensions(ctx, { recipientId: recipient.id })).find(({ state }) => state === 'asked')
  const { id: extensionId } = await (
    waiting === undefined
      ? ctx.db
          .insertInto('referral.extensions')
          .values({ recipient_id: recipient.id, state: 'granted', created_at: ctx.now, ...row })
          .returning('id')
      : ctx.db
          .updateTable('referral.extensions')
          .set({ state: 'granted', ...row })
          .where('id', '=', waiting.id)
          .returning('id')
  ).executeTakeFirstOrThrow()
  await apply(ctx, asked, { ...decided, extensionId })
}

function rowOf(ctx: Write, { until, ground, before }: TimeDecided, { outId, inId }: Records) {
  const who = { decided_at: ctx.now, decided_by: actingPerson(ctx) }
  return { until, before, ground, ...who, decision_out_id: outId, decision_in_id: inId }
}

/** The decision, registered out at the sender and in at the body; only out where the body has no case here, or has hidden it. */
async function tell(ctx: Write, { round, recipient }: Asked, letter: Letter): Promise<Records> {
  const { caseId, referenceNumber, bodyName } = recipient
  const [from, to] = [capital(round.authorityName), capital(bodyName)]
  const sent = { ...letter, kind: 'decision' } as const
  if (caseId !== null && referenceNumber !== null) {
    const { out, arrived } = await passOn(ctx, sent, { fromCaseId: round.caseId, from, toCaseId: caseId, to })
    return { outId: out.id, inId: arrived.id }
  }
  const out = await registerRecord(ctx, { ...sent, caseId: round.caseId, direction: 'out', party: to })
  return { outId: out.id, inId: null }
}

/** The body's own last answer day is from now on the one that counts, also in its own case; both histories say so. */
async function apply(
  ctx: Write,
  { round, recipient }: Asked,
  { extensionId, until, ground, date }: TimeDecided & { readonly extensionId: string },
): Promise<void> {
  const facts = {
    extensionId,
    body: recipient.bodyName,
    outcome: until === null ? 'refused' : 'granted',
    until,
    ground,
  } as const
  await writeLedger(ctx, round.caseId, 'referral.extension-decided', facts)
  if (recipient.caseId !== null) await writeLedger(ctx, recipient.caseId, 'referral.extension-decided', facts)
  if (until === null) return
  await ctx.db.updateTable('referral.recipients').set({ answer_by: until }).where('id', '=', recipient.id).execute()
  if (recipient.caseId === null) return
  const source = titlesOf(round, recipient).source(date)
  await sql`select registry.set_due_of_asked(${recipient.caseId}::uuid, ${until}::date, ${source})`.execute(ctx.db)
}

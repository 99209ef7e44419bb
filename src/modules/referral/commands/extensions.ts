/** More time to answer: asked for, decided, given. Each step is registered on both sides (I-17, I-32, B-15). */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { getCase, registerRecord, writeLedger } from '../../registry/index.ts'
import { decisionOnTimePaper, requestPaper, titlesOf } from '../model/extension-paper.ts'
import { faultOfWanted, obstaclesToAsking, obstaclesToDecidingExtension, type Extension } from '../model/extension.ts'
import type { Recipient, Round } from '../model.ts'
import { findRecipient, getRound, lockRecipient, lockRound } from '../queries.ts'
import { getExtension, listExtensions } from '../queries/extensions.ts'
import { text } from '../text/extensions.ts'
import { askedTime, decidedExtension, enteredRequest, type EnteredRequest } from './extension-input.ts'
import { carryOut, dayGiven, rowOf, tell } from './time-given.ts'
import { tellHeads } from './tell-heads.ts'
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

/** Asks the sender for more time (begär förlängd svarstid): out here, in there, and the responsible heads are told (I-17, I-32). */
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
      heads: await tellHeads(ctx, theCase, facts),
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
  /** The names of those at the one who asks who have been told (I-17). */
  readonly heads?: readonly string[]
}

async function keepRequest(ctx: Write, asked: Asked, request: Requested): Promise<{ extensionId: string }> {
  const { round, recipient } = asked
  const { channel, askedOn, wantedOn, reason, outId, inId, heads = [] } = request
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
  await writeLedger(ctx, round.caseId, 'referral.extension-asked', facts)
  if (recipient.caseId !== null)
    await writeLedger(ctx, recipient.caseId, 'referral.extension-asked', {
      ...facts,
      ...(heads.length > 0 && { heads: [...heads] }),
    })
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
  const told = await tell(ctx, { round, recipients: [recipient], letter: { title, files } })
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.extensions')
    .set({ state: input.outcome, ...rowOf(ctx, decided, told.get(recipient.id)) })
    .where('id', '=', extension.id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden()
  await carryOut(ctx, { round, decided, letter: files, to: [{ recipient, extensionId: extension.id }] })
  return { extensionId: extension.id }
})

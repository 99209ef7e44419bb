/** Answering together (I-18): joining another's statement, leaving it again, and sending the statement to those who joined. */

import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { tick } from '../../../kernel/fields.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { findApproved, findToLayAside, setAside, takeUp, type ApprovedStatement } from '../../drafting/index.ts'
import { getCase, getRecord, lockCase, writeLedgers, type Case, type RecordItem } from '../../registry/index.ts'
import {
  hasDecided,
  isBoundByJoint,
  isSameStatement,
  obstaclesToJoining,
  obstaclesToLeaving,
  obstaclesToPassing,
  obstaclesToPassingOn,
  type Recipient,
  type Round,
} from '../model.ts'
import { getRound, listJointStatements, listRecipients, lockRecipient, membersOf, readiness } from '../queries.ts'
import { text } from '../text/joint.ts'
import { text as asideText, whatIsLaidAside } from '../text/aside.ts'
import { caseName, oneCase } from './input.ts'
import { filesOf, holdAuthorities, passOn } from './post.ts'

const toJoin = z.object({
  caseId: caseName,
  hostId: z.uuid({ error: () => text.invalid.noHost }).describe('The recipient that writes the statement'),
  laysAside: tick.describe(
    'Knows that what it has written itself is laid aside, and that its approval does not count meanwhile',
  ),
})

/**
 * Answers together with another that was asked in the same round (svarar samordnat). What it has written itself is laid aside, and
 * can be taken up again. Throws `Invalid` where there is something and nobody has said that they know.
 */
export const joinStatement = command('referral.join-statement', toJoin, async (ctx, { caseId, hostId, laysAside }) => {
  const { theCase, own, round, recipients, isDecided } = await answering(ctx, caseId)
  const host = recipients.find(({ id }) => id === hostId)
  if (host === undefined) throw new NotFound()
  const isHost = membersOf(recipients, own.id).length > 0
  refuseIf(obstaclesToJoining({ roundState: round.state, own, host, isDecided, isHost }))
  const ownText = await findToLayAside(ctx, theCase.id, 'statement')
  if (ownText !== null && !laysAside)
    throw new Invalid({ laysAside: `${asideText.invalid} ${whatIsLaidAside(ownText)}` })
  if (ownText !== null) await setAside(ctx, theCase.id, 'statement')
  await setHost(ctx, own, host.id)
  await tell(ctx, 'referral.statement-joined', { own, host, round })
})

/** Answers by itself again, until its own board has decided on the joint statement. What it laid aside is taken up again. */
export const leaveStatement = command('referral.leave-statement', oneCase, async (ctx, { caseId }) => {
  const { theCase, own, round, recipients, isBound } = await answering(ctx, caseId)
  refuseIf(obstaclesToLeaving({ own, isBound }))
  const host = recipients.find(({ id }) => id === own.jointWith)
  if (host === undefined) throw new NotFound()
  await setHost(ctx, own, null)
  await takeUp(ctx, theCase.id, 'statement')
  await tell(ctx, 'referral.statement-left', { own, host, round })
})

/**
 * Sends the approved statement and its memo to everyone that answers together with one and has not got these words
 * (I-18, B-15). Sending makes them public (B-18).
 */
export const passStatement = command('referral.pass-statement', oneCase, async (ctx, { caseId }) => {
  const { theCase, own, round, recipients } = await answering(ctx, caseId)
  const members = membersOf(recipients, own.id)
  const statement = await findApproved(ctx, theCase.id, 'statement')
  const waiting = statement === null ? [] : await withoutIt(ctx, { own, members, statement })
  refuseIf(obstaclesToPassingOn({ members: members.length, waiting: waiting.length, hasStatement: statement !== null }))
  if (statement === null) throw new NotFound()
  const memo = await findApproved(ctx, theCase.id, 'memo')
  const papers = {
    statement: await getRecord(ctx, statement.recordId),
    memo: memo === null ? null : await getRecord(ctx, memo.recordId),
  }
  refuseIf(obstaclesToPassing([papers.statement, ...(papers.memo === null ? [] : [papers.memo])], theCase))
  const authorities = waiting.flatMap(({ authorityId }) => authorityId ?? [])
  await holdAuthorities(ctx, [theCase.authorityId, ...authorities])
  for (const member of waiting) await passTo(ctx, { theCase, own, round, member, statement, ...{ papers } })
  return { passed: waiting.length }
})

type Answering = {
  readonly theCase: Case
  readonly own: Recipient
  readonly round: Round
  readonly recipients: readonly Recipient[]
  readonly isDecided: boolean
  /** What it has decided is the joint statement. */
  readonly isBound: boolean
}

/**
 * Held for the whole round, so that two cannot join each other. Its own case is held too, as a decision holds it: what its board
 * decides at the very moment has been committed when it is asked, or waits for this.
 */
export async function answering(ctx: Write, caseId: string): Promise<Answering> {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const asked = await ctx.db
    .selectFrom('referral.recipients')
    .select(['id', 'round_id as roundId'])
    .where('case_id', '=', theCase.id)
    .executeTakeFirst()
  if (asked === undefined) throw new NotFound()
  await sql`select pg_advisory_xact_lock(hashtextextended('referral.joint:' || ${asked.roundId}, 0))`.execute(ctx.db)
  const own = await lockRecipient(ctx, asked.id)
  await lockCase(ctx, theCase.id)
  const ready = await readiness(ctx, theCase.id, own)
  return {
    theCase,
    own,
    round: await getRound(ctx, asked.roundId),
    recipients: await listRecipients(ctx, asked.roundId),
    isDecided: ready.decision !== null || ready.delegated !== null,
    isBound: isBoundByJoint(ready),
  }
}

async function setHost(ctx: Write, own: Recipient, hostId: string | null): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('referral.recipients')
    .set({ joint_with: hostId })
    .where('id', '=', own.id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden()
}

type Between = { readonly own: Recipient; readonly host: Recipient; readonly round: Round }

/** In the cases of both, and in the sender's. */
async function tell(
  ctx: Write,
  event: 'referral.statement-joined' | 'referral.statement-left',
  { own, host, round }: Between,
): Promise<void> {
  const facts = { body: own.bodyName, host: host.bodyName }
  const cases = [own.caseId, host.caseId, round.caseId].flatMap((id) => id ?? [])
  await writeLedgers(
    ctx,
    cases.map((caseId) => ({ caseId, event, facts })),
  )
}

/** Those who have not got exactly this, and have not decided: a board that has is not given other words afterwards (I-23). */
async function withoutIt(
  ctx: Write,
  about: { readonly own: Recipient; readonly members: readonly Recipient[]; readonly statement: ApprovedStatement },
): Promise<Recipient[]> {
  const { own, members, statement } = about
  const sent = await listJointStatements(ctx, own.id)
  const hasIt = (recipientId: string) =>
    sent.some((one) => one.recipientId === recipientId && isSameStatement(one.content, statement.content))
  return members.filter((member) => !hasDecided(member) && !hasIt(member.id))
}

type Passing = {
  readonly theCase: Case
  readonly own: Recipient
  readonly round: Round
  readonly member: Recipient
  readonly statement: ApprovedStatement
  readonly papers: { readonly statement: RecordItem; readonly memo: RecordItem | null }
}

/** The very files that were approved, registered out here and in there. */
async function passTo(ctx: Write, { theCase, own, round, member, statement, papers }: Passing): Promise<void> {
  if (member.caseId === null) return
  const host = capital(own.bodyName)
  const parties = { fromCaseId: theCase.id, from: host, toCaseId: member.caseId, to: capital(member.bodyName) }
  const [title, memoTitle] = speaking('sv', () => [
    text.recordTitle(host, round.title),
    text.memoTitle(host, round.title),
  ])
  const { out, arrived } = await passOn(
    ctx,
    { kind: 'statement', title: title.slice(0, 300), files: filesOf(papers.statement) },
    parties,
  )
  const memo =
    papers.memo === null
      ? null
      : await passOn(
          ctx,
          { kind: papers.memo.kind, title: memoTitle.slice(0, 300), files: filesOf(papers.memo) },
          parties,
        )
  await ctx.db
    .insertInto('referral.joint_statements')
    .values({
      ...{ recipient_id: member.id, host_id: own.id, content: JSON.stringify(statement.content) },
      ...{ record_id: arrived.id, out_record_id: out.id },
      ...{ memo_record_id: memo?.arrived.id ?? null, memo_out_record_id: memo?.out.id ?? null },
      ...{ sent_at: ctx.now, sent_by: actingPerson(ctx) },
    })
    .execute()
  const facts = { host: own.bodyName, body: member.bodyName }
  await writeLedgers(ctx, [
    { caseId: theCase.id, event: 'referral.statement-passed', facts: { ...facts, recordId: out.id } },
    { caseId: member.caseId, event: 'referral.statement-passed', facts: { ...facts, recordId: arrived.id } },
  ])
}

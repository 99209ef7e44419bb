/** Who answer together in a round, and what has been sent between them. */

import type { Read, Write } from '../../../kernel/context.ts'
import { findToLayAside, listAside, statementContent, type ToLayAside } from '../../drafting/index.ts'
import type { JointStatement } from '../model/joint.ts'
import type { Answering, Recipient, Release } from '../model.ts'

/** Those who answer together with one that writes, by name: of everyone that was asked in the round. */
export function membersOf<R extends Pick<Recipient, 'jointWith'>>(recipients: readonly R[], hostId: string): R[] {
  return recipients.filter(({ jointWith }) => jointWith === hostId)
}

/** The names of those who answer together with one that writes. */
export async function listMemberNames(ctx: Read | Write, hostId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .where('x.joint_with', '=', hostId)
    .select('b.name')
    .execute()
  return rows.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'sv'))
}

function selectJoint(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.joint_statements as j')
    .innerJoin('registry.records as k', 'k.id', 'j.record_id')
    .innerJoin('referral.recipients as x', (join) =>
      join.onRef('x.id', '=', 'j.recipient_id').onRef('x.joint_with', '=', 'j.host_id'),
    )
    .select([
      'j.recipient_id as recipientId',
      'j.host_id as hostId',
      'j.content',
      'j.record_id as recordId',
      'j.memo_record_id as memoRecordId',
      'j.sent_at as sentAt',
    ])
    .orderBy('j.recipient_id')
    .orderBy('j.sent_at', 'desc')
    .orderBy('k.year', 'desc')
    .orderBy('k.number', 'desc')
}

type Row = Omit<JointStatement, 'content'> & { readonly content: unknown }

const jointOf = ({ content, ...row }: Row): JointStatement => ({ ...row, content: statementContent.parse(content) })

/** What one that writes has sent to each of the others: the latest to each, where one may read it. */
export async function listJointStatements(ctx: Read | Write, hostId: string): Promise<JointStatement[]> {
  const rows = await selectJoint(ctx).distinctOn('j.recipient_id').where('j.host_id', '=', hostId).execute()
  return rows.map(jointOf)
}

/** All that one that answers together with another has got from it, the latest first. */
export async function listReceivedStatements(ctx: Read | Write, recipientId: string): Promise<JointStatement[]> {
  return (await selectJoint(ctx).where('j.recipient_id', '=', recipientId).execute()).map(jointOf)
}

/** Its own statement beside the one it answers with: what joining would lay aside, and the draft that was laid aside. */
export async function findOwnText(
  ctx: Read,
  caseId: string,
): Promise<{ readonly standing: ToLayAside | null; readonly asideId: string | null }> {
  const [aside] = await listAside(ctx, caseId, 'statement')
  return { standing: await findToLayAside(ctx, caseId, 'statement'), asideId: aside?.id ?? null }
}

/** That it was let go of by the one it answered with, the last time it was; null where it was not, or answers together again. */
export async function findRelease(ctx: Read, { id, jointWith }: Recipient): Promise<Release | null> {
  if (jointWith !== null) return null
  const row = await ctx.db
    .selectFrom('referral.releases as l')
    .innerJoin('referral.recipients as h', 'h.id', 'l.host_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'h.body_id')
    .select(['b.name as hostName', 'l.reason', 'l.record_id as recordId', 'l.released_at as releasedAt'])
    .where('l.recipient_id', '=', id)
    .orderBy('l.released_at', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** Everyone of a round that has not answered, as far as it takes to say with whom one could answer: not how far each has come. */
export async function listUnanswered(ctx: Read, roundId: string): Promise<Answering[]> {
  const rows = await ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .select(['x.id', 'b.name as bodyName', 'x.case_id as caseId', 'x.joint_with as jointWith', 'x.asked_at as askedAt'])
    .where('x.round_id', '=', roundId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('referral.answers as s').select('s.id').whereRef('s.recipient_id', '=', 'x.id'))),
    )
    .execute()
  return rows
    .map(({ askedAt, ...row }) => ({ ...row, answer: null, stage: askedAt === null ? 'in_turn' : 'received' }) as const)
    .toSorted((a, b) => a.bodyName.localeCompare(b.bodyName, 'sv'))
}

/** What it has got of another's statement, the latest first, or has sent of its own. */
export function listPassed(ctx: Read, { id, jointWith }: Recipient): Promise<JointStatement[]> {
  return jointWith === null ? listJointStatements(ctx, id) : listReceivedStatements(ctx, id)
}

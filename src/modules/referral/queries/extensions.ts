/** Requests for more time to answer, and what was decided on them. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Extension } from '../model/extension.ts'

function selectExtensions(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.extensions as e')
    .innerJoin('referral.recipients as x', 'x.id', 'e.recipient_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .leftJoin('organisation.people as asker', 'asker.id', 'e.asked_by')
    .leftJoin('organisation.people as decider', 'decider.id', 'e.decided_by')
    .select([
      'e.id',
      'e.recipient_id as recipientId',
      'b.name as bodyName',
      'e.state',
      'e.channel',
      'e.asked_on as askedOn',
      'asker.name as askedByName',
      'e.wanted_on as wantedOn',
      'e.reason',
      'e.request_out_id as requestOutId',
      'e.request_in_id as requestInId',
      'e.until',
      'e.before',
      'e.ground',
      'e.decided_at as decidedAt',
      'decider.name as decidedByName',
      'e.decision_out_id as decisionOutId',
      'e.decision_in_id as decisionInId',
    ])
    .orderBy('e.created_at')
    .orderBy('e.id')
}

/** Of a whole round, or of one that was asked; the earliest first. */
export function listExtensions(
  ctx: Read | Write,
  of: { readonly roundId: string } | { readonly recipientId: string },
): Promise<Extension[]> {
  const rows = selectExtensions(ctx)
  return 'roundId' in of
    ? rows.where('x.round_id', '=', of.roundId).execute()
    : rows.where('e.recipient_id', '=', of.recipientId).execute()
}

/** Throws `NotFound`. */
export async function getExtension(ctx: Read | Write, extensionId: string): Promise<Extension> {
  return found(await selectExtensions(ctx).where('e.id', '=', extensionId).executeTakeFirst())
}

/** Whom a decision still concerns: one that has answered, or whose round is closed, waits for nothing. */
const concerned = sql<boolean>`r.state = 'sent' and not exists (select from referral.answers s where s.recipient_id = x.id)`

/** What waits for a decision at these rounds' senders, with where it is made. */
export function listWaitingRequests(ctx: Read, authorityId: string) {
  return ctx.db
    .selectFrom('referral.extensions as e')
    .innerJoin('referral.recipients as x', 'x.id', 'e.recipient_id')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .where('r.authority_id', '=', authorityId)
    .where('e.state', '=', 'asked')
    .where(concerned)
    .select([
      'r.id as roundId',
      'r.title',
      'c.reference_number as referenceNumber',
      'b.name as bodyName',
      'e.wanted_on as wantedOn',
      'e.asked_on as askedOn',
    ])
    .orderBy('e.created_at')
    .limit(100)
    .execute()
}

/** What an officer's own cases wait for. */
export function listOwnRequests(ctx: Read, personId: string) {
  return ctx.db
    .selectFrom('referral.extensions as e')
    .innerJoin('referral.recipients as x', 'x.id', 'e.recipient_id')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('registry.cases as c', 'c.id', 'x.case_id')
    .where('c.officer_id', '=', personId)
    .where('c.state', '=', 'open')
    .where('e.state', '=', 'asked')
    .where(concerned)
    .select(['c.title', 'c.reference_number as referenceNumber', 'e.wanted_on as wantedOn', 'c.due_on as dueOn'])
    .orderBy('e.created_at')
    .limit(50)
    .execute()
}

/** Requests from cases that are answered here, which wait for their senders' decisions. */
export function listRequestsFrom(ctx: Read, authorityId: string) {
  return fromOwnCases(ctx)
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .where('c.authority_id', '=', authorityId)
    .where('c.state', '=', 'open')
    .where('e.state', '=', 'asked')
    .where(concerned)
    .orderBy('e.created_at')
    .limit(50)
    .execute()
}

/** What officers have asked for since then, whatever became of it. */
export function listAskedSince(ctx: Read | Write, since: Date) {
  return fromOwnCases(ctx).where('e.created_at', '>', since).orderBy('e.created_at').orderBy('e.id').execute()
}

function fromOwnCases(ctx: Read | Write) {
  return ctx.db
    .selectFrom('referral.extensions as e')
    .innerJoin('referral.recipients as x', 'x.id', 'e.recipient_id')
    .innerJoin('registry.cases as c', 'c.id', 'x.case_id')
    .innerJoin('organisation.people as p', 'p.id', 'e.asked_by')
    .where('e.channel', '=', 'system')
    .select(['c.id', 'c.authority_id as authorityId', 'c.title', 'c.reference_number as referenceNumber'])
    .select(['c.is_secret as isSecret', 'c.due_on as dueOn', 'c.officer_id as officerId'])
    .select(['e.asked_by as askedBy', 'p.name as askedByName', 'e.wanted_on as wantedOn'])
}
